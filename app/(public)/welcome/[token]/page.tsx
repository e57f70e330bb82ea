import { cookies } from 'next/headers'
import { demoStrip, languageChoice } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { TextField } from '@/app/_ui/fields'
import { PostForm } from '@/app/_ui/form'
import { Door } from '@/app/_ui/shell'
import { localeOf } from '@/lib/base/i18n/locale'
import { translator } from '@/lib/base/i18n/translate'
import { currentRequest } from '@/lib/base/request/request-record'
import { invitedBy } from '@/lib/desks/sign-in/invitation'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/desks/sign-in/password-rule'
import { opened } from '@/lib/platform/gate/opened'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ problem?: string }> }

/** Opening the link changes nothing: a preview in a mail programme must not use it up. */
export default async function WelcomePage({ params, searchParams }: Props) {
  const [{ token }, { problem }, jar] = [await params, await searchParams, await cookies()]
  const locale = localeOf(jar.get('lang')?.value)
  const t = translator(locale)
  const invited = await opened(() => invitedBy(token))
  const error = problem === 'short' || problem === 'long' || problem === 'differ' ? problem : undefined
  const limits = { least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD }
  const sentence = error && t(`session.password-${error}`, limits)
  return (
    <>
      <title>{`${t('session.welcome')} – Relais`}</title>
      <Door
        demo={demoStrip(t)}
        skipLabel={t('frame.skip')}
        brandHref="/"
        footer={[{ href: '/help', label: t('frame.help') }]}
        languages={languageChoice({ locale, path: currentRequest()?.path ?? '/' })}
        art={{ label: t('frame.product'), text: t('session.art') }}
      >
        {sentence && (
          <ErrorSummary
            title={t('forms.problem')}
            errors={[{ name: error === 'differ' ? 'again' : 'password', text: sentence }]}
          />
        )}
        <h1>{t(invited ? 'session.welcome' : 'session.link-over')}</h1>
        {invited ? (
          <PostForm action="/api/v1/welcome" fields={{ token }}>
            <p className="lead">{t('session.choose-password', { email: invited.email })}</p>
            <TextField
              name="password"
              type="password"
              label={t('session.new-password')}
              hint={t('session.password-hint', limits)}
              error={error === 'differ' ? undefined : sentence}
              autoComplete="new-password"
              dir="ltr"
            />
            <TextField
              name="again"
              type="password"
              label={t('session.password-again')}
              error={error === 'differ' ? sentence : undefined}
              autoComplete="new-password"
              dir="ltr"
            />
            <div className="field">
              <Button wide>{t('session.keep-password')}</Button>
            </div>
          </PostForm>
        ) : (
          <p className="lead">{t('session.link-over-lead')}</p>
        )}
      </Door>
    </>
  )
}
