import type { Wiring } from './types'

/** Order matters: of two clocks due at the same instant the first one presses. */
export const REFERRAL_CLOCKS = [
  'review',
  'approve',
  'acknowledge',
  'reply',
  'decide',
  'feedback',
  'follow-on',
  'explain',
  'verify',
] as const
export type ReferralClockKind = (typeof REFERRAL_CLOCKS)[number]

export const ALERT_CLOCKS = ['triage'] as const
export type AlertClockKind = (typeof ALERT_CLOCKS)[number]

export const CASE_CLOCKS = ['first-action', 'assess', 'plan', 'follow-up', 'supervise'] as const
export type CaseClockKind = (typeof CASE_CLOCKS)[number]

const SENT = ['send', 'send-emergency']
const WITHDRAWN = ['cancel', 'withdraw-consent']
const REBASED = ['rebase']

export const REFERRAL_WIRING: Readonly<Record<ReferralClockKind, Wiring>> = {
  // The bypass of approval must be looked at even when the referral has ended since.
  review: { starts: ['send-emergency'], meets: ['review'], ends: [], rebases: REBASED },
  approve: {
    starts: ['submit'],
    meets: ['approve', 'return'],
    ends: WITHDRAWN,
    resumes: ['undo'],
    rebases: REBASED,
  },
  // A question or a decision proves receipt, also when nobody pressed the button.
  acknowledge: {
    starts: SENT,
    meets: ['acknowledge', 'ask', 'accept', 'decline'],
    ends: WITHDRAWN,
    rebases: REBASED,
  },
  decide: { starts: SENT, meets: ['accept', 'decline'], ends: WITHDRAWN, rebases: REBASED },
  // From acceptance: a partner who accepts on the last hour still has the act-within time.
  feedback: {
    starts: ['accept', 'rebook'],
    meets: ['complete', 'report-not-accessed'],
    ends: WITHDRAWN,
    rebases: REBASED,
  },
  verify: { starts: ['complete'], meets: ['verify', 'contest'], ends: [], rebases: REBASED },
  // A partner's question is our turn.
  reply: { starts: ['ask'], meets: ['answer', 'accept', 'decline'], ends: WITHDRAWN, rebases: REBASED },
  // The person got nothing: what comes next is ours to say, whatever the partner answers meanwhile.
  'follow-on': {
    starts: ['contest', 'correct', 'report-not-accessed'],
    meets: ['verify', 'rebook', 'close-unserved', 'complete'],
    ends: [],
    rebases: REBASED,
  },
  explain: {
    starts: ['contest', 'correct'],
    meets: ['complete', 'verify', 'close-unserved'],
    ends: [],
    rebases: REBASED,
  },
}

export const ALERT_WIRING: Readonly<Record<AlertClockKind, Wiring>> = {
  triage: {
    starts: ['raise', '>NEW'],
    meets: ['CASE_OPENED', 'LINKED', 'NO_ACTION'],
    ends: [],
    handsOver: ['hand-over'],
    rebases: REBASED,
  },
}

const OPENED = ['open', 'reopen', '>OPEN', 'DRAFT>OPEN', 'CLOSED>OPEN']
const GONE = ['CLOSED', 'TRANSFERRED', 'DUPLICATE']
/** A new risk level changes the promise made to the person at once, the time already used stays. */
const RERATED = ['rebase', 'rate-risk']

const caseClock = (meets: readonly string[], repeats = false): Wiring => ({
  starts: OPENED,
  meets,
  ends: GONE,
  handsOver: ['hand-over'],
  rebases: RERATED,
  repeats,
})

/** Events of a case are named by these verbs; whoever reads the log maps its own words to them. */
export const CASE_WIRING: Readonly<Record<CaseClockKind, Wiring>> = {
  'first-action': caseClock(['act']),
  assess: caseClock(['assess']),
  plan: caseClock(['agree-plan']),
  'follow-up': caseClock(['follow-up'], true),
  supervise: { ...caseClock(['supervise'], true), handsOver: [] },
}
