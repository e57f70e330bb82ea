import { isReferralAct, type ReferralAct } from '@/lib/casework/referrals/machine/acts'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import {
  type Channel,
  next,
  type Party,
  type ReferralVerb,
} from '@/lib/casework/referrals/machine/transitions'
import { inOfficeHours, NOW, plusHours, plusMinutes } from './moments'
import type { Random } from './random'
import type { Moment, Referral, ReferralEvent } from './records'

/** One deed on a referral. The states before and after follow from the lifecycle table. */
export type Step = {
  verb: ReferralVerb | ReferralAct
  at: Moment
  actorId: string | null
  by: Party
  channel?: Channel
  reason?: string
}

/** Runs the steps through the lifecycle table. A step that the table does not allow is a planner's error. */
export function history(steps: readonly Step[]): { state: ReferralState; events: ReferralEvent[] } {
  const events: ReferralEvent[] = []
  let state: ReferralState | null = null
  for (const { verb, at, actorId, by, channel = 'APP', reason = null } of steps) {
    const to: ReferralState | null = isReferralAct(verb) ? state : next(state, verb)
    if (!to) throw new Error(`${verb} does not leave ${state ?? 'nothing'}`)
    events.push({ verb, from: state, to, at, actorId, by, channel, reason })
    state = to
  }
  if (!state) throw new Error('A referral needs at least one step')
  return { state, events }
}

/** Where a referral is to end, unless the demo's clock stops it earlier. */
export type Goal = Exclude<ReferralState, 'APPROVED'>

type RouteSpec = {
  priority: Referral['priority']
  goal: Goal
  start: Moment
  /** When it leaves; without it the supervisor takes the usual time. */
  leaves?: Moment
  /** Every later step comes soon and on time. */
  brisk?: boolean
  author: string
  approver: string
  /** Focal point in Relais; `null` when the partner answers by phone or on paper only. */
  partner: string | null
  channel: Channel
  /** Ends after SENT with an emergency that no supervisor has looked at yet. */
  unreviewed?: boolean
  reason?: string
}

/** Usual time a partner takes, in hours: shortest and longest. */
const PACE = {
  EMERGENCY: { ack: [0.3, 3], decide: [0.5, 14], begin: [0.5, 8], complete: [2, 30] },
  URGENT: { ack: [1, 22], decide: [3, 54], begin: [5, 30], complete: [20, 110] },
  NORMAL: { ack: [2, 46], decide: [12, 150], begin: [20, 100], complete: [60, 420] },
} as const

type Pace = keyof (typeof PACE)['NORMAL']
/** One answer in eight comes late: breached clocks are part of the work. */
const LATE = 0.125

const AFTER_SENDING: Readonly<Record<Goal, readonly ReferralVerb[]>> = {
  DRAFT: [],
  PENDING_APPROVAL: [],
  RETURNED: [],
  SENT: [],
  ACKNOWLEDGED: ['acknowledge'],
  INFO_REQUESTED: ['acknowledge', 'ask'],
  ACCEPTED: ['acknowledge', 'accept'],
  IN_PROGRESS: ['acknowledge', 'accept', 'begin'],
  // The person is asked within two weeks: what stays COMPLETED was reported in the last days.
  COMPLETED: ['acknowledge', 'accept', 'begin', 'complete', 'verify'],
  CONTESTED: ['acknowledge', 'accept', 'begin', 'complete', 'contest'],
  VERIFIED: ['acknowledge', 'accept', 'begin', 'complete', 'verify'],
  // Likewise: what followed an absence was decided within days.
  NOT_ACCESSED: ['acknowledge', 'accept', 'report-not-accessed', 'close-unserved'],
  CLOSED_UNSERVED: ['acknowledge', 'accept', 'report-not-accessed', 'close-unserved'],
  DECLINED: ['acknowledge', 'decline'],
  CANCELLED: ['acknowledge', 'cancel'],
  CONSENT_WITHDRAWN: ['acknowledge', 'accept', 'withdraw-consent'],
}

const PACE_OF: Readonly<Partial<Record<ReferralVerb, Pace>>> = {
  acknowledge: 'ack',
  ask: 'ack',
  accept: 'decide',
  decline: 'decide',
  begin: 'begin',
  complete: 'complete',
  'report-not-accessed': 'complete',
}

const OURS: readonly ReferralVerb[] = ['verify', 'contest', 'close-unserved', 'cancel', 'withdraw-consent']

