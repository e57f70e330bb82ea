import { isArabic, transliterate } from './arabic'
import { bareWords, skeleton } from './fold'
import { isNamesake } from './namesake'
import type { Person } from './person'
import { readPerson } from './read-person'
import { foldPlace, isTown } from './towns'
import { borneBy, type Name, nameOf, type Word } from './words'

/** A person folded once, to be compared many times. Made by `prepare` only. */
export type Prepared = {
  given: readonly Word[]
  /** The given name as a woman's and as a man's: one list where no spelling may be either. */
  givenOf: { F: readonly Word[]; M: readonly Word[] }
  family: readonly Word[]
  /** Whether the family name is the father's, behind Ag, Walet, Ould or Mint. */
  patronymic: boolean
  mother: readonly Word[]
  household: readonly (readonly Word[])[]
  /** The household without whoever bears one's own name: what a file is found by. */
  members: readonly (readonly Word[])[]
  village: Place | undefined
  cercle: string | undefined
  birth: Person['birth']
  phone: string | undefined
  sex: 'F' | 'M' | undefined
}
export type Place = { text: string; bones: string; isTown: boolean }

function placeOf(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined
  const joined = foldPlace(bareWords(isArabic(text) ? transliterate(text) : text))
  return joined === '' ? undefined : { text: joined, bones: skeleton(joined), isTown: isTown(joined) }
}

/** The last eight digits: Malian numbers have eight, whatever prefix stands before them. */
function phoneOf(text: string | undefined): string | undefined {
  const digits = text?.replace(/\D/g, '') ?? ''
  return digits.length >= 6 ? digits.slice(-8) : undefined
}

const firstWords = (text: string | undefined): readonly Word[] => {
  const name = nameOf(text, 'given')
  return name.words.length > 0 ? name.words : name.father
}

/** "Ag Intalla" in the box of the given name has been exchanged with it. */
function boxesOf(person: Person): { given: Name; family: Name } {
  const given = nameOf(person.given, 'given')
  const family = nameOf(person.family, 'family')
  const exchanged = given.words.length === 0 && given.father.length > 0 && family.words.length > 0
  return exchanged ? { given: family, family: given } : { given, family }
}

/**
 * Folds a person's facts.
 * @throws PersonInputError naming the field that cannot be read.
 */
export function prepare(input: Person): Prepared {
  const person = readPerson(input)
  const { given, family } = boxesOf(person)
  const sex = person.sex === 'F' || person.sex === 'M' ? person.sex : undefined
  // "Mossa Ag Intalla" written into one box carries the father's name with it.
  const lineage = family.father.length > 0 ? family.father : family.words
  const household = (person.household ?? []).map(firstWords).filter((words) => words.length > 0)
  return {
    given: given.words,
    givenOf: { F: borneBy('F', given.words), M: borneBy('M', given.words) },
    family: lineage.length > 0 ? lineage : given.father,
    patronymic: given.father.length > 0 || family.father.length > 0,
    mother: borneBy('F', firstWords(person.mother)),
    household,
    members: household.filter((member) => !isNamesake(member, given.words)),
    village: placeOf(person.village),
    cercle: person.cercle,
    birth: person.birth,
    phone: phoneOf(person.phone),
    sex,
  }
}
