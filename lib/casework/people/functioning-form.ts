import { form } from '@/lib/base/forms/form'
import { maybeCode } from './form'

/** The six questions, beside the situation: asked of whoever wants to answer, each with "refused" and "does not know". */
export const functioningForm = form({
  noun: 'people',
  fields: {
    WG_SEE: maybeCode('wg_ss_answer'),
    WG_HEAR: maybeCode('wg_ss_answer'),
    WG_WALK: maybeCode('wg_ss_answer'),
    WG_REM: maybeCode('wg_ss_answer'),
    WG_SELF: maybeCode('wg_ss_answer'),
    WG_COM: maybeCode('wg_ss_answer'),
  },
})
