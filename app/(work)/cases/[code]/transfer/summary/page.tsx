import { Facts } from '@/app/_ui/facts'
import { Narrow } from '@/app/_ui/layout'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import { prepareSummary } from '@/lib/desks/case-file/prepare-agency'
import { caseRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'

/** The paper that goes with the case: what the person agreed to say to this agency, and nothing else. No code of ours. */
export default async function SummaryPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const page = await read({ action: 'transfer.summary', roles: caseRoles }, (reading) =>
    prepareSummary(reading, code),
  )
  const { t, locale, view } = page
  const { head, offer, facts } = view
  const partner = partnerName(offer.partner, locale)
  const words = factWords(facts, { t, locale })
  return (
    <CaseFrame head={head} page={page} title={t('transfers.summary.title')}>
      <Narrow>
        <div className="noprint">
          <h2>{t('transfers.summary.title')}</h2>
          <p className="lead">
            {offer.row.handedAt
              ? t('transfers.summary.handed', { at: moment(locale, offer.row.handedAt) })
              : t('transfers.summary.lead', { partner })}
          </p>
        </div>
        <section className="box stack tight" aria-label={t('transfers.summary.title')}>
          <h3>{t('transfers.summary.for', { partner })}</h3>
          {words.length > 0 ? (
            <Facts facts={words.map(({ term, value }) => ({ term, value }))} />
          ) : (
            <p>{t('transfers.summary.nothing')}</p>
          )}
          {offer.word && <p dir="auto">{offer.word}</p>}
          <p className="meta">{t('transfers.summary.kept')}</p>
        </section>
        <p className="meta noprint">{t('referrals.slip-page.print')}</p>
      </Narrow>
    </CaseFrame>
  )
}
