import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { area, exampleRequest } from './example.test-lists'
import { release } from './release'
import { ALL, type Cell, type LedgerEntry, type Released } from './types'

type Rows = Record<string, [number, number]>
type Given = { opening: Cell[]; months: Cell[][]; since: { cells: Cell[]; months: number }[] }

const month: Rows = { 'GAO-TOWN': [20, 15], ANSONGO: [12, 11], 'KIDAL-TOWN': [16, 14], ABEIBARA: [13, 14] }
const cercles = Object.keys(month)
const sum = (a: Rows, b: Rows): Rows =>
  Object.fromEntries(
    cercles.map((c) => [c, [(a[c]?.[0] ?? 0) + (b[c]?.[0] ?? 0), (a[c]?.[1] ?? 0) + (b[c]?.[1] ?? 0)]]),
  )

/** A public that keeps everything it was ever given. */
function reader() {
  const ledger: LedgerEntry[] = []
  return (rows: Rows, period: string, cumulative: boolean): Released | null => {
    const outcome = release(exampleRequest(rows, { period, cumulative, ledger: [...ledger] }))
    if (outcome.outcome !== 'RELEASED') return null
    ledger.push(...outcome.entries)
    return outcome
  }
}

/** Each month is given out, and then the figure since the start. */
function giveOut(before: Rows, months: Rows[]): Given {
  const ask = reader()
  const given: Given = { opening: [], months: [], since: [] }
  let all = before
  for (const [m, rows] of months.entries()) {
    all = sum(all, rows)
    given.months.push(ask(rows, `2014-0${m + 1}`, false)?.cells ?? [])
    const table = ask(all, `2014-0${m + 1}`, true)
    if (!table) continue
    given.opening = table.opening
    given.since.push({ cells: table.cells, months: m + 1 })
  }
  return given
}

/** A figure that a reader has: shown, or the sum of shown figures that make it up; null otherwise. */
function readOff(cells: Cell[], at: string[]): number | null {
  const own = cells.find((cell) => cell.at.join() === at.join())
  if (own && own.value !== null) return own.value
  const ways = [splitArea(at), splitSex(at)].filter((parts) => parts.length > 0)
  for (const parts of ways) {
    const values = parts.map((part) => readOff(cells, part))
    if (!values.includes(null)) return values.reduce<number>((n, v) => n + (v ?? 0), 0)
  }
  return null
}

const splitArea = ([place = ALL, kind = ALL]: string[]) =>
  area.codes.filter((c) => (c.parent ?? ALL) === place).map((c) => [c.code, kind])
const splitSex = ([place = ALL, kind = ALL]: string[]) =>
  kind === ALL ? ['F', 'M'].map((one) => [place, one]) : []

const rowsUpTo = (most: number): fc.Arbitrary<Rows> => {
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most }))
  return fc
    .array(fc.tuple(count, count), { minLength: 4, maxLength: 4 })
    .map((list) => Object.fromEntries(cercles.map((c, i) => [c, list[i] ?? [0, 0]])))
}

describe('figures since the start', () => {
  it('say so when nobody was counted before the first month, instead of leaving "0 or 1 person"', () => {
    const given = giveOut({}, [month, month])
    expect(given.since).toHaveLength(2)
    expect(given.opening.length).toBeGreaterThan(0)
    expect(given.opening.every((cell) => cell.value === 0 && cell.state === 'SHOWN')).toBe(true)
  })

  it('do not leave while fewer people than the threshold were counted before', () => {
    expect(giveOut({ ANSONGO: [3, 1] }, [month, month]).since).toEqual([])
  })

  it('come with the start again when they are asked for twice', () => {
    const ask = reader()
    ask(month, '2014-01', false)
    const first = ask(month, '2014-01', true)
    expect(first?.opening.length).toBeGreaterThan(0)
    expect(ask(month, '2014-01', true)?.opening).toEqual(first?.opening)
  })

  it('follow from the start and the months that were given out, figure by figure', () => {
    const history = fc.tuple(rowsUpTo(60), fc.array(rowsUpTo(60), { minLength: 2, maxLength: 5 }))
    let compared = 0
    fc.assert(
      fc.property(history, ([before, months]) => {
        const given = giveOut(before, months)
        for (const table of given.since) {
          const issued = given.months.slice(0, table.months).filter((cells) => cells.length > 0)
          const parts = [given.opening, ...issued]
          for (const { at, value } of table.cells.filter((cell) => cell.value !== null)) {
            const known = parts.map((cells) => readOff(cells, at) ?? Number.NaN)
            expect(value).toBe(Math.floor(known.reduce((n, v) => n + v, 0) / 5) * 5)
            compared += 1
          }
        }
      }),
      { numRuns: 80 },
    )
    expect(compared).toBeGreaterThan(500)
  }, 60_000)

  it('never stand on a start of 1 to 9 people', () => {
    fc.assert(
      fc.property(rowsUpTo(30), fc.array(rowsUpTo(60), { minLength: 2, maxLength: 3 }), (before, months) => {
        const shown = giveOut(before, months).opening.map((cell) => cell.value ?? 0)
        expect(shown.filter((value) => value > 0 && value < 10)).toEqual([])
      }),
      { numRuns: 80 },
    )
  }, 60_000)
})
