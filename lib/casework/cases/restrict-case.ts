import { and, eq, sql } from 'drizzle-orm'
import { fileCase } from '@/lib/casework/people/filed'
import { newcomers } from '@/lib/casework/staff/colleagues'
import { staffOf } from '@/lib/casework/staff/office-queries'
import { caseRoles } from '@/lib/platform/access/roles'
import { caseMembers, cases } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { restrictForm } from './form'
import { onCase } from './on-case'
import { mayRestrict } from './policy'
import type { CaseRow } from './scope'

/**
 * S3 → S4, once. The supervisors named here join in the same transaction; to all others the case is gone from that
 * moment. The team stays. A supervisor who restricts stays named beside them. There is no way back here.
 */
export const restrictCase = verb({
  ...onCase,
  name: 'case.restrict',
  roles: caseRoles,
  form: restrictForm,
  page: ({ code }) => `/cases/${code}/restrict`,
  policy: (actor, reach) => mayRestrict(actor, reach),
  version: ({ record }) => record.version,
  apply: async (ctx, { record }, { supervisors, restrictReason }) => {
    const named = [...new Set(supervisors)]
    const able = newcomers(await staffOf(ctx, record), ['SUPERVISOR']).map(({ id }) => id)
    if (!named.every((id) => able.includes(id))) return { invalid: { supervisors: 'not-a-code' } }
    const moved = await (ctx.actor.role === 'SUPERVISOR' ? bySupervisor : byLead)(ctx, record, named)
    // Out of the common book, into the one of those who are named. A supervisor files nobody: the database took them out,
    // and whoever of the team writes next files them there.
    if (moved && ctx.actor.role !== 'SUPERVISOR') await fileCase(ctx, record.id)
    return moved
      ? { location: `/cases/${record.code}?done=restricted`, detail: { reason: restrictReason, named } }
      : { conflict: true }
  },
})

/** People, notes, consents, referrals and keys follow the case by their composite key. */
async function byLead({ tx }: Ctx, { id, version }: CaseRow, named: string[]): Promise<boolean> {
  await tx
    .insert(caseMembers)
    .values(named.map((userId) => ({ caseId: id, userId, capacity: 'NAMED_SUPERVISOR' })))
  const moved = await tx
    .update(cases)
    .set({ sensitivity: 'S4', version: version + 1 })
    .where(and(eq(cases.id, id), eq(cases.version, version)))
    .returning({ id: cases.id })
  return moved.length === 1
}

/** The database names them and looks again whether the case is theirs to restrict. */
async function bySupervisor({ tx }: Ctx, { id, version }: CaseRow, named: string[]): Promise<boolean> {
  const beside = sql.param(`{${named.join(',')}}`)
  const [row] = await tx.execute<{ moved: boolean }>(
    sql`select app.restrict_as_supervisor(${id}::uuid, ${beside}::uuid[], ${version}) as moved`,
  )
  return row?.moved === true
}
