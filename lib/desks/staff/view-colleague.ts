import { supervisedColleague } from '@/lib/casework/staff/leaves'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { colleaguesOf, lateRowsOf } from './colleagues-of-offices'

/** The people of the supervisor's offices: what each carries, and who is away. */
export const listStaff = async (reading: Reading) => ({
  view: { staff: await colleaguesOf(reading) },
  subject: { type: 'staff', id: '' },
})

/** One of them, with what they are late with (in one `office` where it is asked so) and their absences. */
export async function viewColleague(reading: Reading, id: string, query: Query) {
  const subject = { type: 'user', id }
  const known = await supervisedColleague(reading, id)
  if (!known) return { missing: subject }
  const asked = one(query, 'office')
  const office = reading.actor.offices.find((own) => own === asked)
  const [row] = await colleaguesOf(reading, { only: id })
  const late = await lateRowsOf(reading, id, office ? [office] : reading.actor.offices)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'staff.note-leave', one(query, 'draft'))
  return { view: { known, row, late, office, draft }, subject }
}
