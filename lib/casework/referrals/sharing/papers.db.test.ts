import { beforeEach, describe, expect, test } from 'vitest'
import { POST as add } from '@/app/api/v1/cases/[code]/documents/route'
import { POST as withdrawDocument } from '@/app/api/v1/cases/[code]/documents/withdraw/route'
import { POST as sendEmergency } from '@/app/api/v1/cases/[code]/refer/[id]/send-emergency/route'
import { POST as share } from '@/app/api/v1/cases/[code]/refer/[id]/share/route'
import { GET as openOwn } from '@/app/api/v1/documents/[id]/route'
import { POST as accept } from '@/app/api/v1/inbox/[id]/accept/route'
import { POST as acknowledge } from '@/app/api/v1/inbox/[id]/acknowledge/route'
import { GET as openPaper } from '@/app/api/v1/inbox/[id]/papers/[n]/route'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { viewReceived } from '@/lib/desks/inbox/view-received'
import { prepareCheck, prepareShare } from '@/lib/desks/referral/wizard'
import { sessionCookie } from '@/lib/platform/access/cookies'
import { presenting, type SignedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { readyDraft } from '@/lib/testing/factories/ready-draft'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { pdf } from '@/lib/testing/files/pdfs'
import { sendFile } from '@/lib/testing/files/send-file'
import { reading } from '@/lib/testing/reading'
import { type Endpoint, post } from '@/lib/testing/requests'

const said = {
  answer: 'GIVEN',
  mode: 'VERBAL',
  giver: 'SELF',
  language: 'FR',
  reason: '',
  witness: '',
  caregiver: '',
  capacity: '',
  danger: '',
}
const FACTS = ['urgency', 'need', 'sex', 'age_band', 'cercle', 'name']

let all: Sides
let one: Awaited<ReturnType<typeof readyDraft>>
beforeEach(async () => {
  all = await sides()
  one = await readyDraft(all.lead.id, said)
})

/** A document of the case; answers its id. */
async function kept(values: Record<string, string> = {}, as = all.lead): Promise<string> {
  await sendFile(add, {
    as,
    params: { code: one.code },
    values: { kind: 'MEDICAL', reader: 'TEAM', ...values },
    file: { name: 'certificat-de-Awa.pdf', bytes: pdf() },
  })
  const [row] =
    await root()`select id from app.documents where case_id = ${one.caseId} order by xmin::text::bigint desc limit 1`
  return String(row?.id)
}

async function press(endpoint: Endpoint, values: Record<string, string | string[]>, as = all.lead) {
  const response = await post(endpoint, { as, params: { id: one.id, code: one.code }, values, json: true })
  const body = (await response.json()) as {
    location?: string
    error?: { reason?: string; fields?: Record<string, string> }
  }
  return body.error?.fields ?? body.error?.reason ?? body.location
}

const fetched = (n: string | number, as: SignedIn = all.agency, id = one.id) =>
  openPaper(
    new Request(`http://127.0.0.1:3000/api/v1/inbox/${id}/papers/${n}`, {
      headers: {
        cookie: `${sessionCookie('partner')}=${as.token}`,
        'sec-fetch-site': 'same-origin',
        accept: 'text/html',
      },
    }),
    { params: Promise.resolve({ id, n: String(n) }) },
  )

async function sent(papers: string[]) {
  await press(share, { facts: FACTS, papers })
  expect(await press(sendEmergency, { read: 'on' })).toBe(`/referrals/${one.id}?done=send-emergency`)
}
async function accepted(papers: string[]) {
  await sent(papers)
  await press(acknowledge, {}, all.agency)
  await press(accept, {}, all.agency)
}

describe('papers that go along', () => {
  test('are offered of the team alone: no discipline’s, no author’s, no voice, nothing that our office signed', async () => {
    const medical = await kept()
    await kept({ reader: 'OWN' })
    await kept({ reader: 'LEAD' })
    await kept({ kind: 'CONSENT' })
    await kept({ kind: 'RECEIPT' })
    const found = await reading(all.lead, (ctx) => prepareShare(ctx, one, {}))
    expect('view' in found && found.view.preview.offered.map(({ id }) => id)).toEqual([medical])
  })

  test('are named to the person by kind, and stay away from a referral without the name', async () => {
    const id = await kept()
    await press(share, { facts: FACTS, papers: [id] })
    const leaving = async () => {
      const found = await reading(all.lead, (ctx) => prepareCheck(ctx, one, {}, 'submit'))
      return 'view' in found ? found.view.preview.leaving : []
    }
    expect(await leaving()).toContain('papers')
    await press(share, { facts: FACTS, papers: [id], withoutName: 'on' })
    expect(await leaving()).not.toContain('papers')
  })

  test('open after the yes, under a name that says nothing, each time with a line in the log', async () => {
    const id = await kept()
    await sent([id])
    expect((await fetched(1)).status).toBe(403)
    await press(acknowledge, {}, all.agency)
    expect((await fetched(1)).status).toBe(403)
    await press(accept, {}, all.agency)
    const answer = await fetched(1)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="document-1.pdf"')
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf())).toBe(true)
    expect((await fetched(2)).status).toBe(404)
    expect((await fetched(1, all.other)).status).toBe(404)
    expect((await fetched(1, all.agency, crypto.randomUUID())).status).toBe(404)
    const lines =
      await root()`select outcome, detail from audit.events where action = 'inbox.open-paper' and actor_id = ${all.agency.id} order by id`
    expect(lines.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['refused', 'done']))
    expect(lines.map(({ detail }) => String(detail))).toContain('{"paper":1,"kind":"MEDICAL"}')
  })

  test('still open for the team, and nothing else of the case opens for the agency', async () => {
    const other = await kept({ kind: 'IDENTITY' })
    const id = await kept()
    await accepted([id])
    const own = await openOwn(
      new Request(`http://127.0.0.1:3000/api/v1/documents/${id}`, {
        headers: {
          cookie: `${sessionCookie('staff')}=${all.lead.token}`,
          'sec-fetch-site': 'same-origin',
          accept: 'text/html',
        },
      }),
      { params: Promise.resolve({ id }) },
    )
    expect(Buffer.from(await own.arrayBuffer()).equals(pdf())).toBe(true)
    const seen = (as: SignedIn) =>
      presenting(raw('partner'), as.token, async (tx) => [
        (await tx`select document_id from app.document_pieces where document_id in (${id}, ${other})`).map(
          (row) => row.document_id,
        ),
        (await tx`select document_id from vault.keys where document_id in (${id}, ${other})`).map(
          (row) => row.document_id,
        ),
        (await tx`select id from vault.keys where scope = 'CASE'`).length,
      ])
    expect(await seen(all.agency)).toEqual([[id], [id], 0])
    expect(await seen(all.other)).toEqual([[], [], 0])
  })

  test('end with the sharing, and with the document itself', async () => {
    const [first, second] = [await kept(), await kept({ kind: 'IDENTITY' })]
    await accepted([first, second])
    expect((await fetched(1)).status).toBe(200)
    const gone = await post(withdrawDocument, {
      as: all.lead,
      params: { code: one.code },
      values: { document: first, why: 'NOT_WANTED' },
    })
    expect(gone.status).toBe(303)
    const open = await reading(all.agency, (ctx) => viewReceived(ctx, one.id, {}))
    const view = 'view' in open && open.view.kind === 'open' ? open.view : undefined
    const left = view?.papers ?? []
    expect(left).toHaveLength(1)
    const statuses = [(await fetched(1)).status, (await fetched(2)).status]
    expect(statuses.toSorted()).toEqual([200, 403])
    expect(statuses[(left[0] ?? 0) - 1]).toBe(200)
    await press(cancel, { cancelReason: 'NEED_MET', comment: '' })
    expect([(await fetched(1)).status, (await fetched(2)).status]).toEqual([403, 403])
  })

  test('a paper nobody asked the person about asks again; the same ones do not', async () => {
    const [first, second] = [await kept(), await kept({ kind: 'IDENTITY' })]
    await accepted([first])
    const [row] = await root()`select consent_id from app.referrals where id = ${one.id}`
    expect(row?.consent_id).toBeTruthy()
    // Given back and handed in again: the yes stands, for what it was given for.
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.referrals set state = 'RETURNED', sent_at = null where id = ${one.id}`
    })
    const missing = async (papers: string[]) => {
      await press(share, { facts: FACTS, papers })
      const found = await reading(all.lead, (ctx) => prepareCheck(ctx, one, {}, 'submit'))
      return 'view' in found ? found.view.missing : found
    }
    expect(await missing([first])).toBeUndefined()
    expect(await missing([first, second])).toBe('cover')
  })

  test('the database takes along no sealed paper, none of another case, none later', async () => {
    const sealed = await kept({ reader: 'LEAD' })
    const id = await kept()
    await accepted([id])
    const [slip] =
      await root()`select id from app.shares where referral_id = ${one.id} and stage = 2 and ended_at is null`
    const along = (document: string) =>
      presenting(
        raw('web'),
        all.lead.token,
        (tx) => tx`select app.send_paper_along(${String(slip?.id)}::uuid, 2, ${document}::uuid)`,
      )
    await expect(along(id)).rejects.toThrow(/not sealed now/)
    const given = await presenting(
      raw('web'),
      all.lead.token,
      (tx) => tx`select app.give_document_a_key(${sealed}::uuid, gen_random_uuid(), '\\x00'::bytea) as given`,
    )
    expect(given[0]?.given).toBe(false)
    await expect(
      presenting(
        raw('web'),
        all.lead.token,
        (tx) => tx`select app.reseal_document_piece(${id}::uuid, 'BODY', 0, '\\x00'::bytea)`,
      ),
    ).rejects.toThrow(/not given a key now/)
  })

  test('six are too many, and what is no document of this case does not leave', async () => {
    const many = Array.from({ length: 6 }, () => crypto.randomUUID())
    expect(await press(share, { facts: FACTS, papers: many })).toMatchObject({ papers: 'too-many' })
    await sent([crypto.randomUUID()])
    const [row] = await root()`select facts from app.referrals where id = ${one.id}`
    expect(row?.facts).not.toContain('papers')
  })
})
