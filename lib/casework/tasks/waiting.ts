import { type SQL, sql } from 'drizzle-orm'
import { COUNTED_TO } from '@/lib/base/text/counted'
import type { Ctx } from '@/lib/platform/gate/verb'
import { linesOfPage } from './waiting-lines'
import { namedCases, scansOf } from './waiting-scans'

/**
 * What waits for a supervisor, in the order of the tabs. `question`: an agency asked and our answer is late; `contested`: the
 * service did not come, or was not reached; `unverified`: nobody asked the person in time; `withdrawn`: a consent ended, and the agency
 * did not say yet that what it was sent is deleted; `transfer`: a case that another
 * office offers; `orphan`: restricted work that nobody named can do any more.
 */
export const waitingKinds = [
  'approve',
  'review',
  'silent',
  'unreported',
  'question',
  'contested',
  'unverified',
  'withdrawn',
  'alert',
  'close',
  'transfer',
  'task',
  'orphan',
] as const
export type WaitingKind = (typeof waitingKinds)[number]
/** A tab of the queue: a kind, or what this supervisor set aside, which no other count holds. */
export type WaitingTab = WaitingKind | 'later'
export const waitingTabs: readonly WaitingTab[] = [...waitingKinds, 'later']
/** Tabs that stand there only while something waits. */
const SELDOM: readonly WaitingTab[] = [
  'question',
  'contested',
  'unverified',
  'withdrawn',
  'transfer',
  'orphan',
  'later',
]
const standing =
  <T extends WaitingTab>(all: readonly T[]) =>
  (counts: Readonly<Record<WaitingTab, number>>): T[] =>
    all.filter((tab) => !SELDOM.includes(tab) || counts[tab] > 0)
export const shownKinds = standing(waitingKinds)
export const shownTabs = standing(waitingTabs)

/** One thing that waits. No name of a person helped; of a restricted case nothing but its code and its limit. */
export type Waiting = {
  kind: WaitingKind
  /** The referral, alert, case, offer or task it is about; for a task also what the task points at. */
  id: string
  caseId: string | null
  code: string
  restricted: boolean
  taskKind: string | null
  subjectType: string | null
  subjectId: string | null
  partner: string | null
  service: string | null
  priority: string | null
  sex: string | null
  birthYear: number | null
  place: string | null
  colleague: string | null
  since: Date | null
  dueAt: Date | null
  late: boolean
  /** Who is at it, while they are. */
  claim: { by: string; mine: boolean; until: Date } | null
  /** To approve, of low risk and without hurry: several to one agency for one service can go together. */
  low: boolean
  /** Set aside by this supervisor: why, and when it comes back. */
  aside: { reason: string; until: Date } | null
}
/** Up to a hundred of each, which is said as "99+". */
export type WaitingCounts = Record<WaitingTab, number> & { total: number; late: number }
export type WaitingCursor = { at: string; id: string }
export type WaitingPage = {
  rows: Waiting[]
  counts: WaitingCounts
  /** Where the next page begins; nothing on the last one. */
  next: WaitingCursor | undefined
}

type Asked = { kind?: WaitingTab | undefined; after?: WaitingCursor | undefined; size: number }
type Until<T> = Omit<T, 'until'> & { until: string }
export type WaitingRow = Omit<Waiting, 'since' | 'dueAt' | 'claim' | 'aside'> & {
  since: string | null
  dueAt: string | null
  claim: Until<NonNullable<Waiting['claim']>> | null
  aside: Until<NonNullable<Waiting['aside']>> | null
  sort: string
}
type Answer = { rows: WaitingRow[] | null; counts: Partial<Record<WaitingTab, number>> | null; late: number }

/**
 * The one query behind the queue, its tabs, the home page and their counts: counted before it is cut into pages.
 * What this supervisor set aside is a tab of its own until it comes back. Harm first, then what is due first; undated last. Row security decides what exists; a decision held by somebody who
 * can no longer make it counts as held by nobody.
 */
export async function waitingPage(ctx: Ctx, { kind, after, size }: Asked): Promise<WaitingPage> {
  const further = after || size >= COUNTED_TO
  const rowsOf = further ? sql`(${scansOf(ctx, { after, most: size + 1 }, kind)})` : sql`first_rows`
  const [answer] = await ctx.tx.execute<Answer>(sql`
    with ${namedCases(ctx)}, first_rows as materialized (${scansOf(ctx, { most: COUNTED_TO })}),
    page as materialized (select * from ${rowsOf} k where ${kind ? sql`kind = ${kind}` : sql`kind <> 'later'`}
      order by sort, id limit ${sql.raw(String(size + 1))}),
    lines as materialized (${linesOfPage(ctx)})
    select (select json_agg(lines order by lines.sort, lines.id) from lines where code is not null) as rows,
      (select json_object_agg(kind, n) from (select kind, least(count(*), ${COUNTED_TO})::integer as n from first_rows group by kind) c) as counts,
      (select least(count(*), ${COUNTED_TO})::integer from first_rows where late and kind <> 'later') as late`)
  const found = answer?.rows ?? []
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return {
    rows: rows.map(waitingOf),
    counts: countsOf(answer),
    next: found.length > size && last ? { at: last.sort, id: last.id } : undefined,
  }
}

/**
 * The first rows of one kind, in the queue's order and by the queue's own scan, for a statement that begins with
 * `namedCases`: for a page that has the counts already and shows some of what one of them opens. `waitingLines` selects them.
 */
export const firstWaiting = (ctx: Ctx, kind: WaitingKind, size: number): SQL =>
  sql`page as materialized (${scansOf(ctx, { most: size }, kind)}), lines as materialized (${linesOfPage(ctx)})`
export const waitingLines = sql`(select json_agg(lines order by lines.sort, lines.id) from lines where code is not null)`

/** A line as the database writes it, with its instants. */
export const waitingOf = ({ sort: _, since, dueAt, claim, aside, ...row }: WaitingRow): Waiting => ({
  ...row,
  claim: claim && { ...claim, until: new Date(claim.until) },
  aside: aside && { ...aside, until: new Date(aside.until) },
  since: since ? new Date(since) : null,
  dueAt: dueAt ? new Date(dueAt) : null,
})

function countsOf(answer: Answer | undefined): WaitingCounts {
  const of = (tab: WaitingTab) => answer?.counts?.[tab] ?? 0
  const each = Object.fromEntries(waitingTabs.map((tab) => [tab, of(tab)])) as Record<WaitingTab, number>
  const total = waitingKinds.reduce((sum, kind) => sum + each[kind], 0)
  return { ...each, total: Math.min(total, COUNTED_TO), late: answer?.late ?? 0 }
}
