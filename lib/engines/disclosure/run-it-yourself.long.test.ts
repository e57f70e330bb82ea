import { describe, expect, test } from 'vitest'
import { runOnAll, type View, type World, worldsOf } from '@/lib/testing/disclosure/run-it-yourself'
import { flat } from './example.test-lists'
import { emptyLedger, recordPlan } from './ledger'
import { decide } from './plan'
import type { Count, Family, Ledger, Plan, PlanRequest } from './plan-types'
import { defaultRules } from './rules'

/** Small thresholds keep the number of worlds small: the rules have floors, `decide` is below them. */
const [outside, inside] = [3, 2]
const rules = {
  ...defaultRules,
  audiences: [
    { audience: 'PUBLIC', reach: 'OUTSIDE' as const, threshold: outside },
    { audience: 'INTERNAL', reach: 'INTERNAL' as const, threshold: inside },
  ],
}
const place = { ...flat('CERCLE', 'PLACE', ['A', 'B']), name: 'AREA' }
const sex = flat('SEX', 'SEX', ['F', 'M'])
const need = flat('NEED', 'NEED', ['N1', 'N2'])

const all: Family = { family: 'ALL', kind: 'ADDITIVE', within: [] }
const part = (family: string): Family => ({ family, kind: 'ADDITIVE', within: ['ALL'] })

/** Every combination of codes: what a world counts. */
const product = (...lists: string[][]): string[][] =>
  lists.reduce<string[][]>((cells, codes) => cells.flatMap((at) => codes.map((code) => [...at, code])), [[]])

const counted = (cells: readonly string[][], world: World, by: readonly number[]): Count[] => {
  const sums = new Map<string, number>()
  cells.forEach((at, i) => {
    const key = by.map((d) => at[d]).join('|')
    if (world[i]) sums.set(key, (sums.get(key) ?? 0) + (world[i] ?? 0))
  })
  return [...sums].map(([key, count]) => ({ at: key.split('|'), count }))
}

type Table = PlanRequest['tables'][number]
const table = (
  name: string,
  family: string,
  dimensions: string[],
  keeps: string,
  counts: Count[],
): Table => ({
  table: name,
  family,
  audiences: ['PUBLIC', 'INTERNAL'],
  dimensions,
  keeps,
  counts,
})
type Asked = Pick<PlanRequest, 'dimensions' | 'families' | 'tables'> & { period?: string; ledger?: Ledger }
const planOf = (asked: Asked): Plan => decide({ period: '2014-04', ledger: emptyLedger, rules, ...asked })

const seen = (plan: Plan, readers: readonly string[]): string =>
  JSON.stringify(
    plan.tables
      .filter(({ audience }) => readers.includes(audience))
      .map((t) => [t.table, t.state, 'cells' in t ? t.cells : null, 'covers' in t ? t.covers : null]),
  )
const readers = [
  { names: ['PUBLIC'], threshold: outside },
  { names: ['PUBLIC', 'INTERNAL'], threshold: inside },
]

function attack(worlds: () => Iterable<World>, view: (world: World, names: readonly string[]) => string) {
  return readers.flatMap(({ names, threshold }) => {
    const own: View = (world) => view(world, names)
    return runOnAll(worlds(), own, threshold)
  })
}

