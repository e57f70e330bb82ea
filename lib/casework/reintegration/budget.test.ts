import { describe, expect, test } from 'vitest'
import { DEFAULTS } from '@/lib/platform/settings/defaults'
import { askErrors, isUsual, linesOver } from './budget'
import { countsAs } from './counts-as'
import { GRANT_LINES, percentOf, remains, shareOf, sumOf } from './lines'
import { MODELS } from './models'

const figures = Object.fromEntries(
  Object.entries(DEFAULTS)
    .filter(([key]) => key.startsWith('grant.'))
    .map(([key, { value }]) => [key, value]),
)
const good = { kind: 'SHOP', quotes: 3, quotesReason: '', sure: false }

describe('a budget', () => {
  test('of every model may be asked for as it stands, and is usual', () => {
    for (const [name, { kind, lines }] of Object.entries(MODELS)) {
      expect(askErrors({ ...good, kind, lines }, figures), name).toEqual({})
      expect(isUsual(sumOf(lines), figures), name).toBe(true)
    }
    expect(Object.values(MODELS).map(({ lines }) => sumOf(lines))).toEqual([
      350_000, 475_000, 435_000, 400_000, 355_000,
    ])
  })

  test('keeps each line within its share, to the franc', () => {
    const at = (amount: number) =>
      linesOver({ RENT: amount, EQUIP: 60_000 - 0, STOCK: 100_000 - amount - 60_000 }, figures)
    expect(at(25_000)).toEqual([])
    expect(at(25_001)).toEqual([{ line: 'RENT', percent: 26, most: 25 }])
    expect(percentOf(1, 0)).toBe(0)
  })

  test('has a share in the settings for every line', () => {
    for (const line of GRANT_LINES) expect(DEFAULTS[shareOf(line)]?.unit, line).toBe('PERCENT')
  })

  test('asks above the limit, wants quotes or a reason, and is never empty', () => {
    const lines = { EQUIP: 450_000, STOCK: 350_001 }
    expect(askErrors({ ...good, lines }, figures)).toEqual({ sure: 'unusual=800000' })
    expect(askErrors({ ...good, lines, sure: true }, figures)).toEqual({})
    const small = { EQUIP: 54_999, STOCK: 45_000 }
    expect(askErrors({ ...good, lines: small, quotes: 0 }, figures)).toEqual({})
    const from = { EQUIP: 55_000, STOCK: 45_000 }
    expect(askErrors({ ...good, lines: from, quotes: 2 }, figures)).toEqual({ quotesReason: 'too-few=3' })
    expect(askErrors({ ...good, lines: from, quotes: 2, quotesReason: 'ONE_SELLER' }, figures)).toEqual({})
    expect(askErrors({ ...good, kind: '', lines: {} }, figures)).toEqual({
      grantKind: 'required',
      lineEQUIP: 'nothing',
    })
  })
})

describe('what was handed over', () => {
  test('leaves what is left, line by line', () => {
    const approved = { EQUIP: 100, STOCK: 50 }
    expect(remains(approved, [{ EQUIP: 60 }, { EQUIP: 40, STOCK: 20 }])).toEqual({ STOCK: 30 })
    expect(remains(approved, [])).toEqual(approved)
  })

  test('counts as one grant however many deliveries bring it; training and school as their own, once', () => {
    expect(countsAs({ EQUIP: 1, STOCK: 1 }, [])).toEqual(['REINT_IGA'])
    expect(countsAs({ RENT: 1 }, [{ EQUIP: 1 }])).toEqual([])
    expect(countsAs({ TRAINING: 1, SCHOOL: 1 }, [{ EQUIP: 1 }, { TRAINING: 1 }])).toEqual(['REINT_EDU'])
  })
})
