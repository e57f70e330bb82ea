import { describe, expect, test } from 'vitest'
import { addUp } from './add-up'
import {
  answer,
  april,
  area,
  countsOf,
  figures,
  flat,
  isShown,
  need,
  plan,
  plansInTurn,
  request,
  sex,
  table,
} from './example.test-lists'
import { planRelease } from './plan'
import { defaultRules } from './rules'

describe('a place whose level the rules do not name', () => {
  const renamed = {
    ...area,
    levels: ['ADM2', 'ADM1'],
    codes: area.codes.map((code) => ({ ...code, level: code.level === 'CERCLE' ? 'ADM2' : 'ADM1' })),
  }

  test('is never shown: only the country is left', () => {
    const made = plan({ dimensions: [renamed, sex] })
    expect(figures(answer(made, 'PUBLIC'))).toEqual({ '*|F': 101, '*|M': 94 })
    expect(figures(answer(made, 'INTERNAL'))).toEqual({ '*|F': 101, '*|M': 94 })
  })

  test('ends the places there when only the finer level is unknown', () => {
    const half = {
      ...renamed,
      levels: ['ADM2', 'REGION'],
      codes: renamed.codes.map((c) => ({ ...c, level: c.level === 'ADM1' ? 'REGION' : c.level })),
    }
    expect(Object.keys(figures(answer(plan({ dimensions: [half, sex] }), 'PUBLIC')))).toEqual([
      'GAO|F',
      'GAO|M',
      'KIDAL|F',
      'KIDAL|M',
    ])
  })
})

describe('topics of the highest class', () => {
  const concern = {
    name: 'CONCERN',
    about: 'CONCERN',
    levels: ['CONCERN', 'GROUP'],
    codes: [
      { code: 'GBV', level: 'GROUP', parent: null },
      { code: 'REST', level: 'GROUP', parent: null },
      { code: 'RAPE', level: 'CONCERN', parent: 'GBV', sensitivity: 'S4' as const },
      { code: 'FORCED', level: 'CONCERN', parent: 'GBV', sensitivity: 'S4' as const },
      { code: 'DOCS', level: 'CONCERN', parent: 'REST' },
      { code: 'FOOD', level: 'CONCERN', parent: 'REST' },
    ],
  }
  const codes = ['RAPE', 'FORCED', 'DOCS', 'FOOD']
  const rows = { 'GAO-T': [30, 25, 60, 70], ANSONGO: [20, 20, 50, 60] }

  test('are told apart by nobody outside, though their group bears no mark itself', () => {
    const made = plan({
      dimensions: [area, concern],
      tables: [table(countsOf(rows, codes), { dimensions: ['AREA', 'CONCERN'] })],
    })
    const labels = Object.keys(figures(answer(made, 'INTERNAL')))
    expect(labels.some((label) => /\|(GBV|RAPE|FORCED)(\+|$)/.test(label))).toBe(false)
  })

  test('are told inside for the country alone, in a table without places', () => {
    const country = codes.map((code, i) => ({
      at: [code],
      count: (rows['GAO-T'][i] ?? 0) + (rows.ANSONGO[i] ?? 0),
    }))
    const made = plan({
      dimensions: [concern],
      tables: [table(country, { dimensions: ['CONCERN'], keeps: 'CONCERN' })],
    })
    expect(figures(answer(made, 'INTERNAL'))).toMatchObject({ RAPE: 50, FORCED: 45 })
    expect(answer(made, 'PUBLIC')).toMatchObject({ state: 'WITHHELD', reason: 'SUBJECT_TOO_SMALL' })
  })
})

describe('two lists about the same thing', () => {
  test('are refused: bands of 0 to 4 and of 0 to 5 give the fifth year away', () => {
    const [a, b] = [flat('AGE_A', 'AGE', ['0-4', '5-17']), flat('AGE_B', 'AGE', ['0-5', '6-17'])]
    const tables = [
      table(countsOf(april, ['0-4', '5-17']), { table: 'A', dimensions: ['AREA', 'AGE_A'] }),
      table(countsOf(april, ['0-5', '6-17']), { table: 'B', dimensions: ['AREA', 'AGE_B'] }),
    ]
    expect(planRelease(request({ dimensions: [area, a, b], tables }))).toMatchObject({
      field: 'dimensions.2.about',
      code: 'told_by_two_lists',
    })
  })

  test('are refused under a subject nobody knows, and so is one list in two tables', () => {
    expect(planRelease(request({ dimensions: [area, { ...sex, about: 'AGE_BAND' }] }))).toMatchObject({
      field: 'dimensions.1.about',
      code: 'unknown',
    })
    const twice = [table(countsOf(april), { table: 'A' }), table(countsOf(april), { table: 'B' })]
    expect(planRelease(request({ tables: twice }))).toMatchObject({ code: 'shared_with_another_table' })
  })
})

