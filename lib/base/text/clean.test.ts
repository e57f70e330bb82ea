import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initial, stored, textFault, tooLongBy } from './clean'

test.each([
  ['Awa', undefined],
  ['', undefined],
  ['\u200b\u200b', 'invisible-only'],
  ['\u2800', 'invisible-only'],
  ['Awa\r\nBcc: x', 'control-characters'],
  ['Awa\u0000', 'control-characters'],
  ['Awa\ud83a', 'control-characters'],
  ['Awa\u202eawA', 'direction-marks'],
  ['𞤀𞤣𞤢𞤥', undefined],
  ['فاطمة', undefined],
])('a line %j: %s', (text, fault) => {
  expect(textFault(text, { lines: false })).toBe(fault)
})

test('several lines may have line ends', () => {
  expect(textFault('a\r\nb\tc', { lines: true })).toBeUndefined()
})

test.each([
  ['𞤀𞤣𞤢𞤥', '𞤀'],
  ['awa', 'A'],
  ['e\u0301lodie', 'É'.normalize('NFD')],
  ['  \u200bIssa', 'I'],
  ['', ''],
  ['فاطمة', 'ف'],
])('the initial of %j is %j', (name, letter) => {
  expect(initial(name)).toBe(letter)
})

test('line breaks count as stored: once', () => {
  const text = Array(78).fill('x'.repeat(50)).join('\r\n')
  expect(tooLongBy(text, 4000)).toBe(0)
  expect(tooLongBy('x'.repeat(4001), 4000)).toBe(1)
})

test('storing twice changes nothing more, and no carriage return is left', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(stored(stored(text))).toBe(stored(text))
      expect(stored(text)).not.toContain('\r')
    }),
  )
})
