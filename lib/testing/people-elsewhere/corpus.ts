import type { Person } from '../../engines/matching/person'
import { foundFamily, newWorld, type World } from './families'
import type { Identity } from './identity'
import { chance } from './random'
import { type Changed, registerAgain } from './register-again'
import { register, someRegistrar } from './registrar'
import { TRAP_KINDS, TRAPS, type TrapKind } from './traps'

/** One line of the register. `identity` is the hidden truth; whoever is judged must not see it. */
export type Line = { identity: number; person: Person }
/** Two lines about one person, with what the second says otherwise. Numbers are places in `lines`. */
export type TruePair = { a: number; b: number; changed: readonly Changed[] }
/** Two lines about two people, who must not be taken for one. */
export type Trap = { a: number; b: number; kind: TrapKind }
export type Corpus = { lines: readonly Line[]; pairs: readonly TruePair[]; traps: readonly Trap[] }
export type Sizes = { lines: number; pairs: number; traps: number }

export const USUAL_SIZES: Sizes = { lines: 22_500, pairs: 1_500, traps: 500 }
export const MOST_CHANGES = 5

type Draft = { who: Identity; person: Person }

/** Somebody of whom so few facts stand written cannot be told again after changes. */
const facts = (person: Person) =>
  Object.keys(person).filter((key) => key !== 'cercle' && key !== 'sex').length

/** A register of invented displaced people: equal seeds and sizes give equal registers. */
export function peopleElsewhere(seed: number, sizes: Sizes = USUAL_SIZES): Corpus {
  const world = newWorld(chance(seed))
  const originals = sizes.lines - sizes.pairs
  if (originals < 2 * sizes.traps + sizes.pairs) throw new Error('too few lines for so many pairs and traps')
  const traps = Array.from({ length: sizes.traps }, (_, i) => setTrap(world, kindAt(i)))
  const trapped = traps.flatMap(({ two }) => two)
  const background = settle(world, originals - trapped.length)
  const twice = writeAgain(world, background, sizes.pairs)
  const drafts = world.chance.shuffle([...trapped, ...background, ...twice.map(({ again }) => again)])
  const at = new Map(drafts.map((draft, i) => [draft, i]))
  const place = (draft: Draft) => at.get(draft) ?? -1
  return {
    lines: drafts.map(({ who, person }) => ({ identity: who.id, person })),
    pairs: twice.map(({ first, again, changed }) => ({ a: place(first), b: place(again), changed })),
    traps: traps.map(({ two: [a, b], kind }) => ({ a: place(a), b: place(b), kind })),
  }
}

const kindAt = (i: number): TrapKind => TRAP_KINDS[i % TRAP_KINDS.length] ?? 'TWINS'

/** Both people of a trap, written by one hand with every fact that tells them apart. */
function setTrap(world: World, kind: TrapKind) {
  const [a, b] = TRAPS[kind](world)
  const by = someRegistrar(world.chance)
  const surely = { ...world.chance, odds: (p: number) => p >= 0.65 || world.chance.odds(p) }
  const write = (who: Identity): Draft => ({ who, person: register(surely, who, by) })
  return { kind, two: [write(a), write(b)] as const }
}

/** Families of whom most members, not all, were registered. */
function settle(world: World, count: number): Draft[] {
  const drafts: Draft[] = []
  while (drafts.length < count) {
    const { father } = foundFamily(world)
    const by = someRegistrar(world.chance)
    for (const who of father.household.members)
      if (drafts.length < count && world.chance.odds(0.6))
        drafts.push({ who, person: register(world.chance, who, by) })
  }
  return drafts
}

/** So many different people registered a second time, with 1 to 5 changes in turn. */
function writeAgain(world: World, background: readonly Draft[], count: number) {
  const twice: { first: Draft; again: Draft; changed: Changed[] }[] = []
  for (const first of world.chance.shuffle(background)) {
    if (twice.length === count) return twice
    const changes = 1 + (twice.length % MOST_CHANGES)
    if (facts(first.person) < changes + 2 && facts(first.person) < 6) continue
    const again = registerAgain(world.chance, first.who, first.person, changes)
    if (again) twice.push({ first, again: { who: first.who, person: again.record }, changed: again.changed })
  }
  if (twice.length < count) throw new Error('too few people of whom enough is known')
  return twice
}
