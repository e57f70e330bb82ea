import type { Person } from '../../engines/matching/person'
import type { Change, Fact, Scene } from './change'
import { circumstanceChanges } from './change-circumstances'
import { nameChanges } from './change-names'
import type { Identity } from './identity'
import type { Chance } from './random'
import { byHabit, type Registrar, someRegistrar, writePhone } from './registrar'

/** What was changed: the kind, and the facts that it touches. */
export type Changed = { kind: string; facts: readonly Fact[]; heavy: boolean }

const changes = [...nameChanges, ...circumstanceChanges]
/** So many facts may be lost or replaced in one pair; beyond it nobody could tell the person again. */
const mostHeavy = 2

function somewhatOften({ next }: Chance, list: readonly Change[]): Change {
  let left = next() * list.reduce((sum, { often }) => sum + often, 0)
  const found = list.find(({ often }) => {
    left -= often
    return left < 0
  })
  if (!found) throw new Error('no change fits any more')
  return found
}

/** The record of the second registration with just so many changes, or null when that does not fit this person. */
export function registerAgain(chance: Chance, who: Identity, first: Person, count: number) {
  const by = someRegistrar(chance)
  const taken = new Set<Fact>()
  const changed: Changed[] = []
  let record = first
  let open = [...changes]
  while (changed.length < count) {
    const heavies = changed.filter(({ heavy }) => heavy)
    const nameLost = heavies.some(({ facts }) => facts.some((fact) => fact === 'given' || fact === 'family'))
    open = open.filter(
      ({ facts, heavy }) =>
        !facts.some((fact) => taken.has(fact)) &&
        !(heavy && heavies.length >= mostHeavy) &&
        !(heavy && nameLost && facts.some((fact) => fact === 'given' || fact === 'family')),
    )
    if (open.length === 0) return null
    const change = somewhatOften(chance, open)
    const scene: Scene = { chance, who, record, by }
    const now = change.make(scene)
    if (!now) {
      open = open.filter((other) => other !== change)
      continue
    }
    record = { ...record, ...now }
    changed.push({ kind: change.kind, facts: change.facts, heavy: change.heavy ?? false })
    for (const fact of change.facts) taken.add(fact)
  }
  return { record: inHabit(chance, by, record), changed }
}

/** Another hand: accents, capitals, the order of the household, the phone's spaces. No fact changes by it. */
function inHabit(chance: Chance, by: Registrar, person: Person): Person {
  const text = (value: string | undefined) => value && byHabit(by, value)
  const again: Person = {
    ...person,
    given: text(person.given),
    family: text(person.family),
    mother: text(person.mother),
    village: text(person.village),
    household: person.household && chance.shuffle(person.household).map((name) => byHabit(by, name)),
    phone: person.phone && writePhone(chance, person.phone.replace(/\D/g, '').slice(-8)),
  }
  return Object.fromEntries(Object.entries(again).filter(([, value]) => value !== undefined))
}
