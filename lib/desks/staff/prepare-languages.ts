import { usualOf } from '@/lib/casework/people/usual'
import { supervisedColleague } from '@/lib/casework/staff/leaves'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { colleaguesOf } from './colleagues-of-offices'

/** What a colleague speaks as it is written down, with what is spoken most around their office. */
export async function prepareLanguages(reading: Reading, id: string, query: Query) {
  const subject = { type: 'user', id }
  const known = await supervisedColleague(reading, id)
  if (!known) return { missing: subject }
  const [row] = await colleaguesOf(reading, { only: id })
  const draft = await findDraft(reading.tx, reading.actor.userId, 'staff.note-languages', one(query, 'draft'))
  const usual = usualOf(null, row?.offices[0] ?? '').languages
  return { view: { known, languages: row?.languages ?? [], usual, draft }, subject }
}