function pause(random: Random, verb: ReferralVerb, { priority, brisk }: RouteSpec): number {
  if (OURS.includes(verb)) return brisk ? 60 : 48 + random.next() * 190
  const [min, max] = PACE[priority][PACE_OF[verb] ?? 'decide']
  if (brisk) return min + (max - min) / 5
  return (min + random.next() * (max - min)) * (random.chance(LATE) ? 2.4 : 1)
}

/** Approval takes a few hours for what is urgent, up to a day otherwise; sending follows after two minutes. */
function approval(random: Random, submitted: Moment, { leaves, priority, approver }: RouteSpec): Step[] {
  const hours = priority === 'URGENT' ? 0.3 + random.next() * 3 : 1 + random.next() * 20
  const approved = leaves ? plusMinutes(leaves, -2) : inOfficeHours(plusHours(submitted, hours))
  return [
    { verb: 'approve', at: approved, actorId: approver, by: 'supervisor' },
    { verb: 'send', at: plusMinutes(approved, 2), actorId: null, by: 'system' },
  ]
}

/** The emergency way: sent at once, looked at by a supervisor afterwards. */
function emergency(random: Random, at: Moment, { author, approver, unreviewed }: RouteSpec): Step[] {
  const sent: Step = { verb: 'send-emergency', at, actorId: author, by: 'team' }
  if (unreviewed) return [sent]
  const reviewed = plusMinutes(at, random.int(25, 200))
  return [sent, { verb: 'review', at: reviewed, actorId: approver, by: 'supervisor' }]
}

/** From the draft to the moment it leaves, or waits to. */
function departure(random: Random, spec: RouteSpec): Step[] {
  const { start, author, approver, priority, goal } = spec
  const drafted: Step = { verb: 'start', at: start, actorId: author, by: 'team' }
  if (goal === 'DRAFT') return [drafted]
  const at = plusMinutes(start, random.int(8, 45))
  const submitted: Step = { verb: 'submit', at, actorId: author, by: 'team' }
  if (goal === 'PENDING_APPROVAL') return [drafted, submitted]
  if (goal === 'RETURNED') {
    const reason = spec.reason ?? 'NEED_UNCLEAR'
    const returned = plusMinutes(at, random.int(50, 180))
    return [drafted, submitted, { verb: 'return', at: returned, actorId: approver, by: 'supervisor', reason }]
  }
  if (priority === 'EMERGENCY') return [drafted, ...emergency(random, at, spec)]
  return [drafted, submitted, ...approval(random, at, spec)]
}

/** The reason goes with the verb that asks for it; closing an absence has one of its own. */
function reasonOf(verb: ReferralVerb, { reason, goal }: RouteSpec): { reason?: string } {
  if (verb === 'close-unserved') return { reason: 'NO_OTHER_SERVICE' }
  const last = goal === 'NOT_ACCESSED' ? 'report-not-accessed' : AFTER_SENDING[goal].at(-1)
  return reason && verb === last ? { reason } : {}
}

/** Who takes a step after sending, and how it reached us. */
function answered(verb: ReferralVerb, at: Moment, spec: RouteSpec): Step {
  const reason = reasonOf(verb, spec)
  if (verb === 'cancel') return { verb, at, actorId: spec.author, by: 'author', ...reason }
  if (OURS.includes(verb)) return { verb, at, actorId: spec.author, by: 'team', ...reason }
  if (spec.channel === 'APP' && spec.partner)
    return { verb, at, actorId: spec.partner, by: 'partner', ...reason }
  const channel = spec.channel === 'APP' ? 'PHONE' : spec.channel
  return { verb, at, actorId: spec.author, by: 'recorded', channel, ...reason }
}

/** Everything that happened to a referral until the demo's clock, in order of time. */
export function route(random: Random, spec: RouteSpec): Step[] {
  const leaving = departure(random, spec)
  const steps = [...leaving]
  let last = leaving.find(({ verb }) => verb === 'send' || verb === 'send-emergency')?.at ?? spec.start
  for (const verb of AFTER_SENDING[spec.goal]) {
    const at = plusHours(last, pause(random, verb, spec))
    last = spec.priority === 'EMERGENCY' ? at : inOfficeHours(at)
    steps.push(answered(verb, last, spec))
  }
  return steps.filter(({ at }) => at <= NOW).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
