import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'

/**
 * How many reports wait for a call back by whoever hears them: a number for the holder of the function, null for everybody else, who
 * learns nothing. Row security counts only what this person hears. For a select list.
 */
const pseaWaiting = sql<number | null>`app.psea_waiting()`

/** What waits for a call back, and what was called back about and is not closed; null for whoever hears none. */
export async function pseaOpenFor({
  tx,
}: Pick<Ctx, 'tx'>): Promise<{ waiting: number; called: number } | null> {
  const [row] = await tx.execute<{
    waiting: number | null
    called: number
  }>(sql`select ${pseaWaiting} as waiting,
    (select count(*)::integer from app.psea_reports p where p.closed_at is null and p.taken_at is not null) as called`)
  return row && row.waiting !== null ? { waiting: row.waiting, called: row.called } : null
}
