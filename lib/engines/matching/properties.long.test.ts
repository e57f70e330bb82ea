import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { populate } from '@/lib/testing/people/population'
import { prepare } from './prepare'
import { match } from './score'
import { compoundKeys, tokens } from './tokens'
import { fitted } from './weights'

// A small population is enough here; the figures are measured by the benchmark.
const { records, duplicates, people, traps } = populate('reported', 0.01)
const prepared = records.map((record) => prepare(record))
const at = fc.integer({ min: 0, max: prepared.length - 1 })
const of = (index: number) => {
  const found = prepared[index]
  if (!found) throw new RangeError('outside the population')
  return found
}

describe('every comparison', () => {
  it('is the same whichever comes first', () => {
    fc.assert(
      fc.property(at, at, (a, b) => {
        expect(match(of(a), of(b))).toEqual(match(of(b), of(a)))
      }),
    )
  })

  it('adds up to the bits it claims', () => {
    fc.assert(
      fc.property(at, at, (a, b) => {
        const { bits, prior, evidence } = match(of(a), of(b))
        expect(evidence.reduce((sum, fact) => sum + fact.bits, prior)).toBeCloseTo(bits, 6)
      }),
    )
  })

  it('never warns below the threshold nor where names are barred', () => {
    fc.assert(
      fc.property(at, at, (a, b) => {
        const { bits, verdict, barred } = match(of(a), of(b))
        expect(verdict === 'warn').toBe(bits >= fitted.thresholds.warn && !barred)
      }),
    )
  })

  it('loses by a phone left out on one side, or gains by a difference forgotten, but never changes the rest', () => {
    fc.assert(
      fc.property(at, at, (a, b) => {
        const full = match(of(a), of(b))
        const less = match({ ...of(a), phone: undefined }, of(b))
        const phone = less.evidence.find(({ fact }) => fact === 'phone')
        expect(phone).toMatchObject({ level: 'missing', bits: 0 })
        const rest = ({ evidence }: typeof full) => evidence.filter(({ fact }) => fact !== 'phone')
        expect(rest(less)).toEqual(rest(full))
      }),
    )
  })
})

describe('a small population', () => {
  it('gives each person search tokens that say nothing alone', () => {
    const key = new Uint8Array(32).fill(9)
    for (const [index, record] of records.slice(0, 50).entries()) {
      expect(tokens(record, key)).toHaveLength(compoundKeys(of(index)).length)
    }
  })

  it('shows nearly all second records and warns for no barred pair with both names written', () => {
    const said = duplicates.map(([a, b]) => match(of(a), of(b)).verdict)
    expect(said.filter((verdict) => verdict !== 'none').length / said.length).toBeGreaterThan(0.95)
    expect(said.filter((verdict) => verdict === 'warn').length / said.length).toBeGreaterThan(0.4)
    const barred = traps.filter(({ kind }) => kind === 'barredNames').map(({ pair }) => pair)
    const named = barred.filter(([a, b]) => records[a]?.family && records[b]?.family)
    expect(named.filter(([a, b]) => match(of(a), of(b)).verdict === 'warn')).toEqual([])
    expect(people).toBe(1000)
  })
})
