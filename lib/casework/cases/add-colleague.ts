import { newcomers } from '@/lib/casework/staff/colleagues'
import { staffOf } from '@/lib/casework/staff/office-queries'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { caseMembers } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { memberForm } from './form'
import { onCase } from './on-case'
import { mayLead } from './policy'

/** The lead asks a colleague of the office onto the team. Somebody who left before comes back. */
export const addColleague = verb({
  ...onCase,
  name: 'case.add-colleague',
  form: memberForm,
  page: ({ code }) => `/cases/${code}/team`,
  policy: (actor, reach) => mayLead(actor, reach),
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
