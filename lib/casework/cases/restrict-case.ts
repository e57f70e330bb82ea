import { sql } from 'drizzle-orm'
import { newcomers } from '@/lib/casework/staff/colleagues'
import { staffOf } from '@/lib/casework/staff/office-queries'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { restrictForm } from './form'
import { onCase } from './on-case'
import { mayRestrict } from './policy'
import { refileCase } from './refile-case'

/**
 * S3 → S4. The supervisors named here join in the same transaction; to all others the case is gone from that moment. The team
 * stays, and a supervisor who restricts stays named beside them. The way back is `undo-restriction.ts`, while nobody else has
 * opened the case; after that there is none.
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
    const list = sql.param(`{${named.join(',')}}`)
    const [row] = await ctx.tx.execute<{ moved: boolean }>(
      sql`select app.restrict_case(${record.id}::uuid, ${list}::uuid[], ${restrictReason}, ${record.version}) as moved`,
    )
    if (!row?.moved) return { conflict: true }
    // Out of the common book, into the one of those who are named.
    await refileCase(ctx, record.id, 'S4')
    return { location: `/cases/${record.code}?done=restricted`, detail: { reason: restrictReason, named } }
  },
})
