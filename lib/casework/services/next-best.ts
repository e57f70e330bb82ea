import { type Entry, type Ranked, ranked } from './ranking'

/** What this person has lived with one partner for this service: how it ended or stands, and a harm that is asked about first. */
export type Tried = { partner: string; state: string; harmed: boolean }

/** Why an entry is not offered; sentences `services.left.<why>`. */
export type Left = { entry: Ranked; why: 'NO_AGREEMENT' | 'PAUSED' | 'HARMED' | 'TRIED' | 'RUNNING' }
export type NextBest = { offered: Ranked[]; left: Left[] }

/** States in which a partner said no, or the service did not reach the person. */
const FAILED = ['DECLINED', 'CONTESTED', 'NOT_ACCESSED', 'CLOSED_UNSERVED']
/** States in which nothing more comes of it; in all others not above it is under way. */
const ENDED = ['VERIFIED', 'COMPLETED', 'CANCELLED', 'CONSENT_WITHDRAWN']

/**
 * Who else offers the same service from the same office: open, allowed to be told, not tried in vain for this person;
 * near first, then whoever answers fastest. What is left out comes with its reason: nothing disappears. PURE.
 */
export function nextBest(
  entries: readonly Entry[],
  { cercle, tried, now }: { cercle: string; tried: readonly Tried[]; now: Date },
): NextBest {
  const offered: Ranked[] = []
  const left: Left[] = []
  for (const entry of ranked(entries, cercle, now)) {
    const why = whyNot(entry, tried)
    if (why) left.push({ entry, why })
    else offered.push(entry)
  }
  return { offered, left }
}

function whyNot(entry: Ranked, tried: readonly Tried[]): Left['why'] | undefined {
  const own = tried.filter(({ partner }) => partner === entry.partner)
  if (own.some(({ harmed }) => harmed)) return 'HARMED'
  if (own.some(({ state }) => FAILED.includes(state))) return 'TRIED'
  if (own.some(({ state }) => !ENDED.includes(state))) return 'RUNNING'
  if (!entry.agreed) return 'NO_AGREEMENT'
  return entry.open ? undefined : 'PAUSED'
}
