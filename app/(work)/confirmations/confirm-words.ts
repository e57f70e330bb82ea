import { isCode, label, partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { REASON_LISTS } from '@/lib/casework/consents/asked'
import type { ToConfirm } from '@/lib/casework/consents/to-confirm'
import { bandWords } from '@/lib/desks/case-file/words'
import type { Page } from '@/lib/platform/gate/read'

type Words = Pick<Page<unknown>, 't' | 'locale' | 'actor'>

/** A reason in the words of its list. */
export function reasonWords(reason: string | null, { locale }: Pick<Words, 'locale'>): string {
  const list = REASON_LISTS.find((one) => isCode(one, reason))
  return list && reason ? label(list, reason, locale) : '–'
}

const noWords = ({ noAt, noBy }: ToConfirm, { t, locale }: Words): string =>
  [noAt && moment(locale, noAt), noBy && wordingOf(t, `consents.by.${noBy}`, noBy)]
    .filter(Boolean)
    .join(' · ')

/** What somebody who confirms reads: no name, no file. */
export function factsToConfirm(row: ToConfirm, page: Words) {
  const { t, locale, actor } = page
  const leaves = row.facts.map((fact) => wordingOf(t, `referrals.fact.${fact}`, fact)).join(', ')
  const lines = [
    { term: t('consents.confirm.who'), value: bandWords(row, { t, locale, now: actor.now }) },
    { term: t('consents.confirm.why'), value: reasonWords(row.reason, page) },
    row.noAt && { term: t('consents.confirm.no'), value: noWords(row, page) },
    row.doubt && { term: t('consents.confirm.doubt'), value: label('incapacity_reason', row.doubt, locale) },
    row.danger && {
      term: t('consents.confirm.danger'),
      value: wordingOf(t, `consents.danger.${row.danger}`, row.danger),
    },
    row.caregiver && {
      term: t('consents.confirm.carer'),
      value: label('caregiver_state', row.caregiver, locale),
    },
    {
      term: t('consents.confirm.for'),
      value: [
        wordingOf(t, `consents.purpose.${row.purpose}`, row.purpose),
        row.partner && partnerName(row.partner, locale),
        row.service && label('service_type', row.service, locale),
      ]
        .filter(Boolean)
        .join(' · '),
    },
    { term: t('consents.confirm.leaves'), value: leaves || t('consents.confirm.nothing-leaves') },
    {
      term: t('consents.confirm.recorded'),
      value: `${moment(locale, row.recordedAt)} · ${row.recorder}`,
    },
    row.dueAt && { term: t('consents.confirm.until'), value: moment(locale, row.dueAt) },
    row.caseCode && { term: t('consents.confirm.case'), value: row.caseCode },
  ]
  return lines.filter((line) => line !== null && line !== '')
}
