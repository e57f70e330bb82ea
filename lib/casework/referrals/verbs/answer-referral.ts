import { textProblem } from '@/lib/base/text/look'
import { verb } from '@/lib/platform/gate/verb'
import { judged } from '../sharing/judged'
import { writeMessage } from '../sharing/messages-sealed'
import { answerForm } from './forms'
import { moveReferral } from './move-referral'

/** Our answer to the partner's question; the decision clock runs again. A telephone number stays out of messages. */
export const answerReferral = verb({
  ...judged('answer'),
  name: 'referral.answer',
  form: answerForm,
  page: ({ id }) => `/referrals/${id}`,
  apply: async (ctx, { referral }, { message }) => {
    const problem = textProblem(message, { labels: true })
    if (problem) return { invalid: { message: problem } }
    await writeMessage(ctx, referral.id, message)
    const moved = await moveReferral(ctx, referral, { verb: 'answer', party: 'team' })
    return moved ? { location: `/referrals/${referral.id}?done=answer`, id: referral.id } : { conflict: true }
  },
})
