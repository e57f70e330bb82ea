import fc from 'fast-check'
import type { Person } from '@/lib/engines/matching/person'
import { prepare } from '@/lib/engines/matching/prepare'
import { type Match, match } from '@/lib/engines/matching/score'
import { compoundKeys } from '@/lib/engines/matching/tokens'
import { populate } from '../people/population'
import { seeded } from '../people/random'
import { slip } from '../people/spell'

const records = [...populate('reported', 0.005).records, ...populate('reported', 0.004, 'unlisted').records]
const record = fc.nat(records.length - 1).map((at): Person => records[at] ?? {})
const names = ['given', 'family', 'mother'] as const
const facts = [...names, 'village', 'cercle', 'birth', 'phone', 'sex', 'household'] as const
type Fact = (typeof facts)[number]

const compare = (a: Person, b: Person) => match(prepare(a), prepare(b))
const same = (a: Match, b: Match) => JSON.stringify(a) === JSON.stringify(b)
/** Sums of the same numbers in another order differ in the last place. */
const atMost = (a: Match, b: Match) => a.bits <= b.bits + 1e-9

const evidenceOf: Record<Fact, Match['evidence'][number]['fact']> = {
  given: 'given',
  family: 'family',
  mother: 'mother',
  village: 'origin',
  cercle: 'origin',
  birth: 'birth',
  phone: 'phone',
  sex: 'sex',
  household: 'household',
}
const levelOf = (said: Match, fact: Match['evidence'][number]['fact']) =>
  said.evidence.find((found) => found.fact === fact)?.level ?? 'missing'
const contradictions: ReadonlySet<string> = new Set([
  ...['other', 'barred', 'named', 'far', 'farOnly', 'threeOff', 'tenOff', 'yearNotDate'],
])

/** The other file, with the fact as the first has it. A household or a family tells of the person who is called alike. */
const withFact = (a: Person, b: Person, fact: Fact): Person => ({
  ...b,
  ...(fact === 'household' || fact === 'family' ? { given: a.given } : {}),
  [fact]: a[fact],
})

const list = fc.constantFrom(...facts)
const swap = (person: Person): Person => ({ ...person, given: person.family, family: person.given })
const singleNames = ({ given, family }: Person) =>
  [given, family].every((name) => name && !/[\s-]/.test(name))

/** What is promised of every comparison, whatever the weights. Each holds or not for two files drawn at random. */
export const promises: Record<string, fc.IProperty<unknown[]>> = {
  'does not depend on who comes first, nor on the order of the household': fc.property(
    record,
    record,
    (a, b) => {
      const turned = { ...b, household: b.household && [...b.household].reverse() }
      return same(compare(turned, a), compare(a, b))
    },
  ),
  'never puts a slip of the pen above the same spelling': fc.property(
    record,
    record,
    fc.constantFrom(...names),
    fc.nat(),
    (a, b, fact, seed) => {
      const name = a[fact]
      if (name === undefined) return true
      const like = withFact(a, b, fact)
      return atMost(compare(a, { ...like, [fact]: slip(name, seeded(seed)) }), compare(a, like))
    },
  ),
  'never puts a missing fact above the same fact': fc.property(record, record, list, (a, b, fact) => {
    if (a[fact] === undefined) return true
    const like = withFact(a, b, fact)
    return atMost(compare(a, { ...like, [fact]: undefined }), compare(a, like))
  }),
  'never puts a missing name above one that is near': fc.property(
    record,
    record,
    fc.constantFrom(...names),
    fc.nat(),
    (a, b, fact, seed) => {
      const name = a[fact]
      if (name === undefined) return true
      const like = { ...withFact(a, b, fact), [fact]: slip(name, seeded(seed)) }
      const near = compare(a, like)
      return levelOf(near, fact) !== 'near' || atMost(compare(a, { ...like, [fact]: undefined }), near)
    },
  ),
  'never puts a contradiction above a missing fact': fc.property(
    record,
    record,
    record,
    list,
    (a, b, c, fact) => {
      if (a[fact] === undefined || c[fact] === undefined) return true
      const [different, missing] = [
        compare(a, { ...b, [fact]: c[fact] }),
        compare(a, { ...b, [fact]: undefined }),
      ]
      // A list that holds the mother agrees in her, whoever else it holds.
      const agreesElse = fact === 'household' && levelOf(different, 'mother') !== levelOf(missing, 'mother')
      if (agreesElse || !contradictions.has(levelOf(different, evidenceOf[fact]))) return true
      return atMost(different, missing)
    },
  ),
  'finds names in each other’s box': fc.property(record, (a) => {
    if (!singleNames(a) || (!a.village && !a.cercle && !a.birth && !a.mother)) return true
    const keys = new Set(compoundKeys(prepare(a)))
    return compoundKeys(prepare(swap(a))).some((key) => keys.has(key))
  }),
}
