import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { POST as add } from '@/app/api/v1/cases/[code]/documents/route'
import { POST as drop } from '@/app/api/v1/cases/[code]/documents/uploads/drop/route'
import { POST as begin } from '@/app/api/v1/cases/[code]/documents/uploads/route'
import { POST as piece } from '@/app/api/v1/uploads/[id]/[n]/route'
import { PIECE } from '@/lib/platform/files/limits'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { pdf } from '@/lib/testing/files/pdfs'
import { draftIn, post } from '@/lib/testing/requests'

let lead: SignedIn
let member: SignedIn
let code: string
let caseId: string

/** Four pieces, the last of them short. */
const filler = Buffer.concat([
  Buffer.from('<<>>\nstream\n'),
  Buffer.alloc(3 * PIECE + 9, 66),
  Buffer.from('\nendstream'),
])
const bytes = pdf({ objects: [filler] })
const parts = Array.from({ length: 4 }, (_, n) => bytes.subarray(n * PIECE, (n + 1) * PIECE))
const about = (of = bytes, name = 'acte.pdf') => ({
  name,
  type: 'application/pdf',
  size: String(of.length),
  sum: createHash('sha256').update(of).digest('hex'),
})

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  member = await signedIn('LAWYER', 'MOP')
  caseId = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: member.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([
    { id: caseId, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals: [] },
  ])
  await makeReadable(caseId)
  code = String((await root()`select code from app.cases where id = ${caseId}`)[0]?.code)
})

async function start(as = lead, values: Record<string, string> = about()) {
  const answer = await post(begin, { as, params: { code }, values, json: true })
  const { location = '', error } = (await answer.json()) as { location?: string; error?: unknown }
  const [, id = '', next = ''] = /^\/api\/v1\/uploads\/([^/]+)\/(\d+)$/.exec(location) ?? []
  return { status: answer.status, id, next: Number(next), error }
}
const keep = async (id: string, n: number, body: Buffer = parts[n] ?? Buffer.alloc(1), as = lead) => {
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await post(piece, { as, params: { id, n: String(n) }, headers, body: new Uint8Array(body) })
  return { status: answer.status, ...((await answer.json()) as { next?: number }) }
}
const finish = (upload: string, as = lead) =>
  post(add, { as, params: { code }, values: { kind: 'CIVIL', reader: 'TEAM', upload } })
const DONE = () => `/cases/${code}/documents?done=document`

