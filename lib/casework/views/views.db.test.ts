import { beforeEach, describe, expect, test } from 'vitest'
import { listCases } from '@/lib/desks/case-file/list-cases'
import { command } from '@/lib/platform/gate/command'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { draftIn, post } from '@/lib/testing/requests'
import { dropView, nameView } from './change-view'
import { viewNames } from './forms'
import { keepView } from './keep-view'

let lead: SignedIn
let colleague: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn

beforeEach(async () => {
  await root()`delete from app.case_views`
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('LAWYER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})

const keep = (who: SignedIn, values: Record<string, string>) =>
  post(command(keepView), { as: who, values: { name: 'MORNING', ...values } })
const list = (who: SignedIn, query = {}) => reading(who, async (ctx) => (await listCases(ctx, query)).view)
const keptBy = async (who: SignedIn) => (await list(who)).kept
const idOf = async (who: SignedIn) => (await keptBy(who))[0]?.id ?? ''

/** Three cases: one of each risk; `lead` leads them. */
async function threeCases(by = lead) {
  for (const risk of ['HIGH', 'MEDIUM', 'LOW']) {
    const spec = ordinaryCase(by.id, [])
    await insertCases([spec])
    await root()`update app.cases set risk = ${risk} where id = ${spec.id}`
  }
}

describe('a view of one’s own', () => {
  test('is kept as it was asked for, stands above the list with what it opens, and for nobody else', async () => {
    await threeCases()
    const answer = await keep(lead, { filter: 'risk=MEDIUM&sort=-contact' })
    expect(answer.headers.get('location')).toMatch(/\/cases\?risk=MEDIUM&sort=-contact&done=kept$/)
    const { kept, held } = await list(lead)
    expect(kept).toMatchObject([
      {
        name: 'MORNING',
        mine: true,
        filter: { view: 'open', risk: 'MEDIUM', sort: { by: 'contact', falling: true } },
      },
    ])
    const opened = await list(lead, { risk: 'MEDIUM', sort: '-contact' })
    expect(Object.values(held)).toEqual([opened.lines.length])
    expect(opened.lines).toHaveLength(1)
    for (const other of [colleague, supervisor, elsewhere]) expect(await keptBy(other)).toEqual([])
  })

  test('has a name once: the second is asked for another, and keeps what it was about', async () => {
    await keep(lead, { filter: 'view=late' })
    const answer = await keep(lead, { filter: 'view=high' })
    expect(draftIn(answer)).toBeDefined()
    expect(await keptBy(lead)).toHaveLength(1)
    await keep(lead, { filter: 'view=high', name: 'URGENT' })
    expect((await keptBy(lead)).map(({ name }) => name)).toEqual(['MORNING', 'URGENT'])
  })

  test('gets another name and is dropped by whose it is; for everybody else it is not there', async () => {
    await keep(lead, { filter: 'view=late' })
    const id = await idOf(lead)
    for (const other of [colleague, supervisor, elsewhere]) {
      expect((await post(command(dropView), { as: other, params: { id } })).status).toBe(404)
      const named = await post(command(nameView), { as: other, params: { id }, values: { name: 'LATER' } })
      expect(named.status).toBe(404)
    }
    await post(command(nameView), { as: lead, params: { id }, values: { name: 'LATER' } })
    expect((await keptBy(lead)).map(({ name }) => name)).toEqual(['LATER'])
    await post(command(dropView), { as: lead, params: { id } })
    expect(await keptBy(lead)).toEqual([])
  })

  test('of a supervisor narrows to a colleague and an office of theirs; nobody else narrows so', async () => {
    await threeCases()
    await threeCases(colleague)
    const filter = `office=MOP&lead=${lead.id}`
    await keep(supervisor, { filter })
    const { held } = await list(supervisor)
    expect(Object.values(held)).toEqual([3])
    await keep(lead, { filter })
    await keep(elsewhere, { filter })
    expect([...(await keptBy(lead)), ...(await keptBy(elsewhere))]).toEqual([])
  })
})

describe('a view of an office', () => {
  test('is its supervisor’s to keep, is read by whoever works on cases there, and opens to each their own', async () => {
    await threeCases()
    await keep(supervisor, { whose: 'MOP', filter: 'risk=HIGH' })
    const held = async (who: SignedIn) => Object.values((await list(who)).held)
    expect(await held(supervisor)).not.toEqual([0])
    expect(await held(lead)).toEqual([1])
    expect(await held(colleague)).toEqual([0])
    expect(await keptBy(elsewhere)).toEqual([])
    expect(await keptBy(lead)).toMatchObject([{ mine: false, office: { id: 'MOP' } }])
  })

  test('is not a caseworker’s to keep, to name or to drop, and not another office’s', async () => {
    expect((await keep(lead, { whose: 'MOP' })).status).toBe(403)
    expect((await keep(elsewhere, { whose: 'MOP' })).status).toBe(404)
    await keep(supervisor, { whose: 'MOP', filter: 'view=late' })
    const id = await idOf(supervisor)
    const drop = (as: SignedIn) => post(command(dropView), { as, params: { id } })
    expect((await drop(lead)).status).toBe(403)
    expect((await drop(elsewhere)).status).toBe(404)
    expect(await keptBy(lead)).toHaveLength(1)
    await drop(supervisor)
    expect(await keptBy(lead)).toEqual([])
  })

  test('names neither a colleague nor an office', async () => {
    const answer = await keep(supervisor, { whose: 'MOP', filter: `lead=${lead.id}` })
    expect(draftIn(answer)).toBeDefined()
    expect(await keptBy(supervisor)).toEqual([])
  })
})

describe('the second wall', () => {
  const kept = (office: string | null, changes: { in?: string; by?: string } = {}) =>
    [
      office,
      'MORNING',
      'late',
      null,
      null,
      null,
      changes.in ?? null,
      changes.by ?? null,
      'step',
      false,
    ] as const
  type Values = ReturnType<typeof kept>
  const call = async (
    who: SignedIn,
    [office, name, view, risk, turn, sex, inOffice, by, sort, falling]: Values,
  ) => {
    const [row] = await presenting(
      raw('web'),
      who.token,
      (tx) =>
        tx`select app.keep_view(${office}, ${name}, ${view}, ${risk}, ${turn}, ${sex}, ${inOffice}, ${by}, ${sort}, ${falling}) as came`,
    )
    return row?.came
  }

  test('lets nobody keep a view for an office, an office or a colleague that is not theirs to decide about', async () => {
    expect(await call(lead, kept('MOP'))).toBe('yours')
    expect(await call(elsewhere, kept('MOP'))).toBe('yours')
    expect(await call(lead, kept(null, { in: 'MOP' }))).toBe('yours')
    expect(await call(lead, kept(null, { by: colleague.id }))).toBe('yours')
    expect(await call(elsewhere, kept(null, { by: lead.id }))).toBe('yours')
    expect(await call(await signedIn('IM', 'MOP'), kept(null))).toBe('yours')
    expect(await call(lead, kept(null))).toBe('done')
    expect(await call(supervisor, kept('MOP'))).toBe('done')
  })

  test('lets nobody name or drop what is not theirs', async () => {
    expect(await call(supervisor, kept('MOP'))).toBe('done')
    const id = await idOf(supervisor)
    for (const other of [lead, elsewhere]) {
      const [row] = await presenting(
        raw('web'),
        other.token,
        (tx) => tx`select app.name_view(${id}, 'LATER') as named, app.drop_view(${id}) as dropped`,
      )
      expect(row).toEqual({ named: 'yours', dropped: false })
    }
  })

  test('holds no word that is no code, whoever writes it', async () => {
    const [owner] = [lead.id]
    for (const [column, value] of [
      ['name', 'Aïssata'],
      ['of_view', 'all'],
      ['risk', 'Gao'],
      ['sort', 'name'],
    ] as const)
      await expect(
        root().unsafe(
          `insert into app.case_views (owner_id, kept_by, ${['name', 'of_view', 'risk', 'sort']
            .map((one) => one)
            .join(', ')}, falling) values ('${owner}', '${owner}', ${['name', 'of_view', 'risk', 'sort']
            .map((one) =>
              one === column
                ? `'${value}'`
                : { name: "'LATER'", of_view: "'late'", risk: 'null', sort: "'step'" }[one],
            )
            .join(', ')}, false)`,
        ),
        column,
      ).rejects.toThrow(/check constraint/)
  })

  test('knows the same names as the code', async () => {
    const [row] =
      await root()`select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'case_views_name_check'`
    const told = [...String(row?.rule).matchAll(/'([A-Z_]+)'/g)].map(([, name]) => name)
    expect(told).toEqual([...viewNames])
  })
})
