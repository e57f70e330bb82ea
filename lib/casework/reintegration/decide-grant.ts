import { taskHeldByOther } from '@/lib/casework/tasks/waiting-item'
import { verb } from '@/lib/platform/gate/verb'
import { decisionForm } from './form'
import { grantInHand, onPath } from './in-reach'
import { moveGrant } from './move-grant'
import { mayDecideGrant } from './policy'

/** A supervisor, never whoever asked, lets a grant be handed over or gives it back with a reason. */
export const decideGrant = verb({
  name: 'return.decide',
  ...onPath,
  roles: ['SUPERVISOR'],
  form: decisionForm,
  page: ({ code }) => `/cases/${code}/return/decide`,
  scope: (ctx, { code }) => grantInHand(ctx, code),
  policy: (actor, found) => mayDecideGrant(actor, found),
  held: (ctx, { reach }) => taskHeldByOther(ctx, reach.record.id, 'GRANT'),
  version: ({ grant }) => grant?.version ?? 0,
  apply: async (ctx, { reach: { record }, grant }, { verdict, returnReason }) => {
    const moved =
      verdict === 'APPROVE'
        ? ({ lastVerb: 'approve', state: 'APPROVED', reason: null } as const)
        : ({ lastVerb: 'return', state: 'RETURNED', reason: returnReason } as const)
    if (!grant || !(await moveGrant(ctx, grant, moved))) return { conflict: true }
    const location = `/cases/${record.code}/return?done=grant-${verdict === 'APPROVE' ? 'approved' : 'returned'}`
    return { location, id: grant.id, detail: { verdict } }
  },
})
