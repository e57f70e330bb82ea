import { describe, expect, test } from 'vitest'
import type { Asked, Discloser } from './api'
import { attack, attackHistory } from './attack'
import { AGE, places, SEX } from './lists'
import { naive } from './naive'
import { history } from './world'

const GAO = places({ R7: ['R7_A', 'R7_B'] })

/** One month of two nested families in one cercle: women and men of each. */
const nested = (all: [number, number], referred: [number, number]): Asked => ({
  period: '2014-01',
  dimensions: [GAO, SEX, AGE],
  families: [
    { family: 'NEW', kind: 'ADDITIVE', within: [] },
    { family: 'REFERRED', kind: 'ADDITIVE', within: ['NEW'] },
  ],
  tables: [['NEW', all] as const, ['REFERRED', referred] as const].map(([family, [women, men]]) => ({
    table: `${family}_BY_SEX`,
    family,
    audiences: ['PUBLIC'],
    dimensions: ['place', 'sex'],
    keeps: 'sex',
    counts: [
      { at: ['R7_A', 'F'], count: women },
      { at: ['R7_A', 'M'], count: men },
    ],
  })),
})

/** Lets nothing out at all. */
const silent: Discloser<null> = {
  ...naive,
  ask: (memory, { period, tables }) => ({
    memory,
    outputs: tables.map(({ table }) => ({
      table,
      audience: 'PUBLIC',
      outcome: 'WITHHELD',
      covers: [period],
      cells: [],
    })),
  }),
}

/** Tells the total of each table and no more. */
const totalsOnly: Discloser<null> = {
  ...naive,
  ask: (memory, { period, tables }) => ({
    memory,
    outputs: tables.map(({ table, counts }) => {
      const value = counts.reduce((sum, { count }) => sum + count, 0)
      return {
        table,
        audience: 'PUBLIC',
        outcome: 'RELEASED',
        covers: [period],
        cells: [{ at: [['*'], ['*']], value }],
      }
    }),
  }),
}

const outside = (discloser: Discloser<null>, steps: Asked[]) => {
  const [findings] = attackHistory(discloser, steps).findings
  if (!findings) throw new Error('nobody looked')
  return findings
}

describe('The attacker', () => {
  test('subtracts a nested family from the whole', () => {
    const { exact, examples } = outside(naive, [nested([30, 20], [28, 20])])
    expect(exact).toBeGreaterThan(0)
    expect(examples).toContain('2014-01 NEW but not REFERRED: R7 × F = 2, known 2–2')
  })

  test('subtracts a version from its correction', () => {
    const { examples } = outside(naive, [nested([30, 20], [15, 10]), nested([33, 20], [15, 10])])
    expect(examples).toContain('2014-01 NEW added by version 2: R7 × F = 3, known 3–3')
  })

  test('reads from a whole that equals its part that nobody is outside', () => {
    expect(outside(naive, [nested([30, 20], [30, 20])]).zeros).toBeGreaterThan(0)
  })

  test('finds nothing where nothing is shown', () => {
    expect(outside(silent, [nested([30, 20], [28, 20])])).toMatchObject({
      exact: 0,
      narrow: 0,
      tight: 0,
      zeros: 0,
    })
  })

  test('finds nothing about parts of large totals', () => {
    expect(outside(totalsOnly, [nested([30, 4], [15, 2])])).toMatchObject({ exact: 0, narrow: 0, tight: 0 })
  })

  test('says that a small difference of two totals is known', () => {
    expect(outside(totalsOnly, [nested([30, 20], [28, 20])]).examples).toContain(
      '2014-01 NEW but not REFERRED: * × * = 2, known 2–2',
    )
  })

  test('finds small counts in most months of a programme that the naive discloser let out', () => {
    const scores = [2, 3, 5, 7].map((seed) => attack(seed, naive, 1))
    const found = scores.filter(({ findings }) => findings.some(({ exact }) => exact > 0))
    expect(found).toHaveLength(3)
    expect(scores.every(({ findings }) => findings.every(({ contradictory }) => contradictory === 0))).toBe(
      true,
    )
  })

  test('measures how much was shown', () => {
    expect(attackHistory(silent, [nested([30, 20], [15, 10])]).useful).toEqual({
      people: 0,
      tables: 0,
      cells: 0,
    })
    expect(attackHistory(totalsOnly, [nested([30, 20], [15, 10])]).useful).toEqual({
      people: 1,
      tables: 1,
      cells: 0.5,
    })
  })
})

describe('A made-up history', () => {
  test('is the same for the same seed and another for another', () => {
    expect(history(5)).toEqual(history(5))
    expect(history(5)).not.toEqual(history(6))
  })

  test('counts as many people in every table of a family, and no more in a part than in its whole', () => {
    for (const { tables, families } of history(4)) {
      const total = (family: string) =>
        new Set(
          tables
            .filter((t) => t.family === family)
            .map((t) => t.counts.reduce((sum, { count }) => sum + count, 0)),
        )
      for (const { family, within } of families) {
        expect(total(family).size).toBe(1)
        for (const whole of within)
          expect(Math.max(...total(family))).toBeLessThanOrEqual(Math.max(...total(whole)))
      }
    }
  })
})
