import {
  ANONYMOUS,
  ANONYMOUS_FOR_A_WHILE,
  desk,
  type PartnerView,
  STUB,
  type StateGroup,
  type StateTraits,
  type Tone,
  type Turn,
  UNSENT,
  WHOLE,
  WHOLE_FOR_A_WHILE,
} from './traits'

/**
 * The states of a referral, each described once: part of its life, whose turn, what the partner reads and for how
 * long, where it stands on each desk, which clock runs and whom it reminds. Silence of a partner is no state: it is
 * read from the clocks. Which verb leads from which state to which other one is in `transitions.ts`.
 */

const traits = (
  group: StateGroup,
  turn: Turn,
  tone: Tone,
  rest: Omit<StateTraits, 'group' | 'turn' | 'tone'>,
): StateTraits => ({ group, turn, tone, ...rest })

/** One row a state, in the order of a referral's life. */
export const STATES = {
  DRAFT: traits('OPEN', 'us', 'plain', { ...UNSENT, ...desk('finish', 'none') }),
  PENDING_APPROVAL: traits('OPEN', 'us', 'plain', {
    ...UNSENT,
    ...desk('approval', 'none', 'approve', 'supervisor'),
  }),
  RETURNED: traits('OPEN', 'us', 'soon', { ...UNSENT, ...desk('finish', 'none') }),
  APPROVED: traits('OPEN', 'us', 'plain', { ...UNSENT, ...desk('approval', 'none') }),
  SENT: traits('OPEN', 'them', 'them', { ...ANONYMOUS, ...desk('partner', 'new', 'acknowledge', 'partner') }),
  ACKNOWLEDGED: traits('OPEN', 'them', 'them', {
    ...ANONYMOUS,
    ...desk('partner', 'answer', 'decide', 'partner'),
  }),
  INFO_REQUESTED: traits('OPEN', 'us', 'soon', {
    ...ANONYMOUS,
    ...desk('answered', 'answer', 'reply', 'team'),
  }),
  ACCEPTED: traits('OPEN', 'them', 'them', {
    ...WHOLE,
    ...desk('partner', 'serving', 'feedback', 'partner'),
  }),
  IN_PROGRESS: traits('OPEN', 'them', 'them', {
    ...WHOLE,
    ...desk('partner', 'serving', 'feedback', 'partner'),
  }),
  COMPLETED: traits('SETTLED', 'us', 'good', {
    ...WHOLE_FOR_A_WHILE,
    ...desk('answered', 'done', 'verify', 'team'),
  }),
  CONTESTED: traits('SETTLED', 'us', 'late', {
    ...WHOLE_FOR_A_WHILE,
    ...desk('answered', 'explain', 'follow-on', 'team'),
  }),
  NOT_ACCESSED: traits('SETTLED', 'us', 'soon', {
    ...WHOLE_FOR_A_WHILE,
    ...desk('answered', 'done', 'follow-on', 'team'),
  }),
  VERIFIED: traits('CLOSED', 'nobody', 'good', { ...ANONYMOUS_FOR_A_WHILE, ...desk('closed', 'done') }),
  CLOSED_UNSERVED: traits('CLOSED', 'nobody', 'soon', {
    ...ANONYMOUS_FOR_A_WHILE,
    ...desk('closed', 'done'),
  }),
  DECLINED: traits('CLOSED', 'nobody', 'soon', { ...STUB, ...desk('follow', 'done') }),
  CANCELLED: traits('CLOSED', 'nobody', 'plain', { ...STUB, ...desk('closed', 'erase') }),
  CONSENT_WITHDRAWN: traits('CLOSED', 'nobody', 'late', { ...STUB, ...desk('closed', 'erase') }),
} as const satisfies Record<string, StateTraits>

export type ReferralState = keyof typeof STATES

export const REFERRAL_STATES = Object.keys(STATES) as ReferralState[]

export const isReferralState = (text: string): text is ReferralState => Object.hasOwn(STATES, text)

const where = (holds: (traits: StateTraits) => boolean): ReferralState[] =>
  REFERRAL_STATES.filter((state) => holds(STATES[state]))

export const OPEN = where(({ group }) => group === 'OPEN')
export const SETTLED = where(({ group }) => group === 'SETTLED')
export const CLOSED = where(({ group }) => group === 'CLOSED')

/** States in which the partner holds the referral or has asked about it: the decision clocks live here. */
export const WITH_PARTNER: readonly ReferralState[] = OPEN.filter((s) => STATES[s].partner !== 'NOTHING')
/** The only states in which the second share row may be read (the database says the same on its own). */
export const STAGE_2_STATES: readonly ReferralState[] = where(({ partner }) => partner === 'STAGE_2')
export const STAGE_1_STATES: readonly ReferralState[] = where(
  ({ partner }) => partner === 'STAGE_1' || partner === 'STAGE_2',
)

/** What is known about a share: whether it ever left, whether it was ended, since when the state stands. */
export type Share = {
  sent: boolean
  /** Consent withdrawn or run out, or the slip ended. */
  accessEnded: boolean
  /** Days since the state was entered, fractions included. */
  days: number
}
export type ReadingDays = { settled: number; after: number }

/**
 * What the partner may read of one referral. A state that is settled gives way: all ticked facts, then the anonymous
 * ones, then a stub. PURE.
 */
export function partnerView(state: ReferralState, share: Share, limits: ReadingDays): PartnerView {
  const { partner, reading } = STATES[state]
  if (!share.sent) return 'NOTHING'
  if (partner === 'NOTHING') return 'NOTHING'
  if (share.accessEnded) return 'STUB'
  if (reading === 'SETTLED') {
    if (share.days < limits.settled) return partner
    return share.days < limits.settled + limits.after ? 'STAGE_1' : 'STUB'
  }
  return reading === 'AFTER' && share.days >= limits.after ? 'STUB' : partner
}
