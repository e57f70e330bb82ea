import { partnerName } from '@/lib/base/codes/codes'
import { translator } from '@/lib/base/i18n/translate'
import type { PrintedForm } from '@/lib/desks/referral/prepare-exchange'

/** What the person takes along: where to go and whom to ring. No reference, no service, no fact of theirs. */
export function OwnSheet({ view: { grant, language } }: { view: PrintedForm }) {
  const t = translator(language)
  const { record, office, partner } = grant
  return (
    <section className="paper a6 box stack tight" lang={language} aria-label={t('exchange.own.title')}>
      <h2>{t('exchange.own.title')}</h2>
      <p>
        {t('exchange.own.lead')} <b>{partnerName(record.to, language)}</b>
      </p>
      {partner.place !== '' && <p>{partner.place}</p>}
      {partner.phone !== '' && (
        <p>
          <b dir="ltr">{partner.phone}</b>
        </p>
      )}
      <p>
        {t('exchange.own.call')} <b dir="ltr">{office.phone}</b>
      </p>
      <p className="meta">{t('exchange.own.stop')}</p>
    </section>
  )
}
