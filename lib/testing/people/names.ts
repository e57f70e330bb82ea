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
/** Names that are borne in one community more than in the country. */
const communities = {
  tuareg: { M: named(names.communities.tuareg.male), F: named(names.communities.tuareg.female) },
  arab: { M: named(names.communities.arab.male), F: named(names.communities.arab.female) },
}
const families = named(names.families)
const byWeight = (item: { weight: number }) => item.weight
const local = Object.values(communities).flatMap(({ M, F }) => [...M, ...F])
const all = new Map([...local, ...given.M, ...given.F, ...families].map((name) => [name.canonical, name]))
const draw = {
  M: drawer(given.M, byWeight),
  F: drawer(given.F, byWeight),
  family: drawer(families, byWeight),
}
const drawLocal = {
  tuareg: { M: drawer(communities.tuareg.M, byWeight), F: drawer(communities.tuareg.F, byWeight) },
  arab: { M: drawer(communities.arab.M, byWeight), F: drawer(communities.arab.F, byWeight) },
}

/** A given name of the country, or, where the style tells a community, mostly one of its own. */
export function drawGiven(random: Random, sex: Sex, style: Style = 'surname'): Name {
  const own = style !== 'surname' && random.chance(rates.household.communityName)
  return own ? drawLocal[style][sex](random) : draw[sex](random)
}

const seedOf = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)

/** A family of the country, or, in a village, often one of the few that founded it. */
export function drawFamily(random: Random, village?: string): Name {
  if (village === undefined || !random.chance(rates.household.foundingFamily)) return draw.family(random)
  const founders = seeded(seedOf(village))
  return random.pick([draw.family(founders), draw.family(founders), draw.family(founders)])
}

/** Most homes of a village are of one community; a town has them all. */
export function styleOf({ code, minority, minorityShare }: Cercle, village: string, random: Random): Style {
  const together = towns[code] !== village && random.chance(rates.household.likeTheVillage)
  const drawn = together ? seeded(seedOf(village) + 1) : random
  return drawn.chance(minorityShare) ? minority : 'surname'
}
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

const towns: Partial<Record<string, string>> = names.towns

export function drawVillage(random: Random, cercle: string): string {
  const town = towns[cercle]
  if (town !== undefined && random.chance(rates.household.livesInTown)) return town
  const drawn = villages.get(cercle)
  if (!drawn) throw new RangeError(`no villages for ${cercle}`)
  return drawn(random).village
}
