import { describe, expect, test } from 'vitest'
import { readCursor, writeCursor } from '@/lib/platform/db/keyset'
import { readMark, writeMark } from './page-of-lines'
import { listHref, readFilter } from './views'

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

  test('reads back its own cursor and nothing else', () => {
    const row = { id: '00000000-0000-4000-8000-000000000001', at: '2014-06-30T09:00:00.123456Z' }
    expect(readCursor(writeCursor(row))).toEqual(row)
    expect(readCursor(writeCursor({ ...row, at: null }))).toEqual({ id: row.id, at: '' })
    expect(readCursor('x')).toBeUndefined()
    expect(readMark('contact', writeMark({ ...row, at: '2014-06-30' }))).toEqual({ ...row, at: '2014-06-30' })
    expect(readMark('risk', writeMark({ ...row, at: '2' }))).toEqual({ ...row, at: '2' })
    expect(readMark('risk', writeMark(row))).toBeUndefined()
    expect(readMark('contact', writeMark({ ...row, at: '2014-13-77' }))).toBeUndefined()
  })
})
