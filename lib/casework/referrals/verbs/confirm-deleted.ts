import { verb } from '@/lib/platform/gate/verb'
import { answering, giveAnswer } from './give-answer'
import { buttonForm } from './partner-form'

/** The partner's word that nothing of it is left with them. Said once. */
export const confirmDeleted = verb({
  ...answering('confirm-deleted'),
  name: 'referral.confirm-deleted',
  form: buttonForm,
  page: ({ id }) => `/inbox/${id}`,
  apply: (ctx, held) =>
    giveAnswer(ctx, held, { verb: 'confirm-deleted', set: { partnerDeletedAt: ctx.actor.now } }),
})
