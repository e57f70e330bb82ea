import { describe, expect, test } from 'vitest'
import { cookieOf } from '@/lib/base/request/lang'
import { preferred } from './encode'

describe('a header of sixteen thousand symbols', () => {
  const long = 16_000

  test('that asks for encodings is read for its first two hundred', () => {
    expect(preferred(`br ; q=1${' '.repeat(long)}x`)).toBe('br')
    expect(preferred(`${' '.repeat(long)}br`)).toBeUndefined()
  })

  test('of cookies still gives the last of them', () => {
    const header = Array.from({ length: 4000 }, (_, n) => `c${n}=1`).join('; ')
    expect(cookieOf(header, 'c3999')).toBe('1')
  })
})
