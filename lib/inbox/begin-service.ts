import { verb } from '../write/verb'
import { answering, giveAnswer } from './answering'
import { buttonForm } from './form'

/** The service has begun. */
export const beginService = verb({
  ...answering('begin'),
  name: 'referral.begin',
  form: buttonForm,
  page: ({ id }) => `/inbox/${id}`,
  apply: (ctx, held) => giveAnswer(ctx, held, { verb: 'begin' }),
})
