import { ages, cercles, monthCount, monthName, sexes, statuses, tables } from './world'

export type Person = { AREA: string; SEX: string; AGE: string; STATUS: string; referred: boolean }

/** One plan asked for: a period with the people the office knows for it at that moment. */
export type Step = { period: string; people: readonly Person[] }
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
 * 24 months of plans: an opening, months of all sizes (some with a handful, some with nobody), late months, corrections
 * of a few people and of forgotten registers, months asked again.
 */
export function generateHistory(seed: number, corrections = true): Step[] {
  const random = randomFrom(seed)
  const draw = personDrawer(random)
  const perMonth = size.least + random() * (size.most - size.least)
  const before = Array.from({ length: peopleBefore(random) }, draw)
  const steps: Step[] = random() < 0.6 ? [{ period: 'OPENING', people: before }] : []
  const months: Person[][] = []
  const late: Step[] = []
  for (let m = 0; m < monthCount; m++) {
    months.push(Array.from({ length: peopleIn(random, perMonth) }, draw))
    const step = { period: monthName(m), people: [...(months[m] ?? [])] }
    steps.push(...late.splice(0))
    if (random() < 0.05) late.push(step)
    else steps.push(step)
    if (corrections && random() < 0.4) steps.push(correction(months, draw, random))
    if (random() < 0.1) steps.push({ period: monthName(m), people: [...(months[m] ?? [])] })
  }
  return [...steps, ...late]
}

/** Offices start with nobody, with a handful (hardest to protect) or with the people of a year or two. */
function peopleBefore(random: Random): number {
  const start = random()
  if (start < 0.3) return 0
  return Math.floor(start < 0.4 ? 1 + random() * 40 : 300 + random() * 3000)
}

function peopleIn(random: Random, perMonth: number): number {
  const kind = random()
  if (kind < 0.04) return 0
  if (kind < 0.12) return Math.floor(random() * 16)
  return Math.floor(perMonth * (1 - size.swing + random() * 2 * size.swing))
}

/** Now and then a recent month changes: mostly a few people, sometimes a forgotten register. */
function correction(months: Person[][], draw: () => Person, random: Random): Step {
  const m = Math.max(0, months.length - 1 - Math.floor(random() * 3))
  const people = months[m] ?? []
  const one = draw()
  const added = random() < 0.8 ? 1 + Math.floor(random() * 4) : 12 + Math.floor(random() * 20)
  const same = random() < 0.5
  for (let i = 0; i < added; i++) people.push(same ? one : draw())
  if (random() < 0.5) people.splice(0, Math.floor(random() * 4))
  return { period: monthName(m), people: [...people] }
}

type Tally = { at: string[]; count: number }[]

/** The counts of each table, as an office would hand them in. */
export function countsFor(people: readonly Person[]): { table: string; counts: Tally }[] {
  return tables.map(({ table, family, dimensions }) => {
    const own = family === 'REFERRED' ? people.filter(({ referred }) => referred) : people
    const counts = new Map<string, number>()
    for (const person of own) {
      const key = dimensions.map((name) => person[name as 'AREA' | 'SEX' | 'AGE' | 'STATUS']).join('|')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return { table, counts: [...counts].map(([key, count]) => ({ at: key.split('|'), count })) }
  })
}

/** A few places get most people, as offices do; children and women are more than half. */
function personDrawer(random: Random): () => Person {
  const weights = cercles.map(() => (0.02 + random()) ** 4)
  const ageWeights = [0.12, 0.18, 0.15, 0.5, 0.05]
  const statusWeights = statuses.map(() => 0.05 + random() ** 2)
  const women = 0.4 + random() * 0.3
  const referred = 0.05 + random() * 0.5
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
    AREA: pick(cercles, weights).code,
    SEX: random() < women ? (sexes[0] ?? 'F') : (sexes[1] ?? 'M'),
    AGE: pick(ages, ageWeights),
    STATUS: pick(statuses, statusWeights),
    referred: random() < referred,
  })
}
