import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageFacts, ageOn, agesDisagree, type Birth, isChildOn, isChildSafely, youngestOn } from './age-on'

const today = '2014-06-30'
const exact = (years: number) => ({ kind: 'exact', years })
const either = (from: number, to: number) => ({ kind: 'either', from, to })

test.each<[Birth, string, object]>([
  [{ date: '1996-12-15', year: 1996 }, today, exact(17)],
  [{ date: '1996-06-30' }, today, exact(18)],
  [{ date: '1996-07-01' }, today, exact(17)],
  [{ year: 1996 }, today, either(17, 18)],
  [{ year: 1996 }, '2014-12-31', exact(18)],
  [{ year: 2014 }, today, exact(0)],
  [{ date: '1996-01-01', basis: 'STATED' }, today, either(17, 18)],
  [{ date: '1996-12-31', basis: 'ESTIMATE' }, today, either(17, 18)],
  [{ date: '1996-01-01', basis: 'DOC' }, today, exact(18)],
  [{ date: '2014-07-01' }, today, { kind: 'unknown' }],
  [{ year: 2015 }, today, { kind: 'unknown' }],
  [{ year: 1996, basis: 'STATED', said: { years: 18, on: today } }, today, exact(18)],
  [{ year: 1996, basis: 'DOC', said: { years: 18, on: '2014-06-29' } }, today, either(18, 19)],
  [{ year: 1996, basis: 'STATED', said: { years: 18, on: today } }, '2015-06-29', either(18, 19)],
  [{ year: 1996, basis: 'STATED', said: { years: 18, on: today } }, '2015-06-30', exact(19)],
  [{ year: 1996, basis: 'ESTIMATE', said: { years: 18, on: today } }, today, either(17, 18)],
  [{ year: 1996, basis: 'STATED', said: { years: 18, on: '2014-07-01' } }, today, either(17, 18)],
  [{ date: '1996-12-15', year: 1996, basis: 'STATED', said: { years: 18, on: today } }, today, exact(17)],
  [{}, today, { kind: 'unknown' }],
  [{ date: '', year: null }, today, { kind: 'unknown' }],
])('%j on %s is %j', (birth, day, age) => {
  expect(ageOn(birth, day)).toEqual(age)
})

describe('a child', () => {
  test.each<[Birth, string, boolean]>([
    [{ date: '1996-12-15', year: 1996 }, 'YES', true],
    [{ year: 1997 }, 'YES', true],
    [{ year: 1996 }, 'MAYBE', true],
    [{ year: 1995 }, 'NO', false],
    [{}, 'UNKNOWN', false],
  ])('%j: %s', (birth, answer, safely) => {
    expect(isChildOn(birth, today, 18)).toBe(answer)
    expect(isChildSafely(birth, today, 18)).toBe(safely)
  })

  test('enters the decision tables as an age, or as a doubt', () => {
    expect(ageFacts({ year: 1996 }, today, 18)).toEqual({ maybe_child: 'YES' })
    expect(ageFacts({ year: 2000 }, today, 18)).toEqual({ age: 13 })
    expect(ageFacts({ date: '1996-12-15' }, today, 18)).toEqual({ age: 17 })
    expect(youngestOn({ year: 1996 }, today)).toBe(17)
  })
})

describe('an age beside a birth', () => {
  test.each<[Birth, number | null, boolean]>([
    [{ date: '1996-12-15' }, 17, false],
    [{ date: '1996-12-15' }, 18, true],
    [{ year: 1996 }, 17, false],
    [{ year: 1996 }, 18, false],
    [{ year: 1996 }, 19, true],
    [{ year: 1996 }, null, false],
    [{}, 40, false],
  ])('%j with %s disagrees: %s', (birth, stated, disagrees) => {
    expect(agesDisagree(birth, stated, today)).toBe(disagrees)
  })
})

test('the true age is always among those said of its year, and grows by one a birthday', () => {
  const days = fc.date({
    min: new Date('1930-01-02T00:00:00Z'),
    max: new Date('2014-06-29T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (at) => {
      const date = at.toISOString().slice(0, 10)
      const age = ageOn({ date, basis: 'DOC' }, today)
      if (age.kind !== 'exact') throw new Error('a full date gives one age')
      expect(agesDisagree({ year: Number(date.slice(0, 4)) }, age.years, today)).toBe(false)
      expect(ageOn({ date, basis: 'DOC' }, '2015-06-30')).toEqual(exact(age.years + 1))
    }),
  )
})
