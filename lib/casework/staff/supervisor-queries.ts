import { and, asc, eq, sql } from 'drizzle-orm'
import { caseMembers, userOffices, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Supervisors who may take over: of the office, or named on a restricted case; not the one who wrote it. */
export function supervisorsFor(
  { tx }: Ctx,
  referral: { caseId: string; officeId: string; sensitivity: string; authorId: string },
) {
  const named = sql`exists (select from ${caseMembers} m where m.case_id = ${referral.caseId} and m.user_id = ${users.id}
    and m.capacity = 'NAMED_SUPERVISOR' and m.until is null)`
  const ofOffice = sql`exists (select from ${userOffices} o where o.user_id = ${users.id} and o.office_id = ${referral.officeId})`
  return tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        eq(users.role, 'SUPERVISOR'),
        eq(users.active, true),
        referral.sensitivity === 'S4' ? named : ofOffice,
        sql`${users.id} <> ${referral.authorId}`,
      ),
    )
    .orderBy(asc(users.name))
}
