import { compareNames, type NameComparison } from './compare-names'
import type { Prepared } from './prepare'
import { isGiven } from './variants'
import type { Word } from './words'

export type FullName = { given: NameComparison; family: NameComparison }
type Boxes = { given: readonly Word[]; family: readonly Word[] }

const agrees = ({ level }: NameComparison) => level === 'double' || level === 'same' || level === 'near'

const straight = (a: Boxes, b: Boxes): FullName => ({
  given: compareNames(a.given, b.given),
  family: compareNames(a.family, b.family),
})

/** Where one file has the whole name in the box of the given name, the other tells which word is the family's. */
function unboxed(a: Boxes, b: Boxes): Boxes {
  if (a.family.length > 0 || a.given.length < 2 || b.family.length === 0) return a
  const isFamily = (word: Word) => agrees(compareNames([word], b.family))
  const family = a.given.filter(isFamily)
  const given = a.given.filter((word) => !isFamily(word))
  return family.length === 0 || given.length === 0 ? a : { given, family }
}

/** "Mohamed Ag Ahmed" and "Ahmed Ag Mohamed" are a son and his father, not one name in two orders. */
const ordered = (person: Prepared) =>
  person.patronymic || [...person.given, ...person.family].every(({ groups }) => groups.some(isGiven))

/**
 * Compares given and family name, each with its own box; if that fails and both agree with the other's box, the
 * boxes were exchanged. The same whichever comes first.
 */
export function compareFullNames(a: Prepared, b: Prepared): FullName {
  const [one, other] = [unboxed(a, b), unboxed(b, a)]
  const direct = straight(one, other)
  if (agrees(direct.given) || agrees(direct.family)) return direct
  const given = compareNames(one.given, other.family)
  const family = compareNames(one.family, other.given)
  if (!agrees(given) || !agrees(family)) return direct
  const level = ordered(a) || ordered(b) ? 'weak' : 'swapped'
  const shared = level === 'weak' ? [] : [...given.shared, ...family.shared]
  return { given: { level, shared }, family: { level, shared: [] } }
}
