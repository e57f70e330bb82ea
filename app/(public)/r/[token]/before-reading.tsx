import { Button, ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Facts } from '@/app/_ui/facts'
import { TextField } from '@/app/_ui/fields'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { moment, time } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import type { LinkSaid } from '@/lib/desks/link/read-link'
import { OurNumber } from './our-number'

export type Words = { t: Translate; locale: Locale }
type Props = { said: LinkSaid; token: string; words: Words }

/** Which reference, until when, and the one button; `open` while this browser may still have it open: back to it, without a code. */
export function AskForCode({ said, token, open, words: { t, locale } }: Props & { open: boolean }) {
  const facts = [
    { term: t('links.reference'), value: <Code>{referralCode(said.referralId)}</Code> },
    ...(said.dueAt ? [{ term: t('links.until'), value: moment(locale, said.dueAt) }] : []),
  ]
  return (
    <Narrow>
      <h1>{t(said.stands === 'NEW' ? 'links.title' : 'links.again')}</h1>
      <p className="lead">{t(said.stands === 'NEW' ? 'links.lead' : 'links.again-lead')}</p>
      <Facts facts={facts} />
      {open && <ButtonLink href={`/inbox/${said.referralId}`}>{t('links.continue')}</ButtonLink>}
      <PostForm action="/api/v1/links/code" fields={{ token }}>
        <Button wide>{t('links.ask')}</Button>
      </PostForm>
      <p className="meta">{t(said.smsLeaves ? 'links.ask-sms' : 'links.ask-more')}</p>
      <OurNumber phone={said.phone} t={t} />
    </Narrow>
  )
}

type Typing = Props & { problem: string | undefined }

/** The code that was read out. A wrong one says how many tries are left; what is no code costs none. */
export function TypeTheCode({ said, token, words: { t, locale }, problem }: Typing) {
  const error = problemOf(said, t, problem)
  return (
    <Narrow>
      {error && <ErrorSummary title={t('forms.problem')} errors={[{ name: 'code', text: error }]} />}
      <h1>{t('links.type')}</h1>
      <p className="lead">
        {t(said.bySms ? 'links.type-sms' : 'links.type-lead', { code: referralCode(said.referralId) })}
      </p>
      <OurNumber phone={said.phone} t={t} />
      <PostForm action="/api/v1/links/open" fields={{ token }}>
        <TextField
          name="code"
          label={t('links.code')}
          hint={said.codeUntil && t('links.code-until', { at: time(locale, said.codeUntil) })}
          error={error}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="w12"
          dir="ltr"
          autoFocus
        />
        <Button wide>{t('links.read')}</Button>
      </PostForm>
      {said.unread && <p className="meta">{t('links.read-more')}</p>}
      <PostForm action="/api/v1/links/code" fields={{ token }} layout="bare">
        <Button small calm>
          {t('links.another')}
        </Button>
      </PostForm>
    </Narrow>
  )
}

function problemOf({ triesLeft }: LinkSaid, t: Translate, problem: string | undefined): string | undefined {
  if (problem === 'missing') return t('links.code-missing')
  return problem === 'wrong' && triesLeft < 5 ? t('links.code-wrong', { left: triesLeft }) : undefined
}
