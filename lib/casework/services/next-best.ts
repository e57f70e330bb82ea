import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { type Entry, type Ranked, ranked } from './ranking'

/** What this person has lived with one partner for this service: how it ended or stands and why, and a harm that is asked about first. */
export type Tried = {
  partner: string
  state: string
  reason?: string | null
  /** When it came to that; without a moment, just now. */
  at?: string | undefined
  harmed: boolean
}

/** Why an entry is not offered; sentences `services.left.<why>`. */
export type Left = {
  entry: Ranked
  why: 'NO_AGREEMENT' | 'PAUSED' | 'FULL' | 'HARMED' | 'TRIED' | 'BEGUN' | 'RUNNING' | 'SERVING'
}
export type NextBest = { offered: Ranked[]; left: Left[] }

/** States in which a partner said no, or the service did not reach the person. */
const FAILED = ['DECLINED', 'CONTESTED', 'NOT_ACCESSED', 'CLOSED_UNSERVED']
/** What the team stopped since nothing came of it, or since the person is not safe there. */
const STOPPED_IN_VAIN = ['NO_ANSWER', 'UNSAFE']
/** Reasons that pass: a place gets free, a service opens again, somebody answers. About the person or the place they last. */
const PASSING = [
  'NO_CAPACITY',
  'SERVICE_SUSPENDED',
  'NO_ACCESS',
  'INCOMPLETE',
  'UNREACHABLE',
  'NO_SAFE_STAFF',
  'OTHER',
  'NO_ANSWER',
]
/** So many days after a no of that kind they can be asked again. */
const PASSES_IN = 30
/** Over sooner where the agency said since then that it receives. */
const ANSWERED_SINCE = ['NO_CAPACITY', 'SERVICE_SUSPENDED']
const inVain = ({ state, reason, at }: Tried, entry: Ranked, now: Date): boolean => {
  const no = FAILED.includes(state) || (state === 'CANCELLED' && STOPPED_IN_VAIN.includes(reason ?? ''))
  if (!no || !at || !['DECLINED', 'CANCELLED'].includes(state) || !PASSING.includes(reason ?? '')) return no
  const day = isoDayOf(new Date(at))
  if (ANSWERED_SINCE.includes(reason ?? '') && entry.open && entry.askedOn === null && entry.verifiedOn > day)
    return false
  return day > isoDayOf(daysAfter(now, -PASSES_IN))
}
/** Where it is under way: the partner has said yes, it has it and has not decided, it has not left us. */
const UNDER_WAY = [
  ['SERVING', ['ACCEPTED', 'IN_PROGRESS']],
  ['RUNNING', ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED']],
  ['BEGUN', ['DRAFT', 'PENDING_APPROVAL', 'RETURNED', 'APPROVED']],
] as const satisfies readonly (readonly [Left['why'], readonly string[]])[]

/**
 * Who else offers the same service from the same office: receiving, allowed to be told, not tried in vain for this person;
 * near first, then whoever answers fastest. What is left out comes with its reason: nothing disappears. PURE.
 */
export function nextBest(
  entries: readonly Entry[],
  { cercle, tried, now }: { cercle: string; tried: readonly Tried[]; now: Date },
): NextBest {
  const offered: Ranked[] = []
  const left: Left[] = []
  for (const entry of ranked(entries, cercle, now)) {
    const why = whyNot(entry, tried, now)
    if (why) left.push({ entry, why })
    else offered.push(entry)
  }
  return { offered, left }
}

function whyNot(entry: Ranked, tried: readonly Tried[], now: Date): Left['why'] | undefined {
  const own = tried.filter(({ partner }) => partner === entry.partner)
  if (own.some(({ harmed }) => harmed)) return 'HARMED'
  if (own.some((one) => inVain(one, entry, now))) return 'TRIED'
  const underWay = UNDER_WAY.find(([, states]) =>
    own.some(({ state }) => (states as readonly string[]).includes(state)),
  )
  if (underWay) return underWay[0]
  if (!entry.agreed) return 'NO_AGREEMENT'
  return entry.state === 'FULL' || entry.state === 'PAUSED' ? entry.state : undefined
}
