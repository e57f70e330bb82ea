import { sql } from 'drizzle-orm'
import { queueAfter } from '@/lib/casework/tasks/queue-place'
import { verb } from '@/lib/platform/gate/verb'
import { decision, partyOf } from './decide-referral'
import { undoForm } from './decision-form'
import { moveReferral } from './move-referral'

/** Takes an approval back while the referral is still held. Once it has left there is no undo, only a cancel. */
export const undoApproval = verb({
  ...decision('undo'),
  name: 'referral.undo',
  form: undoForm,
  page: ({ id }, { kind }) => queueAfter(kind, `item=${id}`),
  apply: async (ctx, found, { kind }) => {
    const { referral } = found
    const set = { approvedBy: null, approvedAt: null, approvedHash: null }
    const moved = await moveReferral(ctx, referral, {
      verb: 'undo',
      party: partyOf('undo', ctx.actor, found),
      set,
    })
    if (!moved) return { conflict: true }
    await ctx.tx.execute(sql`select jobs.cancel('send-referral', ${referral.id})`)
    return { location: queueAfter(kind, `item=${referral.id}&undone=1`), id: referral.id }
  },
})
