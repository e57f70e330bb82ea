import { and, eq } from 'drizzle-orm'
import { fileCase } from '@/lib/casework/people/filed'
import { newcomers } from '@/lib/casework/staff/colleagues'
import { staffOf } from '@/lib/casework/staff/office-queries'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { caseMembers, cases } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { denied } from '@/lib/platform/gate/verdict'
import { restrictForm } from './form'
import { overtakenCase } from './overtaken'
import { mayLead } from './policy'
import { caseInReach } from './scope'

/**
 * S3 → S4, once. The supervisors named here join in the same transaction; to all others the case is gone from that
 * moment. The team stays. There is no way back here.
 */
export const restrictCase = verb({
  name: 'case.restrict',
  session: 'staff',
  roles: caseworkerRoles,
  form: restrictForm,
  page: ({ code }) => `/cases/${code}/restrict`,
  scope: (ctx, { code }) => caseInReach(ctx, code, true),
  policy: (actor, reach) => {
    const verdict = mayLead(actor, reach)
    return verdict.allowed && reach.record.sensitivity === 'S4' ? denied('already-restricted') : verdict
  },
  version: ({ record }) => record.version,
  overtaken: (ctx, { record }, reason) => overtakenCase(ctx, record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.record.id ?? null }),
  apply: async (ctx, { record }, { supervisors, restrictReason }) => {
    const { tx } = ctx
    const named = [...new Set(supervisors)]
    const able = newcomers(await staffOf({ tx }, record), ['SUPERVISOR']).map(({ id }) => id)
    if (!named.every((id) => able.includes(id))) return { invalid: { supervisors: 'not-a-code' } }
    await tx
      .insert(caseMembers)
      .values(named.map((userId) => ({ caseId: record.id, userId, capacity: 'NAMED_SUPERVISOR' })))
    // People, notes, consents, referrals and keys follow by their composite key.
    const moved = await tx
      .update(cases)
      .set({ sensitivity: 'S4', version: record.version + 1 })
      .where(and(eq(cases.id, record.id), eq(cases.version, record.version)))
      .returning({ id: cases.id })
    // Out of the common book, into the one of those who are named.
    if (moved.length === 1) await fileCase(ctx, record.id)
    return moved.length === 1
      ? { location: `/cases/${record.code}?done=restricted`, detail: { reason: restrictReason, named } }
      : { conflict: true }
  },
})
