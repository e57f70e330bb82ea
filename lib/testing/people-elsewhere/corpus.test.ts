import { describe, expect, test } from 'vitest'
import type { Person } from '../../engines/matching/person'
import { circumstanceChanges } from './change-circumstances'
import { bare, nameChanges } from './change-names'
import { type Corpus, MOST_CHANGES, peopleElsewhere } from './corpus'
import { TRAP_KINDS } from './traps'

const sizes = { lines: 1500, pairs: 200, traps: 90 }
const corpus = peopleElsewhere(7, sizes)

function line({ lines }: Corpus, at: number) {
  const found = lines[at]
  if (!found) throw new Error(`no line ${at}`)
  return found
}

const letters = (text: string | undefined) => bare(text ?? '')
/** A person's facts as one reads them: no accents, capitals, spaces, nor the order of a list. */
const read = (person: Person): Record<string, string> => ({
  given: letters(person.given),
  family: letters(person.family),
  mother: letters(person.mother),
  household: (person.household ?? []).map(letters).sort().join(),
  place: `${letters(person.village)} ${person.cercle ?? ''}`,
  birth: JSON.stringify(person.birth ?? null),
  phone: (person.phone ?? '').replace(/\D/g, '').slice(-8),
  sex: person.sex ?? '',
})

const differing = (a: Person, b: Person) => {
  const [first, second] = [read(a), read(b)]
  return Object.keys(first)
    .filter((fact) => first[fact] !== second[fact])
    .sort()
}

describe('A register made up elsewhere', () => {
  test('is the same for the same seed and another for another', () => {
    expect(peopleElsewhere(7, sizes)).toEqual(corpus)
    expect(peopleElsewhere(8, sizes)).not.toEqual(corpus)
  })

  test('has as many lines, pairs and traps as were asked for', () => {
    expect(corpus.lines).toHaveLength(1500)
    expect(corpus.pairs).toHaveLength(200)
    expect(corpus.traps).toHaveLength(90)
  })

  test('refuses sizes that do not fit in one another', () => {
    expect(() => peopleElsewhere(1, { lines: 100, pairs: 40, traps: 20 })).toThrow('too few lines')
  })

  test('names every two lines about one person as a pair, and no others', () => {
    const byIdentity = new Map<number, number[]>()
    corpus.lines.forEach(({ identity }, at) => {
      byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), at])
    })
    const twice = [...byIdentity.values()].filter((ats) => ats.length > 1)
    const told = corpus.pairs.map(({ a, b }) => [a, b].sort((x, y) => x - y).join())
    expect(twice.map((ats) => ats.join()).sort()).toEqual(told.sort())
  })

  test('has traps of every kind, each of two people', () => {
    expect(new Set(corpus.traps.map(({ kind }) => kind))).toEqual(new Set(TRAP_KINDS))
    for (const { a, b } of corpus.traps) expect(line(corpus, a).identity).not.toBe(line(corpus, b).identity)
  })

  test('tells the two people of every trap apart by at least one fact on paper', () => {
    for (const { a, b, kind } of corpus.traps) {
      const told = differing(line(corpus, a).person, line(corpus, b).person).filter(
        (fact) => fact !== 'household',
      )
      expect(told, kind).not.toEqual([])
    }
  })

  test('changes in every pair the facts that it names and no other', () => {
    for (const { a, b, changed } of corpus.pairs) {
      const named = new Set<string>(changed.flatMap(({ facts }) => facts))
      expect(
        differing(line(corpus, a).person, line(corpus, b).person).filter((fact) => !named.has(fact)),
      ).toEqual([])
      expect(changed.reduce((sum, { facts }) => sum + facts.length, 0)).toBe(named.size)
    }
  })

  test('makes at least one fact of every pair read otherwise', () => {
    for (const { a, b } of corpus.pairs)
      expect(differing(line(corpus, a).person, line(corpus, b).person)).not.toEqual([])
  })

  test('makes one to five changes equally often', () => {
    for (let count = 1; count <= MOST_CHANGES; count++)
      expect(corpus.pairs.filter(({ changed }) => changed.length === count)).toHaveLength(40)
  })

  test('never loses more than two facts of a pair', () => {
    for (const { changed } of corpus.pairs)
      expect(changed.filter(({ heavy }) => heavy).length).toBeLessThanOrEqual(2)
  })

  test('knows every kind of change in a register of the usual size', () => {
    const seen = new Set(peopleElsewhere(1).pairs.flatMap(({ changed }) => changed.map(({ kind }) => kind)))
    expect(
      [...nameChanges, ...circumstanceChanges].map(({ kind }) => kind).filter((kind) => !seen.has(kind)),
    ).toEqual([])
  })
})
