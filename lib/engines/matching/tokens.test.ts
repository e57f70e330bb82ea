import { describe, expect, it } from 'vitest'
import type { Person } from './person'
import { tokens } from './tokens'

const key = new Uint8Array(32).fill(1)
const person: Person = {
  given: 'Rokia',
  family: 'Cissé',
  mother: 'Sira',
  village: 'Bénéna',
  cercle: 'ML0407',
  birth: { year: 1999 },
  phone: '66 10 20 30',
}
const hex = (of: Person, by = key) =>
  tokens(of, by).map(({ kind, token }) => `${kind}:${Buffer.from(token).toString('hex')}`)
const common = (a: Person, b: Person) => hex(a).filter((token) => hex(b).includes(token))

describe('search tokens', () => {
  it('are five bytes long', () => {
    expect(new Set(tokens(person, key).map(({ token }) => token.length))).toEqual(new Set([5]))
  })

  it('are the same for the same person and key, and others under another key', () => {
    expect(hex(person)).toEqual(hex({ ...person }))
    expect(hex(person, new Uint8Array(32).fill(2)).filter((token) => hex(person).includes(token))).toEqual([])
  })

  it('bring two spellings of one person together', () => {
    const again: Person = {
      ...person,
      given: 'Roukia',
      mother: 'Syra',
      phone: undefined,
      birth: { year: 1996 },
    }
    expect(common(person, again).length).toBeGreaterThan(2)
  })

  it('share a band of years up to three years apart', () => {
    for (let year = 1950; year < 1970; year++) {
      const only = (birth: number): Person => ({ given: 'Sira', mother: 'Nana', birth: { year: birth } })
      expect(common(only(year), only(year + 3)).length).toBeGreaterThan(0)
    }
  })

  it('never stand for a single name', () => {
    expect(tokens({ given: 'Fatoumata', family: 'Traoré' }, key)).toEqual([])
  })

  it.each([
    ['a short key', new Uint8Array(31), 'length'],
    ['a key of text', 'secret', 'type'],
  ])('refuse %s', (_, wrong, reason) => {
    expect(() => tokens(person, wrong as Uint8Array)).toThrow(
      expect.objectContaining({ field: 'key', reason }),
    )
  })
})
