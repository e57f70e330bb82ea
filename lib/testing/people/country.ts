import { coined } from './coin'
import names from './names.json'
import { type CountryName, drawer, type Random, seeded } from './random'
import rates from './rates.json'

export type Sex = 'F' | 'M'
/** A name as its bearer would say it, with the spellings a desk may write. */
export type Name = { canonical: string; weight: number; spellings: readonly string[] }
export type Community = 'tuareg' | 'arab'
export type Cercle = { code: string; weight: number; minority: Community; minorityShare: number }
type Draw<T> = (random: Random) => T
type BySex = Record<Sex, Draw<Name>>
export type Country = {
  given: BySex
  /** Names that are borne in one community more than in the country. */
  local: Record<Community, BySex>
  family: Draw<Name>
  cercle: Draw<Cercle>
  /** By code of the cercle. */
  village: ReadonlyMap<string, Draw<{ village: string }>>
}
type Rows = readonly (readonly (string | number)[])[]

export const named = (rows: Rows): Name[] =>
  rows.map(([canonical, weight, ...spellings]) => ({
    canonical: String(canonical),
    weight: Number(weight),
    spellings: spellings.map(String),
  }))

const byWeight = (item: { weight: number }) => item.weight
const drawName = (rows: Rows) => drawer(named(rows), byWeight)
const bySex = (male: Rows, female: Rows): BySex => ({ M: drawName(male), F: drawName(female) })

const cercles: Cercle[] = names.cercles.map(([code, weight, minority, share]) => ({
  code: String(code),
  weight: Number(weight),
  minority: minority === 'arab' ? 'arab' : 'tuareg',
  minorityShare: Number(share),
}))

function settle(count: number, random: Random) {
  const found = new Set<string>()
  while (found.size < count) {
    if (random.chance(0.06)) found.add(random.pick(names.villageShared))
    else found.add(random.pick(names.villageFirst) + random.pick(names.villageLast))
  }
  const ranked = [...found].map((village, rank) => ({ village, weight: 1 / (rank + 3) }))
  return drawer(ranked, byWeight)
}

/** Villages are the same country in every population, so they have a seed of their own. */
function places(country: CountryName): Pick<Country, 'cercle' | 'village'> {
  const { cercles: kept, villagesPerCercle } = rates.countries[country]
  const here = [...cercles].sort((a, b) => b.weight - a.weight).slice(0, kept)
  return {
    cercle: drawer(kept < cercles.length ? here : cercles, byWeight),
    village: new Map(
      cercles.map((cercle, index) => [cercle.code, settle(villagesPerCercle, seeded(index + 1))]),
    ),
  }
}

/** In a few places a few names are borne by most. */
const few = (rows: Rows): Rows =>
  rows.map(([name = '', weight, ...rest]) => [name, Number(weight) ** 1.5, ...rest])

const fewNames = (): typeof ours => ({
  given: bySex(few(names.male), few(names.female)),
  local: ours.local,
  family: drawName(few(names.families)),
})

const ours: Pick<Country, 'given' | 'local' | 'family'> = {
  given: bySex(names.male, names.female),
  local: {
    tuareg: bySex(names.communities.tuareg.male, names.communities.tuareg.female),
    arab: bySex(names.communities.arab.male, names.communities.arab.female),
  },
  family: drawName(names.families),
}

const canonicals = (rows: Rows) => named(rows).map(({ canonical }) => canonical)

/** Names of which our tables hold none, though some differ little from one that they hold. */
function unlistedNames(): typeof ours {
  const random = seeded(11)
  const [male, female, families] = [names.male, names.female, names.families].map(canonicals)
  const made = (count: number) => bySex(coined(count, 'M', random, male), coined(count, 'F', random, female))
  return {
    given: made(110),
    local: { tuareg: made(45), arab: made(35) },
    family: drawName(coined(60, 'M', random, families)),
  }
}

export const countries: Record<CountryName, Country> = {
  scattered: { ...ours, ...places('scattered') },
  crowded: { ...fewNames(), ...places('crowded') },
  unlisted: { ...unlistedNames(), ...places('unlisted') },
}
