import { beforeEach, describe, expect, test } from 'vitest'
import { GET as open } from '@/app/api/v1/documents/[id]/route'
import { GET as preview } from '@/app/api/v1/documents/[id]/small/route'
import { root } from '@/lib/testing/database'
import { documentTeam } from '@/lib/testing/files/document-team'
import { photo, TOLD } from '@/lib/testing/files/honest'
import { hostileFiles } from '@/lib/testing/files/hostile'
import { pdf } from '@/lib/testing/files/pdfs'
import { draftIn } from '@/lib/testing/requests'

let team: Awaited<ReturnType<typeof documentTeam>>

beforeEach(async () => {
  team = await documentTeam()
})

const DONE = () => `/cases/${team.code}/documents?done=document`
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

describe('a document with scripts off', () => {
  test('is kept, listed, and opened by the team and the supervisor, each time with a line in the log', async () => {
    expect((await team.send('lead')).headers.get('location')).toBe(DONE())
    const id = await team.newest()
    const readers = ['lead', 'psychologist', 'supervisor'] as const
    for (const who of readers) {
      expect(await team.listed(who)).toEqual(['MEDICAL true'])
      const answer = await team.fetched(open, who, id)
      expect(answer.status).toBe(200)
      expect((await bytesOf(answer)).equals(pdf())).toBe(true)
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="document-2014-06-30.pdf"')
      expect(answer.headers.get('content-security-policy')).toContain(
        "default-src 'none'; img-src 'self'; sandbox",
      )
    }
    const lines =
      await root()`select actor_id, outcome from audit.events where action = 'document.open' order by id`
    expect(lines.slice(-3).map((row) => `${row.actor_id} ${row.outcome}`)).toEqual(
      readers.map((who) => `${team.all[who].id} done`),
    )
  })

  test('leaves nothing in clear: no byte of it, no name of the file, no half of it', async () => {
    await team.send('lead', {}, { name: 'Tessalit-secret.pdf', bytes: pdf() })
    const rows = await root()`select p.sealed from app.document_pieces p`
    expect(rows.length).toBeGreaterThan(0)
    for (const { sealed } of rows) expect((sealed as Buffer).includes('%PDF')).toBe(false)
    expect(await team.count('uploads')).toBe(0)
    const dump =
      await root()`select d::text as row from app.documents d union all select e.detail::text from audit.events e`
    expect(dump.some(({ row }) => String(row).includes('Tessalit'))).toBe(false)
  })

  test('a picture comes back without the place it was taken at, shown and not saved, with a small one beside it', async () => {
    const bytes = await photo().jpeg().toBuffer()
    for (const word of TOLD) expect(bytes.includes(word)).toBe(true)
    await team.send('lead', { kind: 'IDENTITY' }, { name: 'IMG_0001.jpg', bytes })
    const id = await team.newest()
    for (const route of [open, preview]) {
      const answer = await team.fetched(route, 'lead', id)
      expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="document-/)
      expect(answer.headers.get('content-type')).toBe('image/jpeg')
      const body = await bytesOf(answer)
      for (const word of TOLD) expect(body.includes(word)).toBe(false)
    }
  })

  test('sent twice by one press is kept once', async () => {
    const key = crypto.randomUUID()
    for (const _ of [1, 2])
      expect((await team.send('lead', { _key: key })).headers.get('location')).toBe(DONE())
    expect(await team.listed('lead')).toEqual(['MEDICAL true'])
  })

  test('a form that comes back keeps its file: it need not be chosen again', async () => {
    const draft = draftIn(await team.send('lead', { kind: '' }))
    expect(draft).toBeDefined()
    const adding = (await team.seen('lead', { draft }))?.adding
    expect(adding?.draft?.errors).toEqual({ kind: 'required' })
    const upload = String(adding?.draft?.values.upload)
    expect(adding?.unfinished).toEqual([{ id: upload, size: pdf().length, got: pdf().length }])
    expect((await team.send('lead', { upload }, 'none')).headers.get('location')).toBe(DONE())
  })

  test('of ten megabytes is kept in pieces and comes back as it was', async () => {
    const filler = [Buffer.from('<<>>\nstream\n'), Buffer.alloc(9_700_000, 66), Buffer.from('\nendstream')]
    const bytes = pdf({ objects: [Buffer.concat(filler)] })
    await team.send('lead', {}, { name: 'grand.pdf', bytes })
    const id = await team.newest()
    const [row] = await root()`select count(*)::int as n from app.document_pieces where document_id = ${id}`
    expect(row?.n).toBe(38)
    expect((await bytesOf(await team.fetched(open, 'lead', id))).equals(bytes)).toBe(true)
  }, 60_000)
})

describe('a hostile file', () => {
  test('comes back with its reason, the other answers kept, and nothing of it stored', async () => {
    const hostile = (await hostileFiles()).filter((_, n) => n % 6 === 0)
    for (const { name, bytes, problem } of hostile) {
      const answer = await team.send('lead', { kind: 'COURT' }, { name, bytes })
      const draft = (await team.seen('lead', { draft: draftIn(answer) }))?.adding?.draft
      expect({ errors: draft?.errors, kind: draft?.values.kind }, name).toEqual({
        errors: { file: problem },
        kind: 'COURT',
      })
    }
    expect([await team.count('documents'), await team.count('uploads')]).toEqual([0, 0])
  }, 60_000)

  test('and what else is missing are said together', async () => {
    const answer = await team.send('lead', { kind: '' }, { name: 'a.pdf', bytes: Buffer.from('<svg/>') })
    const draft = (await team.seen('lead', { draft: draftIn(answer) }))?.adding?.draft
    expect(draft?.errors).toEqual({ kind: 'required', file: 'not-taken' })
  })

  test('a picture of the person needs their yes, and no file is no document', async () => {
    const errors = async (values: Record<string, string>, file?: 'none') => {
      const answer = await team.send('lead', values, file)
      return (await team.seen('lead', { draft: draftIn(answer) }))?.adding?.draft?.errors
    }
    expect(await errors({ kind: 'PHOTO' })).toEqual({ agreed: 'photo-needs-yes' })
    expect(await errors({}, 'none')).toEqual({ file: 'required' })
    expect(await errors({ upload: crypto.randomUUID() }, 'none')).toEqual({ file: 'not-arrived' })
  })
})
