import type { ReferralClockKind } from '@/lib/engines/clocks/wiring'

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
/**
 * For how long the partner reads that. NEVER: nothing was sent. OPEN: while the state lasts. SETTLED: so many days
 * from entering the state, then the anonymous facts for some days more. AFTER: those days only. STUB: the line itself
 * goes after its days. The days are settings.
 */
export type Reading = 'NEVER' | 'OPEN' | 'SETTLED' | 'AFTER' | 'STUB'
/** The tab of our own list. `follow`: to do until another referral followed or its days are over, then closed. */
export type OurTab = 'finish' | 'approval' | 'partner' | 'answered' | 'follow' | 'closed'
/** The partner's tab. `serving`: under way until a word is due. `erase`: a copy may be left there. */
export type TheirTab = 'none' | 'new' | 'answer' | 'serving' | 'explain' | 'done' | 'erase'
/** Whom the state's clock reminds when it runs out. */
export type Reminded = 'team' | 'supervisor' | 'partner' | 'nobody'

export type StateTraits = {
  group: StateGroup
  turn: Turn
  tone: Tone
  partner: PartnerView
  reading: Reading
  /** Where it stands on our desk and on the partner's. */
  tabs: { us: OurTab; them: TheirTab }
  /** The clock that presses while it stands here. A question stops the decision clock: none presses then. */
  clock: ReferralClockKind | null
  reminds: Reminded
}

type Desk = Pick<StateTraits, 'tabs' | 'clock' | 'reminds'>
/** Our tab, the partner's tab, the clock and whom it reminds, in the order people ask. */
export const desk = (
  us: OurTab,
  them: TheirTab,
  clock: ReferralClockKind | null = null,
  reminds: Reminded = 'nobody',
): Desk => ({ tabs: { us, them }, clock, reminds })

type Share = Pick<StateTraits, 'partner' | 'reading'>
export const UNSENT: Share = { partner: 'NOTHING', reading: 'NEVER' }
export const ANONYMOUS: Share = { partner: 'STAGE_1', reading: 'OPEN' }
export const WHOLE: Share = { partner: 'STAGE_2', reading: 'OPEN' }
export const WHOLE_FOR_A_WHILE: Share = { partner: 'STAGE_2', reading: 'SETTLED' }
export const ANONYMOUS_FOR_A_WHILE: Share = { partner: 'STAGE_1', reading: 'AFTER' }
export const STUB: Share = { partner: 'STUB', reading: 'STUB' }
