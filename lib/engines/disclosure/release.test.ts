import { describe, expect, it } from 'vitest'
import { area, exampleRequest, sex } from './example.test-lists'
import { release } from './release'
import type { Dimension, LedgerEntry, Outcome, Released } from './types'

const april = { 'GAO-TOWN': [20, 15], ANSONGO: [12, 11], 'KIDAL-TOWN': [16, 14], ABEIBARA: [3, 14] } as const
const rowsOf = (rows: Record<string, readonly [number, number]>) =>
  Object.fromEntries(Object.entries(rows).map(([k, [f, m]]): [string, [number, number]] => [k, [f, m]]))

function released(outcome: Outcome): Released {
  if (outcome.outcome !== 'RELEASED') throw new TypeError(JSON.stringify(outcome))
  return outcome
}
const valueAt = (table: Released, ...at: string[]) =>
  table.cells.find((cell) => cell.at.join() === at.join())?.value

describe('one table', () => {
  it('is shown less finely rather than with many cells blank', () => {
    const table = released(release(exampleRequest(rowsOf(april))))
    expect(table.level).toEqual(['REGION', 'SEX'])
    expect(table.coarsened).toEqual([{ dimension: 'AREA', to: 'REGION' }])
    expect(valueAt(table, 'KIDAL', 'F')).toBe(19)
  })

  it('hides a second cell and a second line so that the first cannot be subtracted', () => {
    const rules = { ...exampleRequest({}).rules, maxHiddenShare: 0.5, minPeopleShare: 0.3 }
    const table = released(release(exampleRequest(rowsOf(april), { rules })))
    expect(table.level).toEqual(['CERCLE', 'SEX'])
    expect(table.reasons.filter((r) => r.reason === 'BELOW_THRESHOLD').map((r) => r.at)).toEqual([
      ['ABEIBARA', 'F'],
    ])
    expect(table.cells.filter((cell) => cell.value === null).length).toBeGreaterThanOrEqual(3)
    expect(valueAt(table, '*', '*')).toBe(105)
  })

  it('does not leave at all when everybody counted is fewer than the threshold', () => {
    const outcome = release(exampleRequest({ ANSONGO: [3, 4] }))
    expect(outcome).toEqual({ outcome: 'WITHHELD', reason: 'TOTAL_BELOW_THRESHOLD', cell: ['*', '*'] })
  })

  it('is whole for the team that holds the files', () => {
    const table = released(release(exampleRequest(rowsOf(april), { audience: 'TEAM' })))
    expect(valueAt(table, 'ABEIBARA', 'F')).toBe(3)
    expect(table.entries).toEqual([])
  })

  it('shows zeros, except where a zero already tells something', () => {
    const one = {
      'GAO-TOWN': [20, 15],
      ANSONGO: [0, 30],
      'KIDAL-TOWN': [16, 14],
      ABEIBARA: [13, 14],
    } as const
    expect(valueAt(released(release(exampleRequest(rowsOf(one)))), 'ANSONGO', 'F')).toBe(0)
    const marked: Dimension = { ...sex, codes: sex.codes.map((c) => ({ ...c, sensitivity: 'SENSITIVE' })) }
    const table = released(release(exampleRequest(rowsOf(one), { dimensions: [area, marked] })))
    expect(valueAt(table, 'ANSONGO', 'F') ?? null).toBeNull()
  })

  it('never shows an S4 topic below its region or crossed with nationality', () => {
    const topic: Dimension = { name: 'CONCERN', levels: ['CONCERN'], codes: [] }
    topic.codes = ['VIOL', 'OTHER'].map((code) => ({
      code,
      level: 'CONCERN',
      parent: null,
      sensitivity: 'S4',
    }))
    const nation: Dimension = {
      name: 'NATIONALITY',
      levels: ['N'],
      codes: [{ code: 'MLI', level: 'N', parent: null }],
    }
    const counts = area.codes.flatMap((c) =>
      c.level === 'CERCLE'
        ? [
            { at: [c.code, 'VIOL', 'MLI'], count: 60 },
            { at: [c.code, 'OTHER', 'MLI'], count: 50 },
          ]
        : [],
    )
    const table = released(release(exampleRequest({}, { dimensions: [area, topic, nation], counts })))
    const shown = table.level.map((level) => level !== '*')
    expect(shown[1] && shown[2]).toBe(false)
    const alone = counts.map(({ at, count }) => ({ at: at.slice(0, 2), count }))
    const topics = released(release(exampleRequest({}, { dimensions: [area, topic], counts: alone })))
    expect(topics.level).toEqual(['REGION', 'CONCERN'])
  })
})

