import { mayTriage } from '@/lib/casework/alerts/policy'
import { getAlert, listCaseworkers } from '@/lib/casework/alerts/queries'
import type { AlertState } from '@/lib/casework/alerts/states'
import { alikeFiles } from '@/lib/casework/likeness/alike-alert'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** What each of the three decision pages needs; `form` is the verb whose draft may wait. */
export async function prepareTriage(
  reading: Reading,
  id: string,
  ask: { form: string; query: Query; with: 'people' | 'cases' | 'nothing' },
) {
  const subject = { type: 'alert', id }
  const alert = await getAlert(reading, id)
  if (!alert) return { missing: subject }
  const verdict = mayTriage(reading.actor, { officeId: alert.officeId, state: alert.state as AlertState })
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, ask.form, one(ask.query, 'draft'))
  const caseworkers = ask.with === 'people' ? await listCaseworkers(reading, alert.officeId) : []
  const alike = ask.with === 'cases' ? await alikeFiles(reading, alert) : []
  return { view: { alert, draft, caseworkers, alike }, subject }
}
