import { onTeam } from '@/lib/casework/cases/policy'
import { isCaseworker } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { reportToSupervisors } from '../harm/report'
import { locked } from '../sharing/judged'
import { harmForm } from './forms'

/** Somebody of the case team heard of a harm, at verification or any time. No state changes, no history line. */
export const reportHarm = verb({
  ...locked,
  name: 'referral.report-harm',
  form: harmForm,
  page: ({ id }) => `/referrals/${id}/harm`,
  policy: (actor, { capacities }) =>
    isCaseworker(actor.role) && onTeam({ capacities }) ? allowed : denied('referral-TEAM_ONLY'),
  apply: async (ctx, { referral }, { kind, words }) => {
    await reportToSupervisors(ctx, referral, { kind, words })
    return { location: `/referrals/${referral.id}?done=harm`, id: referral.id }
  },
})
