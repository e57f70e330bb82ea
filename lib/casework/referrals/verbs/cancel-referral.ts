import { sql } from 'drizzle-orm'
import { verb } from '@/lib/platform/gate/verb'
import { judged, partyFor } from '../sharing/judged'
import { endShares } from '../sharing/seal-payload'
import { cancelForm } from './forms'
import { moveReferral } from './move-referral'
import { writeComment } from './write-comment'

/** Stops it for good: the partner's access ends in the same transaction, and nothing waiting is sent. */
export const cancelReferral = verb({
  ...judged('cancel'),
  name: 'referral.cancel',
  form: cancelForm,
  page: ({ id }) => `/referrals/${id}/cancel`,
  apply: async (ctx, found, { cancelReason: reason, comment }) => {
    const { referral } = found
    const party = partyFor({ verb: 'cancel' }, ctx.actor, found)
    if (!(await moveReferral(ctx, referral, { verb: 'cancel', party, reason }))) return { conflict: true }
    await writeComment(ctx, referral, comment)
    await endShares(ctx, referral.id)
    await ctx.tx.execute(sql`select jobs.cancel('send-referral', ${referral.id})`)
    const done = referral.sentAt ? 'cancel' : 'cancel-unsent'
    return { location: `/referrals/${referral.id}?done=${done}`, id: referral.id }
  },
})
