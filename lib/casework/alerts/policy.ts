import type { Actor } from '@/lib/platform/access/actor'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { AlertState } from './states'

/** Who may do what to an alert they can see. PURE. Unlisted means no. */
export const mayRaise = (actor: Actor): Verdict => (actor.role === 'DTM_ENUM' ? allowed : denied('role'))

export function mayTriage(actor: Actor, alert: { officeId: string; state: AlertState }): Verdict {
  if (actor.role !== 'SUPERVISOR') return denied('role')
  if (!actor.offices.includes(alert.officeId)) return denied('other-office')
  return alert.state === 'NEW' ? allowed : denied('alert-already-triaged')
}
