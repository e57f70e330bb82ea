import { beforeEach, expect, test } from 'vitest'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { viewNotes } from '@/lib/desks/case-file/view-notes'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let psychologist: SignedIn
let supervisor: SignedIn
let code: string

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  const id = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: psychologist.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals: [] }])
  await makeReadable(id)
  code = String((await root()`select code from app.cases where id = ${id}`)[0]?.code)
})

const write = (who: SignedIn, values: Record<string, string>) =>
  post(addNote, {
    as: who,
    params: { code },
    values: { compartment: 'TEAM', body: 'Elle a trouvé un abri.', metOn: '', ...values },
  })
const texts = async (who: SignedIn): Promise<string[]> => {
  const found = await reading(who, (ctx) => viewNotes(ctx, code, {}))
  return 'view' in found ? found.view.notes.shown.map(({ versions }) => versions[0]?.text ?? '') : []
}

test('a note for the team is read by the team and the supervisor', async () => {
  expect((await write(lead, {})).headers.get('location')).toMatch(
    new RegExp(`^/cases/${code}/notes\\?done=added#note-[0-9a-f-]{36}$`),
  )
  for (const who of [lead, psychologist, supervisor])
    expect(await texts(who)).toEqual(['Elle a trouvé un abri.'])
})

test('a note of one’s own discipline is there for that discipline alone', async () => {
  await write(psychologist, { compartment: 'OWN', body: 'Idées noires la nuit' })
  expect(await texts(psychologist)).toEqual(['Idées noires la nuit'])
  for (const who of [lead, supervisor]) expect(await texts(who)).toEqual([])
})

test('a contact of tomorrow brings the note back, and one of today restarts the follow-up', async () => {
  expect((await write(lead, { metOn: '1/7/2014' })).headers.get('location')).toContain('/notes/new?draft=')
  await write(lead, { metOn: '30/6/2014' })
  const [row] = await root()`select last_contact_on::text as day from app.cases where code = ${code}`
  expect(row?.day).toBe('2014-06-30')
})

test('nobody outside the team writes here', async () => {
  expect((await write(await signedIn('LAWYER', 'MOP'), {})).status).toBe(404)
})
