import { OPEN, type ReferralState, SETTLED, STATES, WITH_PARTNER } from './states'
import type { PartnerView } from './traits'
import type { Party } from './transitions'

/**
 * Deeds that belong in the referral's history but leave its state alone: the supervisor's review of an
 * emergency, the move of the approval task to another supervisor, a reminder, the word to the partner that the person
 * did not confirm, the partner's that its copy is deleted (or what it told us of that), and a new yes of the person that it rests on from then on.
 */
export const ACTS = [
  'review',
  'reassign',
  'remind',
  'tell-partner',
  'confirm-deleted',
  'note-deleted',
  'renew',
] as const
export type ReferralAct = (typeof ACTS)[number]

export const isReferralAct = (text: string): text is ReferralAct => ACTS.some((act) => act === text)

/** `reads`: what the partner reads of it now; `left`: it was sent, and nobody said yet that it is deleted there. Whoever asks has worked both out. */
type Place = { state: ReferralState | null; reads: PartnerView; untold: boolean; left: boolean }

const REASSIGNABLE: readonly ReferralState[] = OPEN.filter((s) => s !== 'DRAFT' && s !== 'RETURNED')

/** What a partner reads, or may still be asked to do: its consent is worth asking for again. */
const RENEWABLE: readonly ReferralState[] = [...WITH_PARTNER, ...SETTLED]

type Act = { by: readonly Party[]; at: (place: Place) => boolean }

/** Review does not wait for the partner: it stays due whatever happened since. Its guard asks whether it is. */
const ACT_RULES: Record<ReferralAct, Act> = {
  review: { by: ['supervisor'], at: ({ state }) => state !== null },
  reassign: { by: ['supervisor'], at: ({ state }) => state !== null && REASSIGNABLE.includes(state) },
  remind: { by: ['team', 'supervisor'], at: ({ state }) => state !== null && STATES[state].turn === 'them' },
  'tell-partner': { by: ['team'], at: ({ untold }) => untold },
  'confirm-deleted': { by: ['partner'], at: ({ reads }) => reads === 'STUB' },
  'note-deleted': {
    by: ['recorded'],
    at: ({ state, left }) => left && state !== null && STATES[state].tabs.them === 'erase',
  },
  renew: { by: ['system'], at: ({ state }) => state !== null && RENEWABLE.includes(state) },
}

/** Who may do this act here; empty when it makes no sense in this state. */
export function actParties(act: ReferralAct, place: Place): readonly Party[] {
  return ACT_RULES[act].at(place) ? ACT_RULES[act].by : []
}
