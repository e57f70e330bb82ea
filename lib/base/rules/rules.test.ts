import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkConditions, conditionProblems, RuleError, type Words } from './check'
import { childByFacts } from './child'
import { type Book, type Condition, type Facts, holds } from './language'

const book: Book = {
  named: { grown: { fact: 'age', gte: { setting: 'adult_from' } }, either: { any: [{ use: 'grown' }] } },
  sets: { strong: ['T1', 'T2'] },
  settings: { adult_from: 18 },
}
const words: Words = {
  facts: {
    age: { type: 'number' },
    limit: { type: 'number' },
    sex: { type: 'code', list: 'sex' },
    signs: { type: 'codes', list: 'sign' },
    restricted: { type: 'bool' },
    q1: { type: 'code' },
    q2: { type: 'code' },
  },
  book,
  known: (list, code) => (list === 'sex' ? ['F', 'M'] : ['T1', 'T2', 'T3']).includes(code),
}

test.each<[Condition, Facts, boolean]>([
  [true, {}, true],
  [{ fact: 'sex', is: 'F' }, { sex: 'F' }, true],
  [{ fact: 'sex', is: 'F' }, { sex: 'M' }, false],
  [{ fact: 'sex', is: 'F' }, {}, false],
  [{ fact: 'restricted', is: true }, { restricted: true }, true],
  [{ fact: 'age', is: { setting: 'adult_from' } }, { age: 18 }, true],
  [{ fact: 'signs', has: ['T1'] }, { signs: ['T3', 'T1'] }, true],
  [{ fact: 'signs', has: ['T1'] }, { signs: 'T1' }, true],
  [{ fact: 'signs', has: ['T1'] }, { signs: [] }, false],
  [{ fact: 'age', lt: 18 }, { age: 17 }, true],
  [{ fact: 'age', lt: 18 }, { age: 18 }, false],
  [{ fact: 'age', lt: 18 }, {}, false],
  [{ fact: 'age', lt: 18 }, { age: '17' }, false],
  [{ fact: 'age', lte: 18 }, { age: 18 }, true],
  [{ fact: 'age', gt: 18 }, { age: 18 }, false],
  [{ fact: 'age', gte: 5, lt: 12 }, { age: 11 }, true],
  [{ fact: 'age', gte: 5, lt: 12 }, { age: 12 }, false],
  [{ fact: 'age', gte: { setting: 'adult_from' } }, { age: 18 }, true],
  [{ fact: 'age', missing: true }, {}, true],
  [{ fact: 'age', missing: true }, { age: null }, true],
  [{ fact: 'age', missing: true }, { age: 0 }, false],
  [{ not: { fact: 'age', lt: 18 } }, {}, true],
  [{ use: 'grown' }, { age: 17 }, false],
  [{ use: 'either' }, { age: 18 }, true],
  [{ fact: 'signs', count: 'strong', gte: 2 }, { signs: ['T1', 'T1', 'T3'] }, false],
  [{ fact: 'signs', count: 'strong', gte: 2 }, { signs: ['T1', 'T2'] }, true],
  [{ sum: ['q1', 'q2'], gte: 3 }, { q1: '1', q2: '2' }, true],
  [{ sum: ['q1', 'q2'], gte: 3 }, { q1: '3', q2: '9' }, true],
  [{ sum: ['q1', 'q2'], gte: 1 }, { q1: '9' }, false],
  [{ less: ['age', 'limit'] }, { age: 3, limit: 4 }, true],
  [{ less: ['age', 'limit'] }, { age: 3 }, false],
  [
    {
      any: [
        { fact: 'sex', is: 'F' },
        { fact: 'age', lt: 18 },
      ],
    },
    { age: 3 },
    true,
  ],
  [
    {
      all: [
        { fact: 'sex', is: 'F' },
        { fact: 'age', lt: 18 },
      ],
    },
    { age: 3 },
    false,
  ],
])('%j of %j is %s', (condition, facts, expected) => {
  expect(conditionProblems(condition, 'x', words)).toEqual([])
  expect(holds(condition, facts, book)).toBe(expected)
})

test.each<[unknown, string]>([
  [null, 'x: a condition is true or an object'],
  [{}, 'x: no kind of condition has the keys (none)'],
  [{ fact: 'age' }, 'x: no kind of condition has the keys fact'],
  [{ fact: 'age', lt: 3, has: [1] }, 'x: no kind of condition has the keys fact, lt, has'],
  [{ any: [] }, 'x: any and all need a list that is not empty'],
  [{ any: [{ use: 'nobody' }] }, 'x.1: no condition is named nobody'],
  [{ fact: 'height', lt: 3 }, 'x: no fact is called height'],
  [{ fact: 'age', lt: '3' }, 'x: a bound is a number or a setting'],
  [{ fact: 'age', lt: { setting: 'nothing' } }, 'x: no setting is called nothing'],
  [{ fact: 'sex', is: 'Q' }, 'x: the list sex has no code Q'],
  [{ fact: 'signs', has: [] }, 'x: has needs a list that is not empty'],
  [{ fact: 'signs', count: 'weak', gte: 1 }, 'x: no set is called weak'],
  [{ fact: 'age', missing: false }, 'x: missing is only ever true'],
  [{ fact: 'age', is: 'ten' }, 'x: age is a number'],
  [{ less: ['age'] }, 'x: less compares two facts'],
])('%j is refused with a sentence', (condition, sentence) => {
  expect(conditionProblems(condition, 'x', words)).toEqual([sentence])
})

describe('a table', () => {
  test('with a mistake anywhere is refused at load, naming the rule', () => {
    const rules = [
      { id: 'A', when: true },
      { id: 'A', when: { use: 'nobody' } },
    ]
    expect(() => checkConditions(rules, words)).toThrow(RuleError)
    expect(() => checkConditions(rules, words)).toThrow(
      'A: two rules have this name; A: no condition is named nobody',
    )
  })

  test('whose named conditions go in a circle is refused', () => {
    const round: Words = { ...words, book: { ...book, named: { a: { use: 'b' }, b: { not: { use: 'a' } } } } }
    expect(() => checkConditions([], round)).toThrow('named.a: uses itself; named.b: uses itself')
  })
})

test('a setting moved by a year moves the answer of exactly that age', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 110 }), fc.integer({ min: 10, max: 25 }), (age, adult_from) => {
      const moved = { ...book, settings: { adult_from } }
      expect(holds({ use: 'grown' }, { age }, moved)).toBe(age >= adult_from)
    }),
  )
})

test('not, any and all are those of logic', () => {
  const leaf = fc.constantFrom<Condition>({ fact: 'sex', is: 'F' }, { use: 'grown' }, { fact: 'age', lt: 5 })
  const facts = fc.record({ sex: fc.constantFrom('F', 'M'), age: fc.option(fc.nat(30), { nil: undefined }) })
  fc.assert(
    fc.property(leaf, leaf, facts, (a, b, known) => {
      expect(holds({ not: { any: [a, b] } }, known, book)).toBe(
        holds({ all: [{ not: a }, { not: b }] }, known, book),
      )
    }),
  )
})

test.each([
  [{ age: 17 }, true],
  [{ age: 18 }, false],
  [{ age: 30, maybe_child: 'YES', age_group: 'A5_11' }, false],
  [{ age_group: 'A12_17' }, true],
  [{ maybe_child: 'YES' }, true],
  [{ maybe_child: 'UNKNOWN' }, false],
  [{}, false],
])('%j is a child: %s', (facts, child) => {
  expect(childByFacts(facts, 18)).toBe(child)
})
