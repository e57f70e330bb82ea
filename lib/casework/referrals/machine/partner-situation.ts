import type { ReferralSituation } from './policy'
import { partnerView, type ReferralState } from './states'
import type { PartnerView } from './traits'

/** A referral as the partner's login reads it, with the days of reading now in force. */
export type HeldRow = {
  state: ReferralState
  priority: string
  readingSince: Date
  settledDays: number
  afterDays: number
}
/** `readable`: its first slip still opens; `now`: the casework clock. */
export type Looking = { readable: boolean; now: Date }

const DAY = 86_400_000

/** How much of it the partner reads now. PURE. */
export const viewOf = (row: HeldRow, { readable, now }: Looking): PartnerView =>
  partnerView(
    row.state,
    { sent: true, accessEnded: !readable, days: (now.getTime() - row.readingSince.getTime()) / DAY },
    { settled: row.settledDays, after: row.afterDays },
  )

/** How a partner stands to a referral it was sent. PURE. */
export function partnerSituation(row: HeldRow, looking: Looking): ReferralSituation {
  return {
    state: row.state,
    relations: ['partner'],
    // Sensitivity, case and review are our side's business; no rule for a partner asks about them.
    sensitivity: 'S3',
    priority: row.priority as ReferralSituation['priority'],
    caseOpen: true,
    channel: 'APP',
    approvedByActor: false,
    reviewDue: false,
    reads: viewOf(row, looking),
    untold: false,
    left: true,
    // A slip that still opens rests on a consent that still stands.
    consentStands: looking.readable,
  }
}
