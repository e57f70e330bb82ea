import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { type Capacity, isStale, isToVerify, pauseIsOver, takes } from './capacity'

/**
 * How a partner answered for one service lately: how often it was asked and said something or let its time run out, accepted and
 * silent among them, days to the answer in the middle and for nine of ten. `asked` is null where too few say anything.
 */
export type Rate = {
  asked: number | null
  /** In how many days: a setting. */
  window: number
  accepted: number
  silent: number
  days: number | null
  p90: number | null
}

/** One line of the directory with what speaks for and against it. Days are `YYYY-MM-DD`. */
export type Entry = {
  id: string
  partner: string
  service: string
  office: string
  cercles: readonly string[]
  state: Capacity
  /** How long one waits; how many more are received this week, where somebody said so. */
  waitDays: number | null
  places: number | null
  pausedUntil: string | null
  eligibility: string
  hours: string
  price: string
  languages: readonly string[]
  /** Null: nobody said. */
  womenOnStaff: boolean | null
  verifiedOn: string
  /** Who looked last, where their name is this reader's to know. */
  verifiedBy: string | null
  /** The day on which its keeper was asked about places, having had none again and again; nobody has answered yet. */
  askedOn: string | null
  note: string
  place: string
  /** The public key to which files for it are sealed. */
  recipient?: string
  /** Where a link is written to while nobody there has an account. */
  mail: string
  version: number
  phone: string
  agreementFrom: string | null
  agreementUntil: string | null
  rate: Rate
}

export type Standing = {
  open: boolean
  agreed: boolean
  stale: boolean
  /** A pause was to end, and nobody has said that it did. */
  over: boolean
  toVerify: boolean
  /** Places as somebody said them less than a week ago: older ones are no places of this week. */
  placesNow: number | null
  /** Receives, at once or after a wait, and an agreement allows sharing: it can be chosen. */
  choosable: boolean
}
export type Ranked = Entry & Standing & { near: boolean }

export const agreementInForce = (
  { agreementFrom: from, agreementUntil: until }: Pick<Entry, 'agreementFrom' | 'agreementUntil'>,
  today: string,
): boolean => from !== null && from <= today && (until === null || until >= today)

type Judged = Pick<
  Entry,
  'state' | 'pausedUntil' | 'verifiedOn' | 'askedOn' | 'places' | 'agreementFrom' | 'agreementUntil'
>
/** How an entry stands today. PURE. */
export function standing(entry: Judged, now: Date): Standing {
  const today = isoDayOf(now)
  const open = takes(entry.state)
  const agreed = agreementInForce(entry, today)
  return {
    open,
    agreed,
    stale: isStale(entry.verifiedOn, now),
    over: pauseIsOver(entry, today),
    toVerify: isToVerify(entry, now),
    placesNow: entry.verifiedOn > isoDayOf(daysAfter(now, -7)) ? entry.places : null,
    choosable: open && agreed,
  }
}

/** Of those it was asked for; nothing where too few say anything. */
const acceptance = ({ asked, accepted }: Rate): number => (asked ? accepted / asked : 0)

/**
 * What can be chosen first, then near, then whoever is not known to be full again and again, then without a wait or after the shortest, then whoever answers fastest, then whoever accepts more
 * often; at last by the partner's code: the same entries always stand in the same order. PURE.
 */
export const ranked = (entries: readonly Entry[], cercle: string, now: Date): Ranked[] =>
  entries
    .map((entry) => ({ ...entry, ...standing(entry, now), near: entry.cercles.includes(cercle) }))
    .toSorted(
      (a, b) =>
        Number(b.choosable) - Number(a.choosable) ||
        Number(b.near) - Number(a.near) ||
        Number(a.askedOn !== null) - Number(b.askedOn !== null) ||
        (a.waitDays ?? 0) - (b.waitDays ?? 0) ||
        (a.rate.days ?? 999) - (b.rate.days ?? 999) ||
        acceptance(b.rate) - acceptance(a.rate) ||
        (a.partner < b.partner ? -1 : 1),
    )
