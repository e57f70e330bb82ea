import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { appointmentOf, mayEnd, mayTell } from '@/lib/casework/appointments/scope'
import { opened } from '@/lib/casework/appointments/sealed'
import { mayFollow } from '@/lib/casework/followups/policy'
import { colleagues } from '@/lib/casework/staff/on-team'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

const about = (code: string, caseId: string) => ({ type: 'case', id: code, caseId })

/** What booking an appointment needs: the team, of whom somebody may go along. */
export async function prepareBooking(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const subject = about(code, head.reach.record.id)
  const verdict = mayFollow(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const team = await colleagues(reading, head.reach.record.id)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'appointment.book', one(query, 'draft'))
  return { view: { head, team, draft }, subject }
}

type Verb = 'appointment.keep' | 'appointment.miss' | 'appointment.move' | 'appointment.cancel'
type Asked = { code: string; id: string; verb: Verb; query: Query }

/** The name of whoever goes along. */
const alongJson = (id: string) => sql`(select to_json(u.name) from app.appointments a
  join access.users u on u.id = a.with_id where a.id = ${id}::uuid)`

/** One appointment and what may be said of it; refused here already where it is over, or where its day has not come. */
export async function prepareAppointment(reading: Reading, { code, id, verb, query }: Asked) {
  if (!isUuid(id)) return { missing: { type: 'appointment', id } }
  const head = await caseHead(reading, code, { beside: () => alongJson(id) })
  const found = head && (await appointmentOf(reading, { reach: head.reach, id }))
  if (!head || !found) return { missing: { type: 'appointment', id } }
  const subject = about(code, head.reach.record.id)
  const may = mayEnd(reading.actor, found)
  const tell = mayTell(reading.actor, found)
  const asked = verb === 'appointment.miss' ? tell : verb === 'appointment.keep' ? undefined : may
  if (asked && !asked.allowed) return { refused: asked.reason, subject }
  const { row } = found
  const draft = await findDraft(reading.tx, reading.actor.userId, verb, one(query, 'draft'))
  return {
    view: {
      head,
      draft,
      row,
      known: opened(row, head.keys),
      along: head.beside as string | null,
      mayEnd: may.allowed,
      mayTell: tell.allowed,
    },
    subject,
  }
}
export type AppointmentView = Extract<
  Awaited<ReturnType<typeof prepareAppointment>>,
  { view: unknown }
>['view']
