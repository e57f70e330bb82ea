import { OPEN, type PartnerView, partnerView, type ReferralState, STATES } from './states'
import type { Party } from './transitions'

/**
 * Deeds that belong in the referral's history but leave its state alone: the supervisor's review of an
 * emergency, the move of the approval task to another supervisor, a reminder, and the partner's word that
 * its copy is deleted.
 */
export const ACTS = ['review', 'reassign', 'remind', 'confirm-deleted'] as const
export type ReferralAct = (typeof ACTS)[number]

export const isReferralAct = (text: string): text is ReferralAct => ACTS.some((act) => act === text)

type Place = { state: ReferralState | null; accessEnded: boolean }

const REASSIGNABLE: readonly ReferralState[] = OPEN.filter((s) => s !== 'DRAFT' && s !== 'RETURNED')

type Act = { by: readonly Party[]; at: (place: Place) => boolean }

/** Review does not wait for the partner: it stays due whatever happened since. Its guard asks whether it is. */
const ACT_RULES: Record<ReferralAct, Act> = {
  review: { by: ['supervisor'], at: ({ state }) => state !== null },
  reassign: { by: ['supervisor'], at: ({ state }) => state !== null && REASSIGNABLE.includes(state) },
  remind: { by: ['team', 'supervisor'], at: ({ state }) => state !== null && STATES[state].turn === 'them' },
  'confirm-deleted': { by: ['partner'], at: (place) => viewOf(place) === 'STUB' },
}

const viewOf = ({ state, accessEnded }: Place): PartnerView =>
  state === null ? 'NOTHING' : partnerView(state, { sent: true, accessEnded })

/** Who may do this act here; empty when it makes no sense in this state. */
export function actParties(act: ReferralAct, place: Place): readonly Party[] {
  return ACT_RULES[act].at(place) ? ACT_RULES[act].by : []
}
