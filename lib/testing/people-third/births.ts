import type { Dice } from './dice'
import type { People } from './peoples'
import { type Day, type Kin, type Soul, THIS_YEAR } from './soul'

export const givenOf = (dice: Dice, people: People, sex: 'F' | 'M') =>
  dice.ranked(sex === 'M' ? people.men : people.women, 0.75)
const sexOf = (dice: Dice): 'F' | 'M' => (dice.yes(0.53) ? 'F' : 'M')

export const bornIn = (dice: Dice, year: number): Day => ({
  year,
  month: dice.int(1, 12),
  day: dice.int(1, 28),
})

/** A name nobody else of these has, as brothers and sisters of one mother have. */
export function fresh(dice: Dice, people: People, sex: 'F' | 'M', taken: readonly string[]): string {
  const free = (sex === 'M' ? people.men : people.women).filter((name) => !taken.includes(name))
  return dice.ranked(free, 0.75)
}

export type Newborn = Pick<Soul, 'kin' | 'sex' | 'given' | 'father' | 'mother' | 'born'> & { twin?: boolean }

/** Children of one mother, from the eldest; of 25 births one is of twins, and every fourth first son has an elder's name. */
export function childrenOf(
  dice: Dice,
  people: People,
  of: { kin: Kin; father: string; mother: string; since: number; elder: string; most: number },
): Newborn[] {
  const { kin, father, mother, elder } = of
  const born: Newborn[] = []
  const taken: string[] = [father, mother]
  for (let year = of.since; year <= THIS_YEAR && born.length < of.most; year += dice.int(1, 4)) {
    const day = bornIn(dice, year)
    const add = (sex: 'F' | 'M', given: string, twin: boolean) => {
      taken.push(given)
      born.push({ kin, sex, given, father, mother, born: day, twin })
    }
    const names = dice.one(people.twins).split(' ')
    if (dice.yes(0.04) && !names.some((name) => taken.includes(name.replace('*', ''))))
      for (const name of names) add(name.endsWith('*') ? 'F' : 'M', name.replace('*', ''), true)
    else if (!taken.includes(elder) && dice.yes(0.25)) add('M', elder, false)
    else {
      const sex = sexOf(dice)
      add(sex, fresh(dice, people, sex, taken), false)
    }
  }
  return born
}
