import { type SQL, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { TaskKind } from './kinds'
import { type Waiting, type WaitingRow, type WaitingTab, waitingOf, waitingTabs } from './waiting'
import { linesOfPage } from './waiting-lines'
import { namedCases, scansOf } from './waiting-scans'

/** Rows that nobody holds or sets aside: restricted work that nobody named can do is answered by the one deputy. */
const UNMARKED: readonly WaitingTab[] = ['orphan']

/** One row of this supervisor's queue, found by the queue's own scan; nothing once it stands there no more. */
export async function itemWaiting(
  ctx: Ctx,
  id: string | undefined,
  of: string | undefined,
): Promise<Waiting | undefined> {
  const kind = waitingTabs.find((tab) => tab === of)
  if (!isUuid(id) || !kind || UNMARKED.includes(kind)) return undefined
  const [row] = await ctx.tx.execute<{ line: WaitingRow | null }>(sql`
    with ${namedCases(ctx)}, page as materialized (select * from (${scansOf(ctx, { most: 1, id }, kind)}) k limit 1),
    lines as materialized (${linesOfPage(ctx)})
    select (select row_to_json(lines) from lines where code is not null) as line`)
  return row?.line ? waitingOf(row.line) : undefined
}

/** Somebody else who is at a row, by name and until when; row security shows marks with what they are about. */
export type Claim = { by: string; until: string }
export const otherClaim = (item: SQL): SQL<Claim | null> =>
  sql`(select json_build_object('by', h.name, 'until', m.until) from app.queue_marks m join access.users h on h.id = m.by_id
    where m.item_id = ${item} and m.what = 'CLAIM' and m.ended_at is null and m.by_id = app.claimed_by_other(${item}))`
/** Whether this person is at it themselves. */
export const ownClaim = ({ actor }: Pick<Ctx, 'actor'>, item: SQL): SQL<boolean> =>
  sql`exists (select from app.queue_marks m where m.item_id = ${item} and m.what = 'CLAIM' and m.ended_at is null
    and m.until > clock.casework_now() and m.by_id = ${actor.userId})`

/** Whether somebody else is at it, for a decision. */
export async function heldByOther(ctx: Ctx, id: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ claim: Claim | null }>(
    sql`select ${otherClaim(sql`${id}::uuid`)} as claim`,
  )
  return Boolean(row?.claim)
}

/** The same of the task of this kind about a case. */
export async function taskHeldByOther({ tx }: Ctx, caseId: string, kind: TaskKind): Promise<boolean> {
  const [row] =
    await tx.execute(sql`select from app.tasks t where t.case_id = ${caseId} and t.kind = ${kind} and t.state = 'OPEN'
    and app.claimed_by_other(t.id) is not null`)
  return row !== undefined
}
