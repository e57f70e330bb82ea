import { beforeAll, describe, expect, test } from 'vitest'
import { POST as write } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { POST as receipt } from '@/app/api/v1/cases/[code]/return/receipt/route'
import { POST as visit } from '@/app/api/v1/cases/[code]/return/visit/route'
import { prepareAssessment } from '@/lib/desks/case-file/view-assessments'
import { prepareReceipt } from '@/lib/desks/case-file/view-receipt'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type Around, around, send } from '@/lib/testing/factories/open-case'
import { grantApproved, grantOf, handOver } from '@/lib/testing/factories/return-path'
import { reading } from '@/lib/testing/reading'
import { draftIn, post } from '@/lib/testing/requests'

let all: Around
beforeAll(async () => {
  all = await around()
})

const today = async () => String((await root()`select clock.casework_now()::date::text as day`)[0]?.day)
const where = (answer: Response) => String(answer.headers.get('location'))

/** A shop of which a part was handed over today. */
async function delivered() {
  const found = await grantApproved(all)
  const answer = await handOver(all, found, { lineEQUIP: '50000' })
  expect([answer.status, draftIn(answer)]).toEqual([303, undefined])
  return { ...found, delivery: String((await grantOf(all, found.code)).deliveries[0]?.id) }
}

describe('a monitoring visit', () => {
  const noted = async (next: string) => {
    const one = await delivered()
    const values = {
      grant: one.grant,
      visit: 'M1',
      visitedOn: await today(),
      outcome: 'RUNS_WEAK',
      follow: 'ADVICE',
      next,
    }
    return { ...one, answer: await send(visit, all.lead, one.code, values) }
  }
  const sheet = (code: string, id: string, step: string, version = '0') =>
    post(write, {
      as: all.lead,
      params: { code, which: 'REINT_VISIT' },
      values: {
        visit: id,
        rv_outcome: 'RUNS_GROWS',
        rv_month: 'M12',
        rv_safe: 'YES',
        rv_helped: 'YES',
        rv_next: 'Stock',
        _version: version,
        step,
      },
    })

  test('leads on to its sheet in the same press, which says again what the visit found and cannot say otherwise', async () => {
    const { code, id, answer } = await noted('SHEET')
    const [row] = await root()`select id from app.grant_visits where case_id = ${id}`
    expect(where(answer)).toBe(`/cases/${code}/assessments/REINT_VISIT/fill?visit=${row?.id}`)
    const page = await reading(all.lead, (ctx) =>
      prepareAssessment(ctx, code, 'REINT_VISIT', { visit: String(row?.id) }),
    )
    const asked = 'view' in page && page.view ? page.view.questions.map((one) => one.id) : []
    expect(asked).not.toContain('rv_month')
    expect(asked).not.toContain('rv_outcome')
    expect(asked).toContain('rv_income')
    expect(where(await sheet(code, String(row?.id), 'finish'))).toContain('done=assessed')
    const [kept] = await root()`select results, visit_id from app.assessments where case_id = ${id}`
    expect(kept).toEqual({ results: ['RV_HELP'], visit_id: row?.id })
    expect((await grantOf(all, code)).visits).toMatchObject([
      { visit: 'M1', outcome: 'RUNS_WEAK', sheet: { finished: true } },
    ])
  })

  test('has one sheet and is counted once: whoever was slower goes on with what stands there', async () => {
    const { code, id, answer } = await noted('BACK')
    expect(where(answer)).toContain('done=grant-visited')
    const [row] = await root()`select id from app.grant_visits where case_id = ${id}`
    expect((await sheet(code, String(row?.id), 'keep')).status).toBe(303)
    expect(draftIn(await sheet(code, String(row?.id), 'keep'))).toBeDefined()
    expect(draftIn(await sheet(code, String(row?.id), 'finish', '1'))).toBeUndefined()
    const [counted] =
      await root()`select (select count(*)::int from app.grant_visits where case_id = ${id}) as visits,
      (select count(*)::int from app.assessments where case_id = ${id}) as sheets`
    expect(counted).toEqual({ visits: 1, sheets: 1 })
  })

  test('of another case has no sheet here', async () => {
    const [one, other] = [await noted('BACK'), await noted('BACK')]
    const [row] = await root()`select id from app.grant_visits where case_id = ${other.id}`
    expect((await sheet(one.code, String(row?.id), 'keep')).status).toBe(404)
  })
})

