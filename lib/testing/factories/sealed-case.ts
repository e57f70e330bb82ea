import { POST as askOpening } from '@/app/api/v1/cases/[code]/notes/open/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { POST as answerOpening } from '@/app/api/v1/openings/[id]/route'
import { viewNotes } from '@/lib/desks/case-file/view-notes'
import { presenting, type SignedIn } from '../actors'
import { raw, root } from '../database'
import { reading } from '../reading'
import { post } from '../requests'
import { insertCases } from './case-rows'
import { makeReadable } from './readable'

/** What the sealed note of a sealed case says. */
export const SEALED_WORDS = 'Idées noires la nuit'
export type SealedCase = { id: string; code: string }

type Hands = { lead: SignedIn; author: SignedIn; successor: SignedIn }

/** A case with one sealed note of the author's discipline, to which a colleague of the same discipline came afterwards. */
export async function sealedCase(
  { lead, author, successor }: Hands,
  { sensitivity = 'S3', named = [] }: { sensitivity?: 'S3' | 'S4'; named?: readonly SignedIn[] } = {},
): Promise<SealedCase> {
  const id = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: author.id, capacity: 'MEMBER' as const },
    ...named.map((one) => ({ userId: one.id, capacity: 'NAMED_SUPERVISOR' as const })),
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity, leadId: lead.id, members, referrals: [] }])
  await makeReadable(id)
  const code = String((await root()`select code from app.cases where id = ${id}`)[0]?.code)
  const values = { compartment: 'OWN', body: SEALED_WORDS, metOn: '' }
  await post(addNote, { as: author, params: { code }, values })
  await root()`insert into app.case_members (case_id, user_id, capacity) values (${id}, ${successor.id}, 'MEMBER')`
  return { id, code }
}

export const leavesCase = (by: SignedIn, { id }: SealedCase, who: SignedIn) =>
  presenting(raw('web'), by.token, (tx) => tx`select app.leave_case(${id}, ${who.id})`)

export const asksOpening = (who: SignedIn, { code }: SealedCase, to: SignedIn) =>
  post(askOpening, { as: who, params: { code }, values: { successor: to.id, openingReason: 'HAND_OVER' } })

export const openingOf = async ({ id }: SealedCase): Promise<string> =>
  String((await root()`select id from app.key_openings where case_id = ${id} and answer is null`)[0]?.id)

export const answersOpening = async (who: SignedIn, one: SealedCase, opening = 'OPENED') =>
  post(answerOpening, { as: who, params: { id: await openingOf(one) }, values: { opening } })

/** The page of the notes as this person gets it: what the notes say, and how many are closed to them. */
export async function notesPageOf(who: SignedIn, { code }: SealedCase) {
  const found = await reading(who, (ctx) => viewNotes(ctx, code, {}))
  if (!('view' in found)) return undefined
  const { notes, around } = found.view
  return { texts: notes.shown.map(({ versions }) => versions[0]?.text), closed: around.closed }
}

/** How many sealed notes of psychology on the case, and keys of them, raw SQL gives this token. */
export const sealedInSql = (who: SignedIn, { id }: SealedCase) =>
  presenting(raw('web'), who.token, async (tx) => {
    const [row] = await tx`select
      (select count(*)::int from app.notes where case_id = ${id} and compartment = 'PSYCHOLOGIST') as notes,
      (select count(*)::int from vault.keys where case_id = ${id} and compartment = 'PSYCHOLOGIST') as keys`
    return row
  })
