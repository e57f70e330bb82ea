import { sql } from 'drizzle-orm'
import { verb } from '@/lib/platform/gate/verb'
import { holdSeconds } from '../machine/hold'
import { decision, partyOf } from './decide-referral'
import { approveForm, queueAfter } from './decision-form'
import { moveReferral } from './move-referral'

/**
 * The supervisor lets a referral go: exactly the payload that was on the page, pinned by its hash. It leaves after the
 * hold; until then the approval can be taken back.
 */
export const approveReferral = verb({
  ...decision('approve'),
  name: 'referral.approve',
  form: approveForm,
  page: ({ id }, { kind }) => queueAfter(kind, `item=${id}`),
  apply: async (ctx, found, { hash, kind }) => {
    const { referral } = found
    if (referral.payloadHash?.toString('hex') !== hash) return { conflict: true }
    const set = {
      approvedBy: ctx.actor.userId,
      approvedAt: ctx.actor.now,
      approvedHash: referral.payloadHash,
    }
    const moved = await moveReferral(ctx, referral, {
      verb: 'approve',
      party: partyOf('approve', ctx.actor, found),
      set,
    })
    if (!moved) return { conflict: true }
    await ctx.tx.execute(
      sql`select jobs.enqueue('send-referral', ${referral.id}, '{}', make_interval(secs => ${holdSeconds}))`,
    )
    return { location: queueAfter(kind, `approved=${referral.id}`), id: referral.id }
  },
})
