import { noteFirstAction } from '@/lib/casework/cases/note-first-action'
import { verb } from '@/lib/platform/gate/verb'
import { clearToSend, sendingErrors } from '../sharing/clear-to-send'
import { isReachable } from '../sharing/doubts'
import { judged } from '../sharing/judged'
import { type Preview, previewOf } from '../sharing/preview-queries'
import { listMark, sameTicks } from '../sharing/shown-list'
import { emergencyForm, submitForm } from './forms'
import { moveReferral } from './move-referral'

/**
 * Page 4, or page 3 where its list is all that is left to look at: everything is checked, sealed, and goes to a
 * supervisor. From page 3 exactly the list it showed leaves: what was ticked there since has to be kept and read first,
 * and a list that somebody else changed meanwhile is not sent unseen.
 */
export const submitReferral = verb({
  ...judged('submit'),
  name: 'referral.submit',
  form: submitForm,
  page: ({ code, id }, { list }) => `/cases/${code}/refer/${id}/${list ? 'share' : 'check'}`,
  apply: async (ctx, { referral }, { read, harmAsked, list, ...ticks }) => {
    const preview = await previewOf(ctx, referral)
    if (list !== '') {
      if (!sameTicks(ticks, preview, referral)) return { invalid: { read: 'ticks-changed' } }
      if (list !== listMark(preview, referral)) return { invalid: { read: 'list-changed' } }
    }
    const clear = await clearToSend(ctx, referral, { readBack: read, harmAsked, use: 'PREPARE', preview })
    if ('problem' in clear) return { invalid: sendingErrors(clear.problem) }
    const moved = await moveReferral(ctx, referral, { verb: 'submit', party: 'team', set: clear.sealed })
    if (!moved) return { conflict: true }
    return { location: `/referrals/${referral.id}?done=submit`, id: referral.id, ...reachOf(preview) }
  },
})

/** Sent although the agency will have no way to reach the person: whoever sent it was told so, and the log says it. */
const reachOf = (preview: Preview) => (isReachable(preview) ? {} : { detail: { unreachable: true } })

/** Life or safety within hours: it leaves at once and a supervisor must look at it afterwards. */
export const sendEmergency = verb({
  ...judged('send-emergency'),
  name: 'referral.send-emergency',
  form: emergencyForm,
  page: ({ code, id }) => `/cases/${code}/refer/${id}/emergency`,
  apply: async (ctx, { referral }, { read, harmAsked }) => {
    const preview = await previewOf(ctx, referral)
    const clear = await clearToSend(ctx, referral, { readBack: read, harmAsked, use: 'EMERGENCY', preview })
    if ('problem' in clear) return { invalid: sendingErrors(clear.problem) }
    const set = { ...clear.sealed, sentAt: ctx.actor.now, emergencyPath: true }
    const moved = await moveReferral(ctx, referral, { verb: 'send-emergency', party: 'team', set })
    if (!moved) return { conflict: true }
    await noteFirstAction(ctx, referral.caseId)
    return { location: `/referrals/${referral.id}?done=send-emergency`, id: referral.id, ...reachOf(preview) }
  },
})
