import { describe, expect, test } from 'vitest'
import { addUp } from './add-up'
import {
  answer,
  april,
  area,
  countsOf,
  figures,
  plan,
  plansInTurn,
  type Rows,
  request,
  sex,
  table,
} from './example.test-lists'
import { recordPlan } from './ledger'
import { planRelease } from './plan'

const month = (period: string, rows: Rows = april) => ({ period, tables: [table(countsOf(rows))] })
const few = { ABEIBARA: [3, 4] }

describe('a month with too few people', () => {
  const { plans, ledger } = plansInTurn([month('2014-04'), month('2014-05', few), month('2014-06')])
  const sum = (period: string, sinceStart = false) =>
    addUp(ledger, { table: 'PEOPLE', audience: 'PUBLIC', period, sinceStart })

  test('waits and is counted with the next', () => {
    const [, may, june] = plans
    expect(may && answer(may, 'PUBLIC')).toMatchObject({ state: 'CARRIED' })
    expect(june && answer(june, 'PUBLIC')).toMatchObject({
      state: 'RELEASED',
      covers: ['2014-05', '2014-06'],
      total: 202,
    })
  })

  test('holds back neither its quarter, nor the year, nor the figure since the start', () => {
    for (const outcome of [sum('2014-Q2'), sum('2014'), sum('2014-06', true)])
      expect(outcome).toMatchObject({
        outcome: 'SUMMED',
        total: 397,
        covers: ['2014-04', '2014-05', '2014-06'],
      })
  })

  test('at the end of a quarter is named as absent and stands in the next', () => {
    const { ledger } = plansInTurn([month('2014-05'), month('2014-06', few), month('2014-07')])
    const asked = { table: 'PEOPLE', audience: 'PUBLIC' }
    expect(addUp(ledger, { ...asked, period: '2014-Q2' })).toMatchObject({
      total: 195,
      absent: ['2014-04', '2014-06'],
    })
    expect(addUp(ledger, { ...asked, period: '2014-Q3' })).toMatchObject({
      total: 202,
      covers: ['2014-06', '2014-07'],
    })
  })

  test('and nobody at all looks the same, and blocks nothing either', () => {
    const { plans } = plansInTurn([month('2014-04'), month('2014-05', {}), month('2014-06')])
    expect(plans[1] && answer(plans[1], 'PUBLIC')).toMatchObject({ state: 'CARRIED', reason: 'TOO_FEW' })
    expect(plans[2] && answer(plans[2], 'PUBLIC')).toMatchObject({ total: 195 })
  })

  test('forgotten and asked after its quarter is still given', () => {
    const { plans } = plansInTurn([month('2014-05'), month('2014-06'), month('2014-04')])
    expect(plans[2] && answer(plans[2], 'PUBLIC')).toMatchObject({ state: 'RELEASED', total: 195 })
  })

  test('before the first month is counted with it', () => {
    const { ledger } = plansInTurn([month('OPENING', few), month('2014-04')])
    expect(
      addUp(ledger, { table: 'PEOPLE', audience: 'PUBLIC', period: '2014-04', sinceStart: true }),
    ).toMatchObject({ total: 202, absent: [] })
  })
})

describe('a new cercle', () => {
  const more = { ...area, codes: [...area.codes, { code: 'TESSALIT', level: 'CERCLE', parent: 'KIDAL' }] }
  const rows = { ...april, TESSALIT: [20, 20] }
  const { plans, ledger } = plansInTurn([
    month('2014-04'),
    { ...month('2014-05', rows), dimensions: [more, sex] },
  ])

  test('is counted from its first month on, without another table', () => {
    expect(plans[1] && figures(answer(plans[1], 'PUBLIC'))).toMatchObject({ 'TESSALIT|F': 20 })
  })

  test('leaves its region whole, and every other cercle as it was, in longer periods', () => {
    const sum = addUp(ledger, { table: 'PEOPLE', audience: 'PUBLIC', period: '2014-Q2' })
    if (sum.outcome !== 'SUMMED') throw new TypeError('no sum')
    expect(figures(sum)).toEqual({
      'GAO-T|F': 80,
      'GAO-T|M': 70,
      'ANSONGO|F': 44,
      'ANSONGO|M': 42,
      'KIDAL|F': 98,
      'KIDAL|M': 96,
    })
  })
})

describe('one version of the ledger', () => {
  test('serves one plan: the second is refused', () => {
    const [one, other] = [plan(month('2014-04')), plan(month('2014-04', { ...april, ABEIBARA: [14, 14] }))]
    const first = recordPlan({ version: 0, records: [] }, one)
    if (first.outcome !== 'RECORDED') throw new TypeError('not recorded')
    expect(recordPlan(first.ledger, other)).toEqual({ outcome: 'STALE' })
  })

  test('cannot hold two plans put in by hand', () => {
    const records = [plan(month('2014-04')).record, plan(month('2014-04')).record]
    expect(planRelease(request({ ledger: { version: 2, records } }))).toMatchObject({
      field: 'ledger.records.1.version',
      code: 'not_in_order',
    })
    expect(planRelease(request({ ledger: { version: 1, records } }))).toMatchObject({
      field: 'ledger.version',
    })
  })
})

describe('people active in a month', () => {
  const active = (period: string) => ({
    ...month(period),
    families: [{ family: 'NEW', kind: 'UNIQUE' as const, within: [] }],
  })

  test('leave by month or by quarter: the other grain would tell who came once', () => {
    const { plans } = plansInTurn([active('2014-04'), active('2014-Q2')])
    expect(plans[1] && answer(plans[1], 'PUBLIC')).toMatchObject({
      state: 'WITHHELD',
      reason: 'ONE_GRAIN_ONLY',
    })
  })
})
