import { verb } from '@/lib/platform/gate/verb'
import { answering, giveAnswer } from './give-answer'
import { askForm } from './partner-form'

/** A question to the team; the decision clock stands still until it is answered. */
export const askQuestion = verb({
  ...answering('ask'),
  name: 'referral.ask',
  form: askForm,
  page: ({ id }) => `/inbox/${id}/ask`,
  apply: (ctx, held, { question }) => giveAnswer(ctx, held, { verb: 'ask', message: question }),
})
