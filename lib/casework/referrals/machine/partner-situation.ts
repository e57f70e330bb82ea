import type { ReferralSituation } from './policy'
import { stateOf } from './situation'
import { type PartnerView, partnerView } from './states'

type Row = { state: string; priority: string }

/** How a partner stands to a referral it was sent. `readable`: its first slip still opens. PURE. */
export function partnerSituation(row: Row, readable: boolean): ReferralSituation {
  return {
    state: stateOf(row.state),
    relations: ['partner'],
    // Sensitivity, case and review are our side's business; no rule for a partner asks about them.
    sensitivity: 'S3',
    priority: row.priority as ReferralSituation['priority'],
    caseOpen: true,
    channel: 'APP',
    approvedByActor: false,
    reviewDue: false,
    accessEnded: !readable,
  }
}

/** How much of it the partner reads now. PURE. */
export const viewOf = (row: Row, readable: boolean): PartnerView =>
  partnerView(stateOf(row.state), { sent: true, accessEnded: !readable })
