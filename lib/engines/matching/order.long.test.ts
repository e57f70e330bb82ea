import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { populate } from '@/lib/testing/people/population'
import { seeded } from '@/lib/testing/people/random'
import { slip } from '@/lib/testing/people/spell'
import type { Person } from './person'
import { prepare } from './prepare'
import { match } from './score'

const { records } = populate('reported', 0.005)
const record = fc.nat(records.length - 1).map((at): Person => records[at] ?? {})
const names = ['given', 'family', 'mother'] as const
const facts = [...names, 'village', 'cercle', 'birth', 'phone', 'sex', 'household'] as const
const bits = (a: Person, b: Person) => match(prepare(a), prepare(b)).bits
// One seed, so that a red suite is the change's fault; `npm run bench -- matching` looks further.
const runs = { numRuns: 3_000, seed: 20141126 }

describe('the order of agreement', () => {
  it('does not depend on who comes first, nor on the order of the household', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const turned = { ...b, household: b.household && [...b.household].reverse() }
        expect(match(prepare(turned), prepare(a))).toEqual(match(prepare(a), prepare(b)))
      }),
      runs,
    )
  })

  it('never puts a slip of the pen above the same spelling', () => {
    fc.assert(
      fc.property(record, record, fc.constantFrom(...names), fc.nat(), (a, b, fact, seed) => {
        const name = a[fact]
        if (name === undefined) return
        const same = { ...b, [fact]: name, sex: a.sex }
        expect(bits(a, { ...same, [fact]: slip(name, seeded(seed)) })).toBeLessThanOrEqual(
          bits(a, same) + 1e-9,
        )
      }),
      runs,
    )
  })

  it('never puts a missing fact above the same fact', () => {
    fc.assert(
      fc.property(record, record, fc.constantFrom(...facts), (a, b, fact) => {
        if (a[fact] === undefined) return
        // A household or a family name is the same fact only beside the same given name: it may name the other person.
        const person = fact === 'household' || fact === 'family' ? { ...b, given: a.given } : b
        const same = { ...person, sex: a.sex, [fact]: a[fact] }
        expect(bits(a, { ...same, [fact]: undefined })).toBeLessThanOrEqual(bits(a, same) + 1e-9)
      }),
      runs,
    )
  })
})
