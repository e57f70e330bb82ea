import { verb } from '@/lib/platform/gate/verb'
import { answering, giveAnswer } from './give-answer'
import { buttonForm } from './partner-form'

/** Opening by a button: a link scanner that follows links acknowledges nothing. */
export const acknowledgeReferral = verb({
  ...answering('acknowledge'),
  name: 'referral.acknowledge',
  form: buttonForm,
  page: ({ id }) => `/inbox/${id}`,
  apply: (ctx, held) => giveAnswer(ctx, held, { verb: 'acknowledge' }),
})
