import {
  ages,
  audiences,
  cercles,
  monthCount,
  monthName,
  quarterName,
  sexes,
  statuses,
  tables,
  yearName,
} from './world'

/** One request to release a table, with the counts the office has at that moment. */
export type Step = {
  table: string
  period: string
  cumulative: boolean
  reissue: boolean
  audience: string
  counts: { at: string[]; count: number }[]
}
export type Person = { cercle: string; sex: string; age: string; status: string }
type Random = () => number

export function randomFrom(seed: number): Random {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** People per month of a programme on average, and how far one month may be from it. */
const size = { least: 60, most: 400, swing: 0.5 }

/**
 * 24 months of releases to three audiences: corrections, re-issues, late and repeated requests. Without
 * corrections all tables tell of the same counts, as the sums of an attack on the naive engine need.
 */
export function generateHistory(seed: number, corrections = true): Step[] {
  const random = randomFrom(seed)
  const draw = personDrawer(random)
  const { least, most, swing } = size
  const perMonth = least + random() * (most - least)
  const before = Array.from({ length: peopleBefore(random) }, draw)
  const months: Person[][] = []
  const steps: Step[] = []
  const late: Step[] = []
  const withCumulative = random() < 0.6
  for (let m = 0; m < monthCount; m++) {
    const people = Math.floor(perMonth * (1 - swing + random() * 2 * swing))
    months.push(Array.from({ length: people }, draw))
    steps.push(...late.splice(0))
    for (const step of shuffled(monthSteps(m, months, withCumulative ? before : null), random)) {
      ;(random() < 0.01 ? late : steps).push(step)
    }
    if (corrections) steps.push(...correction(months, draw, random))
    if (m % 3 === 2) steps.push(...forAll(quarterName((m - 2) / 3), months.slice(m - 2).flat(), random))
    if (m % 12 === 11) steps.push(...forAll(yearName((m - 11) / 12), months.slice(m - 11).flat(), random))
    if (random() < 0.1) steps.push(...forAll(monthName(m), months[m] ?? [], random))
  }
  return steps
}

/** Offices start with nobody, with a handful (hardest to protect) or with the people of a year or two. */
function peopleBefore(random: Random): number {
  const start = random()
  if (start < 0.3) return 0
  return Math.floor(start < 0.4 ? 1 + random() * 40 : 300 + random() * 3000)
}

type Ordered = Step & { order: number }

function monthSteps(m: number, months: Person[][], before: Person[] | null): Ordered[] {
  const plain = { period: monthName(m), reissue: false }
  return Object.keys(tables).flatMap((table) => {
    const counts = tally(table, months[m] ?? [])
    const upTo = before ? tally(table, [...before, ...months.flat()]) : null
    return audiences.flatMap(({ audience }) => {
      const fresh = { ...plain, table, audience, cumulative: false, counts, order: 0 }
      return upTo ? [fresh, { ...fresh, cumulative: true, counts: upTo, order: 1 }] : [fresh]
    })
  })
}

/** Random order, months before the cumulative figures that include them. */
function shuffled(steps: Ordered[], random: Random): Step[] {
  return steps
    .map((step) => ({ step, at: step.order + random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ step: { order: _order, ...step } }) => step)
}

function forAll(period: string, people: Person[], random: Random): Step[] {
  const plain = { period, cumulative: false, reissue: false, order: 0 }
  const steps = Object.keys(tables).flatMap((table) => {
    const counts = tally(table, people)
    return audiences.map(({ audience }) => ({ ...plain, table, audience, counts }))
  })
  return shuffled(steps, random)
}

/** Now and then a recent month changes: mostly a few people, sometimes a forgotten register. */
function correction(months: Person[][], draw: () => Person, random: Random): Step[] {
  if (random() > 0.4) return []
  const m = Math.max(0, months.length - 1 - Math.floor(random() * 3))
  const people = months[m] ?? []
  const one = draw()
  const added = random() < 0.8 ? 1 + Math.floor(random() * 4) : 12 + Math.floor(random() * 20)
  const same = random() < 0.5
  for (let i = 0; i < added; i++) people.push(same ? one : draw())
  if (random() < 0.5) people.splice(0, Math.floor(random() * 4))
  return forAll(monthName(m), people, random).map((step) => ({ ...step, reissue: random() < 0.9 }))
}

function tally(table: string, people: Person[]): Step['counts'] {
  const counts = new Map<string, number>()
  for (const person of people) {
    const { cercle, sex, age, status } = person
    const key = (table === 'PEOPLE_AGE' ? [cercle, sex, age] : [cercle, status]).join('|')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => ({ at: key.split('|'), count }))
}

/** A few places get most people, as offices do; children and women are more than half. */
function personDrawer(random: Random): () => Person {
  const weights = cercles.map(() => (0.02 + random()) ** 4)
  const ageWeights = [0.12, 0.18, 0.15, 0.5, 0.05]
  const statusWeights = statuses.map(() => 0.05 + random() ** 2)
  const women = 0.4 + random() * 0.3
  const pick = <T>(list: readonly T[], w: readonly number[]): T => {
    let left = random() * w.reduce((a, b) => a + b, 0)
    const found =
      list.find((_, i) => {
        left -= w[i] ?? 0
        return left <= 0
      }) ?? list.at(-1)
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  return () => ({
    cercle: pick(cercles, weights).code,
    sex: random() < women ? (sexes[0] ?? 'F') : (sexes[1] ?? 'M'),
    age: pick(ages, ageWeights),
    status: pick(statuses, statusWeights),
  })
}
