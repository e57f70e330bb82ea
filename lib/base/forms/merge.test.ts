import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedSince, changeOf, compose, packValues, sameValue, unpackValues } from './merge'

const names = ['phone', 'warning', 'from']
const fields = { phone: { kind: 'text' }, warning: { kind: 'long-text' }, from: { kind: 'codes' } }
const base = { phone: '65', warning: '', from: ['FAMILY'] }

describe('two people and one form', () => {
  test('what I did not touch stays as my colleague left it, whatever I send', () => {
    const theirs = { ...base, warning: 'the uncle listens' }
    const sides = { base, theirs, mine: { ...base, phone: '66' } }
    expect(changeOf('warning', sides)).toBe('theirs')
    expect(compose(fields, sides)).toEqual({ phone: '66', warning: 'the uncle listens', from: ['FAMILY'] })
    expect(changedSince(fields, sides)).toBe(true)
  })

  test('a field that both changed is asked about, and without an answer my colleague’s stays', () => {
    const sides = { base, theirs: { ...base, phone: '67' }, mine: { ...base, phone: '66' } }
    expect(changeOf('phone', sides)).toBe('both')
    expect(compose(fields, sides).phone).toBe('67')
    expect(compose(fields, sides, { phone: 'mine' }).phone).toBe('66')
    expect(compose(fields, sides, { phone: 'theirs' }).phone).toBe('67')
  })

  test('of a list each tick is an answer of its own: what one added and the other took away both hold, unasked', () => {
    const theirs = { ...base, from: ['FAMILY', 'AUTHORITIES'] }
    const sides = { base, theirs, mine: { ...base, from: ['ARMED_ACTORS'] } }
    expect(changeOf('from', sides, fields)).toBe('merged')
    expect(compose(fields, sides).from).toEqual(['AUTHORITIES', 'ARMED_ACTORS'])
    // One tick travels as a word, not as a list.
    expect(
      compose(fields, { base: {}, theirs: { from: 'FAMILY' }, mine: { from: 'AUTHORITIES' } }).from,
    ).toEqual(['FAMILY', 'AUTHORITIES'])
  })

  test('a list that was merged differs from what stands only by what I touched, for any three', () => {
    const list = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'))
    fc.assert(
      fc.property(list, list, list, (was, now, own) => {
        const sides = { base: { from: was }, theirs: { from: now }, mine: { from: own } }
        const written = [compose(fields, sides).from ?? []].flat()
        for (const tick of ['A', 'B', 'C', 'D'] as const) {
          const touched = was.includes(tick) !== own.includes(tick)
          expect(written.includes(tick)).toBe(touched ? own.includes(tick) : now.includes(tick))
        }
      }),
    )
  })

  test('a change elsewhere on the same row is no conflict of this form', () => {
    expect(changedSince(fields, { base, theirs: base, mine: { ...base, phone: '66' } })).toBe(false)
  })

  test('an empty answer is an empty answer, and ticks have no order', () => {
    expect(sameValue(undefined, '')).toBe(true)
    expect(sameValue([], undefined)).toBe(true)
    expect(sameValue(['A', 'B'], ['B', 'A'])).toBe(true)
    expect(sameValue('one\r\ntwo', 'one\ntwo')).toBe(true)
  })

  test('never loses a colleague’s change to a field I left alone, for any three forms', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string({ minLength: 1 })), fc.constant(undefined))
    const form = fc.record({ phone: value, warning: value, from: value })
    fc.assert(
      fc.property(form, form, form, (one, two, three) => {
        const sides = { base: one, theirs: two, mine: three } as never
        const written = compose(fields, sides, { phone: 'mine', warning: 'mine', from: 'mine' })
        for (const name of names)
          if (changeOf(name, sides) === 'theirs' || changeOf(name, sides) === 'none')
            expect(sameValue(written[name], (two as never)[name])).toBe(true)
      }),
    )
  })

  test('what the page showed travels with the form, and nothing else reads as such', () => {
    expect(unpackValues(packValues({ ...base, more: undefined }))).toEqual(base)
    for (const bad of [undefined, 'no', '[]', 'null', '3']) expect(unpackValues(bad)).toBeUndefined()
    expect(unpackValues('{"a":3,"b":["x",1],"c":"y"}')).toEqual({ c: 'y' })
  })
})
