import names from './names.json'
import { drawer, type Random, seeded } from './random'
import rates from './rates.json'

export type Sex = 'F' | 'M'
/** A name as its bearer would say it, with the spellings a desk may write. */
export type Name = { canonical: string; weight: number; spellings: readonly string[] }
export type Style = 'surname' | 'tuareg' | 'arab'
export type Cercle = { code: string; weight: number; minority: 'tuareg' | 'arab'; minorityShare: number }

const named = (rows: readonly (readonly (string | number)[])[]): Name[] =>
  rows.map(([canonical, weight, ...spellings]) => ({
    canonical: String(canonical),
    weight: Number(weight),
    spellings: spellings.map(String),
  }))

const given = { M: named(names.male), F: named(names.female) }
const families = named(names.families)
const byWeight = (item: { weight: number }) => item.weight
const all = new Map([...given.M, ...given.F, ...families].map((name) => [name.canonical, name]))
const draw = {
  M: drawer(given.M, byWeight),
  F: drawer(given.F, byWeight),
  family: drawer(families, byWeight),
}

export const drawGiven = (random: Random, sex: Sex): Name => draw[sex](random)
export const drawFamily = (random: Random): Name => draw.family(random)
/** The listed name, or one without other spellings where the list has none. */
export const nameOf = (canonical: string): Name =>
  all.get(canonical) ?? { canonical, weight: 1, spellings: [] }
export const sexOf = (canonical: string): Sex | undefined =>
  given.F.some((name) => name.canonical === canonical) || canonical === 'Awa'
    ? 'F'
    : given.M.some((name) => name.canonical === canonical)
      ? 'M'
      : undefined

const cercles: Cercle[] = names.cercles.map(([code, weight, minority, share]) => ({
  code: String(code),
  weight: Number(weight),
  minority: minority === 'arab' ? 'arab' : 'tuareg',
  minorityShare: Number(share),
}))
export const drawCercle = drawer(cercles, byWeight)

/** Villages are the same country in every population, so they have a seed of their own. */
const villages = new Map(cercles.map((cercle, index) => [cercle.code, settle(seeded(index + 1))]))

function settle(random: Random) {
  const found = new Set<string>()
  while (found.size < rates.villagesPerCercle) {
    if (random.chance(0.06)) found.add(random.pick(names.villageShared))
    else found.add(random.pick(names.villageFirst) + random.pick(names.villageLast))
  }
  const ranked = [...found].map((village, rank) => ({ village, weight: 1 / (rank + 3) }))
  return drawer(ranked, byWeight)
}

export function drawVillage(random: Random, cercle: string): string {
  const drawn = villages.get(cercle)
  if (!drawn) throw new RangeError(`no villages for ${cercle}`)
  return drawn(random).village
}
