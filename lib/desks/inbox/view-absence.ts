import { sql } from 'drizzle-orm'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

export type Colleague = { id: string; name: string; mine: boolean; from: string | null; to: string | null }

/** Who receives at this base, and who is away until when. */
export async function viewAbsence(reading: Reading, query: Query) {
  const people = await reading.tx.execute<Colleague>(sql`
    select p.id, p.name, p.mine, p.from_on::text as "from", p.to_on::text as "to" from app.my_base_people() p`)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'staff.note-own-leave', one(query, 'draft'))
  return {
    view: {
      people: [...people],
      own: people.find(({ mine, from }) => mine && from !== null),
      draft,
      done: one(query, 'done'),
    },
    subject: { type: 'user', id: '' },
  }
}
