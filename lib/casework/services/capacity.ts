import { daysAfter, isoDayOf } from '@/lib/base/time/days'

/** Whether somebody can be received: now, after a wait, not for lack of places, not until a day or until said otherwise. */
export const CAPACITIES = ['OPEN', 'WAITING', 'FULL', 'PAUSED'] as const
export type Capacity = (typeof CAPACITIES)[number]

/** A list one waits on is a way in; what is full or paused is none. The same stands in `app.sending_problem`. PURE. */
export const takes = (state: string): boolean => state === 'OPEN' || state === 'WAITING'

/** Days after which somebody must look again whether an entry is true. */
export const staleAfterDays = 60

/** PURE. */
export const isStale = (verifiedOn: string, now: Date): boolean =>
  verifiedOn < isoDayOf(daysAfter(now, -staleAfterDays))

/** A pause was to end on a day that is over: nobody has said so, so it stays shut until somebody is asked. PURE. */
export const pauseIsOver = (
  { state, pausedUntil }: { state: string; pausedUntil: string | null },
  today: string,
): boolean => state === 'PAUSED' && pausedUntil !== null && pausedUntil < today

type Kept = { state: string; pausedUntil: string | null; verifiedOn: string; askedOn: string | null }
/** Whoever keeps the entry is asked again. PURE. */
export const isToVerify = (entry: Kept, now: Date): boolean =>
  entry.askedOn !== null || isStale(entry.verifiedOn, now) || pauseIsOver(entry, isoDayOf(now))
