import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { hourAsked } from '@/lib/casework/appointments/of-sheet'
import { appointmentOf, mayEnd, mayTell } from '@/lib/casework/appointments/scope'
import { opened } from '@/lib/casework/appointments/sealed'
import { openedLike } from '@/lib/casework/assessments/queries'
import { mayFollow } from '@/lib/casework/followups/policy'
import { type OnTeam, teamJson } from '@/lib/casework/staff/on-team'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

const about = (code: string, caseId: string) => ({ type: 'case', id: code, caseId })

/** What booking an appointment needs: the team, of whom somebody may go along, and the assessment whose date it is. */
export async function prepareBooking(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code, { beside: teamJson })
  if (!head) return { missing: { type: 'case', id: code } }
  const { id } = head.reach.record
  const subject = about(code, id)
  const verdict = mayFollow(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const draft = await findDraft(reading.tx, reading.actor.userId, 'appointment.book', one(query, 'draft'))
  const asked = [draft?.values.sheet].flat()[0] || one(query, 'sheet')
  const dated = asked ? await dateOf(reading, id, asked) : undefined
  if (asked && !dated) return { missing: { type: 'assessment', id: asked } }
  return { view: { head, team: (head.beside ?? []) as OnTeam[], draft, dated }, subject }
}

/** What a sealed assessment says for the calendar, to whoever reads its answers. */
async function dateOf(reading: Reading, caseId: string, sheet: string) {
  const row = isUuid(sheet)
    ? (await openedLike(reading, caseId, { id: sheet })).find(
        ({ id, state }) => id === sheet && state === 'FINISHED',
      )
    : undefined
  const hour = hourAsked(row?.instrument ?? '', reading.actor)
  const said = hour && row?.versions[0]?.answers[hour.question]
  return hour && { sheet, kind: hour.kind, heldOn: typeof said === 'string' ? said : '' }
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