describe('a file in pieces', () => {
  test('is acknowledged piece by piece, and goes on where it stopped: the same file finds its own beginning again', async () => {
    const { id, next } = await start()
    expect(next).toBe(0)
    for (const n of [0, 1]) expect(await keep(id, n)).toMatchObject({ status: 200, next: n + 1 })
    // Another browser tab, another process: nothing of this stands in memory.
    expect(await start()).toMatchObject({ id, next: 2 })
    for (const n of [2, 3]) expect(await keep(id, n)).toMatchObject({ status: 200, next: n + 1 })
    expect((await finish(id)).headers.get('location')).toBe(DONE())
    expect((await root()`select size from app.documents where case_id = ${caseId}`)[0]?.size).toBe(
      bytes.length,
    )
    expect((await root()`select count(*)::int as n from app.uploads where case_id = ${caseId}`)[0]?.n).toBe(0)
  })

  test('a piece that comes twice is kept once, one that comes too early is not kept', async () => {
    const { id } = await start()
    expect(await keep(id, 2)).toMatchObject({ status: 200, next: 0 })
    expect(await Promise.all([keep(id, 0), keep(id, 0)])).toMatchObject([{ next: 1 }, { next: 1 }])
    expect(await keep(id, 0)).toMatchObject({ next: 1 })
    expect(
      (await root()`select count(*)::int as n from app.upload_pieces where upload_id = ${id}`)[0]?.n,
    ).toBe(1)
  })

  test('of the wrong length, of no upload, or beyond the end is no piece', async () => {
    const { id } = await start()
    expect((await keep(id, 0, Buffer.alloc(10))).status).toBe(404)
    expect((await keep(id, 3, Buffer.alloc(PIECE))).status).toBe(404)
    expect((await keep(id, 4)).status).toBe(404)
    expect((await keep(crypto.randomUUID(), 0)).status).toBe(404)
    expect((await keep(id, 0, Buffer.alloc(PIECE + 1))).status).toBe(413)
  })

  test('is of nobody else: a colleague neither adds to it nor finishes it', async () => {
    const { id } = await start()
    expect((await keep(id, 0, parts[0], member)).status).toBe(404)
    for (const n of [0, 1, 2, 3]) await keep(id, n)
    expect(draftIn(await finish(id, member))).toBeDefined()
    const rows = await root()`select sealed from app.upload_pieces where upload_id = ${id}`
    expect(rows).toHaveLength(4)
    for (const { sealed } of rows) expect((sealed as Buffer).includes('BBBBBBBB')).toBe(false)
  })

  test('that is not all here, or is not what was announced, becomes no document', async () => {
    const { id } = await start()
    for (const n of [0, 1, 2]) await keep(id, n)
    expect(draftIn(await finish(id))).toBeDefined()
    await keep(id, 3, Buffer.alloc(parts[3]?.length ?? 0, 67))
    expect(draftIn(await finish(id))).toBeDefined()
    expect((await root()`select count(*)::int as n from app.documents where case_id = ${caseId}`)[0]?.n).toBe(
      0,
    )
  })

  test('is refused before the first byte where its name or its size says enough, and outside the team', async () => {
    expect((await start(lead, about(bytes, 'acte.exe.pdf'))).status).toBe(422)
    expect((await start(lead, { ...about(), size: '10000001' })).status).toBe(422)
    expect((await start(lead, { ...about(), sum: 'x' })).status).toBe(422)
    expect((await start(await signedIn('SOCIAL_WORKER', 'MOP'))).status).toBe(404)
    expect((await start(await signedIn('SUPERVISOR', 'MOP'))).status).toBe(403)
  })

  test('five wait for one person; the oldest gives way', async () => {
    const first = await start()
    for (let n = 0; n < 5; n += 1) await start(lead, about(Buffer.alloc(100, n)))
    const rows = await root()`select id from app.uploads where user_id = ${lead.id}`
    expect(rows).toHaveLength(5)
    expect(rows.map(({ id }) => id)).not.toContain(first.id)
  })

  test('that nobody goes on with for a day is deleted by the job, one of an hour is not', async () => {
    const { id: old } = await start()
    await keep(old, 0)
    const { id: young } = await start(member)
    await root()`update app.uploads set begun_at = now() - interval '25 hours' where id = ${old}`
    const [row] = await raw('worker')`select app.drop_left_uploads() as dropped`
    expect(row?.dropped).toBe(1)
    expect(
      (await root()`select id from app.uploads where id in (${old}, ${young})`).map(({ id }) => id),
    ).toEqual([young])
    expect(await root()`select from app.upload_pieces where upload_id = ${old}`).toHaveLength(0)
  })

  test('waits as long as the setting says', async () => {
    const { id } = await start()
    await root()`update app.uploads set begun_at = now() - interval '25 hours' where id = ${id}`
    await root()`update app.settings set value = 3 where key = 'upload.keep'`
    try {
      await raw('worker')`select app.drop_left_uploads()`
      expect(await root()`select from app.uploads where id = ${id}`).toHaveLength(1)
    } finally {
      await root()`update app.settings set value = 1 where key = 'upload.keep'`
    }
  })

  test('is dropped with its sealed pieces by whoever sends it, and by nobody else of the case', async () => {
    const { id } = await start()
    await keep(id, 0)
    const dropping = (as: SignedIn) => post(drop, { as, params: { code }, values: { upload: id } })
    expect((await dropping(member)).status).toBe(404)
    expect(await root()`select from app.uploads where id = ${id}`).toHaveLength(1)
    expect((await dropping(lead)).headers.get('location')).toContain('done=upload-dropped')
    expect(await root()`select from app.uploads where id = ${id}`).toHaveLength(0)
    expect(await root()`select from app.upload_pieces where upload_id = ${id}`).toHaveLength(0)
    const log =
      await root()`select 1 from audit.events where action = 'document.drop-upload' and outcome = 'done'
      and actor_id = ${lead.id}`
    expect(log).toHaveLength(1)
    expect((await dropping(lead)).status).toBe(404)
  })

  test('goes with a case that is dropped', async () => {
    const { id } = await start()
    await keep(id, 0)
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'DRAFT' where id = ${caseId}`
    })
    const key =
      await root()`select exists (select from pg_constraint where conrelid = 'app.uploads'::regclass and confdeltype = 'c') as cascades`
    expect(key[0]?.cascades).toBe(true)
  })
})
