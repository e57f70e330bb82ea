import { sql } from 'drizzle-orm'
import type { Tx } from '@/lib/platform/db/client'

/** What an event is about. `id` is an id or a code as asked for, never a name. */
export type Subject = { type: string; id: string; caseId?: string | null }
export type Outcome = 'done' | 'refused' | 'missing' | 'replayed'

/** A line that names nobody: the database takes only a report of abuse this way. Opens no file, so 0 like those. */
export async function appendUnsigned(
  tx: Tx,
  { action, id, outcome }: { action: string; id: string; outcome: Outcome },
): Promise<number> {
  await tx.execute(sql`select audit.append_unsigned(${action}, ${id.slice(0, 200)}, ${outcome})`)
  return 0
}

/**
 * Appends to the log in the caller's transaction. Actor, session and time are the database's own. Returns how many files
 * beyond their reading budget this person has opened; 0 within it, and for what opens none.
 */
export async function append(
  tx: Tx,
  event: { action: string; subject: Subject; outcome: Outcome; detail?: Record<string, unknown> },
): Promise<number> {
  const { action, subject, outcome, detail = {} } = event
  const [row] = await tx.execute<{
    excess: number
  }>(sql`select audit.append(${action}, ${subject.type}, ${subject.id.slice(0, 200)},
    ${subject.caseId ?? null}::uuid, ${outcome}, ${JSON.stringify(detail)}) as excess`)
  return row?.excess ?? 0
}
