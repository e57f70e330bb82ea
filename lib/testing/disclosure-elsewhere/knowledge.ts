import type { Cell, Dimension, Output, Reader } from './api'
import type { PeriodAtoms } from './atoms'
import { finest, under } from './lists'
import type { Equation } from './polytope'
import { readable, type Seen } from './seen'

type Terms = Map<number, number>
export type Known = { size: number; equations: Equation[] }

/** What a reader can write down about a group of periods: every figure, and that tables of one period agree. */
export function writeDown(
  group: readonly Seen[],
  atoms: { size: number; periods: PeriodAtoms[] },
  reader: Reader,
): Known {
  const known: Known = { size: atoms.size, equations: [] }
  for (const period of atoms.periods) agree(known, period)
  group.forEach((step, i) => {
    const versionOf = (period: string) =>
      group.slice(0, i + 1).findLast(({ asked }) => asked.period === period)?.version ?? 0
    for (const output of readable(step.outputs, reader)) note(known, step, output, atoms.periods, versionOf)
  })
  return known
}

function note(
  known: Known,
  step: Seen,
  output: Output,
  periods: PeriodAtoms[],
  versionOf: (period: string) => number,
) {
  const table = step.asked.tables.find((asked) => asked.table === output.table)
  if (!table) return
  const terms = (covers: readonly string[], cell: Cell['at']) => {
    const sum: Terms = new Map()
    for (const period of periods.filter(({ period }) => covers.includes(period)))
      addPeople(sum, period, {
        family: table.family,
        version: versionOf(period.period),
        kept: table.keeps,
        cell,
      })
    return sum
  }
  if (output.outcome === 'RELEASED' || output.outcome === 'CORRECTED')
    for (const { at, value } of output.cells)
      known.equations.push({ terms: terms(output.covers, at), equals: value })
}

/** A set of people of one period as a sum of unknowns. */
export type People = { family: string; version: number; kept: string; cell: Cell['at']; sign?: number }

export function addPeople(
  sum: Terms,
  period: PeriodAtoms,
  { family, version, kept, cell, sign = 1 }: People,
) {
  const dimension = period.kept.find(({ name }) => name === kept)
  if (!dimension) throw new Error(`no list ${kept}`)
  const places = known(period.place, cell[0] ?? [])
  const codes = known(dimension, cell[1] ?? [])
  const counted = period.kinds.flatMap((kind, k) =>
    (kind.get(family) ?? period.versions) <= version ? [k] : [],
  )
  for (const place of places)
    for (const code of codes)
      for (const kind of counted) {
        const at = period.number(kept, place, code, kind)
        const now = (sum.get(at) ?? 0) + sign
        if (now === 0) sum.delete(at)
        else sum.set(at, now)
      }
}

/** The finest codes that the period's own list has: a figure over two months may name a cercle that came later. */
const known = (dimension: Dimension, codes: readonly string[]) => {
  const own = new Set(finest(dimension))
  return codes.flatMap((code) => under(dimension, code)).filter((code) => own.has(code))
}

/** Everybody of a place and kind stands once in each table. */
function agree(known: Known, period: PeriodAtoms) {
  const [first, ...others] = period.kept
  if (!first) return
  for (const place of finest(period.place))
    period.kinds.forEach((_, kind) => {
      for (const other of others) {
        const terms: Terms = new Map()
        for (const code of finest(first)) terms.set(period.number(first.name, place, code, kind), 1)
        for (const code of finest(other)) terms.set(period.number(other.name, place, code, kind), -1)
        known.equations.push({ terms, equals: 0 })
      }
    })
}
