import { verb } from '../write/verb'
import { answering, giveAnswer } from './answering'
import { askForm } from './form'

/** A question to the team; the decision clock stands still until it is answered. */
export const askQuestion = verb({
  ...answering('ask'),
  name: 'referral.ask',
  form: askForm,
  page: ({ id }) => `/inbox/${id}/ask`,
  apply: (ctx, held, { question }) => giveAnswer(ctx, held, { verb: 'ask', message: question }),
})
