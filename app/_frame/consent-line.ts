import { isCode, label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Birth } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { REASON_LISTS } from '@/lib/casework/consents/asked'
import type { SaidConsent } from '@/lib/casework/consents/consent-rows'
import { type ConsentRow, notInForce } from '@/lib/casework/consents/cover'
import { standingOf, tooYoung, whoAnswered } from '@/lib/casework/consents/who-answered'
import type { Page } from '@/lib/platform/gate/read'

type Words = Pick<Page<unknown>, 't' | 'locale'>
type Answered = Pick<SaidConsent, 'giver' | 'legalBasis' | 'confirmBy' | 'confirmation' | 'givenAt'> & {
  status: string
}

/**
 * Who truly answered, on which basis other than consent, and whether somebody else's word it needs has come: said once,
 * for the header, the list, the timeline, the queue, the referral and its slip.
 */
export function answerWords(said: Answered, birth: Birth, { t, locale }: Words): string {
  const who = whoAnswered(said, tooYoung(birth, isoDayOf(said.givenAt)))
  const { confirmBy, confirmation, legalBasis } = said
  const standing = standingOf(confirmBy, confirmation?.says ?? null)
  const basis =
    legalBasis === 'CONSENT' || who === 'WITHDRAWN'
      ? ''
      : wordingOf(t, `consents.basis.${legalBasis}`, legalBasis)
  const word =
    standing === 'NOT_NEEDED' || who === 'WITHDRAWN'
      ? ''
      : t(`consents.standing.${standing}`, {
          by: confirmation?.name ?? '',
          on: confirmation ? day(locale, confirmation.at) : '',
        })
  const more = [basis, word].filter(Boolean).join(', ')
  return [t(`consents.who.${who}`), more].filter(Boolean).join(t('consents.and'))
}

/** The same as it stands now: an answer whose last day has passed, or that no rule allows any more, says so. */
export function answerNow(
  said: ConsentRow,
  birth: Birth,
  page: Words & Pick<Page<unknown>, 'actor'>,
): string {
  const over = notInForce(said, page.actor.now)
  if (over === 'NEEDS_REVIEW') return page.t('consents.state.NEEDS_REVIEW')
  return answerWords(over === 'EXPIRED' ? { ...said, status: 'EXPIRED' } : said, birth, page)
}

/** The same with how, when, until when, and the reason in its words. */
export function consentLine(said: SaidConsent, birth: Birth, words: Words): string {
  const { t, locale } = words
  const values = {
    answer: answerWords(said, birth, words),
    how: said.mode ? label('consent_mode', said.mode, locale) : '–',
    on: day(locale, said.givenAt),
  }
  const line = said.expiresOn
    ? t('consents.line', { ...values, until: day(locale, said.expiresOn) })
    : t('consents.line.lasting', values)
  const list = REASON_LISTS.find((one) => isCode(one, said.reason))
  const reason = list && said.reason && label(list, said.reason, locale)
  const { doubt } = said.situation
  const unsure = doubt && `${t('consents.confirm.doubt')} : ${label('incapacity_reason', doubt, locale)}`
  return [line, reason, unsure].filter(Boolean).join(' · ')
}
