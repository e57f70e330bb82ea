import type { Dice } from './dice'
import type { Soul } from './soul'

export type TrapKind =
  | 'twins'
  | 'brothersAndSisters'
  | 'cousinsOfOneHome'
  | 'namedAfterAnElder'
  | 'namesakesOfOneTown'
export type Trap = { kind: TrapKind; pair: readonly [number, number] }

const near = (a: Soul, b: Soul, years: number) => Math.abs(a.born.year - b.born.year) <= years
const withinHome: Record<Exclude<TrapKind, 'namesakesOfOneTown'>, (a: Soul, b: Soul) => boolean> = {
  twins: (a, b) => a.twin && b.twin && a.mother === b.mother && near(a, b, 0),
  namedAfterAnElder: (a, b) => a.sex === b.sex && a.given === b.given && !near(a, b, 12),
  cousinsOfOneHome: (a, b) =>
    a.sex === b.sex &&
    a.father !== b.father &&
    a.kin !== b.kin &&
    [a, b].every(({ kin }) => kin === 'child' || kin === 'nephew') &&
    near(a, b, 4),
  brothersAndSisters: (a, b) =>
    a.sex === b.sex &&
    a.kin === 'child' &&
    b.kin === 'child' &&
    a.mother === b.mother &&
    !a.twin &&
    !b.twin &&
    near(a, b, 3),
}

const each = <T>(of: readonly T[], visit: (a: T, b: T) => void) => {
  for (const [at, a] of of.entries()) for (const b of of.slice(at + 1)) visit(a, b)
}

function grouped(souls: readonly Soul[], by: (soul: Soul) => string): Soul[][] {
  const groups = new Map<string, Soul[]>()
  for (const soul of souls) {
    const key = by(soul)
    const group = groups.get(key)
    if (group) group.push(soul)
    else groups.set(key, [soul])
  }
  return [...groups.values()]
}

/** One name and sex, one town, five years apart at most, and not one home. */
function namesakes(souls: readonly Soul[], found: (a: Soul, b: Soul) => void) {
  const called = ({ given, family, father, sex, origin }: Soul) =>
    `${given}/${family ?? father}/${sex}/${origin.town}`
  for (const group of grouped(souls, called))
    each(group, (a, b) => {
      if (a.home !== b.home && near(a, b, 5)) found(a, b)
    })
}

/**
 * Pairs of different people of the register who are easily taken for one, at most so many of a kind, in numbers of people. They are
 * found among those who are there, not made: families and towns bring them forth.
 */
export function trapsAmong(dice: Dice, souls: readonly Soul[], most: number): Trap[] {
  const found: Record<TrapKind, Trap[]> = {
    twins: [],
    brothersAndSisters: [],
    cousinsOfOneHome: [],
    namedAfterAnElder: [],
    namesakesOfOneTown: [],
  }
  const keep = (kind: TrapKind) => (a: Soul, b: Soul) => found[kind].push({ kind, pair: [a.id, b.id] })
  for (const home of grouped(souls, ({ home }) => String(home)))
    each(home, (a, b) => {
      for (const kind of ['twins', 'namedAfterAnElder', 'cousinsOfOneHome', 'brothersAndSisters'] as const)
        if (withinHome[kind](a, b)) return void keep(kind)(a, b)
    })
  namesakes(souls, keep('namesakesOfOneTown'))
  return Object.values(found).flatMap((traps) => dice.shuffle(traps).slice(0, most))
}
