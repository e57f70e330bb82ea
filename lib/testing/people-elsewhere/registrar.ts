import type { Person } from '../../engines/matching/person'
import { THIS_YEAR } from './families'
import type { Identity } from './identity'
import type { Name } from './names/name'
import type { Chance } from './random'

/** How one registrar writes: the school, and the habits of a day. */
export type Registrar = { school: 'fr' | 'en'; accents: boolean; capitals: boolean; honorifics: boolean }

export const someRegistrar = ({ odds }: Chance): Registrar => ({
  school: odds(0.85) ? 'fr' : 'en',
  accents: odds(0.6),
  capitals: odds(0.1),
  honorifics: odds(0.12),
})

/** The commonest writing of a name mostly, another one at times, as this registrar writes. */
export function spell({ odds, pick }: Chance, by: Registrar, name: Name): string {
  const ways = by.school === 'fr' ? name.fr : name.en
  const way = odds(0.7) ? (ways[0] ?? '') : pick(ways)
  return byHabit(by, way)
}

/** Accents and capitals as the registrar has them: never counted as a changed fact. */
export function byHabit(by: Registrar, text: string): string {
  const plain = by.accents
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
  return by.capitals ? plain.toUpperCase() : plain
}

/** Clan's name, or the father's with the people's particle. */
export function familyName(chance: Chance, by: Registrar, who: Identity): string {
  const { people, clan, father, grandfather, sex } = who
  const father1 = spell(chance, by, father)
  if (clan && !chance.odds(people.byFather)) return spell(chance, by, clan)
  if (clan) return father1
  const sons = byHabit(by, chance.odds(0.8) ? (people.sonOf[0] ?? '') : chance.pick(people.sonOf))
  const own =
    sex === 'M'
      ? sons
      : byHabit(by, chance.odds(0.8) ? (people.daughterOf[0] ?? '') : chance.pick(people.daughterOf))
  const far = chance.odds(0.12) ? ` ${sons} ${spell(chance, by, grandfather)}` : ''
  return `${own} ${father1}${far}`
}

const titles = { M: ['El Hadj', 'Elhadji', 'Cheick', 'Imam', 'Vieux'], F: ['Hadja', 'Mme', 'Adja'] }

export const honorific = ({ pick }: Chance, who: Identity): string =>
  pick(THIS_YEAR - who.born.year > 40 ? titles[who.sex] : who.sex === 'M' ? ['M.', 'Mr'] : ['Mme', 'Mlle'])

/** A birth as people can tell it: the day from a paper, 1 January, or an age that ends in 0 or 5. */
export function tellBirth({ odds }: Chance, who: Identity): Person['birth'] {
  const { year, month, day } = who.born
  if (who.hasPaper) return { year, month, day }
  if (odds(0.35)) return { year, month: 1, day: 1 }
  const age = THIS_YEAR - year
  if (age < 12) return { year, within: 1 }
  return odds(0.5) ? { year, within: 2 } : { year: THIS_YEAR - Math.round(age / 5) * 5, within: 3 }
}

export function writePhone({ pick }: Chance, phone: string): string {
  const pairs = phone.replace(/(..)(?=.)/g, '$1 ')
  return pick([phone, pairs, `+223 ${pairs}`, `00223${phone}`, `223${phone}`, pairs.replaceAll(' ', '-')])
}

/** First names of the others, in the order in which they were called. */
export function writeHousehold(chance: Chance, by: Registrar, who: Identity): string[] {
  const others = who.household.members.filter((member) => member !== who)
  return chance
    .shuffle(others)
    .slice(0, 12)
    .map((member) => spell(chance, by, member.given))
}

/** What a registrar writes about somebody; the odds of each fact are those of a camp's register. */
export function register(chance: Chance, who: Identity, by = someRegistrar(chance)): Person {
  const given = [who.given, ...(who.second && chance.odds(0.4) ? [who.second] : [])]
  const names = given.map((name) => spell(chance, by, name)).join(' ')
  const titled = by.honorifics && chance.odds(0.5) ? `${honorific(chance, who)} ${names}` : names
  const household = writeHousehold(chance, by, who)
  return {
    given: titled,
    ...(chance.odds(0.95) && { family: familyName(chance, by, who) }),
    ...(chance.odds(0.7) && { mother: spell(chance, by, who.mother) }),
    ...(household.length > 0 && chance.odds(0.75) && { household }),
    ...(chance.odds(0.9) && { village: byHabit(by, who.home.written[0] ?? '') }),
    ...(chance.odds(0.97) && { cercle: who.home.cercle }),
    ...(chance.odds(0.97) && { birth: tellBirth(chance, who) }),
    ...(who.phone && chance.odds(0.8) && { phone: writePhone(chance, who.phone) }),
    sex: who.sex,
  }
}