describe('the receipt of a delivery', () => {
  /** A document of a case as it stands in the database. */
  async function document(caseId: string, more: { kind?: string; reader?: string } = {}): Promise<string> {
    const id = crypto.randomUUID()
    await root().begin(async (tx) => {
      await tx`insert into app.documents (id, case_id, office_id, sensitivity, kind, reader, format, size, agreed, key_id, added_by)
        select ${id}, c.id, c.office_id, c.sensitivity, ${more.kind ?? 'RECEIPT'}, ${more.reader ?? 'TEAM'}, 'JPEG', 10, false, k.id, c.lead_id
        from app.cases c join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' and k.scope = 'CASE' where c.id = ${caseId}`
      await tx`insert into app.document_pieces (document_id, part, n, sealed) values (${id}, 'BODY', 0, decode(repeat('00', 40), 'hex'))`
    })
    return id
  }
  const tie = (who: SignedIn, code: string, values: Record<string, string>) =>
    send(receipt, who, code, values)

  test('is a document of the case that its team opens, tied once, and stands beside the delivery', async () => {
    const { code, id, delivery } = await delivered()
    const paper = await document(id)
    await document(id, { kind: 'MEDICAL' })
    const page = await reading(all.lead, (ctx) => prepareReceipt(ctx, code, { delivery }))
    expect('view' in page && page.view ? page.view.receipts.map((one) => one.id) : []).toEqual([paper])
    expect(where(await tie(all.lead, code, { delivery, document: paper }))).toContain('done=receipt-tied')
    expect((await grantOf(all, code)).deliveries[0]?.papers).toEqual([{ id: paper, withdrawn: false }])
    expect(draftIn(await tie(all.lead, code, { delivery, document: paper }))).toBeDefined()
  })

  test('is no other paper, and no paper of another case', async () => {
    const [{ code, id, delivery }, other] = [await delivered(), await delivered()]
    for (const paper of [
      await document(id, { kind: 'MEDICAL' }),
      await document(id, { reader: 'LAWYER' }),
      await document(other.id),
    ])
      expect(draftIn(await tie(all.lead, code, { delivery, document: paper }))).toBeDefined()
    expect(
      (await tie(all.lead, code, { delivery: other.delivery, document: await document(id) })).status,
    ).toBe(404)
  })

  test('is read and tied by nobody whose case it is not, behind both walls', async () => {
    const { code, id, delivery } = await delivered()
    const paper = await document(id)
    const stranger = await signedIn('SOCIAL_WORKER', 'MOP')
    expect((await tie(stranger, code, { delivery, document: paper })).status).toBe(404)
    expect((await tie(all.supervisor, code, { delivery, document: paper })).status).toBe(403)
    const inSql = (who: SignedIn, document: string) =>
      presenting(
        raw('web'),
        who.token,
        (
          tx,
        ) => tx`insert into app.delivery_receipts (id, case_id, office_id, sensitivity, delivery_id, document_id, tied_by)
        values (gen_random_uuid(), ${id}, 'MOP', 'S3', ${delivery}, ${document}, ${who.id})`,
      ).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      )
    expect(await inSql(stranger, paper)).toBe('42501')
    expect(await inSql(all.supervisor, paper)).toBe('42501')
    expect(await inSql(all.lead, await document(id, { reader: 'LAWYER' }))).toBe('23514')
    expect(await inSql(all.lead, paper)).toBe('done')
    const seen = (who: SignedIn) =>
      presenting(
        raw('web'),
        who.token,
        async (tx) => (await tx`select from app.delivery_receipts where case_id = ${id}`).length,
      )
    expect([await seen(stranger), await seen(all.lead), await seen(all.supervisor)]).toEqual([0, 1, 1])
  })
})
