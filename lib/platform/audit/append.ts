import { sql } from 'drizzle-orm'
import actions from '@/lib/platform/db/actions.json' with { type: 'json' }
import type { Tx } from '@/lib/platform/db/client'

/** What an event is about. `id` is an id or a code as asked for, never a name. */
export type Subject = { type: string; id: string; caseId?: string | null }
/** `shown`: a page showed the form of an act, and nothing was done yet. */
export type Outcome = 'done' | 'shown' | 'refused' | 'missing' | 'replayed'

/** A line that names nobody: the database takes only a report of abuse this way. Opens no file, so 0 like those. */
export async function appendUnsigned(
  tx: Tx,
  { action, id, outcome }: { action: string; id: string; outcome: Outcome },
): Promise<number> {
  await tx.execute(sql`select audit.append_unsigned(${action}, ${id.slice(0, 200)}, ${outcome})`)
  return 0
}

const writing: Readonly<Record<string, { writes: boolean }>> = actions

/** What a page that was read is called in the log: read, or the form of an act shown. */
export const readAs = (action: string): Outcome => (writing[action]?.writes ? 'shown' : 'done')

/** A wrong password: the account, where there is one, and nothing that was typed. */
export async function appendWrongPassword(
  tx: Pick<Tx, 'execute'>,
  account: string | undefined,
): Promise<void> {
  await tx.execute(sql`select audit.append_wrong_password(${account ?? null}::uuid)`)
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
