import { daysAfter, isoDayOf } from '@/lib/base/time/days'

/** How a partner answered for one service so far: decided, accepted among them, median days to the answer. */
export type Rate = { decided: number; accepted: number; days: number | null }

/** One line of the directory with what speaks for and against it. Days are `YYYY-MM-DD`. */
export type Entry = {
  id: string
  partner: string
  service: string
  office: string
  cercles: readonly string[]
  state: string
  pausedUntil: string | null
  verifiedOn: string
  note: string
  place: string
  phone: string
  agreementFrom: string | null
  agreementUntil: string | null
  rate: Rate
}

export type Ranked = Entry & {
  open: boolean
  agreed: boolean
  near: boolean
  stale: boolean
  /** Open, and an agreement allows sharing: it can be chosen. */
  choosable: boolean
}

/** Days after which somebody must look again whether an entry is true. */
export const staleAfterDays = 60

export const agreementInForce = (
  { agreementFrom: from, agreementUntil: until }: Pick<Entry, 'agreementFrom' | 'agreementUntil'>,
  today: string,
): boolean => from !== null && from <= today && (until === null || until >= today)

export const isStale = (verifiedOn: string, now: Date): boolean =>
  verifiedOn < isoDayOf(daysAfter(now, -staleAfterDays))

/** What can be chosen first, then near, then whoever answers fastest. PURE. */
export function ranked(entries: readonly Entry[], cercle: string, now: Date): Ranked[] {
  const today = isoDayOf(now)
  return entries
    .map((entry) => {
      const open = entry.state === 'OPEN'
      const agreed = agreementInForce(entry, today)
      return {
        ...entry,
        open,
        agreed,
        near: entry.cercles.includes(cercle),
        stale: isStale(entry.verifiedOn, now),
        choosable: open && agreed,
      }
    })
    .toSorted(
      (a, b) =>
        Number(b.choosable) - Number(a.choosable) ||
        Number(b.near) - Number(a.near) ||
        (a.rate.days ?? 999) - (b.rate.days ?? 999) ||
        (a.partner < b.partner ? -1 : 1),
    )
}
