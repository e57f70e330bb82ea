import { noteFirstAction } from '@/lib/casework/cases/note-first-action'
import { verb } from '@/lib/platform/gate/verb'
import { clearToSend, sendingErrors } from '../sharing/clear-to-send'
import { judged } from '../sharing/judged'
import { submitForm } from './forms'
import { moveReferral } from './move-referral'

/** Page 4: everything is checked, sealed, and goes to a supervisor. */
export const submitReferral = verb({
  ...judged('submit'),
  name: 'referral.submit',
  form: submitForm,
  page: ({ code, id }) => `/cases/${code}/refer/${id}/check`,
  apply: async (ctx, { referral }, { read, harmAsked }) => {
    const clear = await clearToSend(ctx, referral, { readBack: read, harmAsked, use: 'PREPARE' })
    if ('problem' in clear) return { invalid: sendingErrors(clear.problem) }
    const moved = await moveReferral(ctx, referral, { verb: 'submit', party: 'team', set: clear.sealed })
    if (!moved) return { conflict: true }
    return { location: `/referrals/${referral.id}?done=submit`, id: referral.id }
  },
})

/** Life or safety within hours: it leaves at once and a supervisor must look at it afterwards. */
export const sendEmergency = verb({
  ...judged('send-emergency'),
  name: 'referral.send-emergency',
  form: submitForm,
  page: ({ code, id }) => `/cases/${code}/refer/${id}/emergency`,
  apply: async (ctx, { referral }, { read, harmAsked }) => {
    const clear = await clearToSend(ctx, referral, { readBack: read, harmAsked, use: 'EMERGENCY' })
    if ('problem' in clear) return { invalid: sendingErrors(clear.problem) }
    const set = { ...clear.sealed, sentAt: ctx.actor.now, emergencyPath: true }
    const moved = await moveReferral(ctx, referral, { verb: 'send-emergency', party: 'team', set })
    if (!moved) return { conflict: true }
    await noteFirstAction(ctx, referral.caseId)
    return { location: `/referrals/${referral.id}?done=send-emergency`, id: referral.id }
  },
})
