import { describe, expect, test } from 'vitest'
import {
  answer,
  april,
  countsOf,
  family,
  figures,
  plan,
  plansInTurn,
  request,
  table,
} from './example.test-lists'
import { planRelease } from './plan'

describe('people who are part of other people', () => {
  const both = (within: string[]) => [family('NEW'), family('REFERRED', within)]
  const inside = { ...april, ANSONGO: [22, 20], ABEIBARA: [13, 12] }
  const tables = [table(countsOf(april)), table(countsOf(inside), { table: 'REFERRED', family: 'REFERRED' })]

  test('never leave so that the others are fewer than the threshold', () => {
    const made = plan({ families: both(['NEW']), tables })
    expect(answer(made, 'PUBLIC')).toMatchObject({ state: 'RELEASED' })
    expect(answer(made, 'PUBLIC', 'REFERRED')).toMatchObject({ state: 'CARRIED' })
  })

  test("leave as a donor's own people where enough others are", () => {
    const own = { 'GAO-T': [20, 18], ANSONGO: [11, 10], 'KIDAL-T': [13, 12], ABEIBARA: [7, 12] }
    const made = plan({
      families: both(['NEW']),
      tables: [table(countsOf(april)), table(countsOf(own), { table: 'REFERRED', family: 'REFERRED' })],
    })
    const [all, part] = [figures(answer(made, 'DONOR')), figures(answer(made, 'DONOR', 'REFERRED'))]
    expect(Object.keys(part).length).toBeGreaterThan(1)
    for (const [key, value] of Object.entries(part))
      if (key in all) expect((all[key] ?? 0) - value).toBeGreaterThanOrEqual(10)
  })

  test('are refused when they are more than those they belong to, or belong to nobody known', () => {
    const more = table(countsOf({ 'GAO-T': [41, 0] }), { table: 'REFERRED', family: 'REFERRED' })
    expect(
      planRelease(request({ families: both(['NEW']), tables: [table(countsOf(april)), more] })),
    ).toMatchObject({
      outcome: 'INVALID',
      field: 'tables.1.counts',
      code: 'exceeds_superset',
    })
    expect(planRelease(request({ families: both(['ALL']), tables }))).toMatchObject({
      field: 'families.1.within.0',
    })
  })

  test('stay bound by what was declared first', () => {
    const { ledger } = plansInTurn([{ families: both(['NEW']), tables }])
    expect(planRelease(request({ period: '2014-05', families: both([]), tables, ledger }))).toMatchObject({
      field: 'families.1.within',
      code: 'differs_from_ledger',
    })
  })
})
