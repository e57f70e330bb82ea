import { newcomers } from '@/lib/casework/staff/colleagues'
import { staffOf } from '@/lib/casework/staff/office-queries'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { caseMembers } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { memberForm } from './form'
import { overtakenCase } from './overtaken'
import { mayLead } from './policy'
import { caseInReach } from './scope'

/** The lead asks a colleague of the office onto the team. Somebody who left before comes back. */
export const addColleague = verb({
  name: 'case.add-colleague',
  session: 'staff',
  roles: caseworkerRoles,
  form: memberForm,
  page: ({ code }) => `/cases/${code}/team`,
  scope: (ctx, { code }) => caseInReach(ctx, code, true),
  policy: (actor, reach) => mayLead(actor, reach),
  overtaken: (ctx, { record }, reason) => overtakenCase(ctx, record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.record.id ?? null }),
  apply: async ({ tx }, { record }, { colleague }) => {
    const able = newcomers(await staffOf({ tx }, record), caseworkerRoles)
    if (!able.some(({ id }) => id === colleague)) return { invalid: { colleague: 'not-a-code' } }
    await tx
      .insert(caseMembers)
      .values({ caseId: record.id, userId: colleague, capacity: 'MEMBER' })
      .onConflictDoUpdate({
        target: [caseMembers.caseId, caseMembers.userId, caseMembers.capacity],
        set: { until: null },
      })
    return { location: `/cases/${record.code}/team?done=team`, detail: { member: colleague } }
  },
})
