import { contactStop } from '@/lib/casework/cases/contact'
import { onTeam } from '@/lib/casework/cases/policy'
import { endTask } from '@/lib/casework/tasks/end-task'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { locked } from '../sharing/judged'
import { toldForm } from './forms'

const REACHED: readonly string[] = ['PHONE', 'IN_PERSON', 'BY_POINT']

/** The person knows when and where, or not yet: then the task stays open and says why. */
export const tellPerson = verb({
  ...locked,
  name: 'referral.tell-person',
  form: toldForm,
  page: ({ id }) => `/referrals/${id}/slip`,
  policy: (_, { capacities }) => (onTeam({ capacities }) ? allowed : denied('referral-TEAM_ONLY')),
  apply: async (ctx, { referral, callCleared, ...said }, { told }) => {
    const { id } = referral
    // A call that the person forbade is asked about first: nobody notes one in passing.
    if (told === 'PHONE' && contactStop(said) !== null && !callCleared)
      return { invalid: { told: 'do-not-call' } }
    const reached = REACHED.includes(told)
    if (reached) await endTask(ctx, { kind: 'TELL_PERSON', subject: { type: 'referral', id }, outcome: told })
    return {
      location: reached ? `/referrals/${id}?done=told` : `/referrals/${id}/slip?not=${told}`,
      id,
      detail: { told },
    }
  },
})
