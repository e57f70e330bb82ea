import { supervisorsFor } from '@/lib/casework/staff/supervisor-queries'
import { queueAfter, rowPage } from '@/lib/casework/tasks/queue-place'
import { verb } from '@/lib/platform/gate/verb'
import { decision, partyOf } from './decide-referral'
import { reassignForm } from './decision-form'
import { moveReferral } from './move-referral'

/** Moves the task to another supervisor who may decide it; the state stays. */
export const reassignReferral = verb({
  ...decision('reassign'),
  name: 'referral.reassign',
  form: reassignForm,
  page: ({ id }, { kind }) => rowPage(id, 'reassign', kind),
  apply: async (ctx, found, { supervisor, kind }) => {
    const { referral } = found
    const possible = await supervisorsFor(ctx, referral)
    if (!possible.some((person) => person.id === supervisor)) return { invalid: { supervisor: 'not-a-code' } }
    const set = { supervisorId: supervisor, dueAt: referral.dueAt, dueKind: referral.dueKind }
    const moved = await moveReferral(ctx, referral, {
      verb: 'reassign',
      party: partyOf('reassign', ctx.actor, found),
      set,
    })
    return moved
      ? { location: queueAfter(kind, `reassigned=${referral.id}`), id: referral.id }
      : { conflict: true }
  },
})
