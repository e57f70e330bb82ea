import { listOwnAlerts, listTriagedAlerts, listWaitingAlerts } from '@/lib/casework/alerts/queries'
import type { Reading } from '@/lib/platform/gate/read'

/** The alerts page: a supervisor's to triage, or an enumerator's own. */
export async function listAlerts(reading: Reading) {
  const subject = { type: 'alert-list', id: '' }
  if (reading.actor.role === 'DTM_ENUM') {
    const own = await listOwnAlerts(reading)
    return { view: { own }, subject, detail: { count: own.length } }
  }
  const waiting = await listWaitingAlerts(reading)
  const triaged = await listTriagedAlerts(reading)
  return {
    view: { own: undefined, waiting, triaged },
    subject,
    detail: { count: waiting.length + triaged.length },
  }
}
export type OwnAlert = Awaited<ReturnType<typeof listOwnAlerts>>[number]
export type ListedAlert = Awaited<ReturnType<typeof listWaitingAlerts>>[number]
