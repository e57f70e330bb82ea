import { type Chance, chance } from '../people-elsewhere/random'
import type { Asked, Dimension, Family, Table } from './api'
import { AGE, finest, NEED, places, SEX } from './lists'

/** Somebody counted in a month, and the month's version from which on: late entries join a correction. */
type Person = {
  place: string
  sex: string
  age: string
  need: string
  families: string[]
  since: number
  referredSince: number
}

const NEW: Family = { family: 'NEW', kind: 'ADDITIVE', within: [] }
const REFERRED: Family = { family: 'REFERRED', kind: 'ADDITIVE', within: ['NEW'] }
const DONOR_A: Family = { family: 'DONOR_A', kind: 'ADDITIVE', within: ['NEW'] }
const COMPLETED: Family = { family: 'COMPLETED', kind: 'ADDITIVE', within: ['REFERRED', 'NEW'] }

const everybody = ['PUBLIC', 'DONOR', 'INTERNAL']
const audiencesOf: Readonly<Record<string, string[]>> = {
  NEW: everybody,
  REFERRED: everybody,
  COMPLETED: everybody,
  DONOR_A: ['DONOR', 'INTERNAL'],
}

/** Two thirds of programme months are small: that is where people can be told. */
function size({ odds, whole }: Chance): number {
  if (odds(0.35)) return whole(5, 40)
  return odds(0.6) ? whole(41, 150) : whole(151, 600)
}

/** Earlier ones are commoner, as one place or need always leads. */
const skewed = ({ next }: Chance, list: readonly string[], power: number) =>
  list[Math.floor(next() ** power * list.length)] ?? ''

function somebody(c: Chance, place: Dimension, since: number): Person {
  const families = ['NEW']
  const referred = c.odds(0.45)
  if (referred) families.push('REFERRED')
  if (referred && c.odds(0.5)) families.push('COMPLETED')
  if (c.odds(0.3)) families.push('DONOR_A')
  return {
    place: skewed(c, finest(place), 1.8),
    sex: c.odds(0.62) ? 'F' : 'M',
    age: skewed(c, ['A18_59', 'A05_11', 'A12_17', 'A00_04', 'A60_UP'], 1.7),
    need: skewed(c, ['FOOD', 'SHELTER', 'HEALTH', 'DOCUMENTS', 'FAMILY_TRACING', 'VIOLENCE'], 1.5),
    families,
    since,
    referredSince: since,
  }
}

/** Late entries, and people referred after the month was counted. */
function correct(c: Chance, place: Dimension, people: readonly Person[], version: number): Person[] {
  const late = Array.from({ length: c.whole(0, c.odds(0.3) ? 40 : 6) }, () => somebody(c, place, version))
  const referred = people.map((person) =>
    !person.families.includes('REFERRED') && c.odds(0.03)
      ? { ...person, families: [...person.families, 'REFERRED'], referredSince: version }
      : person,
  )
  return [...referred, ...late]
}

function countTable(family: string, place: Dimension, kept: Dimension, people: readonly Person[]): Table {
  const key = kept.name as 'sex' | 'age' | 'need'
  const counts = finest(place).flatMap((p) =>
    finest(kept).map((k) => ({
      at: [p, k],
      count: people.filter((who) => who.place === p && who[key] === k && who.families.includes(family))
        .length,
    })),
  )
  return {
    table: `${family}_BY_${kept.name.toUpperCase()}`,
    family,
    audiences: audiencesOf[family] ?? everybody,
    dimensions: ['place', kept.name],
    keeps: kept.name,
    counts,
  }
}

const ask = (
  period: string,
  place: Dimension,
  families: readonly Family[],
  people: readonly Person[],
): Asked => ({
  period,
  dimensions: [place, SEX, AGE, NEED],
  families,
  tables: families.flatMap(({ family }) =>
    [SEX, AGE, NEED].map((kept) => countTable(family, place, kept, people)),
  ),
})

/** Half a year of a programme: months, corrections of earlier ones, and a cercle cut out of another on the way. */
export function history(seed: number, months = 6): Asked[] {
  const c = chance(seed)
  const before = places({ R5: ['R5_A', 'R5_B', 'R5_C'], R6: ['R6_A', 'R6_B'], R7: ['R7_A', 'R7_B'] })
  const after = places({ R5: ['R5_A', 'R5_B', 'R5_C'], R6: ['R6_A', 'R6_B'], R7: ['R7_A', 'R7_B', 'R7_NEW'] })
  const split = c.whole(2, months)
  const families = [NEW, REFERRED, c.odds(0.5) ? DONOR_A : COMPLETED]
  const steps: Asked[] = []
  const kept: { period: string; place: Dimension; people: Person[] }[] = []
  for (let month = 1; month <= months; month++) {
    const place = month < split ? before : after
    const period = `2014-${String(month).padStart(2, '0')}`
    const people = Array.from({ length: size(c) }, () => somebody(c, place, 1))
    kept.push({ period, place, people })
    steps.push(ask(period, place, families, people))
    if (!c.odds(0.4)) continue
    const again = c.pick(kept)
    again.people = correct(c, again.place, again.people, month + 1)
    steps.push(ask(again.period, again.place, families, again.people))
  }
  return steps
}
