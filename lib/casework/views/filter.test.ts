import { describe, expect, test } from 'vitest'
import { listHref, readFilter } from './filter'

const ask = (query: Record<string, string>) => (name: string) => query[name]

describe('the address of a case list', () => {
  test('says only what differs from the plain list', () => {
    expect(listHref(readFilter(ask({})))).toBe('/cases')
    expect(listHref(readFilter(ask({ view: 'late', risk: 'HIGH' })))).toBe('/cases?view=late&risk=HIGH')
  })

  test('carries the order, and the order turned round', () => {
    expect(listHref(readFilter(ask({ sort: '-contact' })))).toBe('/cases?sort=-contact')
    expect(listHref(readFilter(ask({ sort: 'step' })))).toBe('/cases')
    expect(listHref(readFilter(ask({ sort: 'name; drop' })))).toBe('/cases')
  })

  test('drops what is not a known value', () => {
    const odd = readFilter(ask({ view: 'all', risk: "H'--", office: 'MOPTI', lead: '1' }))
    expect(listHref(odd)).toBe('/cases')
  })
})
