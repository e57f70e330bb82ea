import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCode, parseCode } from './case-code'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyCode = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(newCode)
const places = [4, 5, 6, 7, 9, 10, 11, 12] as const
const anyPlace = fc.constantFrom(...places)

function put(code: string, at: number, symbol: string): string {
  return code.slice(0, at) + symbol + code.slice(at + 1)
}

describe('case codes', () => {
  test('a worked example keeps its check character', () => {
    expect(newCode(new Uint8Array([0, 0, 0, 0, 0, 0, 1]))).toBe('MLP-0000-0012')
    expect(newCode(new Uint8Array([7, 19, 23, 2, 13, 8, 29]))).toBe('MLP-7KQ2-D8XN')
  })

  test('every new code has the written form and is read back as itself', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^MLP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(parseCode(code)).toBe(code)
      }),
    )
  })

  test('one wrong symbol is never accepted, whatever it is and wherever it stands', () => {
    const code = newCode(new Uint8Array([7, 19, 23, 2, 13, 8, 29]))
    for (const at of places)
      for (const symbol of alphabet)
        if (symbol !== code.charAt(at)) expect(parseCode(put(code, at, symbol))).toBeNull()
  })

  test('one wrong symbol is caught in any code', () => {
    fc.assert(
      fc.property(anyCode, anyPlace, fc.constantFrom(...alphabet), (code, at, symbol) => {
        fc.pre(symbol !== code.charAt(at))
        expect(parseCode(put(code, at, symbol))).toBeNull()
      }),
    )
  })

  test('two symbols that change places, neighbours or not, are caught in any code', () => {
    fc.assert(
      fc.property(anyCode, anyPlace, anyPlace, (code, a, b) => {
        fc.pre(code.charAt(a) !== code.charAt(b))
        expect(parseCode(put(put(code, a, code.charAt(b)), b, code.charAt(a)))).toBeNull()
      }),
    )
  })

  test('a code is understood as people write it', () => {
    const own = newCode(new Uint8Array([1, 0, 1, 0, 1, 0, 5]))
    const body = own.slice(4).replace('-', '')
    expect(parseCode(own.toLowerCase())).toBe(own)
    expect(parseCode(body)).toBe(own)
    expect(parseCode(` mlp ${body.slice(0, 4)}–${body.slice(4)} `)).toBe(own)
    expect(parseCode(`MLP${body.replaceAll('0', 'o').replace('1', 'l').replace('1', 'I')}`)).toBe(own)
  })

  test('anything else is no code, and reading it never fails', () => {
    for (const text of ['', 'MLP', 'MLP-0000-001', 'MLP-0000-00122', 'XYZ-0000-0012', 'MLP-0000-001U'])
      expect(parseCode(text)).toBeNull()
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => void parseCode(text)))
  })

  test('too few random bytes are refused', () => {
    expect(() => newCode(new Uint8Array(6))).toThrow(RangeError)
  })
})
