import { describe, expect, test } from 'vitest'
import type { Discloser, Output } from './api'
import { naive } from './naive'
import { rerunEverything } from './rerun'
import { everyCount, type Tiny } from './tiny'
import { TINY_WORLDS } from './tiny-worlds'

function world(name: string): Tiny {
  const found = TINY_WORLDS.find((tiny) => tiny.name === name)
  if (!found) throw new Error(`no tiny world ${name}`)
  return found
}

/** Shows women and men where both are 5 or more or nobody is hidden by it, else the total: the choice itself tells. */
const talkative: Discloser<null> = {
  audiences: [{ audience: 'INTERNAL', threshold: 5 }],
  begin: null,
  ask: (memory, { period, tables }) => ({
    memory,
    outputs: tables.map(({ table, counts }): Output => {
      const [women = 0, men = 0] = counts.map(({ count }) => count)
      const shared = { table, audience: 'INTERNAL', covers: [period] }
      if (women + men < 5) return { ...shared, outcome: 'CARRIED', cells: [] }
      const small = women < 3 || men < 3
      return small
        ? { ...shared, outcome: 'RELEASED', cells: [{ at: [['*'], ['*']], value: women + men }] }
        : {
            ...shared,
            outcome: 'RELEASED',
            cells: [
              { at: [['*'], ['F']], value: women },
              { at: [['*'], ['M']], value: men },
            ],
          }
    }),
  }),
}

describe('Whoever runs the public algorithm on every case', () => {
  test('counts every case once', () => {
    expect(everyCount(3, { least: 0, most: 4 })).toHaveLength(35)
    expect(everyCount(3, { least: 4, most: 4 })).toHaveLength(15)
    expect(rerunEverything(naive, world('two codes')).cases).toBe(325)
  })

  test('reads from what is blanked, when the rule for blanking tells it', () => {
    const { exact, tight, examples } = rerunEverything(talkative, world('two codes'))
    expect(exact).toBeGreaterThan(0)
    expect(tight).toBe(exact)
    expect(examples.length).toBeGreaterThan(0)
  })

  test('subtracts a nested family, and a version from its correction', () => {
    expect(rerunEverything(naive, world('nested, twenty-two people')).exact).toBeGreaterThan(0)
    expect(rerunEverything(naive, world('correction')).exact).toBeGreaterThan(0)
  })

  test('learns nothing of two codes that are merged until they are large', () => {
    expect(rerunEverything(naive, world('two codes'))).toMatchObject({ exact: 0, tight: 0, open: 0 })
  })
})
