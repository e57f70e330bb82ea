import type { Change, Scene } from './change'
import type { Name } from './names/name'
import { familyName, honorific } from './registrar'
import { arabicNames, ownScript } from './scripts'
import { miscopy, mishear } from './slips'

/** Without accents, capitals and marks: what two writings must differ in to count as two. */
export const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()

/** Another usual writing than the one on file. */
export function otherSpelling({ chance }: Scene, name: Name, written: string | undefined): string | null {
  const ways = [...name.fr, ...name.en].filter((way) => !bare(written ?? '').includes(bare(way)))
  return ways.length > 0 ? chance.pick(ways) : null
}

export const slip = ({ chance }: Scene, written: string | undefined): string | null => {
  if (!written) return null
  return chance.odds(0.6) ? mishear(chance, written) : miscopy(chance, written)
}

const asGiven = (given: string | null) => given && { given }
const asFamily = (family: string | null) => family && { family }

const fatherOrClan = ({ who, record, chance, by }: Scene) => {
  if (!who.clan) return null
  const clan = [...who.clan.fr, ...who.clan.en].some((way) => bare(way) === bare(record.family ?? ''))
  return { family: clan ? chance.pick(who.father.fr) : familyName({ ...chance, odds: () => false }, by, who) }
}

/** The particle left out, or written in another way. */
const particle = ({ who, record, chance }: Scene) => {
  const ways = who.sex === 'M' ? who.people.sonOf : who.people.daughterOf
  const [first, ...rest] = (record.family ?? '').split(' ')
  if (ways.length < 2 || rest.length === 0) return null
  const others = ['', ...ways].filter((way) => bare(way) !== bare(first ?? ''))
  return { family: `${chance.pick(others)} ${rest.join(' ')}`.trim() }
}

const grandfather = ({ who, record, chance }: Scene) => {
  const link = who.people.sonOf[0]
  if (!record.family || record.family.split(' ').length > 2 || who.clan) return null
  return { family: `${record.family} ${link} ${chance.pick(who.grandfather.fr)}` }
}

const secondName = ({ who, record, chance }: Scene) => {
  const second = who.second?.fr[0] ?? chance.pick(who.sex === 'M' ? who.people.men : who.people.women).fr[0]
  return record.given && second ? { given: `${record.given} ${second}` } : null
}

const nickname = ({ who, chance }: Scene) =>
  who.given.pet.length > 0 ? { given: chance.pick(who.given.pet) } : null

const alias = ({ who, record, chance }: Scene) =>
  who.given.pet.length > 0
    ? { given: `${record.given} ${who.sex === 'F' ? 'dite' : 'dit'} ${chance.pick(who.given.pet)}` }
    : null

export const nameChanges: readonly Change[] = [
  {
    kind: 'GIVEN_SPELT_OTHERWISE',
    facts: ['given'],
    often: 8,
    make: (s) => asGiven(otherSpelling(s, s.who.given, s.record.given)),
  },
  { kind: 'GIVEN_SLIP', facts: ['given'], often: 4, make: (s) => asGiven(slip(s, s.record.given)) },
  { kind: 'SECOND_NAME', facts: ['given'], often: 2, make: secondName },
  {
    kind: 'HONORIFIC',
    facts: ['given'],
    often: 2,
    make: (s) => ({ given: `${honorific(s.chance, s.who)} ${s.record.given}` }),
  },
  { kind: 'ALIAS', facts: ['given'], often: 2, make: alias },
  { kind: 'NICKNAME', facts: ['given'], often: 2, heavy: true, make: nickname },
  {
    kind: 'OWN_SCRIPT',
    facts: ['given'],
    often: 0.3,
    heavy: true,
    make: (s) => asGiven(ownScript(s.who, s.who.given)),
  },
  {
    kind: 'FAMILY_SPELT_OTHERWISE',
    facts: ['family'],
    often: 7,
    make: (s) => s.who.clan && asFamily(otherSpelling(s, s.who.clan, s.record.family)),
  },
  { kind: 'FAMILY_SLIP', facts: ['family'], often: 3, make: (s) => asFamily(slip(s, s.record.family)) },
  { kind: 'PARTICLE', facts: ['family'], often: 6, make: particle },
  { kind: 'GRANDFATHER_ADDED', facts: ['family'], often: 2, make: grandfather },
  { kind: 'FATHER_OR_CLAN', facts: ['family'], often: 2, heavy: true, make: fatherOrClan },
  { kind: 'FAMILY_MISSING', facts: ['family'], often: 2, heavy: true, make: () => ({ family: undefined }) },
  { kind: 'ARABIC_SCRIPT', facts: ['given', 'family'], often: 4, make: (s) => arabicNames(s.who) },
  {
    kind: 'NAMES_SWAPPED',
    facts: ['given', 'family'],
    often: 3,
    make: ({ record }) => (record.family ? { given: record.family, family: record.given } : null),
  },
  {
    kind: 'NAMES_IN_ONE_BOX',
    facts: ['given', 'family'],
    often: 2,
    make: ({ record, chance }) =>
      record.family
        ? {
            given: chance.odds(0.5) ? `${record.given} ${record.family}` : `${record.family} ${record.given}`,
            family: undefined,
          }
        : null,
  },
]
