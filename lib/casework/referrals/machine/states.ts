/**
 * The states of a referral. Silence of a partner is no state: it is read from the clocks.
 * Which verb leads from which state to which other one is in `transitions.ts`.
 */

/** Which part of a referral's life a state belongs to. Nothing leaves CLOSED. */
export type StateGroup = 'OPEN' | 'SETTLED' | 'CLOSED'
/** Who holds the baton: our team, the partner, or nobody any more. */
export type Turn = 'us' | 'them' | 'nobody'
/** Colour of the tag; the words always stand beside it. */
export type Tone = 'plain' | 'them' | 'good' | 'soon' | 'late'
/**
 * What the partner may read: nothing, the anonymous facts, all ticked facts, or a stub without any fact
 * (code, state, "please delete").
 */
export type PartnerView = 'NOTHING' | 'STAGE_1' | 'STAGE_2' | 'STUB'

type StateTraits = { group: StateGroup; turn: Turn; tone: Tone; partner: PartnerView }

const traits = (group: StateGroup, turn: Turn, tone: Tone, partner: PartnerView): StateTraits => ({
  group,
  turn,
  tone,
  partner,
})

/** One row a state, in the order of a referral's life. */
export const STATES = {
  DRAFT: traits('OPEN', 'us', 'plain', 'NOTHING'),
  PENDING_APPROVAL: traits('OPEN', 'us', 'plain', 'NOTHING'),
  RETURNED: traits('OPEN', 'us', 'soon', 'NOTHING'),
  APPROVED: traits('OPEN', 'us', 'plain', 'NOTHING'),
  SENT: traits('OPEN', 'them', 'them', 'STAGE_1'),
  ACKNOWLEDGED: traits('OPEN', 'them', 'them', 'STAGE_1'),
  INFO_REQUESTED: traits('OPEN', 'us', 'soon', 'STAGE_1'),
  ACCEPTED: traits('OPEN', 'them', 'them', 'STAGE_2'),
  IN_PROGRESS: traits('OPEN', 'them', 'them', 'STAGE_2'),
  COMPLETED: traits('SETTLED', 'us', 'good', 'STAGE_2'),
  NOT_ACCESSED: traits('SETTLED', 'nobody', 'soon', 'STAGE_2'),
  VERIFIED: traits('CLOSED', 'nobody', 'good', 'STAGE_1'),
  DECLINED: traits('CLOSED', 'nobody', 'soon', 'STUB'),
  CANCELLED: traits('CLOSED', 'nobody', 'plain', 'STUB'),
  CONSENT_WITHDRAWN: traits('CLOSED', 'nobody', 'late', 'STUB'),
} as const satisfies Record<string, StateTraits>

export type ReferralState = keyof typeof STATES

export const REFERRAL_STATES = Object.keys(STATES) as ReferralState[]

export const isReferralState = (text: string): text is ReferralState => Object.hasOwn(STATES, text)

const inGroup = (group: StateGroup): ReferralState[] =>
  REFERRAL_STATES.filter((state) => STATES[state].group === group)

export const OPEN = inGroup('OPEN')
export const SETTLED = inGroup('SETTLED')
export const CLOSED = inGroup('CLOSED')

/** States in which the partner holds the referral or has asked about it: the decision clocks live here. */
export const WITH_PARTNER: readonly ReferralState[] = OPEN.filter((s) => STATES[s].partner !== 'NOTHING')
/** The only states in which the second share row may be read (the database says the same on its own). */
export const STAGE_2_STATES: readonly ReferralState[] = REFERRAL_STATES.filter(
  (s) => STATES[s].partner === 'STAGE_2',
)
export const STAGE_1_STATES: readonly ReferralState[] = REFERRAL_STATES.filter(
  (s) => STATES[s].partner === 'STAGE_1' || STATES[s].partner === 'STAGE_2',
)

/** Days a partner keeps the fact-free stub after decline, cancel or withdrawal. A setting, this is its default. */
export const STUB_DAYS = 90
/** Days after VERIFIED until stage 1 closes too. A setting, this is its default. */
export const VERIFIED_SHARE_DAYS = 30

/**
 * What the partner may read of one referral.
 * `sent`: it has left at least once; `accessEnded`: consent was withdrawn after the service was settled,
 * or the share has run out.
 */
export function partnerView(
  state: ReferralState,
  share: { sent: boolean; accessEnded: boolean },
): PartnerView {
  if (!share.sent) return 'NOTHING'
  const view = STATES[state].partner
  return share.accessEnded && view !== 'NOTHING' ? 'STUB' : view
}
