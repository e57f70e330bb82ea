import { verb } from '../write/verb'
import { buttonForm } from './form'
import { answering, giveAnswer } from './give-answer'

/** The service has begun. */
export const beginService = verb({
  ...answering('begin'),
  name: 'referral.begin',
  form: buttonForm,
  page: ({ id }) => `/inbox/${id}`,
  apply: (ctx, held) => giveAnswer(ctx, held, { verb: 'begin' }),
})
