import { verb } from '../write/verb'
import { buttonForm } from './form'
import { answering, giveAnswer } from './give-answer'

/** Opening by a button: a link scanner that follows links acknowledges nothing. */
export const acknowledgeReferral = verb({
  ...answering('acknowledge'),
  name: 'referral.acknowledge',
  form: buttonForm,
  page: ({ id }) => `/inbox/${id}`,
  apply: (ctx, held) => giveAnswer(ctx, held, { verb: 'acknowledge' }),
})
