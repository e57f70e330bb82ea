import { beforeAll, expect, test } from 'vitest'
import { seedDemo } from '@/drizzle/seed/seed'
import { as, type SignedIn, sessionOf } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { individuals, newByMonth } from './queries'

let officer: SignedIn
let agencies: string[]
const MONTHS = ['2013-04', '2013-12', '2014-04', '2014-05', '2014-06']

beforeAll(async () => {
  // The demonstration seeds an empty database only; the fixture's places are its own.
  await root()`truncate access.offices, access.users, app.cercle_offices, app.partners cascade`
  await root()`truncate report.case_months, report.month_sums`
  // Only a demonstration is seeded; the tests' template is a real instance.
  await root()`update app.instance set demo = true`
  expect(await seedDemo()).toBe('seeded')
  const [row] = await root()`select id, email from access.users where role = 'IM'`
  const person = { id: String(row?.id), email: String(row?.email), role: 'IM' as const }
  officer = await sessionOf({ ...person, offices: [], partner: null, kind: 'staff' })
  agencies = (await root()`select code from app.partners`).map(({ code }) => String(code))
}, 120_000)

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()

/** Every month from its sums, and from every case counted anew: which is what asking for all agencies by name does. */
async function agrees(): Promise<string> {
  let found = ''
  for (const month of MONTHS) {
    const [day] = await root()`select ((${`${month}-01`}::date + interval '1 month')::date - 1)::text as last`
    const period = { first: `${month}-01`, last: String(day?.last) }
    const [summed, anew] = await as(officer, async ({ tx }) => [
      lines(await individuals(tx, period)),
      lines(await individuals(tx, period, agencies)),
    ])
    expect(summed, month).toEqual(anew)
    expect(anew?.length, month).toBeGreaterThan(0)
    found += summed?.join()
  }
  return found
}

test('the sums of a month are what counting every case gives', async () => {
  await agrees()
})

/** A case with help given in May 2014 whose person agreed. */
const served = `(select a.case_id from app.assistance a join app.consents c on c.case_id = a.case_id and c.purpose = 'STATS'
  and c.status = 'GIVEN' and c.expires_on is null and c.needs_review is null join app.cases k on k.id = a.case_id and k.state = 'OPEN'
  where a.given_on between '2014-05-01' and '2014-05-31' and a.ended_at is null order by a.case_id limit 1)`

const CHANGES: Record<string, string> = {
  'a consent that is withdrawn': `update app.consents set status = 'WITHDRAWN', withdrawn_at = given_at where purpose = 'STATS' and case_id = ${served}`,
  'an answer that runs out': `update app.consents set expires_on = '2014-06-29' where purpose = 'STATS' and case_id = ${served}`,
  'an answer that is to be read again': `update app.consents set needs_review = 'GIVER' where purpose = 'STATS' and case_id = ${served}`,
  'another year of birth': `update app.people set birth_year = 2010 where standing = 'PRINCIPAL' and case_id = ${served}`,
  'another sex': `update app.people set sex = case sex when 'F' then 'M' else 'F' end where standing = 'PRINCIPAL' and case_id = ${served}`,
  'a duplicate': `update app.cases set state = 'DUPLICATE' where id = ${served}`,
  'a file that points at the same person’s other one': `update app.cases set state = 'DUPLICATE', merged_from = 'OPEN',
    merged_into = (select k.id from app.cases k where k.state = 'OPEN' and k.id > ${served} order by k.id limit 1) where id = ${served}`,
  'help on an earlier day': `insert into app.assistance select (jsonb_populate_record(null::app.assistance, to_jsonb(a) || jsonb_build_object('id', gen_random_uuid(), 'given_on', '2013-12-05'))).*
    from (select * from app.assistance where case_id = ${served} limit 1) a`,
  'help that is planned': `insert into app.assistance select (jsonb_populate_record(null::app.assistance, to_jsonb(a) || jsonb_build_object('id', gen_random_uuid(), 'given_on', '2014-07-05'))).*
    from (select * from app.assistance where case_id = ${served} limit 1) a`,
  'help that is moved to another month': `update app.assistance set given_on = '2014-06-02' where case_id = ${served}`,
  'help that was written down by mistake': `update app.assistance set ended_at = recorded_at, ended_by = given_by, ended_reason = 'NEVER_GIVEN'
    where ended_at is null and case_id = ${served}`,
  'help that is dropped': `delete from app.assistance where case_id = ${served}`,
}

