import type { Asked, Dimension, Family } from './api'
import { finest } from './lists'
import type { Seen } from './seen'

/**
 * People who are alike for every question that was ever asked of a period: `joined` says from which version on they
 * count in each family. Late entries only add, and a family within another is never joined before it.
 */
export type Alike = ReadonlyMap<string, number>

/** The unknown numbers of one period: how many of each kind of people in each finest place and code. */
export type PeriodAtoms = {
  period: string
  asked: Asked
  versions: number
  place: Dimension
  kept: readonly Dimension[]
  kinds: readonly Alike[]
  number: (dimension: string, place: string, code: string, kind: number) => number
}

export function alikes(families: readonly Family[], versions: number): Alike[] {
  let found: Map<string, number>[] = [new Map()]
  for (const { family, within } of families)
    found = found.flatMap((known) => {
      const from = Math.max(0, ...within.map((other) => known.get(other) ?? 0))
      return Array.from({ length: versions + 1 - from }, (_, i) => new Map(known).set(family, from + i))
    })
  const everywhere = (kind: Map<string, number>) =>
    [...kind.values()].every((version) => version === versions)
  return found.filter((kind) => !everywhere(kind))
}

/** The unknowns of a group of periods, numbered through. */
export function nameAtoms(group: readonly Seen[]): { size: number; periods: PeriodAtoms[] } {
  let size = 0
  const periods = [...new Set(group.map(({ asked }) => asked.period))].map((period) => {
    const steps = group.filter(({ asked }) => asked.period === period)
    const asked = steps.at(-1)?.asked
    if (!asked) throw new Error(`${period} was never asked`)
    const kinds = alikes(asked.families, steps.length)
    const tables = asked.tables.map(({ dimensions, keeps }) => ({ place: dimensions[0] ?? '', keeps }))
    const byName = (name: string) => {
      const found = asked.dimensions.find((dimension) => dimension.name === name)
      if (!found) throw new Error(`no list ${name}`)
      return found
    }
    const place = byName(tables[0]?.place ?? '')
    const kept = [...new Set(tables.map(({ keeps }) => keeps))].map(byName)
    const first = new Map<string, number>()
    for (const dimension of kept)
      for (const at of finest(place))
        for (const code of finest(dimension)) {
          first.set(`${dimension.name} ${at} ${code}`, size)
          size += kinds.length
        }
    const number = (dimension: string, at: string, code: string, kind: number) => {
      const start = first.get(`${dimension} ${at} ${code}`)
      if (start === undefined) throw new Error(`no people at ${dimension} ${at} ${code}`)
      return start + kind
    }
    return { period, asked, versions: steps.length, place, kept, kinds, number }
  })
  return { size, periods }
}
