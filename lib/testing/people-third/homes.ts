import { bornIn, childrenOf, fresh, givenOf, type Newborn } from './births'
import type { Dice } from './dice'
import type { People } from './peoples'
import { newPhone } from './phones'
import { originFrom } from './places'
import { type Soul, THIS_YEAR } from './soul'

export type Home = { id: number; people: People; souls: Soul[]; phone: string | undefined }

/** Who lives together: a head, wives, children, and often a brother's children or an elder. */
function members(dice: Dice, people: People): { family: string | undefined; born: Newborn[] } {
  const man = dice.yes(0.68)
  const [grandfather, grandmother] = [givenOf(dice, people, 'M'), givenOf(dice, people, 'F')]
  const age = dice.int(19, 60)
  const father = man ? fresh(dice, people, 'M', [grandfather]) : givenOf(dice, people, 'M')
  const head: Newborn = {
    kin: 'head',
    sex: man ? 'M' : 'F',
    given: man ? father : fresh(dice, people, 'F', [grandmother]),
    father: grandfather,
    mother: grandmother,
    born: bornIn(dice, THIS_YEAR - age),
  }
  const wives = Array.from(
    { length: man ? (dice.yes(0.16) ? 2 : dice.yes(0.85) ? 1 : 0) : 0 },
    (): Newborn => ({
      kin: 'wife',
      sex: 'F',
      given: givenOf(dice, people, 'F'),
      father: givenOf(dice, people, 'M'),
      mother: givenOf(dice, people, 'F'),
      born: bornIn(dice, THIS_YEAR - Math.max(16, age - dice.int(2, 12))),
    }),
  )
  const mothers = man ? wives : [head]
  const since = (mother: Newborn) => mother.born.year + dice.int(17, 23)
  const own = mothers.flatMap((mother) =>
    childrenOf(dice, people, {
      kin: 'child',
      father,
      mother: mother.given,
      since: since(mother),
      elder: grandfather,
      most: dice.int(0, 6),
    }),
  )
  const uncle = fresh(dice, people, 'M', [grandfather, father])
  const nephews = dice.yes(0.25)
    ? childrenOf(dice, people, {
        kin: 'nephew',
        father: uncle,
        mother: givenOf(dice, people, 'F'),
        since: THIS_YEAR - dice.int(4, 18),
        elder: grandfather,
        most: dice.int(1, 3),
      })
    : []
  const elder: Newborn[] =
    dice.yes(0.14) && age < 50
      ? [
          {
            kin: 'elder',
            sex: 'M',
            given: grandfather,
            father: givenOf(dice, people, 'M'),
            mother: givenOf(dice, people, 'F'),
            born: bornIn(dice, THIS_YEAR - age - dice.int(18, 32)),
          },
        ]
      : []
  const family = people.child || dice.yes(people.fatherAsFamily) ? undefined : dice.ranked(people.families, 1)
  return { family, born: [head, ...wives, ...own, ...nephews, ...elder] }
}

/** Invents a home; people are numbered from `firstId`. */
export function newHome(dice: Dice, people: People, id: number, firstId: number): Home {
  const { family, born } = members(dice, people)
  const origin = originFrom(dice, people.from)
  const phone = dice.yes(0.7) ? newPhone(dice) : undefined
  const souls = born.map(
    (one, at): Soul => ({
      ...one,
      id: firstId + at,
      home: id,
      people,
      twin: one.twin ?? false,
      // A wife keeps the family's name of her father.
      family: one.kin === 'wife' && family ? dice.ranked(people.families, 1) : family,
      origin: one.kin === 'wife' && dice.yes(0.2) ? originFrom(dice, people.from) : origin,
      phone: THIS_YEAR - one.born.year >= 16 && one.kin !== 'head' && dice.yes(0.4) ? newPhone(dice) : phone,
    }),
  )
  return { id, people, souls, phone }
}
