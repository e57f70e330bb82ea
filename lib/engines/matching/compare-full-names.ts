import { agrees, compareNames, type NameLevel } from './compare-names'
import type { Prepared } from './prepare'
import { isGiven } from './variants'
import type { Word } from './words'

export type FullName = { given: NameLevel; family: NameLevel }
type Boxes = { given: readonly Word[]; family: readonly Word[] }

const agree = ({ given, family }: FullName) => agrees(given) && agrees(family)

const straight = (a: Boxes, b: Boxes): FullName => ({
  given: compareNames(a.given, b.given),
  family: compareNames(a.family, b.family),
})

/**
 * Takes the family's name, as either file writes it, out of the box of the given name: where one file has the whole
 * name in that box, the other tells which word is the family's.
 */
function unboxed({ given, family }: Boxes, families: readonly Word[]): Boxes | undefined {
  const isFamily = (word: Word) => families.some((other) => agrees(compareNames([word], [other])))
  const own = given.filter((word) => !isFamily(word))
  if (own.length === 0) return undefined
  return { given: own, family: family.length > 0 ? family : given.filter(isFamily) }
}

function readTogether(a: Boxes, b: Boxes): FullName | undefined {
  if (a.given.length < 2 && b.given.length < 2) return undefined
  const families = [...a.family, ...b.family]
  const [one, other] = [unboxed(a, families), unboxed(b, families)]
  return one && other && straight(one, other)
}

/** "Mohamed Ag Ahmed" and "Ahmed Ag Mohamed" are a son and his father, not one name in two orders. */
const ordered = (person: Prepared) =>
  person.patronymic || [...person.given, ...person.family].every(({ groups }) => groups.some(isGiven))

/** Both names in the other's box. */
function exchanged(a: Boxes, b: Boxes, isOrdered: boolean): FullName | undefined {
  const given = compareNames(a.given, b.family)
  const family = compareNames(a.family, b.given)
  if (!agree({ given, family })) return undefined
  const level = isOrdered ? 'weak' : 'swapped'
  return { given: level, family: level }
}

/** Each name with its own box; where that fails, taken out of one box, or with the other's. */
function compareBoxes(a: Boxes, b: Boxes, isOrdered: boolean): FullName {
  const direct = straight(a, b)
  if (agree(direct)) return direct
  const together = readTogether(a, b)
  if (together && agree(together)) return together
  if (agrees(direct.given) || agrees(direct.family)) return direct
  return exchanged(a, b, isOrdered) ?? direct
}

const lesser = (one: FullName, other: FullName): FullName => (agrees(one.given) ? other : one)

/**
 * Compares given and family name; the same whichever comes first. A spelling of a man's and a woman's name means the
 * one that fits; where the files disagree about the sex it has to fit both, so that no sex left out, or another, can
 * bring two names closer.
 */
export function compareFullNames(a: Prepared, b: Prepared): FullName {
  const isOrdered = ordered(a) || ordered(b)
  const of = (sex: 'F' | 'M' | undefined) => {
    const boxes = (person: Prepared): Boxes => (sex ? { ...person, given: person.givenOf[sex] } : person)
    return compareBoxes(boxes(a), boxes(b), isOrdered)
  }
  const isAmbiguous = a.givenOf.F !== a.givenOf.M || b.givenOf.F !== b.givenOf.M
  if (!isAmbiguous) return compareBoxes(a, b, isOrdered)
  return a.sex && b.sex && a.sex !== b.sex ? lesser(of('F'), of('M')) : of(a.sex ?? b.sex)
}
