import type { Engine, Given } from './play'
import { ALL, audiences, type Lists } from './world'

/**
 * What offices do by hand: one fixed level (region × all breakdowns) with every total, and small counts left out.
 * Shows that the attacker finds what it should.
 */
export const naiveEngine: Engine = ({ period, dimensions, tables }) =>
  tables.flatMap(({ table, dimensions: names, counts }) => {
    const lists = names.flatMap((name) => dimensions.find((list) => list.name === name) ?? [])
    const sums = new Map<string, number>()
    for (const { at, count } of counts)
      for (const key of upward(lists, at)) sums.set(key, (sums.get(key) ?? 0) + count)
    return audiences.map(({ audience, threshold }): Given => {
      const cells = [...sums].filter(([, value]) => value >= threshold)
      const shown = cells.map(([key, value]) => ({ at: key.split('|').map((code) => [code]), value }))
      return { table, audience, state: 'RELEASED', covers: [period], cells: shown, version: 1 }
    })
  })

/** Every figure that a count adds to: regions for cercles, then each breakdown or all of it. */
function upward(lists: readonly Lists[], at: readonly string[]): string[] {
  let keys: string[][] = [[]]
  for (const [d, code] of at.entries()) {
    const own = d === 0 ? (lists[0]?.codes.find((c) => c.code === code)?.parent ?? ALL) : code
    keys = keys.flatMap((key) => [
      [...key, own],
      [...key, ALL],
    ])
  }
  return keys.map((key) => key.join('|'))
}
