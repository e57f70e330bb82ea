import { and, eq, sql } from 'drizzle-orm'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { bare } from '@/lib/platform/db/bare'
import { cases } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { within } from './within'

export type Capacity = 'LEAD' | 'MEMBER' | 'NAMED_SUPERVISOR'
export type CaseRow = typeof cases.$inferSelect
/** A case as it exists for this actor, and how they stand to it. */
export type CaseInReach = { record: CaseRow; capacities: Capacity[] }

/** The actor's capacities on a case, as one expression beside its row. */
const capacitiesOf = (userId: string) =>
  sql<Capacity[]>`array(select m.capacity from app.case_members m
    where m.case_id = ${cases.id} and m.user_id = ${userId} and m.until is null)`

/**
 * The case behind a code, inside what exists for this actor; nothing otherwise, also for a code that
 * is not one. `lock` takes the row for a change: cases are locked before their referrals, always.
 */
export async function caseInReach(
  { tx, actor }: Ctx,
  code: string | undefined,
  lock = false,
): Promise<CaseInReach | undefined> {
  const parsed = code ? parseCode(code) : null
  if (!parsed) return undefined
  const query = tx
    .select({ record: cases, capacities: capacitiesOf(actor.userId) })
    .from(cases)
    .where(and(eq(cases.code, parsed), within(actor)))
  const [found] = lock ? await query.for('update', { of: bare(cases) }) : await query
  return found
}
