import { type Cercle, countries, type Name, named, type Sex } from './country'
import names from './names.json'
import { type Random, seeded } from './random'
import rates from './rates.json'

export type { Cercle, Name, Sex } from './country'
export type Style = 'surname' | 'tuareg' | 'arab'

const of = ({ country }: Random) => countries[country]

const given = { M: named(names.male), F: named(names.female) }
const local = Object.values(names.communities).flatMap(({ male, female }) => [
  ...named(male),
  ...named(female),
])
const all = new Map(
  [...local, ...given.M, ...given.F, ...named(names.families)].map((name) => [name.canonical, name]),
)

/** A given name of the country, or, where the style tells a community, mostly one of its own. */
export function drawGiven(random: Random, sex: Sex, style: Style = 'surname'): Name {
  const own = style !== 'surname' && random.chance(rates.household.communityName)
  return own ? of(random).local[style][sex](random) : of(random).given[sex](random)
}

const seedOf = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)

/** A family of the country, or, in a village, often one of the few that founded it. */
export function drawFamily(random: Random, village?: string): Name {
  const { family } = of(random)
  if (village === undefined || !random.chance(rates.household.foundingFamily)) return family(random)
  const founders = seeded(seedOf(village), random.country)
  return random.pick([family(founders), family(founders), family(founders)])
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

export const drawCercle = (random: Random): Cercle => of(random).cercle(random)

const towns: Partial<Record<string, string>> = names.towns

export function drawVillage(random: Random, cercle: string): string {
  const town = towns[cercle]
  if (town !== undefined && random.chance(rates.household.livesInTown)) return town
  const drawn = of(random).village.get(cercle)
  if (!drawn) throw new RangeError(`no villages for ${cercle}`)
  return drawn(random).village
}
