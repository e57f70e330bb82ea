import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { verb } from '@/lib/platform/gate/verb'
import { judged } from '../sharing/judged'
import { endFollowOn, openTellPerson } from './follow-on'
import { rebookForm } from './forms'
import { moveReferral } from './move-referral'

/** A new date after the service was not obtained: the partner serves again, while the consent still stands. */
export const rebookReferral = verb({
  ...judged('rebook'),
  name: 'referral.rebook',
  form: rebookForm,
  page: ({ id }) => `/referrals/${id}/rebook`,
  apply: async (ctx, { referral }, { rebookOn }) => {
    const { now } = ctx.actor
    if (rebookOn < isoDayOf(now)) return { invalid: { rebookOn: 'in-past' } }
    if (rebookOn > isoDayOf(daysAfter(now, 366))) return { invalid: { rebookOn: 'too-late' } }
    const set = { expectedOn: rebookOn, outcome: null, settledAt: null }
    if (!(await moveReferral(ctx, referral, { verb: 'rebook', party: 'team', set })))
      return { conflict: true }
    await endFollowOn(ctx, referral, 'REBOOKED')
    await openTellPerson(ctx, referral, rebookOn)
    return { location: `/referrals/${referral.id}?done=rebook`, id: referral.id }
  },
})
