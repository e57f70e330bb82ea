import { listOwnAlerts } from '@/lib/casework/alerts/own-alerts'
import type { AlertCursor } from '@/lib/casework/alerts/pages'
import { listTriagedAlerts, listWaitingAlerts } from '@/lib/casework/alerts/queries'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** Where a page of alerts begins: the instant as the database prints it, and the id. */
export function readCursor(text: string | undefined): AlertCursor | undefined {
  const parts =
    /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      text ?? '',
    )
  return parts?.[1] && parts[2] ? { at: parts[1], id: parts[2] } : undefined
}
export const writeCursor = ({ at, id }: AlertCursor): string => `${at}_${id}`

/** The alerts page: a supervisor's to triage, or an enumerator's own. A page of each list, and how many there are. */
export async function listAlerts(reading: Reading, query: Query) {
  const subject = { type: 'alert-list', id: '' }
  const after = readCursor(one(query, 'after'))
  const before = readCursor(one(query, 'before'))
  if (reading.actor.role === 'DTM_ENUM') {
    const own = await listOwnAlerts(reading, { after })
    return { view: { own, paged: after !== undefined }, subject, detail: { count: own.rows.length } }
  }
  const waiting = await listWaitingAlerts(reading, { after })
  const triaged = await listTriagedAlerts(reading, { after: before })
  return {
    view: { own: undefined, waiting, triaged, paged: after !== undefined, back: before !== undefined },
    subject,
    detail: { count: waiting.rows.length + triaged.rows.length },
  }
}
export type OwnAlerts = Awaited<ReturnType<typeof listOwnAlerts>>
export type OwnAlert = OwnAlerts['rows'][number]
export type AlertsPage = Awaited<ReturnType<typeof listWaitingAlerts>>
export type ListedAlert = AlertsPage['rows'][number]
