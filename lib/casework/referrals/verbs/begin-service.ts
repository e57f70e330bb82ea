import { verb } from '@/lib/platform/gate/verb'
import { answering, giveAnswer } from './give-answer'
import { buttonForm } from './partner-form'

/** The service has begun. */
export const beginService = verb({
  ...answering('begin'),
  name: 'referral.begin',
  form: buttonForm,
  page: ({ id }) => `/inbox/${id}`,
  apply: (ctx, held) => giveAnswer(ctx, held, { verb: 'begin' }),
})
