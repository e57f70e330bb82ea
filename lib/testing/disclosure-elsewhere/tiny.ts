import type { Asked, Dimension, Family, Reader } from './api'
import { finest, named, under } from './lists'

/**
 * A world so small that every case of it can be tried: one or two places and lists, a family and perhaps one within
 * it, months and corrections (which add people).
 */
export type Tiny = {
  name: string
  place: Dimension
  kept: readonly Dimension[]
  nested: boolean
  steps: readonly Step[]
  reader: Reader
  audiences: readonly string[]
}

/** A period, and how many people join by it; a period that comes again is a correction. */
export type Step = { period: string; least: number; most: number }

/** People alike: a place, a code of each list, in the inner family or not. */
type Alike = { place: string; codes: readonly string[]; inner: boolean }
/** How many of each kind of people join at each step. */
export type Case = readonly (readonly number[])[]

export const alikeIn = ({ place, kept, nested }: Tiny): Alike[] => {
  let rows = finest(place).map((at): { place: string; codes: string[] } => ({ place: at, codes: [] }))
  for (const dimension of kept)
    rows = rows.flatMap((row) => finest(dimension).map((code) => ({ ...row, codes: [...row.codes, code] })))
  return rows.flatMap((row) => (nested ? [false, true] : [false]).map((inner) => ({ ...row, inner })))
}

/** Every way to count from `least` to `most` people among so many kinds. */
export function everyCount(kinds: number, { least, most }: { least: number; most: number }): number[][] {
  if (kinds === 0) return least <= 0 ? [[]] : []
  return Array.from({ length: most + 1 }, (_, n) =>
    everyCount(kinds - 1, { least: least - n, most: most - n }).map((rest) => [n, ...rest]),
  ).flat()
}

/** What is asked at the last step of a case. */
export function askAt(tiny: Tiny, joined: Case): Asked {
  const period = tiny.steps[joined.length - 1]?.period ?? ''
  const kinds = alikeIn(tiny)
  const families: Family[] = [{ family: 'NEW', kind: 'ADDITIVE', within: [] }]
  if (tiny.nested) families.push({ family: 'REFERRED', kind: 'ADDITIVE', within: ['NEW'] })
  const count = (family: string, at: string, list: number, code: string) => {
    const inside = kinds.flatMap((kind, k) =>
      kind.place === at && kind.codes[list] === code && (family === 'NEW' || kind.inner) ? [k] : [],
    )
    return howMany(tiny, joined, joined.length - 1, inside)
  }
  return {
    period,
    dimensions: [tiny.place, ...tiny.kept],
    families,
    tables: families.flatMap(({ family }) =>
      tiny.kept.map((dimension, list) => ({
        table: `${family}_BY_${dimension.name.toUpperCase()}`,
        family,
        audiences: tiny.audiences,
        dimensions: [tiny.place.name, dimension.name],
        keeps: dimension.name,
        counts: finest(tiny.place).flatMap((at) =>
          finest(dimension).map((code) => ({ at: [at, code], count: count(family, at, list, code) })),
        ),
      })),
    ),
  }
}

/** People of these kinds in the period of a step, as that step counts them. */
function howMany({ steps }: Tiny, joined: Case, step: number, kinds: readonly number[]): number {
  let sum = 0
  for (let s = 0; s <= step; s++)
    if (steps[s]?.period === steps[step]?.period) for (const k of kinds) sum += joined[s]?.[k] ?? 0
  return sum
}

/** A set that somebody can ask for. */
export type Named = { words: string; of: (joined: Case) => number }

export function namedSets(tiny: Tiny): Named[] {
  const kinds = alikeIn(tiny)
  const families = tiny.nested ? ['NEW', 'REFERRED', 'NEW but not REFERRED'] : ['NEW']
  const sets: Named[] = []
  for (const family of families)
    tiny.kept.forEach((dimension, list) => {
      for (const at of named(tiny.place))
        for (const code of named(dimension)) {
          if (code === '*' && list > 0) continue
          const places = under(tiny.place, at)
          const codes = under(dimension, code)
          const inside = kinds.flatMap((kind, k) => {
            const within = places.includes(kind.place) && codes.includes(kind.codes[list] ?? '')
            return within && (family === 'NEW' || kind.inner === (family === 'REFERRED')) ? [k] : []
          })
          tiny.steps.forEach(({ period }, step) => {
            const again = tiny.steps.slice(0, step).some((earlier) => earlier.period === period)
            const words = `${period} ${family}: ${at} × ${code}`
            sets.push({
              words: again ? `${words} as corrected` : words,
              of: (joined) => howMany(tiny, joined, step, inside),
            })
            if (again)
              sets.push({
                words: `${words} added`,
                of: (joined) => inside.reduce((n, k) => n + (joined[step]?.[k] ?? 0), 0),
              })
          })
        }
    })
  return sets
}
