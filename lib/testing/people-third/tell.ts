import type { Person } from '@/lib/engines/matching/person'
import type { Dice } from './dice'
import { type Hand, writtenName } from './hands'
import { inArabic } from './names/arabic'
import { misheardPhone, newPhone, writtenPhone } from './phones'
import { originFrom, villagesOf } from './places'
import { type Soul, THIS_YEAR } from './soul'

/** Somebody at a desk: who they are, who lives with them, who writes, and whether it is the second time. */
export type Scene = { dice: Dice; soul: Soul; others: readonly Soul[]; hand: Hand; again: boolean }
/** What stands written, and whether given and family name are in each other's place. */
export type Told = { person: Person; swapped: boolean }

const age = (soul: Soul) => THIS_YEAR - soul.born.year

function honoured(dice: Dice, soul: Soul, given: string): string {
  if (age(soul) < 35 || !dice.yes(0.06)) return given
  return `${dice.one(soul.sex === 'M' ? ['El Hadj', 'Elhadji', 'Baba', 'Vieux', 'Imam', 'Cheick'] : ['Hadja', 'Mme', 'Mama', 'Hadjia'])} ${given}`
}

/** The family name said: the family's, "child of" the father, or the father's bare name. */
function familySaid({ dice, soul, hand }: Scene): string {
  const { child } = soul.people
  if (soul.family) return writtenName(dice, hand, soul.family, false)
  const father = writtenName(dice, hand, soul.father, false)
  if (!child || dice.yes(0.06)) return father
  return `${dice.ranked(child[soul.sex], 1.6)} ${father}`
}

function names(scene: Scene): Told {
  const { dice, soul, hand } = scene
  const [word] = soul.people.child?.[soul.sex] ?? []
  const family = soul.family ?? (word ? `${word} ${soul.father}` : soul.father)
  const [given1, family1] = [inArabic(soul.given), inArabic(family)]
  if (given1 && family1 && dice.yes(hand.arabic ? 6 * soul.people.arabic : 0.2 * soul.people.arabic))
    return { person: { given: given1, family: family1 }, swapped: false }
  const given = honoured(dice, soul, writtenName(dice, hand, soul.given, true))
  if (dice.yes(hand.noFamily)) return { person: { given }, swapped: false }
  const said = familySaid(scene)
  const swapped = dice.yes(hand.swaps)
  return { person: swapped ? { given: said, family: given } : { given, family: said }, swapped }
}

/** A day known from a paper, the first of January, or a year guessed, often to a round age. */
function birth({ dice, soul, hand }: Scene): Person['birth'] {
  const { year, month, day } = soul.born
  const known = age(soul) < 8 ? 0.45 : soul.id % 10 < 3 ? 0.75 : 0.08
  if (dice.yes(known))
    return day <= 12 && dice.yes(0.04) ? { year, month: day, day: month } : { year, month, day }
  if (dice.yes(0.03)) return undefined
  const off = Math.round((dice.real() + dice.real() - 1) * Math.min(7, 1 + age(soul) / 8))
  const guessed = age(soul) - off
  const round = age(soul) > 18 && dice.yes(0.35) ? Math.round(guessed / 5) * 5 : guessed
  const told = THIS_YEAR - Math.max(0, round)
  if (hand.january && dice.yes(0.8)) return { year: told, month: 1, day: 1 }
  return age(soul) > 15 && dice.yes(0.6) ? { year: told, within: dice.one([1, 2, 2, 3, 5]) } : { year: told }
}

/** The place told: the village, the town near it, another village of the cercle, or another cercle altogether. */
function place({ dice, soul, hand, again }: Scene): Pick<Person, 'village' | 'cercle'> {
  const { village, town, cercle } = soul.origin
  const told = (name: string) => writtenName(dice, hand, name, false)
  if (dice.yes(0.05)) return { cercle }
  if (dice.yes(0.14)) return { village: told(town), cercle }
  if (again && dice.yes(0.06))
    return { village: told(dice.one(villagesOf(cercle ?? '').concat(village))), cercle }
  if (again && dice.yes(0.04)) {
    const other = originFrom(dice, soul.people.from)
    return { village: told(other.village), cercle: other.cercle }
  }
  const spoken =
    dice.yes(0.05) && cercle ? `${dice.one(['Quartier', 'Vers', 'Village de'])} ${village}` : village
  return { village: told(spoken), cercle: dice.yes(0.06) ? undefined : cercle }
}

/** The same number, a new one, one of somebody at home, or none. */
function phone({ dice, soul, others, hand, again }: Scene): string | undefined {
  if (dice.yes(hand.noPhone)) return undefined
  const lent = others.find((other) => other.phone !== undefined && other.phone !== soul.phone)?.phone
  let number = again && dice.yes(0.3) ? (dice.yes(0.6) ? newPhone(dice) : undefined) : soul.phone
  if (lent && dice.yes(0.1)) number = lent
  if (number && dice.yes(0.02)) number = misheardPhone(dice, number)
  return number && writtenPhone(dice, number)
}

/** Who is said to live there: some are left out, and the second time some have gone and others have come. */
function household({ dice, others, soul, hand, again }: Scene): string[] | undefined {
  if (dice.yes(hand.noHousehold)) return undefined
  const share = again ? 0.6 + 0.3 * dice.real() : 0.8 + 0.15 * dice.real()
  const stay = others.filter(() => dice.yes(share)).map(({ given }) => given)
  const { men, women } = soul.people
  const came = again
    ? Array.from({ length: dice.int(0, 2) }, () => dice.ranked([...men, ...women], 0.75))
    : []
  const said = dice.shuffle([...stay, ...came]).slice(0, 12)
  return said.length > 0 ? said.map((name) => writtenName(dice, hand, name, true)) : undefined
}

function mother({ dice, soul, hand }: Scene): string | undefined {
  if (dice.yes(hand.noMother)) return undefined
  const first = writtenName(dice, hand, soul.mother, true)
  // The question is for the first name; some give both.
  return dice.yes(0.08) && soul.people.families.length > 0
    ? `${first} ${writtenName(dice, hand, dice.ranked(soul.people.families, 1), false)}`
    : first
}

/** Writes down what somebody tells. */
export function tell(scene: Scene): Told {
  const { dice, soul } = scene
  const told = names(scene)
  const sex = dice.yes(0.01) ? 'U' : dice.yes(0.004) ? (soul.sex === 'F' ? 'M' : 'F') : soul.sex
  return {
    ...told,
    person: {
      ...told.person,
      mother: mother(scene),
      household: household(scene),
      ...place(scene),
      birth: birth(scene),
      phone: phone(scene),
      sex,
    },
  }
}
