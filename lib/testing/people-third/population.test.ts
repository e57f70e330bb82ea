import { describe, expect, it } from 'vitest'
import { prepare } from '@/lib/engines/matching/prepare'
import { peopleThird, USUAL } from './population'

const register = peopleThird(777)
const { lines, pairs, traps } = register
const soulAt = (at: number) => lines[at]?.soul
const changed = (a: number, b: number) =>
  JSON.stringify(lines[a]?.person) !== JSON.stringify(lines[b]?.person)

describe('the third population', () => {
  it('is the same for the same seed and another for another', () => {
    const small = { lines: 600, pairs: 40, trapsOfAKind: 3 }
    expect(peopleThird(5, small)).toEqual(peopleThird(5, small))
    expect(peopleThird(6, small)).not.toEqual(peopleThird(5, small))
  })

  it('has as many records, pairs and traps of each kind as asked', () => {
    expect(lines).toHaveLength(USUAL.lines)
    expect(pairs).toHaveLength(USUAL.pairs)
    const counts: Record<string, number> = {}
    for (const { kind } of traps) counts[kind] = (counts[kind] ?? 0) + 1
    expect(counts).toEqual({
      twins: 100,
      brothersAndSisters: 100,
      cousinsOfOneHome: 100,
      namedAfterAnElder: 100,
      namesakesOfOneTown: 100,
    })
  })

  it('labels two records the same only if they are about one person, the earlier first, and misses none', () => {
    for (const [a, b] of pairs) {
      expect(a).toBeLessThan(b)
      expect(soulAt(a)).toBeDefined()
      expect(soulAt(a)).toBe(soulAt(b))
    }
    const people = new Set(lines.map(({ soul }) => soul.id))
    expect(people.size).toBe(lines.length - pairs.length)
    expect(new Set(lines.map(({ soul }) => soul)).size).toBe(people.size)
  })

  it('never labels different people of one household the same', () => {
    const same = new Set(pairs.map((pair) => pair.join()))
    const homes = new Map<number, number[]>()
    for (const [at, { soul }] of lines.entries()) homes.set(soul.home, [...(homes.get(soul.home) ?? []), at])
    let together = 0
    for (const home of homes.values())
      for (const a of home)
        for (const b of home)
          if (a < b && soulAt(a) !== soulAt(b)) {
            together++
            expect(same.has(`${a},${b}`)).toBe(false)
          }
    expect(together).toBeGreaterThan(10_000)
  })

  it('sets as traps only different people, of one home or, where namesakes, of one town', () => {
    for (const { kind, pair } of traps) {
      const [one, other] = pair.map(soulAt)
      if (!one || !other) throw new Error(`no record of ${kind}`)
      expect(one.id).not.toBe(other.id)
      expect(one.home === other.home).toBe(kind !== 'namesakesOfOneTown')
      if (kind === 'namesakesOfOneTown')
        expect([one.given, one.origin.town]).toEqual([other.given, other.origin.town])
      if (kind === 'twins') expect(one.born).toEqual(other.born)
      if (kind === 'brothersAndSisters') expect(one.mother).toBe(other.mother)
    }
  })

  it('writes records that a desk could take, and nearly every second one otherwise than the first', () => {
    for (const { person } of lines) expect(() => prepare(person)).not.toThrow()
    expect(pairs.filter(([a, b]) => changed(a, b)).length).toBeGreaterThan(1_450)
    expect(lines.filter(({ person }) => !person.family).length).toBeGreaterThan(300)
    expect(
      lines.filter(({ person }) => /\p{Script=Arabic}/u.test(person.given ?? '')).length,
    ).toBeGreaterThan(100)
    expect(
      lines.filter(({ person: { birth } }) => birth?.month === 1 && birth.day === 1).length,
    ).toBeGreaterThan(3_000)
    expect(pairs.filter(([a, b]) => lines[a]?.swapped !== lines[b]?.swapped).length).toBeGreaterThan(60)
  })
})
