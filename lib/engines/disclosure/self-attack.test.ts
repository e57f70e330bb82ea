import { expect, it } from 'vitest'
import { selfAttack } from './self-attack'
import type { Figure, Table } from './table'

/** One line: a total and its parts; null stands for a blank. */
function line(total: number, parts: [number, boolean][]): Table {
  const figure = (key: string, value: number, blank: boolean): Figure => {
    const place = { up: 0, across: 0, own: -1, inColumns: false, floor: 1, pinned: false, leaf: true }
    return { ...place, key, value, hidden: blank ? 'BELOW_THRESHOLD' : null }
  }
  const figures = [
    figure('all', total, false),
    ...parts.map(([v, blank], i) => figure(`part ${i}`, v, blank)),
  ]
  const all = figures.map((_, i) => i)
  return {
    figures,
    lines: [
      { total: -1, parts: [] },
      { total: 0, parts: all.slice(1) },
    ],
    byKey: new Map(),
  }
}

it('names the blank that subtraction gives back', () => {
  const one: [number, boolean][] = [
    [3, true],
    [14, false],
  ]
  expect(selfAttack(line(17, one), 10)).toBe('part 0')
})

it('lets two blanks pass that leave enough room, and no fewer', () => {
  const two: [number, boolean][] = [
    [3, true],
    [14, true],
  ]
  expect(selfAttack(line(17, two), 10)).toBeNull()
  expect(selfAttack(line(17, two), 16)).toBe('part 0')
})
