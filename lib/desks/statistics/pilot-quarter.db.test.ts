import { beforeAll, describe, expect, test } from 'vitest'
import pilot from '@/drizzle/seed/reference/pilot-figures.json'
import { seedDemo } from '@/drizzle/seed/seed'
import { as, type SignedIn, sessionOf } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { leftOut, sumOf } from './counts'
import { fileOf } from './file'
import { individuals, newByMonth } from './queries'

let officer: SignedIn
const figure = (id: string) => pilot.figures.find((row) => row.id === id)?.value
const agencies = pilot.figures.find((row) => row.id === 'referred')?.partners ?? []
const quarter = { first: '2014-04-01', last: '2014-06-30' }
const months = ['2014-04', '2014-05', '2014-06']

const counted = (period: { first: string; last: string }, only?: readonly string[]) =>
  as(officer, ({ tx }) => individuals(tx, period, only))
const total = async (measure: string, period: { first: string; last: string }, only?: readonly string[]) =>
  sumOf(await counted(period, only), { measure })

beforeAll(async () => {
  // The demonstration seeds an empty database only; the fixture's places are its own.
  await root()`truncate access.offices, access.users, app.cercle_offices, app.partners cascade`
  // Only a demonstration is seeded; the tests' template is a real instance.
  await root()`update app.instance set demo = true`
  expect(await seedDemo()).toBe('seeded')
  const [row] = await root()`select id, email from access.users where role = 'IM'`
  officer = await sessionOf({
    id: String(row?.id),
    email: String(row?.email),
    role: 'IM',
    offices: [],
    partner: null,
    kind: 'staff',
  })
})

describe('the pilot quarter, counted by the database from the seeded demonstration', () => {
  test('has exactly the 572 newly assisted people of the published figures', async () => {
    expect(await total('NEW', quarter)).toBe(572)
    expect(figure('newly_assisted')).toBe(572)
  })

  test('has 78 people referred to the five agencies, however many referrals left', async () => {
    expect(await total('REFERRED', quarter, agencies)).toBe(78)
    expect(figure('referred')).toBe(78)
  })

  test('follows 3,957 people assisted before and makes 4,529 in all', async () => {
    const before = { first: '2013-04-01', last: '2014-03-31' }
    expect(await total('NEW', before)).toBe(3957)
    expect(await total('CUMULATIVE', before)).toBe(3957)
    expect(await total('CUMULATIVE', quarter)).toBe(4529)
    expect([figure('assisted_before'), figure('cumulative')]).toEqual([3957, 4529])
  })

  test('leaves as files whose totals are those of the screen, and whose cells count five people or more', async () => {
    for (const [at, days] of [30, 31, 30].entries()) {
      const month = await counted({ first: `${months[at]}-01`, last: `${months[at]}-${days}` })
      const cells = fileOf(month, months[at] ?? '')
      for (const measure of ['NEW', 'ACTIVE', 'CUMULATIVE'])
        expect(cells.find((cell) => cell.measure === measure)?.value).toBe(sumOf(month, { measure }))
      expect(Math.min(...cells.map(({ value }) => value))).toBeGreaterThanOrEqual(5)
      expect(cells.length).toBeGreaterThan(20)
    }
  })

  test('says of how many children and adults the rule leaves out, on the screen alone', async () => {
    const hidden = leftOut(await counted(quarter))
    const [row] = await root()`select count(*) filter (where p.birth_year > 1996)::int as children,
        count(*) filter (where p.birth_year <= 1996)::int as adults, count(*) filter (where p.birth_year is null)::int as unknown
      from app.cases c join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
      where c.state <> 'DUPLICATE' and exists (select from app.assistance a where a.case_id = c.id
          and a.given_on between '2014-04-01' and '2014-06-30' and a.given_on <= (clock.casework_now())::date)
        and not exists (select from app.consents n where n.case_id = c.id and n.purpose = 'STATS'
          and n.status in ('GIVEN', 'ASSENT') and n.withdrawn_at is null and n.needs_review is null)`
    expect(hidden).toMatchObject({ ...row })
    expect([hidden.children, hidden.adults].every((n) => n > 0)).toBe(true)
    expect(fileOf(await counted(quarter), '2014-06').flatMap(({ age }) => age)).not.toContain('CHILD')
  })

  test('is the sum of its months for new people, cell by cell, and of nothing else', async () => {
    const whole = await counted(quarter)
    const parts = await Promise.all(
      [30, 31, 30].map((days, at) => counted({ first: `${months[at]}-01`, last: `${months[at]}-${days}` })),
    )
    const added = (measure: string) => parts.reduce((sum, part) => sum + sumOf(part, { measure }), 0)
    for (const { measure, region, sex, ageGroup, persons } of whole.filter((row) => row.measure === 'NEW')) {
      const cell = { measure, region: String(region), sex: String(sex), ageGroup: String(ageGroup) }
      expect(parts.reduce((sum, part) => sum + sumOf(part, cell), 0)).toBe(persons)
    }
    expect(added('NEW')).toBe(572)
    expect(added('ACTIVE')).toBeGreaterThan(await total('ACTIVE', quarter))
  })

  test('agrees with the course of the months', async () => {
    const course = await as(officer, ({ tx }) => newByMonth(tx))
    expect(course[0]?.month).toBe('2013-04')
    expect(course.at(-1)?.month).toBe('2014-06')
    expect(course.reduce((sum, { persons }) => sum + persons, 0)).toBe(4529)
  })

  test('loses a person from every count when consent to statistics is withdrawn', async () => {
    await root()`update app.consents set status = 'WITHDRAWN', withdrawn_at = given_at where id = (
      select c.id from app.consents c join app.assistance a on a.case_id = c.case_id
      where c.purpose = 'STATS' and c.status in ('GIVEN', 'ASSENT')
      group by c.id having min(a.given_on) between '2014-04-01' and '2014-06-30' order by c.id limit 1)`
    expect(await total('NEW', quarter)).toBe(571)
    expect(await total('CUMULATIVE', quarter)).toBe(4528)
  })
})
