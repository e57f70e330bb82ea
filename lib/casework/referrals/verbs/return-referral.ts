import { sql } from 'drizzle-orm'
import { queueAfter, rowPage } from '@/lib/casework/tasks/queue-place'
import { verb } from '@/lib/platform/gate/verb'
import { endShares } from '../sharing/seal-payload'
import { decision, partyOf } from './decide-referral'
import { returnForm } from './decision-form'
import { moveReferral } from './move-referral'
import { writeComment } from './write-comment'

/** Back to the caseworker with a reason. What was sealed ends: the next submission seals anew. */
export const returnReferral = verb({
  ...decision('return'),
  name: 'referral.return',
  form: returnForm,
  page: ({ id }, { kind }) => rowPage(id, 'return', kind),
  apply: async (ctx, found, { reason, comment, kind }) => {
    const { referral } = found
    const set = { approvedBy: null, approvedAt: null, approvedHash: null }
    const moved = await moveReferral(ctx, referral, {
      verb: 'return',
      party: partyOf('return', ctx.actor, found),
      reason,
      set,
    })
    if (!moved) return { conflict: true }
    await writeComment(ctx, referral, comment)
    await endShares(ctx, referral.id)
    await ctx.tx.execute(sql`select jobs.cancel('send-referral', ${referral.id})`)
    return { location: queueAfter(kind, `returned=${referral.id}`), id: referral.id }
  },
})
