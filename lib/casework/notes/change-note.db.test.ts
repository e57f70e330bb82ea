import { beforeEach, describe, expect, test } from 'vitest'
import { POST as correct } from '@/app/api/v1/cases/[code]/notes/[id]/correct/route'
import { POST as markInError } from '@/app/api/v1/cases/[code]/notes/[id]/in-error/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { viewNotes } from '@/lib/desks/case-file/view-notes'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let psychologist: SignedIn
let supervisor: SignedIn
let stranger: SignedIn
let code: string

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  stranger = await signedIn('LAWYER', 'MOP')
  const id = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: psychologist.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals: [] }])
  await makeReadable(id)
  code = String((await root()`select code from app.cases where id = ${id}`)[0]?.code)
})

async function written(who: SignedIn, compartment: string, body: string): Promise<string> {
  await post(addNote, { as: who, params: { code }, values: { compartment, body, metOn: '' } })
  const [row] = await root()`select n.id from app.notes n join app.cases c on c.id = n.case_id
    where c.code = ${code} and n.written_by = ${who.id} order by n.written_at desc limit 1`
  return String(row?.id)
}
const corrected = (who: SignedIn, id: string, body: string, version = 1) =>
  post(correct, {
    as: who,
    params: { code, id },
    values: { body, correctionReason: 'MISHEARD', _version: String(version) },
  })
async function notesOf(who: SignedIn) {
  const found = await reading(who, (ctx) => viewNotes(ctx, code, {}))
  return 'view' in found ? found.view.notes.shown : []
}

describe('a correction', () => {
  test('is what the note says; what it said stays, from when until when and why, for the same readers', async () => {
    const id = await written(lead, 'TEAM', 'Elle viendra chaque soir.')
    const [before] = await root()`select body, key_id from app.notes where id = ${id}`
    expect((await corrected(lead, id, 'Elle viendra chaque matin.')).status).toBe(303)
    for (const who of [lead, psychologist, supervisor]) {
      const [note] = await notesOf(who)
      expect(note?.versions).toMatchObject([
        { text: 'Elle viendra chaque matin.', until: null },
        { text: 'Elle viendra chaque soir.', from: note?.at, reason: 'MISHEARD' },
      ])
      expect(note?.versions[1]?.until).toBe(note?.versions[0]?.from)
    }
    // Not a byte of the first version has changed.
    const [after] = await root()`select body, key_id from app.notes where id = ${id}`
    expect(after).toEqual(before)
  })

  test('of a sealed note is as closed as the note', async () => {
    const id = await written(psychologist, 'OWN', 'Idées noires')
    await corrected(psychologist, id, 'Idées noires, la nuit seulement')
    expect((await notesOf(psychologist))[0]?.versions[0]?.text).toBe('Idées noires, la nuit seulement')
    for (const who of [lead, supervisor, stranger])
      expect(
        await presenting(
          raw('web'),
          who.token,
          (tx) => tx`select body from app.note_changes where note_id = ${id}`,
        ),
      ).toHaveLength(0)
  })

  test('is what the case page says too', async () => {
    const id = await written(lead, 'TEAM', 'au marché')
    await corrected(lead, id, 'au dispensaire')
    const found = await reading(supervisor, (ctx) => viewCase(ctx, code))
    const said =
      'view' in found ? found.view.events.filter(({ kind }) => kind === 'note').map(({ c }) => c) : []
    expect(said).toEqual(['au dispensaire'])
  })

  test('is its author’s alone, by form and in raw SQL', async () => {
    const id = await written(lead, 'TEAM', 'une note')
    expect((await corrected(psychologist, id, 'autre chose')).status).toBe(403)
    expect((await corrected(stranger, id, 'autre chose')).status).toBe(404)
    for (const who of [psychologist, supervisor, stranger]) {
      const [row] = await presenting(
        raw('web'),
        who.token,
        (tx) => tx`select app.change_note(gen_random_uuid(), ${id}, 1, 'SLIP', '\\x00') as came`,
      )
      expect(row?.came).toBe('yours')
    }
    const inSql = presenting(
      raw('web'),
      lead.token,
      (tx) => tx`update app.notes set body = '\\x00' where id = ${id}`,
    )
    await expect(inSql).rejects.toThrow(/permission denied/)
  })

  test('made for an older version comes back with what was typed, and overwrites nothing', async () => {
    const id = await written(lead, 'TEAM', 'un')
    await corrected(lead, id, 'deux')
    const late = await corrected(lead, id, 'trois', 1)
    expect(late.headers.get('location')).toContain(`/notes/${id}/correct?draft=`)
    expect((await notesOf(lead))[0]?.versions.map(({ text }) => text)).toEqual(['deux', 'un'])
  })

  test('asks why', async () => {
    const id = await written(lead, 'TEAM', 'un')
    const answer = await post(correct, {
      as: lead,
      params: { code, id },
      values: { body: 'deux', _version: '1' },
    })
    expect(answer.headers.get('location')).toContain('?draft=')
  })
})

describe('a note written in error', () => {
  const mark = (who: SignedIn, id: string, version = 1) =>
    post(markInError, {
      as: who,
      params: { code, id },
      values: { errorReason: 'OTHER_PERSON', _version: String(version) },
    })

  test('says so and why, keeps its words for who could read them, and is corrected no more', async () => {
    const id = await written(lead, 'TEAM', 'Elle a deux enfants.')
    expect((await mark(psychologist, id)).status).toBe(403)
    expect((await mark(lead, id)).status).toBe(303)
    const [note] = await notesOf(supervisor)
    expect(note).toMatchObject({
      error: { reason: 'OTHER_PERSON' },
      versions: [{ text: 'Elle a deux enfants.' }],
    })
    expect((await corrected(lead, id, 'autre', 2)).status).toBe(403)
    const found = await reading(lead, (ctx) => viewCase(ctx, code))
    const [event] = 'view' in found ? found.view.events.filter(({ kind }) => kind === 'note') : []
    expect(event).toMatchObject({ c: null, e: 'OTHER_PERSON' })
  })
})

test('once the person took their consent back, nothing more is written, also no correction', async () => {
  const id = await written(lead, 'TEAM', 'une note')
  await root()`alter table app.cases disable trigger user`
  await root()`update app.cases set state = 'PENDING_CLOSURE', closure_reason = 'CONSENT_WITHDRAWN' where code = ${code}`
  await root()`alter table app.cases enable trigger user`
  expect((await corrected(lead, id, 'encore')).status).toBe(403)
  const inSql = presenting(
    raw('web'),
    lead.token,
    (tx) => tx`select app.change_note(gen_random_uuid(), ${id}, 1, 'SLIP', '\\x00')`,
  )
  await expect(inSql).rejects.toThrow(/consent back/)
})
