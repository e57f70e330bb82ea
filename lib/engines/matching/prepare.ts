import { isArabic, transliterate } from './arabic'
import { bareWords, foldWord, skeleton } from './fold'
import type { Person } from './person'
import { readPerson } from './read-person'
import { bearerOf } from './variants'
import { nameOf, type Word } from './words'

/** A person folded once, to be compared many times. Made by `prepare` only. */
export type Prepared = {
  given: readonly Word[]
  family: readonly Word[]
  mother: readonly Word[]
  household: readonly (readonly Word[])[]
  village: Place | undefined
  cercle: string | undefined
  birth: Person['birth']
  phone: string | undefined
  sex: 'F' | 'M' | undefined
}
export type Place = { text: string; bones: string }

function placeOf(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined
  const words = bareWords(isArabic(text) ? transliterate(text) : text).map(foldWord)
  const joined = words.join('')
  return joined === '' ? undefined : { text: joined, bones: skeleton(joined) }
}

/** The last eight digits: Malian numbers have eight, whatever prefix stands before them. */
function phoneOf(text: string | undefined): string | undefined {
  const digits = text?.replace(/\D/g, '') ?? ''
  return digits.length >= 6 ? digits.slice(-8) : undefined
}

/** A spelling shared by a man's and a woman's name means the one that fits. */
function borneBy(sex: 'F' | 'M' | undefined, words: readonly Word[]): readonly Word[] {
  if (!sex) return words
  return words.map((word) => {
    const fitting = word.groups.filter((group) => (bearerOf(group) ?? sex) === sex)
    return fitting.length > 0 && fitting.length < word.groups.length ? { ...word, groups: fitting } : word
  })
}

const firstWords = (text: string | undefined): readonly Word[] => {
  const name = nameOf(text, 'given')
  return name.words.length > 0 ? name.words : name.father
}

/**
 * Folds a person's facts.
 * @throws PersonInputError naming the field that cannot be read.
 */
export function prepare(input: Person): Prepared {
  const person = readPerson(input)
  const given = nameOf(person.given, 'given')
  const family = nameOf(person.family, 'family')
  // "Mossa Ag Intalla" written into one box carries the father's name with it.
  const sex = person.sex === 'F' || person.sex === 'M' ? person.sex : undefined
  const lineage = family.father.length > 0 ? family.father : family.words
  return {
    given: borneBy(sex, given.words),
    family: lineage.length > 0 ? lineage : given.father,
    mother: borneBy('F', firstWords(person.mother)),
    household: (person.household ?? []).map(firstWords).filter((words) => words.length > 0),
    village: placeOf(person.village),
    cercle: person.cercle,
    birth: person.birth,
    phone: phoneOf(person.phone),
    sex,
  }
}
