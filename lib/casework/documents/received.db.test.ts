import { beforeEach, describe, expect, test } from 'vitest'
import { POST as keep } from '@/app/api/v1/cases/[code]/documents/keep/route'
import { POST as withdrawDocument } from '@/app/api/v1/cases/[code]/documents/withdraw/route'
import { GET as open } from '@/app/api/v1/documents/[id]/route'
import { POST as ask } from '@/app/api/v1/inbox/[id]/ask/route'
import { POST as complete } from '@/app/api/v1/inbox/[id]/complete/route'
import { prepareAnswer } from '@/lib/desks/inbox/prepare-answer'
import { viewReceived } from '@/lib/desks/inbox/view-received'
import { viewReferral } from '@/lib/desks/referral/view-referral'
import { sessionCookie } from '@/lib/platform/access/cookies'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { grant } from '@/lib/testing/factories/granted'
import { makeReadable } from '@/lib/testing/factories/readable'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED, TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
import { photo, TOLD } from '@/lib/testing/files/honest'
import { pdf } from '@/lib/testing/files/pdfs'
import { sendFile } from '@/lib/testing/files/send-file'
import { reading } from '@/lib/testing/reading'
import { draftIn, post } from '@/lib/testing/requests'

let all: Sides
let id: string
let caseId: string
let code: string
beforeEach(async () => {
  all = await sides()
  id = await all.referral(TO_ACKNOWLEDGED)
  await here()
})

async function here() {
  const [row] =
    await root()`select k.id, k.code from app.referrals r join app.cases k on k.id = r.case_id where r.id = ${id}`
  caseId = String(row?.id)
  code = String(row?.code)
  await makeReadable(caseId)
  await grant(id, ['need', 'urgency'])
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`delete from app.referral_messages where referral_id = ${id}`
    await tx`delete from app.referral_comments where referral_id = ${id}`
    await tx`delete from app.verifications where referral_id = ${id}`
  })
}

type Sent = { name: string; bytes: Buffer; declared?: string }
const paper = (): Sent => ({ name: 'reponse-Awa.pdf', bytes: pdf() })
const asks = (file?: Sent, as: SignedIn = all.agency) =>
  sendFile(ask, { as, params: { id }, values: { question: 'Est-elle seule ?' }, ...(file && { file }) })
const documents = () =>
  root()`select id, kind, reader, format, message_id from app.documents where case_id = ${caseId}`
const stateOf = async () => (await root()`select state from app.referrals where id = ${id}`)[0]?.state
const opened = (document: string, as: SignedIn) =>
  open(
    new Request(`http://127.0.0.1:3000/api/v1/documents/${document}`, {
      headers: {
        cookie: `${sessionCookie(as.kind)}=${as.token}`,
        'sec-fetch-site': 'same-origin',
        accept: 'text/html',
      },
    }),
    { params: Promise.resolve({ id: document }) },
  )
const messages = async () => {
  const found = await reading(all.lead, (ctx) => viewReferral(ctx, id, {}))
  return 'view' in found ? found.view.messages : []
}

