import type { Asked } from './api'
import type { PeriodAtoms } from './atoms'
import { addPeople, type People } from './knowledge'
import { named, under } from './lists'
import type { Seen } from './seen'

/** People whom the lists have a word for: how many they truly are, and as a sum of unknowns. */
export type Target = { words: string; truth: number; sum: ReadonlyMap<number, number> }

/** People of a family at a version, less those of another family or of an earlier version. */
type Population = { words: string; more: Counted; less: Counted | null }
type Counted = { family: string; version: number }

function populations({ asked, versions }: PeriodAtoms): Population[] {
  const list: Population[] = []
  for (const { family, within } of asked.families)
    for (let version = 0; version < versions; version++) {
      const here = { family, version }
      const when = version > 0 ? ` (version ${version + 1})` : ''
      list.push({ words: `${family}${when}`, more: here, less: null })
      if (version > 0)
        list.push({
          words: `${family} added by version ${version + 1}`,
          more: here,
          less: { family, version: version - 1 },
        })
      for (const whole of within)
        list.push({
          words: `${whole} but not ${family}${when}`,
          more: { family: whole, version },
          less: here,
        })
    }
  return list
}

function countOf(asked: Asked, { family, kept, cell }: People, period: PeriodAtoms): number {
  const table = asked.tables.find((one) => one.family === family && one.keeps === kept)
  const dimension = period.kept.find(({ name }) => name === kept)
  if (!table || !dimension) return 0
  const places = new Set((cell[0] ?? []).flatMap((code) => under(period.place, code)))
  const codes = new Set((cell[1] ?? []).flatMap((code) => under(dimension, code)))
  return table.counts
    .filter(({ at }) => places.has(at[0] ?? '') && codes.has(at[1] ?? ''))
    .reduce((sum, { count }) => sum + count, 0)
}

/** Every set of people of a period that somebody could ask for by the lists' words. */
export function* targetsOf(period: PeriodAtoms, group: readonly Seen[]): Generator<Target> {
  const askedAt = (version: number) =>
    group.find(({ asked, version: at }) => asked.period === period.period && at === version)?.asked ??
    period.asked
  for (const { words, more, less } of populations(period))
    for (const dimension of period.kept)
      for (const place of named(period.place))
        for (const code of named(dimension)) {
          if (code === '*' && dimension !== period.kept[0]) continue
          const cell = [[place], [code]]
          const sum = new Map<number, number>()
          addPeople(sum, period, { ...more, kept: dimension.name, cell })
          if (less) addPeople(sum, period, { ...less, kept: dimension.name, cell, sign: -1 })
          const people = (counted: Counted) =>
            countOf(askedAt(counted.version), { ...counted, kept: dimension.name, cell }, period)
          const truth = people(more) - (less ? people(less) : 0)
          yield { words: `${period.period} ${words}: ${place} × ${code}`, truth, sum }
        }
}
