import { sql } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { mayAnswer, transferInReach } from '@/lib/casework/transfers/in-reach'
import { notePlace } from '@/lib/casework/transfers/note-place'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { unwrap } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'
import { colleaguesOf } from './colleagues-of-offices'
import { proposeHands } from './propose-hands'

/** Who in general, how pressing, what runs: all that is said of the case before it is accepted. */
export type OfferedCase = {
  sex: string
  birthYear: number | null
  cercle: string
  risk: string | null
  languages: string[]
  openedAt: string
  referrals: number
  tasks: number
  /** What the case itself promises next: the first action, or the next look at it. */
  dueAt: string | null
  dueKind: string | null
}
type Facts = OfferedCase & { from: string; to: string; by: string; wrapped: Buffer | null }

/** An offer as the supervisor who is asked reads it, with the colleagues who could lead the case there. */
export async function prepareAnswer(
  reading: Reading,
  id: string,
  { verb, query }: { verb: 'transfer.accept' | 'transfer.refuse'; query: Query },
) {
  const { tx, actor } = reading
  const found = await transferInReach(reading, id)
  if (!found) return { missing: { type: 'transfer', id } }
  const { row } = found
  const subject = { type: 'transfer', id, caseId: row.caseId }
  const verdict = mayAnswer(actor, found)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const [known] =
    await tx.execute<Facts>(sql`select c.sex, c.birth_year as "birthYear", c.cercle, c.risk, c.languages,
      c.opened_at as "openedAt", c.referrals, c.tasks, c.due_at as "dueAt", c.due_kind as "dueKind", f.name as from, t.name as to, u.name as by,
      (select k.wrapped from vault.keys k where k.id = ${row.keyId}) as wrapped
    from app.offered_case(${id}::uuid) c, access.offices f, access.offices t, access.users u
    where f.id = ${row.fromOffice} and t.id = ${row.toOffice} and u.id = ${row.offeredBy}`)
  if (!known?.wrapped) return { missing: subject }
  const { wrapped, ...facts } = known
  const key = unwrap({ id: row.keyId, wrapped })
  const staff = (await colleaguesOf(reading)).filter(({ offices }) => offices.includes(row.toOffice ?? ''))
  const given = {
    code: row.code,
    officeId: row.toOffice ?? '',
    sensitivity: 'S3',
    leadId: '',
    members: [],
    languages: facts.languages,
  }
  const proposal = proposeHands([given], staff, isoDayOf(actor.now)).get(row.code)
  return {
    view: {
      row,
      facts,
      word: unseal(key, notePlace(id), row.note).toString('utf8'),
      staff,
      proposal,
      draft: await findDraft(tx, actor.userId, verb, one(query, 'draft')),
    },
    subject,
  }
}
export type OfferView = Extract<Awaited<ReturnType<typeof prepareAnswer>>, { view: unknown }>['view']