describe('the subject of a table', () => {
  const rows = { 'GAO-T': [30, 3], ANSONGO: [10, 4], 'KIDAL-T': [11, 5], ABEIBARA: [12, 2] }
  const needs = (keeps: string) =>
    plan({
      dimensions: [area, need],
      tables: [table(countsOf(rows, ['FOOD', 'DOCS']), { dimensions: ['AREA', 'NEED'], keeps })],
    })

  test('is kept: needs by place give up places first', () => {
    expect(figures(answer(needs('NEED'), 'PUBLIC'))).toEqual({ '*|FOOD': 63, '*|DOCS': 14 })
    expect(Object.keys(figures(answer(needs('AREA'), 'PUBLIC')))).toContain('GAO-T|*')
  })

  test('is not replaced by another when it cannot be shown at all', () => {
    const few = { 'GAO-T': [30, 3], ANSONGO: [20, 0] }
    const made = plan({
      dimensions: [area, need],
      tables: [table(countsOf(few, ['FOOD', 'DOCS']), { dimensions: ['AREA', 'NEED'], keeps: 'NEED' })],
    })
    expect(answer(made, 'PUBLIC')).toMatchObject({ state: 'WITHHELD', reason: 'SUBJECT_TOO_SMALL' })
  })
})

describe('the order in which things are asked', () => {
  const people = table(countsOf(april))
  const needs = table(countsOf(april, ['FOOD', 'DOCS']), {
    table: 'NEED',
    dimensions: ['AREA', 'NEED'],
    keeps: 'NEED',
  })
  const dimensions = [area, sex, need]
  const cellsOf = (made: ReturnType<typeof plan>, audience: string, name: string) =>
    figures(answer(made, audience, name))

  test('of tables and audiences changes nothing', () => {
    const one = plan({ dimensions, tables: [people, needs] })
    const other = plan({
      dimensions: dimensions.toReversed(),
      tables: [
        { ...needs, audiences: ['INTERNAL', 'DONOR', 'PUBLIC'] },
        { ...people, audiences: ['DONOR', 'INTERNAL', 'PUBLIC'] },
      ],
      rules: { ...defaultRules, audiences: defaultRules.audiences.toReversed() },
    })
    for (const audience of ['PUBLIC', 'DONOR', 'INTERNAL'])
      for (const name of ['PEOPLE', 'NEED'])
        expect(cellsOf(other, audience, name)).toEqual(cellsOf(one, audience, name))
  })

  test('nor who asks first: an audience named later gets what it would have got', () => {
    const { plans } = plansInTurn([
      { dimensions, tables: [{ ...people, audiences: ['INTERNAL'] }] },
      { dimensions, tables: [{ ...people, audiences: ['PUBLIC'] }] },
    ])
    const [, later] = plans
    expect(later && figures(answer(later, 'PUBLIC'))).toEqual(
      figures(answer(plan({ dimensions, tables: [people] }), 'PUBLIC')),
    )
  })

  test('one who reads more is never shown a cut that lies across the others', () => {
    const made = plan({ tables: [table(countsOf({ ...april, ABEIBARA: [7, 6] }))] })
    const [wide, narrow] = [answer(made, 'PUBLIC'), answer(made, 'INTERNAL')]
    if (!isShown(wide) || !isShown(narrow)) throw new TypeError('nothing shown')
    expect(narrow.total).toBe(wide.total)
    expect(narrow.cells.length).toBeGreaterThan(wide.cells.length)
    expect(
      addUp(plansInTurn([{ tables: [table(countsOf(april))] }]).ledger, {
        table: 'PEOPLE',
        audience: 'PUBLIC',
        period: '2014-04',
      }),
    ).toMatchObject({ total: 195 })
  })
})

describe('thresholds', () => {
  const withPublic = (threshold: number) => ({
    ...defaultRules,
    audiences: [{ audience: 'PUBLIC', reach: 'OUTSIDE' as const, threshold }],
  })
  const asked = (threshold: number) =>
    planRelease(
      request({ rules: withPublic(threshold), tables: [table(countsOf(april), { audiences: ['PUBLIC'] })] }),
    )

  test.each([0, 1, 9])('of %i are refused for the public', (threshold) => {
    expect(asked(threshold)).toMatchObject({ field: 'rules.audiences.0.threshold', code: 'below_floor' })
  })

  test('may be stricter, and are never lower outside than inside', () => {
    expect(asked(20)).toMatchObject({ outcome: 'PLANNED' })
    const audiences = [
      { audience: 'PUBLIC', reach: 'OUTSIDE' as const, threshold: 10 },
      { audience: 'INTERNAL', reach: 'INTERNAL' as const, threshold: 12 },
    ]
    expect(planRelease(request({ rules: { ...defaultRules, audiences } }))).toMatchObject({
      code: 'stricter_than_outside',
    })
  })
})
