import { verb } from '@/lib/platform/gate/verb'
import { noActionForm } from './form'
import { heldAlert } from './held-alert'
import { overtakenAlert } from './overtaken'
import { mayTriage } from './policy'
import { lockAlert } from './scope'
import { settleAlert } from './settle-alert'
import type { AlertState } from './states'

/** No case comes of it; the reason says why. */
export const closeAlert = verb({
  name: 'alert.close',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: noActionForm,
  page: ({ id }) => `/alerts/${id}/close`,
  scope: (ctx, { id }) => lockAlert(ctx, id),
  policy: (actor, alert) => mayTriage(actor, { officeId: alert.officeId, state: alert.state as AlertState }),
  held: (ctx, alert) => heldAlert(ctx, alert),
  overtaken: overtakenAlert,
  version: (alert) => alert.version,
  audit: ({ id = '' }) => ({ type: 'alert', id }),
  apply: async (ctx, alert, { reason }) => {
    const moved = await settleAlert(ctx, alert, { state: 'NO_ACTION', reason })
    return moved ? { location: '/alerts?closed=1', id: alert.id } : { conflict: true }
  },
})
