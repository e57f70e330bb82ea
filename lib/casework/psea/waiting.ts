import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'

/**
 * How many reports wait for whoever hears them: a number for the holder of the function, null for everybody else, who
 * learns nothing. Row security counts only what this person hears. For a select list.
 */
export const pseaWaiting = sql<number | null>`app.psea_waiting()`

/** The same in a statement of its own. */
export async function pseaWaitingFor({ tx }: Pick<Ctx, 'tx'>): Promise<number | null> {
  const [row] = await tx.execute<{ n: number | null }>(sql`select ${pseaWaiting} as n`)
  return row?.n ?? null
}
