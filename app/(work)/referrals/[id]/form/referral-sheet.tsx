import { type Fact, Facts } from '@/app/_ui/facts'
import { label } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { translator } from '@/lib/base/i18n/translate'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { PrintedForm } from '@/lib/desks/referral/prepare-exchange'

type Props = { view: PrintedForm; copy: 'SENDER' | 'RECEIVER' }

/** One copy of the form, in the language that was chosen: who, to whom, the facts of the grant, the answer to write in. */
export function ReferralSheet({ view: { grant, language }, copy }: Props) {
  const t = translator(language)
  const { record, consent, office, partner, follows } = grant
  const { facts } = record
  const said = factWords(facts, { t, locale: language })
  const names = FACT_KEYS.filter((key) => facts[key] !== undefined).map((key) => t(`referrals.fact.${key}`))
  const lines = (...keys: BlankKey[]): Fact[] =>
    keys.map((key) => ({ term: t(`exchange.sheet.${key}`), value: BLANK }))
  const head: (Fact | false)[] = [
    { term: t('exchange.sheet.reference'), value: <b dir="ltr">{record.reference}</b> },
    {
      term: t('exchange.sheet.priority'),
      value: label('referral_priority', String(facts.urgency), language),
    },
    { term: t('exchange.sheet.service'), value: label('service_type', String(facts.need), language) },
    { term: t('exchange.sheet.sent'), value: day(language, record.sentAt.slice(0, 10)) },
    { term: t('exchange.sheet.from'), value: t('exchange.sheet.from-value', { office: office.name }) },
    { term: t('exchange.sheet.phone'), value: <span dir="ltr">{office.phone}</span> },
    { term: t('exchange.sheet.to'), value: label('partner', record.to, language) },
    partner.phone !== '' && {
      term: t('exchange.sheet.phone'),
      value: <span dir="ltr">{partner.phone}</span>,
    },
    partner.place !== '' && { term: t('exchange.sheet.place'), value: partner.place },
  ]
  return (
    <section className="paper stack tight" lang={language} aria-label={t(`exchange.copy.${copy}`)}>
      <h2>{t('exchange.sheet.title')}</h2>
      <p className="meta">{t(`exchange.copy.${copy}`)}</p>
      <Facts facts={head.filter((fact) => fact !== false)} />
      <h3>{t('exchange.sheet.person')}</h3>
      {facts.name === undefined && <p>{t('exchange.sheet.nameless')}</p>}
      <Facts facts={said.filter(({ key }) => key !== 'need' && key !== 'urgency').map(shown)} />
      {follows && <p>{t('exchange.sheet.follows')}</p>}
      <h3>{t('exchange.sheet.consent')}</h3>
      <p>
        {consent.mode && `${label('consent_mode', consent.mode, language)}, `}
        {day(language, consent.givenAt)}. {t('exchange.sheet.consent-facts', { facts: names.join(', ') })}
      </p>
      <p>
        {t('exchange.sheet.only')} {t('exchange.sheet.consent-ends')} {t('exchange.sheet.limits')}
      </p>
      <h3>{t('exchange.sheet.receipt')}</h3>
      <Facts facts={lines('received-by', 'decision', 'reason', 'appointment')} />
      <h3>{t('exchange.sheet.feedback')}</h3>
      <Facts facts={lines('given', 'came', 'next')} />
      <p>{t('exchange.sheet.call', { phone: office.phone })}</p>
    </section>
  )
}

type BlankKey = 'received-by' | 'decision' | 'reason' | 'appointment' | 'given' | 'came' | 'next'
/** A line to write on. */
const BLANK = '…………………………………………………'

const shown = ({ key, term, value }: { key: string; term: string; value: string }): Fact => ({
  key,
  term,
  value: <span dir="auto">{value}</span>,
})
