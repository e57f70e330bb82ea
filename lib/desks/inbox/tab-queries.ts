import { and, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import { hoursAfter, isoDayOf } from '@/lib/base/time/days'
import { REFERRAL_STATES, SETTLED, STATES } from '@/lib/casework/referrals/machine/states'
import type { TheirTab } from '@/lib/casework/referrals/machine/traits'
import { unexpired } from '@/lib/casework/referrals/sharing/received-queries'
import { referrals, shares } from '@/lib/platform/db/schema'

/** What a partner has to do, in the order it comes. */
export const TABS = ['new', 'answer', 'progress', 'report', 'done'] as const
export type Tab = (typeof TABS)[number]
export const isTab = (text: string | undefined): text is Tab => TABS.some((tab) => tab === text)

const statesIn = (...tabs: TheirTab[]) =>
  REFERRAL_STATES.filter((state) => tabs.includes(STATES[state].tabs.them))
const standsIn = (...tabs: TheirTab[]): SQL => inArray(referrals.partnerState, statesIn(...tabs))

const serving = standsIn('serving')

/** A word is due: the promised day has come, or the deadline is less than a day away. */
const wordDue = (now: Date): SQL =>
  sql`(coalesce(${referrals.expectedOn} <= ${isoDayOf(now)}::date, false)
    or coalesce(${referrals.partnerDueAt} <= ${hoursAfter(now, 24).toISOString()}::timestamptz, false))`

const stillShared = sql`exists (select from ${shares} where ${shares.referralId} = ${referrals.id} and ${shares.stage} = 1 and ${unexpired})`

/** Settled, and no slip of it is shared any more. */
const settledAway = and(
  isNull(referrals.partnerDeletedAt),
  inArray(referrals.partnerState, SETTLED),
  sql`not ${stillShared}`,
) as SQL

/** We ended it after it was sent: a copy may be left at the partner's. Their own "no" asks for nothing more here. */
const toErase = or(and(isNull(referrals.partnerDeletedAt), standsIn('erase')), settledAway) as SQL

const over = standsIn('done', 'erase')

/** The parts of a tab: no row stands in two of them, and each is counted from the index alone. */
export function slicesOf(tab: Tab, now: Date): SQL[] {
  const due = and(serving, wordDue(now))
  const slices: Record<Tab, (SQL | undefined)[]> = {
    new: [standsIn('new')],
    answer: [standsIn('answer')],
    progress: [and(serving, not(wordDue(now)))],
    report: [
      due,
      standsIn('explain'),
      and(standsIn('erase'), toErase),
      and(not(standsIn('explain')), settledAway),
    ],
    done: [and(over, not(toErase))],
  }
  return slices[tab].map((slice) => and(isNotNull(referrals.sentAt), slice) as SQL)
}

/** Which rows stand in a tab. Row security has already left only what was sent to this partner. */
export const rowsOf = (tab: Tab, now: Date): SQL => or(...slicesOf(tab, now)) as SQL

/** Far away, for rows whose clock stands still: they wait for us, not for the partner. */
const never = sql`'2100-01-01 00:00:00+00'::timestamptz`

/** What a tab is ordered by. Done: newest first; all others: most pressing first. */
export const orderOf = (tab: Tab): { key: SQL<Date>; newestFirst: boolean } => ({
  key:
    tab === 'done'
      ? sql<Date>`${referrals.lastAt}`
      : sql<Date>`coalesce(${referrals.partnerDueAt}, ${tab === 'report' ? referrals.lastAt : never})`,
  newestFirst: tab === 'done',
})
