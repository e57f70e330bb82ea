import { caseworkerRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { finishForm } from './form'
import { overtakenCase } from './overtaken'
import { mayMove } from './policy'
import { caseInReach } from './scope'
import { touchCase } from './touch-case'

/** The work goes on: the clocks run again from where they rested. */
export const resumeCase = verb({
  name: 'case.resume',
  session: 'staff',
  roles: caseworkerRoles,
  form: finishForm,
  page: ({ code }) => `/cases/${code}`,
  scope: (ctx, { code }) => caseInReach(ctx, code, true),
  policy: (actor, reach) => mayMove('resume', actor, reach),
  version: ({ record }) => record.version,
  overtaken: (ctx, { record }, reason) => overtakenCase(ctx, record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.record.id ?? null }),
  apply: async (ctx, { record }) => {
    const moved = await touchCase(ctx, record, { move: 'resume' })
    return moved ? { location: `/cases/${record.code}?done=resumed`, id: record.code } : { conflict: true }
  },
})
