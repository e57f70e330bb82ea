import { OPEN, type ReferralState } from './states'

/**
 * Who may move a referral, seen from the lifecycle. `recorded` = our staff writing down what the partner
 * said by phone or on paper; the event carries that channel. `policy.ts` refines `team` and `supervisor`.
 */
export type Party = 'team' | 'supervisor' | 'partner' | 'system' | 'author' | 'recorded'
export const PARTIES: readonly Party[] = ['team', 'supervisor', 'partner', 'system', 'author', 'recorded']

/** How an answer reached us. APP = the actor did it in Relais. */
export type Channel = 'APP' | 'PHONE' | 'PAPER'

/** What the verb asks for besides the click; the forms build on it. */
export type Requirement = 'reason' | 'outcome' | 'check' | 'message' | 'day'

/** `null` as origin means that the referral does not exist yet. 'same' keeps the state. */
type Rule = {
  verb: string
  from: readonly (ReferralState | null)[]
  to: ReferralState | 'same'
  by: readonly Party[]
  requires?: Requirement
}

const DECIDABLE = ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED'] as const
const SERVING = ['ACCEPTED', 'IN_PROGRESS'] as const
const BY_PARTNER = ['partner', 'recorded'] as const

/** Every move a referral can make. A move that is not here does not exist. */
export const TRANSITIONS = [
  { verb: 'start', from: [null], to: 'DRAFT', by: ['team'] },
  { verb: 'edit', from: ['DRAFT', 'RETURNED'], to: 'same', by: ['team'] },
  { verb: 'submit', from: ['DRAFT', 'RETURNED'], to: 'PENDING_APPROVAL', by: ['team'] },
  { verb: 'approve', from: ['PENDING_APPROVAL'], to: 'APPROVED', by: ['supervisor'] },
  { verb: 'undo', from: ['APPROVED'], to: 'PENDING_APPROVAL', by: ['supervisor'] },
  {
    verb: 'return',
    from: ['PENDING_APPROVAL', 'APPROVED'],
    to: 'RETURNED',
    by: ['supervisor'],
    requires: 'reason',
  },
  { verb: 'return', from: ['APPROVED'], to: 'RETURNED', by: ['system'], requires: 'reason' },
  { verb: 'send', from: ['APPROVED'], to: 'SENT', by: ['system'] },
  { verb: 'send-emergency', from: ['DRAFT', 'RETURNED'], to: 'SENT', by: ['team'] },
  { verb: 'acknowledge', from: ['SENT'], to: 'ACKNOWLEDGED', by: BY_PARTNER },
  { verb: 'ask', from: ['SENT', 'ACKNOWLEDGED'], to: 'INFO_REQUESTED', by: BY_PARTNER, requires: 'message' },
  { verb: 'answer', from: ['INFO_REQUESTED'], to: 'ACKNOWLEDGED', by: ['team'], requires: 'message' },
  { verb: 'accept', from: DECIDABLE, to: 'ACCEPTED', by: BY_PARTNER },
  { verb: 'decline', from: DECIDABLE, to: 'DECLINED', by: BY_PARTNER, requires: 'reason' },
  { verb: 'begin', from: ['ACCEPTED'], to: 'IN_PROGRESS', by: BY_PARTNER },
  // A service that the person did not confirm may be reported again, with what happened.
  { verb: 'complete', from: [...SERVING, 'CONTESTED'], to: 'COMPLETED', by: BY_PARTNER, requires: 'outcome' },
  {
    verb: 'report-not-accessed',
    from: SERVING,
    to: 'NOT_ACCESSED',
    by: ['partner', 'team', 'recorded'],
    requires: 'reason',
  },
  {
    verb: 'rebook',
    from: ['NOT_ACCESSED'],
    to: 'ACCEPTED',
    by: ['partner', 'team', 'recorded'],
    requires: 'day',
  },
  // "Yes" or "partly" from the person. A "no" contests: it never becomes confirmed.
  {
    verb: 'verify',
    from: ['COMPLETED', 'CONTESTED', 'NOT_ACCESSED'],
    to: 'VERIFIED',
    by: ['team'],
    requires: 'check',
  },
  { verb: 'contest', from: ['COMPLETED'], to: 'CONTESTED', by: ['team'], requires: 'check' },
  {
    verb: 'close-unserved',
    from: ['CONTESTED', 'NOT_ACCESSED'],
    to: 'CLOSED_UNSERVED',
    by: ['team'],
    requires: 'reason',
  },
  { verb: 'cancel', from: OPEN, to: 'CANCELLED', by: ['author', 'supervisor'], requires: 'reason' },
  // The system: a colleague who had to confirm the consent did not, and what left is recalled.
  {
    verb: 'withdraw-consent',
    from: OPEN,
    to: 'CONSENT_WITHDRAWN',
    by: ['team', 'system'],
    requires: 'reason',
  },
] as const satisfies readonly Rule[]

export type ReferralVerb = (typeof TRANSITIONS)[number]['verb']
export const REFERRAL_VERBS: readonly ReferralVerb[] = [...new Set(TRANSITIONS.map((rule) => rule.verb))]

export const isReferralVerb = (text: string): text is ReferralVerb =>
  REFERRAL_VERBS.some((verb) => verb === text)

/** One single move, the unit that the database and the documentation list. */
export type Move = { verb: ReferralVerb; from: ReferralState | null; to: ReferralState; by: Party }

function movesOf(rule: Rule & { verb: ReferralVerb }): Move[] {
  return rule.from.flatMap((from) => {
    const to = rule.to === 'same' ? from : rule.to
    return to === null ? [] : rule.by.map((by) => ({ verb: rule.verb, from, to, by }))
  })
}

/** The whole table, one row a verb, origin and party. */
export const MOVES: readonly Move[] = TRANSITIONS.flatMap(movesOf)

/** Where a verb leads, or null if that verb does not leave this state. `null` as state: nothing exists yet. */
export function next(state: ReferralState | null, verb: ReferralVerb): ReferralState | null {
  return MOVES.find((move) => move.verb === verb && move.from === state)?.to ?? null
}

/** Who may make this move at all; empty when the move does not exist. */
export function partiesFor(state: ReferralState | null, verb: ReferralVerb): Party[] {
  return MOVES.filter((move) => move.verb === verb && move.from === state).map((move) => move.by)
}

/** What a verb asks for, null if the click is enough. */
export function requirementOf(verb: ReferralVerb): Requirement | null {
  const rule: Rule | undefined = TRANSITIONS.find((row) => row.verb === verb)
  return rule?.requires ?? null
}

/** The partner's own answers, which staff may write down for the partner. 'recorded' stands last in `by`. */
export type RecordableVerb = Extract<
  (typeof TRANSITIONS)[number],
  { by: readonly [...Party[], 'recorded'] }
>['verb']

export const isRecordable = (verb: ReferralVerb): verb is RecordableVerb =>
  MOVES.some((move) => move.verb === verb && move.by === 'recorded')

/**
 * What the owner's migration put right by rule: VERIFIED although the person had said "no". It stands in histories and
 * is no move: no login can make it, so the database's table does not list it.
 */
export const CORRECTION = { verb: 'correct', from: 'VERIFIED', to: 'CONTESTED', by: 'system' } as const
export type Correction = typeof CORRECTION.verb

/** Verbs whose move ends what the partner can read, at once and in the same transaction. */
export const ENDS_ACCESS: readonly ReferralVerb[] = ['decline', 'cancel', 'withdraw-consent']