/** A change as it happened, whatever other walls say of it. */
const happened = (change: string) =>
  root().begin(async (tx) => {
    // Other walls judge such a change; here it is what happened.
    for (const table of ['cases', 'consents', 'people', 'assistance'])
      for (const {
        tgname,
      } of await tx`select tgname from pg_trigger where tgrelid = ${`app.${table}`}::regclass
          and not tgisinternal and tgname !~ '^z_count'`)
        await tx.unsafe(`alter table app.${table} disable trigger ${tgname}`)
    const { count } = await tx.unsafe(change)
    expect(count).toBeGreaterThan(0)
    for (const table of ['cases', 'consents', 'people', 'assistance'])
      await tx.unsafe(`alter table app.${table} enable trigger user`)
  })

test.each(Object.entries(CHANGES))('%s leaves them the same', async (what, change) => {
  const before = await agrees()
  await happened(change)
  const after = await agrees()
  if (what !== 'help that is planned') expect(after).not.toBe(before)
})

test('a person with two files counts once while one points at the other, with the help of both, and twice again when that is taken back', async () => {
  const active = async () => {
    const rows = await as(officer, ({ tx }) => individuals(tx, { first: '2014-05-01', last: '2014-05-31' }))
    return rows.filter(({ measure }) => measure === 'ACTIVE').reduce((sum, { persons }) => sum + persons, 0)
  }
  const [one, other] = await root()`select distinct a.case_id as id from app.assistance a
    join app.consents c on c.case_id = a.case_id and c.purpose = 'STATS' and c.status = 'GIVEN' and c.expires_on is null and c.needs_review is null
    join app.cases k on k.id = a.case_id and k.state = 'OPEN' where a.given_on between '2014-05-01' and '2014-05-31' order by 1 offset 20 limit 2`
  const two = await active()
  await happened(
    `update app.cases set state = 'DUPLICATE', merged_from = 'OPEN', merged_into = '${other?.id}' where id = '${one?.id}'`,
  )
  expect(await active()).toBe(two - 1)
  // Only the file that points has help left: the person is still somebody who was helped.
  await happened(`delete from app.assistance where case_id = '${other?.id}'`)
  expect(await active()).toBe(two - 1)
  await agrees()
  await happened(
    `update app.cases set state = 'OPEN', merged_from = null, merged_into = null where id = '${one?.id}'`,
  )
  expect(await active()).toBe(two - 1)
  await agrees()
})

test('the course of months adds up to everybody ever helped', async () => {
  const [course, june] = await as(officer, async ({ tx }) => [
    await newByMonth(tx),
    await individuals(tx, { first: '2014-06-01', last: '2014-06-30' }, agencies),
  ])
  const ever = (june ?? []).filter(({ measure }) => measure === 'CUMULATIVE')
  expect((course ?? []).reduce((sum, { persons }) => sum + persons, 0)).toBe(
    ever.reduce((sum, { persons }) => sum + persons, 0),
  )
})

test('two who help the same person at once are counted one after the other', async () => {
  const [a, b] = await Promise.all([root().reserve(), root().reserve()])
  const help = (
    on: string,
  ) => `insert into app.assistance select (jsonb_populate_record(null::app.assistance, to_jsonb(a) || jsonb_build_object(
    'id', gen_random_uuid(), 'given_on', '${on}'))).* from (select * from app.assistance where case_id = ${served} limit 1) a`
  try {
    await a.unsafe('begin')
    await b.unsafe('begin')
    await a.unsafe(help('2014-04-02'))
    const second = b.unsafe(help('2014-04-03'))
    await a.unsafe('commit')
    await second
    await b.unsafe('commit')
  } finally {
    a.release()
    b.release()
  }
  await agrees()
})

test('a case is counted again for its person, not for each of the household', async () => {
  const another = (table: string, change: object) =>
    `insert into app.${table} select (jsonb_populate_record(null::app.${table}, to_jsonb(x)
      || jsonb_build_object('id', gen_random_uuid()) || '${JSON.stringify(change)}')).*
      from (select * from app.${table} where case_id = ${served} limit 1) x`
  /** How many cases a statement counts anew: each takes its turn. */
  const counts = async (statement: string) => {
    let turns: unknown
    await root()
      .begin(async (tx) => {
        await tx.unsafe(statement)
        const [row] =
          await tx`select count(*)::int as n from report.turns where xmax::text = pg_current_xact_id()::xid::text`
        turns = row?.n
        throw new Error('taken back')
      })
      .catch((error: Error) => {
        if (error.message !== 'taken back') throw error
      })
    return turns
  }
  expect(await counts(another('people', { standing: 'HOUSEHOLD' }))).toBe(0)
  expect(await counts(another('assistance', { given_on: '2014-05-02' }))).toBe(1)
})