describe('whoever runs the program on every world there could be learns no small group', () => {
  const only = (cells: readonly string[][], world: World, group: string) =>
    world.map((n, i) => (cells[i]?.[0] === group ? n : 0))

  test.each(['AREA', 'SEX'])('from one table that keeps %s', (keeps) => {
    const cells = product(['A', 'B'], ['F', 'M'])
    const view = (world: World, names: readonly string[]) =>
      seen(
        planOf({
          dimensions: [place, sex],
          families: [all],
          tables: [table('T', 'ALL', ['AREA', 'SEX'], keeps, counted(cells, world, [0, 1]))],
        }),
        names,
      )
    for (const people of [5, 9, 12]) expect(attack(() => worldsOf(people, 4), view)).toEqual([])
  })

  test.each(['AREA', 'NEED'])('from two tables of the same people, one of which keeps %s', (keeps) => {
    const cells = product(['A', 'B'], ['F', 'M'], ['N1', 'N2'])
    const view = (world: World, names: readonly string[]) =>
      seen(
        planOf({
          dimensions: [place, sex, need],
          families: [all],
          tables: [
            table('SEX', 'ALL', ['AREA', 'SEX'], 'AREA', counted(cells, world, [0, 1])),
            table('NEED', 'ALL', ['AREA', 'NEED'], keeps, counted(cells, world, [0, 2])),
          ],
        }),
        names,
      )
    expect(attack(() => worldsOf(7, 8), view)).toEqual([])
  })

  test.each(['AREA', 'SEX'])('from people and those of them who were referred, by %s', (keeps) => {
    const cells = product(['REFERRED', 'REST'], ['A', 'B'], ['F', 'M'])
    const view = (world: World, names: readonly string[]) =>
      seen(
        planOf({
          dimensions: [place, sex],
          families: [all, part('REFERRED')],
          tables: [
            table('ALL', 'ALL', ['AREA', 'SEX'], 'AREA', counted(cells, world, [1, 2])),
            table(
              'PART',
              'REFERRED',
              ['AREA', 'SEX'],
              keeps,
              counted(cells, only(cells, world, 'REFERRED'), [1, 2]),
            ),
          ],
        }),
        names,
      )
    expect(attack(() => worldsOf(8, 8), view)).toEqual([])
  })

  test('from the people of two donors and everybody, except that nobody is left over', () => {
    const cells = product(['D1', 'D2', 'NONE'], ['A', 'B'])
    const view = (world: World, names: readonly string[]) =>
      seen(
        planOf({
          dimensions: [place],
          families: [all, part('D1'), part('D2')],
          tables: [
            table('ALL', 'ALL', ['AREA'], 'AREA', counted(cells, world, [1])),
            ...['D1', 'D2'].map((d) =>
              table(d, d, ['AREA'], 'AREA', counted(cells, only(cells, world, d), [1])),
            ),
          ],
        }),
        names,
      )
    const found = attack(() => worldsOf(11, 6), view)
    expect(found.filter(({ values, cells: own }) => values.join() !== '0' || own.some((i) => i < 4))).toEqual(
      [],
    )
  })

  test('from three months of which some wait for the next', () => {
    const most = 5
    const view = (world: World, names: readonly string[]) => {
      let ledger = emptyLedger
      return ['2014-04', '2014-05', '2014-06']
        .map((period, m) => {
          const own = counted([['A'], ['B']], world.slice(2 * m, 2 * m + 2), [0])
          const plan = planOf({
            period,
            ledger,
            dimensions: [place],
            families: [all],
            tables: [table('T', 'ALL', ['AREA'], 'AREA', own)],
          })
          const next = recordPlan(ledger, plan)
          if (next.outcome === 'RECORDED') ledger = next.ledger
          return seen(plan, names)
        })
        .join('\n')
    }
    const month = Array.from({ length: most + 1 }, (_, n) => [...worldsOf(n, 2)]).flat()
    const worlds = month.flatMap((a) => month.flatMap((b) => month.map((c) => [...a, ...b, ...c])))
    // A stretch of several months with more than `most` people was tried only in part.
    const whole = (text: string) =>
      text.split('\n').every((line) => {
        const [[, , cells, covers]] = JSON.parse(line) as [
          [string, string, { value: number }[] | null, string[] | null],
        ]
        return (covers?.length ?? 0) < 2 || (cells ?? []).reduce((n, { value }) => n + value, 0) <= most
      })
    expect(attack(() => worlds, view).filter((narrow) => whole(narrow.view))).toEqual([])
  })
})
