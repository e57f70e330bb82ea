import { isCode, label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { REASON_LISTS } from '@/lib/casework/consents/asked'
import type { Page } from '@/lib/platform/gate/read'

type Words = Pick<Page<unknown>, 't' | 'locale'>
type Said = {
  status: string
  giver: string
  mode: string | null
  legalBasis: string
  reason: string | null
  doubt?: string | null
  confirmBy: string | null
  confirmed: 'YES' | 'NO' | null
  givenAt: string
  expiresOn: string | null
}

/** Who gave it, how, when, until when; on another basis than consent that basis, its reason and whether it is confirmed. */
export function consentLine(said: Said, { t, locale }: Words): string {
  const words = {
    answer: label('consent_status', said.status, locale),
    who: wordingOf(t, `consents.by.${said.giver}`, said.giver),
    how: said.mode ? label('consent_mode', said.mode, locale) : '–',
    on: day(locale, said.givenAt.slice(0, 10)),
  }
  const line = said.expiresOn
    ? t('consents.line', { ...words, until: day(locale, said.expiresOn) })
    : t('consents.line.lasting', words)
  const list = REASON_LISTS.find((one) => isCode(one, said.reason))
  const more = [
    said.legalBasis !== 'CONSENT' && wordingOf(t, `consents.basis.${said.legalBasis}`, said.legalBasis),
    list && said.reason && label(list, said.reason, locale),
    said.doubt && `${t('consents.confirm.doubt')} : ${label('incapacity_reason', said.doubt, locale)}`,
    said.confirmBy && t(said.confirmed === 'YES' ? 'consents.confirmed' : 'consents.unconfirmed'),
  ]
  return [line, ...more].filter(Boolean).join(' · ')
}
