import type { Person } from '@/lib/engines/matching/person'
import { type Dice, dice as newDice } from './dice'
import { newHand } from './hands'
import { type Home, newHome } from './homes'
import { peoples } from './peoples'
import type { Soul } from './soul'
import { tell } from './tell'
import { type Trap, trapsAmong } from './traps'

/** One record: who it is truly about, and what it says. */
export type Line = { soul: Soul; person: Person; swapped: boolean }
/** Numbers in `pairs` and `traps` are places in `lines`, the earlier first. */
export type Register = {
  lines: readonly Line[]
  /** Two records of one person. */
  pairs: readonly (readonly [number, number])[]
  /** Records of two people who are easily taken for one. */
  traps: readonly Trap[]
}
export type Sizes = { lines: number; pairs: number; trapsOfAKind: number }

export const USUAL: Sizes = { lines: 22_500, pairs: 1_500, trapsOfAKind: 100 }

function drawPeople(dice: Dice) {
  let left = dice.real() * peoples.reduce((sum, { often }) => sum + often, 0)
  const drawn = peoples.find(({ often }) => {
    left -= often
    return left < 0
  })
  return drawn ?? dice.one(peoples)
}

type Visit = { soul: Soul; home: Home; at: number; again: boolean }

/** Homes come one after the other, with some of their people, until there are as many as asked. */
function firstVisits(dice: Dice, count: number): Visit[] {
  const visits: Visit[] = []
  for (let id = 0, nextId = 0; visits.length < count; id++) {
    const home = newHome(dice, drawPeople(dice), id, nextId)
    nextId += home.souls.length
    const share = dice.one([0.3, 0.6, 0.9])
    const at = dice.real()
    for (const soul of home.souls)
      if (dice.yes(soul.kin === 'head' ? 0.85 : share)) visits.push({ soul, home, at, again: false })
  }
  return visits.slice(0, count)
}

/** Some come a second time, always later than the first. */
function secondVisits(dice: Dice, first: readonly Visit[], count: number): Visit[] {
  const chosen = dice.shuffle(first).slice(0, count)
  return chosen.map((visit) => ({
    ...visit,
    at: visit.at + (1.2 - visit.at) * dice.real() + 1e-9,
    again: true,
  }))
}

/**
 * A register of invented people in Mali and from its neighbours, for judging the matching engine and for nothing else:
 * equal seeds and sizes give equal registers.
 *
 * Whoever wrote it has read neither the engine nor the other two populations, only the type of a record. Where frequencies
 * come from: none is measured, all are reasoned. Names fall off by rank (family names as 1/n, given names as 1/n^0.75, so
 * that one family in four or five is of the commonest name of its people); one birth in 25 is of twins, as in much of West
 * Africa; one household in six of a man has two wives, one in four keeps a brother's children; three adults in ten hold a
 * paper with their day of birth and the others guess a year, a third of them to a round age; half of the interviewers
 * write 1 January for it, a quarter often take the family name for the given one, a seventh hardly asks for the mother;
 * seven homes in ten have a phone, and at a second registration three numbers in ten have changed or are gone. Mistakes of
 * the two records of a person are independent of each other, as two interviewers are.
 */
export function peopleThird(seed: number, sizes: Sizes = USUAL): Register {
  const dice = newDice(seed)
  const hands = Array.from({ length: 60 }, () => newHand(dice))
  const first = firstVisits(dice, sizes.lines - sizes.pairs)
  const second = secondVisits(dice, first, sizes.pairs)
  const visits = [...first, ...second].sort((a, b) => a.at - b.at || Number(a.again) - Number(b.again))
  const lines = visits.map(({ soul, home, again }): Line => {
    const others = home.souls.filter((other) => other !== soul)
    return { soul, ...tell({ dice, soul, others, hand: dice.one(hands), again }) }
  })
  const place = new Map<number, number[]>()
  for (const [at, { soul }] of lines.entries()) place.set(soul.id, [...(place.get(soul.id) ?? []), at])
  const firstOf = (id: number) => place.get(id)?.[0] ?? -1
  const traps = trapsAmong(
    dice,
    first.map(({ soul }) => soul),
    sizes.trapsOfAKind,
  )
  return {
    lines,
    pairs: [...place.values()].flatMap(([a = -1, b]) => (b === undefined ? [] : [[a, b] as const])),
    traps: traps.map(({ kind, pair: [a, b] }) => ({ kind, pair: [firstOf(a), firstOf(b)] })),
  }
}
