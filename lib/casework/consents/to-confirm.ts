import { sql } from 'drizzle-orm'
import { hoursAfter } from '@/lib/base/time/days'
import type { Ctx } from '@/lib/platform/gate/verb'
import { CONFIRM_HOURS } from './confirmation'

/**
 * An answer that waits for somebody else's own word, as they see it: age, sex, danger, reason and what would leave. No
 * name; the case's code only to a supervisor in whose reach it is.
 */
export type ToConfirm = {
  id: string
  kind: 'SUPERVISOR' | 'COLLEAGUE'
  sex: string
  birthYear: number | null
  reason: string | null
  danger: string | null
  caregiver: string | null
  purpose: string
  partner: string | null
  service: string | null
  facts: string[]
  recordedAt: Date
  dueAt: Date
  recorder: string
  caseCode: string | null
  /** A no that was said about the same, when and by whom; and why somebody doubts since that the person can decide. */
  noAt: Date | null
  noBy: string | null
  doubt: string | null
}
type Row = Omit<ToConfirm, 'recordedAt' | 'dueAt' | 'noAt'> & {
  recordedAt: string
  dueAt: string | null
  noAt: string | null
}

/** What this person may confirm; the database decides. Oldest first. */
export async function listToConfirm({ tx }: Pick<Ctx, 'tx'>): Promise<ToConfirm[]> {
  const rows =
    await tx.execute<Row>(sql`select id, kind, sex, birth_year as "birthYear", reason, danger, caregiver, purpose,
    partner, service, facts, recorded_at as "recordedAt", due_at as "dueAt", recorder, case_code as "caseCode",
    doubt, no_at as "noAt", no_by as "noBy"
    from app.consents_to_confirm()`)
  return rows.map((row) => ({
    ...row,
    recordedAt: new Date(row.recordedAt),
    dueAt: row.dueAt ? new Date(row.dueAt) : hoursAfter(new Date(row.recordedAt), CONFIRM_HOURS),
    noAt: row.noAt ? new Date(row.noAt) : null,
  }))
}

/** What a no to the answer would end: a referral that `stops`, or one that is over and that its partner still reads. */
export type Resting = { partner: string; service: string; state: string; stops: boolean }
export const restingOn = async ({ tx }: Pick<Ctx, 'tx'>, id: string): Promise<Resting[]> => [
  ...(await tx.execute<Resting>(sql`select partner, service, state, stops from app.rests_on(${id}::uuid)`)),
]

/** An answer that somebody else has confirmed before, for whoever could have: whose word it was, and when. */
export type Confirmed = { id: string; says: 'YES' | 'NO'; by: string; at: Date }

export async function confirmedMeanwhile(
  { tx }: Pick<Ctx, 'tx'>,
  id: string,
): Promise<Confirmed | undefined> {
  const [row] = await tx.execute<{ says: 'YES' | 'NO'; by: string; at: string }>(
    sql`select says, by_name as by, at from app.confirmed_meanwhile(${id}::uuid)`,
  )
  return row && { id, says: row.says, by: row.by, at: new Date(row.at) }
}
