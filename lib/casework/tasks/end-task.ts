import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { TaskKind, TaskSubject } from './kinds'

type Ended = { kind: TaskKind; subject: TaskSubject; as?: 'DONE' | 'DROPPED'; outcome?: string }

/** Ends the open task of this kind about this subject. False when none was open. `outcome` is a code, never words. */
export async function endTask(
  { tx }: Pick<Ctx, 'tx'>,
  { kind, subject, as = 'DONE', outcome }: Ended,
): Promise<boolean> {
  const [row] = await tx.execute<{
    ended: number
  }>(sql`select app.end_task(${kind}, ${subject.type}, ${subject.id}::uuid,
    ${as}, ${outcome ?? null}) as ended`)
  return row?.ended === 1
}