describe('a paper that an agency sends', () => {
  test('comes with its question, is opened by the team and by nobody else, and says nothing by its name', async () => {
    expect((await asks(paper())).headers.get('location')).toBe(`/inbox/${id}?done=ask`)
    const [row] = await documents()
    expect(row).toMatchObject({ kind: 'OTHER', reader: 'AGENCY', format: 'PDF' })
    expect((await messages()).map(({ text, paper: sent }) => [text, sent?.format, sent?.waits])).toEqual([
      ['Est-elle seule ?', 'PDF', true],
    ])
    for (const who of [all.lead, all.supervisor]) {
      const answer = await opened(String(row?.id), who)
      expect(Buffer.from(await answer.arrayBuffer()).equals(pdf())).toBe(true)
      expect(answer.headers.get('content-disposition')).not.toMatch(/Awa|reponse/)
    }
    expect((await opened(String(row?.id), await signedIn('SOCIAL_WORKER', 'MOP'))).status).toBe(404)
    expect((await opened(String(row?.id), all.agency)).status).not.toBe(200)
  })

  test('is seen by the agency to have come, and not read again', async () => {
    await asks(paper())
    const found = await reading(all.agency, (ctx) => viewReceived(ctx, id, {}))
    const seen = 'view' in found && found.view.kind === 'open' ? found.view.messages : []
    expect(seen.map(({ paper: sent }) => sent?.format)).toEqual(['PDF'])
    const [row] = await documents()
    const bytes = (as: SignedIn) =>
      presenting(
        raw('partner'),
        as.token,
        (tx) => tx`select n from app.document_pieces where document_id = ${String(row?.id)}`,
      )
    expect(await bytes(all.agency)).toHaveLength(0)
    await expect(
      presenting(raw('partner'), all.agency.token, (tx) => tx`select case_id from app.documents`),
    ).rejects.toThrow(/permission denied/)
    const others = await presenting(
      raw('partner'),
      all.other.token,
      (tx) => tx`select format from app.documents where message_id = ${String(row?.message_id)}`,
    )
    expect(others).toHaveLength(0)
  })

  test('may come with a report without a word, a photo without the place it was taken at', async () => {
    id = await all.referral(TO_ACCEPTED)
    await here()
    const bytes = await photo().jpeg().toBuffer()
    const values = { outcome: 'RECEIVED', servedOn: '30/6/2014', note: '' }
    await sendFile(complete, { as: all.agency, params: { id }, values, file: { name: 'IMG_1.jpg', bytes } })
    expect(await stateOf()).toBe('COMPLETED')
    const [row] = await documents()
    const kept = Buffer.from(await (await opened(String(row?.id), all.lead)).arrayBuffer())
    for (const word of TOLD) expect(kept.includes(word)).toBe(false)
    expect((await messages()).map(({ text }) => text)).toContain('')
  })

  test.each<[string, () => Sent, string]>([
    [
      'an archive called PDF',
      () => ({ name: 'a.pdf', bytes: Buffer.from('PK\u0003\u0004zipzipzipzipzipzipzipzip') }),
      'not-taken',
    ],
    ['a wrong kind', () => ({ name: 'a.docx', bytes: Buffer.from('PK\u0003\u0004') }), 'not-taken'],
    ['nothing in it', () => ({ name: 'a.pdf', bytes: Buffer.alloc(0) }), 'empty'],
    [
      'too large',
      () => ({ name: 'a.pdf', bytes: Buffer.concat([pdf(), Buffer.alloc(10_000_001)]) }),
      'too-large',
    ],
  ])('is refused: %s; and nothing is said then', async (_, file, why) => {
    const answer = await asks(file())
    const draft = draftIn(answer)
    const found = await reading(all.agency, (ctx) =>
      prepareAnswer(ctx, id, { answer: 'ask', query: { draft: String(draft) } }),
    )
    expect('view' in found && found.view.ended === false && found.view.draft?.errors).toEqual({ file: why })
    expect('view' in found && found.view.ended === false && found.view.draft?.values.question).toBe(
      'Est-elle seule ?',
    )
    expect(await documents()).toHaveLength(0)
    expect(await stateOf()).toBe('ACKNOWLEDGED')
  })

  test('is refused to another agency, and to a referral of somebody else', async () => {
    expect((await asks(paper(), all.other)).status).toBe(404)
    expect(await documents()).toHaveLength(0)
  })

  test('is kept by the team as what it is, with one press, once; then it is like any document of theirs', async () => {
    await asks(paper())
    const [row] = await documents()
    const document = String(row?.id)
    const press = (as: SignedIn) =>
      post(keep, { as, params: { code }, values: { document, keptKind: 'MEDICAL' } })
    expect((await press(all.supervisor)).status).toBe(403)
    expect((await press(all.lead)).headers.get('location')).toBe(`/cases/${code}/documents?done=document`)
    expect((await documents())[0]).toMatchObject({ kind: 'MEDICAL', reader: 'TEAM' })
    expect(Buffer.from(await (await opened(document, all.lead)).arrayBuffer()).equals(pdf())).toBe(true)
    expect((await press(all.lead)).status).toBe(403)
    expect((await messages())[0]?.paper).toMatchObject({ waits: false, gone: false })
  })

  test('may be taken away by whoever opens it, also before it is kept', async () => {
    await asks(paper())
    const [row] = await documents()
    const values = { document: String(row?.id), why: 'WRONG_CASE' }
    expect((await post(withdrawDocument, { as: all.lead, params: { code }, values })).status).toBe(303)
    expect((await opened(String(row?.id), all.lead)).status).toBe(403)
    expect((await messages())[0]?.paper).toMatchObject({ gone: true })
  })

  test('no login hangs one on a word that is not its own, or later', async () => {
    await asks(paper())
    const [row] = await documents()
    const rawly = (as: SignedIn) =>
      presenting(
        raw('partner'),
        as.token,
        (tx) =>
          tx`select app.receive_document(gen_random_uuid(), ${String(row?.message_id)}::uuid, 'PDF', 10)`,
      )
    await expect(rawly(all.agency)).rejects.toThrow(/no word of theirs/)
    await expect(rawly(all.other)).rejects.toThrow(/no word of theirs/)
  })
})
