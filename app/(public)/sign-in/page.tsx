import { cookies } from 'next/headers'
import { demoStrip, languageChoice } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { TextField } from '@/app/_ui/fields'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { Door } from '@/app/_ui/shell'
import { localeOf } from '@/lib/base/i18n/locale'
import { type Translate, translator } from '@/lib/base/i18n/translate'
import { currentRequest } from '@/lib/base/request/request-record'
import { isEmptyInstance } from '@/lib/desks/sign-in/invitation'
import { triedCookie, triedEmail } from '@/lib/platform/access/tried'
import { safePath } from '@/lib/platform/gate/open'
import { opened } from '@/lib/platform/gate/opened'

type Query = { next?: string; wrong?: string; missing?: string; left?: string }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const jar = await cookies()
  const locale = localeOf(jar.get('lang')?.value)
  const t = translator(locale)
  const errors = errorsOf(query, t)
  const email = errors.length > 0 ? triedEmail(jar.get(triedCookie())?.value) : undefined
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.text
  const next = safePath(query.next)
  return (
    <>
      <title>{`${t('session.sign-in')} – Relais`}</title>
      <Door
        demo={demoStrip(t)}
        skipLabel={t('frame.skip')}
        brandHref="/"
        footer={[{ href: '/help', label: t('frame.help') }]}
        languages={languageChoice({ locale, path: currentRequest()?.path ?? '/sign-in' })}
        art={{ label: t('frame.product'), text: t('session.art') }}
      >
        {errors.length > 0 && <ErrorSummary title={t('forms.problem')} errors={errors} />}
        {query.left && (
          <Note tone="good" live>
            {t('session.signed-out')}
          </Note>
        )}
        {next.includes('draft=') && <Note live>{t('session.kept')}</Note>}
        {(await opened(isEmptyInstance)) && <Note live>{t('session.empty-instance')}</Note>}
        <h1>{t('session.sign-in')}</h1>
        <PostForm action="/api/v1/session" fields={{ next: next === '/' ? undefined : next }}>
          <TextField
            name="email"
            type="email"
            label={t('session.email')}
            value={email}
            error={query.missing ? errorOf('email') : undefined}
            autoComplete="username"
            dir="ltr"
          />
          <TextField
            name="password"
            type="password"
            label={t('session.password')}
            error={errorOf('password')}
            autoComplete="current-password"
            dir="ltr"
          />
          <div className="field">
            <Button wide>{t('session.sign-in')}</Button>
          </div>
        </PostForm>
        <p className="meta">{t('session.shared')}</p>
      </Door>
    </>
  )
}

/** What is wrong, said at its field: something missing is asked for, and only a wrong pair is called wrong. */
function errorsOf({ wrong, missing }: Query, t: Translate): { name: string; text: string }[] {
  if (wrong) return [{ name: 'email', text: t('session.wrong') }]
  const asked = missing === 'both' ? (['email', 'password'] as const) : [missing]
  return asked.flatMap((name) =>
    name === 'email' || name === 'password' ? [{ name, text: t(`session.missing-${name}`) }] : [],
  )
}
