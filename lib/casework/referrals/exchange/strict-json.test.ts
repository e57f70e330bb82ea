import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBundle } from './read-bundle'
import { strictJson } from './strict-json'
import { bundleText } from './write-bundle'

const plain = {
  reference: 'R-7K3M2P',
  state: 'SENT',
  from: 'ICRC',
  to: 'IOM',
  sentAt: '2014-06-30T09:00:00.000Z',
  consent: { status: 'GIVEN', purpose: 'REFERRAL', basis: 'CONSENT', givenOn: '2014-06-29', until: null },
  facts: { need: 'MHPSS_IND', urgency: 'URGENT', sex: 'F', age_band: 'A18_59' },
} as const

describe('hostile JSON', () => {
  const refused = (text: string) => {
    const parsed = strictJson(text)
    return 'unreadable' in parsed ? parsed.unreadable : 'read'
  }

  it('is refused by what is wrong with it', () => {
    expect(refused('')).toBe('empty')
    expect(refused(`"${'a'.repeat(262_144)}"`)).toBe('too-large')
    expect(refused('['.repeat(100_000))).toBe('too-deep')
    expect(refused(`${'{"a":'.repeat(25)}1${'}'.repeat(25)}`)).toBe('too-deep')
    expect(refused('{"a":1,"a":2}')).toBe('twice')
    expect(refused('{"a":1,"\\u0061":2}')).toBe('twice')
    expect(refused('{"x":{"__proto__":{"admin":true}}}')).toBe('name')
    expect(refused('{"\\u005f_proto__":1}')).toBe('name')
    expect(refused('{"constructor" \n :1}')).toBe('name')
    expect(refused(`{"a"${' '.repeat(300)}:1,"a":2}`)).toBe('twice')
    expect(refused(`{"__proto__"${' '.repeat(300)}:1}`)).toBe('name')
    expect(refused('{"a":1')).toBe('not-json')
    expect(refused('{"a":"unended')).toBe('not-json')
    expect(refused('\u0000')).toBe('not-json')
    expect(refused('{"a":{"b":1},"c":{"b":2}}')).toBe('read')
    expect(refused('[{"a":1},{"a":1}]')).toBe('read')
  })

  it('of any kind is answered, and never thrown over', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.json({ maxDepth: 12 })),
        (text) => {
          expect(readBundle(text).ok).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('made of a good file by one wrong byte is refused, or what it lost is said', () => {
    const text = bundleText(plain)
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        (at, char) => {
          const read = readBundle(text.slice(0, at) + char + text.slice(at + 1))
          if (!read.ok) expect(read.problems.length).toBeGreaterThan(0)
          else {
            const kept = Object.keys(read.record.facts).length
            expect(kept + read.passedOver.length).toBeGreaterThanOrEqual(Object.keys(plain.facts).length)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
