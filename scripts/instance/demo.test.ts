import { describe, expect, test } from 'vitest'
import { isDemo } from './environment'
import { refuseRealDatabase } from './prepare'

describe('the demonstration', () => {
  test('is the embedded database’s, unless somebody says no, and never an operator’s', () => {
    expect(isDemo(undefined, undefined)).toBe(true)
    expect(isDemo('0', undefined)).toBe(false)
    expect(isDemo(undefined, 'postgres://db.example/relais')).toBe(false)
    expect(isDemo('1', 'postgres://db.example/relais')).toBe(false)
  })

  test('is not seeded into a real database, whatever was asked for', () => {
    const embedded = { embedded: true }
    expect(() => refuseRealDatabase({ database: embedded, demo: true })).not.toThrow()
    expect(() => refuseRealDatabase({ database: embedded, demo: false })).toThrow(/RELAIS_DEMO=0/)
    for (const demo of [true, false])
      expect(() => refuseRealDatabase({ database: { embedded: false }, demo })).toThrow(
        /never put into a real/,
      )
  })
})