describe('tables over time', () => {
  const ledger: LedgerEntry[] = []
  const ask = (change: Parameters<typeof exampleRequest>[1], rows = rowsOf(april)) => {
    const outcome = release(exampleRequest(rows, { ...change, ledger: [...ledger] }))
    if (outcome.outcome === 'RELEASED') ledger.push(...outcome.entries)
    return outcome
  }
  const thrice = Object.fromEntries(
    Object.entries(april).map(([k, [f, m]]): [string, [number, number]] => [k, [3 * f, 3 * m]]),
  )

  const since = Object.fromEntries(
    Object.entries(april).map(([k, [f, m]]): [string, [number, number]] => [k, [3 * f + 40, 3 * m + 40]]),
  )

  it('hold back a small correction and hand it to the next period', () => {
    ask({})
    const table = released(ask({ reissue: true }, rowsOf({ ...april, ANSONGO: [14, 11] })))
    expect(table.notes).toContain('CORRECTION_HELD')
    expect(table.carried).toEqual([{ at: ['ANSONGO', 'F'], count: 2 }])
    expect(valueAt(table, 'GAO', 'F')).toBe(32)
  })

  it('give out a large correction as a new version', () => {
    const table = released(ask({ reissue: true }, rowsOf({ ...april, ANSONGO: [32, 11] })))
    expect(table.notes).toEqual(['CORRECTED'])
    expect(table.entries[0]?.version).toBe(2)
    expect(valueAt(table, 'GAO', 'F')).toBe(52)
  })

  it('refuse a quarter while one of its months is missing', () => {
    expect(ask({ period: '2014-Q2' }, thrice)).toMatchObject({
      outcome: 'WITHHELD',
      reason: 'PART_NOT_RELEASED',
    })
  })

  it('may show a quarter more finely than its months', () => {
    const more = rowsOf({ ...april, ABEIBARA: [4, 14] })
    ask({ period: '2014-05' }, more)
    ask({ period: '2014-06' }, more)
    const table = released(ask({ period: '2014-Q2' }, thrice))
    expect(table.level).toEqual(['CERCLE', 'SEX'])
    expect(table.notes).toContain('LATE_RECORDS_GO_TO_NEXT_PERIOD')
    expect(valueAt(table, 'GAO', 'F')).toBe(116)
  })

  it('round the figure since the start down and never subtract to a month', () => {
    const table = released(ask({ period: '2014-06', cumulative: true }, since))
    expect(table.notes).toContain('ROUNDED_DOWN')
    expect(table.cells.every((cell) => cell.value === null || cell.value % 5 === 0)).toBe(true)
  })
  it('refuse a month that another release already contains', () => {
    expect(ask({ period: '2014-03' })).toMatchObject({ outcome: 'WITHHELD', reason: 'PERIOD_COVERED' })
  })

  it('let a wider period of people who come back stand alone', () => {
    const month = released(release(exampleRequest(rowsOf(april), { kind: 'UNIQUE' })))
    const quarter = exampleRequest(thrice, { kind: 'UNIQUE', period: '2014-Q2', ledger: month.entries })
    expect(release(quarter)).toMatchObject({ outcome: 'WITHHELD', reason: 'ONE_GRAIN_ONLY' })
  })
})

describe('several audiences', () => {
  it('see nothing that an audience which reads both tables could subtract', () => {
    const inside = released(release(exampleRequest(rowsOf(april), { audience: 'INTERNAL' })))
    const outside = released(release(exampleRequest(rowsOf(april), { ledger: inside.entries })))
    const blank = inside.cells.filter((cell) => cell.value === null).map((cell) => cell.at.join())
    expect(outside.cells.filter((cell) => cell.value !== null && blank.includes(cell.at.join()))).toEqual([])
  })

  it('get the counts frozen with the first release, not what came later', () => {
    const first = released(release(exampleRequest(rowsOf(april))))
    const later = rowsOf({ ...april, ANSONGO: [13, 11] })
    const second = released(release(exampleRequest(later, { audience: 'DONOR', ledger: first.entries })))
    expect(valueAt(second, 'GAO', 'F')).toBe(32)
    expect(second.carried).toEqual([{ at: ['ANSONGO', 'F'], count: 1 }])
  })
})
