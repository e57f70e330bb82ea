import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { SettingKey } from '@/lib/platform/settings/defaults'
import type { TaskKind, TaskSubject } from './kinds'

export type NewTask = {
  kind: TaskKind
  subject: TaskSubject
  /** Somebody in particular; without, or when they cannot act on it, everybody who can. */
  holder?: string | null
  due?: Date | null
  /** In place of `due`: so long from now as this setting says. */
  within?: SettingKey
  /** A code, never words. */
  reason?: string
}

/**
 * Opens a task about something in this session's reach (a partner: its own referral, kinds a partner's act may open).
 * The same kind about the same thing is open once: asking again moves holder and reason, and the date only to an earlier
 * one. Answers its id.
 */
export async function openTask(
  { tx }: Pick<Ctx, 'tx'>,
  { kind, subject, holder, due, within, reason }: NewTask,
): Promise<string> {
  const until = within
    ? sql`clock.casework_now() + app.setting(${within})`
    : sql`${due?.toISOString() ?? null}::timestamptz`
  const [row] = await tx.execute<{
    id: string
  }>(sql`select app.open_task(${kind}, ${subject.type}, ${subject.id}::uuid,
    ${holder ?? null}::uuid, ${until}, ${reason ?? null}) as id`)
  if (!row) throw new Error('a task was opened without an answer')
  return row.id
}
