import type { Fact } from '@/app/_ui/facts'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import type { Entry } from '@/lib/casework/services/ranking'
import { fingerprintOf } from '@/lib/casework/services/recipient'
import { languageWords } from '@/lib/desks/directory/words'
import type { Page } from '@/lib/platform/gate/read'

type Words = Pick<Page<unknown>, 't' | 'locale'>

/** What an entry says, whoever reads it; what nobody said is left out. */
export function entryFacts(
  entry: Omit<Entry, 'rate' | 'phone'>,
  office: string,
  { t, locale }: Words,
): Fact[] {
  const { womenOnStaff: women, verifiedBy: who } = entry
  const verified = day(locale, entry.verifiedOn)
  const facts = [
    { term: t('services.office'), value: office },
    { term: t('services.eligibility'), value: entry.eligibility },
    {
      term: t('services.cercles'),
      value: entry.cercles.map((one) => label('admin2_2014', one, locale)).join(', '),
    },
    { term: t('services.place'), value: entry.place },
    { term: t('services.hours'), value: entry.hours },
    { term: t('services.price'), value: entry.price },
    { term: t('services.languages'), value: languageWords(entry, locale) },
    { term: t('services.women'), value: women === null ? '' : t(women ? 'services.yes' : 'services.no') },
    { term: t('services.note'), value: entry.note },
    {
      term: t('services.checked'),
      value: who ? t('services.verified-by', { day: verified, who }) : verified,
    },
    {
      term: t('exchange.key.term'),
      value: entry.recipient ? t('exchange.key.print', { print: fingerprintOf(entry.recipient) }) : '',
    },
    { term: t('services.agreement'), value: agreementWords(entry, { t, locale }) },
  ]
  return facts.filter(({ value }) => value !== '')
}

function agreementWords(
  { agreementFrom, agreementUntil }: Pick<Entry, 'agreementFrom' | 'agreementUntil'>,
  { t, locale }: Words,
) {
  if (!agreementFrom) return t('services.no-agreement')
  return t(agreementUntil ? 'services.agreement.until' : 'services.agreement.open', {
    from: day(locale, agreementFrom),
    until: agreementUntil ? day(locale, agreementUntil) : '',
  })
}
