import { cookies } from 'next/headers'
import { demoStrip, languageChoice } from '@/app/_frame/work-page'
import { Button } from '@/app/_ui/button'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { TextField } from '@/app/_ui/fields'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { Door } from '@/app/_ui/shell'
import { localeOf } from '@/lib/base/i18n/locale'
import { translator } from '@/lib/base/i18n/translate'
import { currentRequest } from '@/lib/base/request/request-record'
import { isEmptyInstance } from '@/lib/desks/sign-in/invitation'
import { safePath } from '@/lib/platform/gate/open'

type Query = { next?: string; wrong?: string; left?: string }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const locale = localeOf((await cookies()).get('lang')?.value)
  const t = translator(locale)
  const problem = query.wrong ? t('session.wrong') : undefined
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
        {problem && <ErrorSummary title={t('forms.problem')} errors={[{ name: 'email', text: problem }]} />}
        {query.left && (
          <Note tone="good" live>
            {t('session.signed-out')}
          </Note>
        )}
        {next.includes('draft=') && <Note live>{t('session.kept')}</Note>}
        {(await isEmptyInstance()) && <Note live>{t('session.empty-instance')}</Note>}
        <h1>{t('session.sign-in')}</h1>
        <PostForm action="/api/v1/session" fields={{ next: next === '/' ? undefined : next }}>
          <TextField name="email" type="email" label={t('session.email')} autoComplete="username" dir="ltr" />
          <TextField
            name="password"
            type="password"
            label={t('session.password')}
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
