import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWhole, unusual } from './quantity'
import { dayProblem, readDay } from './read-day'
import { isUuid, maybeUuid, uuid } from './uuid'

describe('an id', () => {
  test('is one in its whole shape only', () => {
    fc.assert(fc.property(fc.uuid(), (id) => isUuid(id)))
    const wrong = [
      '-'.repeat(36),
      '0'.repeat(36),
      '',
      undefined,
      3,
      `${'0'.repeat(8)}-0000-0000-0000-${'g'.repeat(12)}`,
    ]
    for (const one of wrong) expect(isUuid(one), String(one)).toBe(false)
    expect(isUuid('7b0d1c8e-0000-0000-0000-000000000001\n')).toBe(false)
  })

  test('in a form is required or may be left out, with an error code', () => {
    expect(uuid().safeParse('-'.repeat(36)).error?.issues[0]?.message).toBe('required')
    expect(maybeUuid().parse(undefined)).toBe('')
    expect(maybeUuid().safeParse('x').success).toBe(false)
  })
})

const today = '2014-06-30'

test.each([
  ['30/6/2014', '2014-06-30', false],
  ['30.6.2014', '2014-06-30', false],
  ['2014-06-30', '2014-06-30', false],
  ['30062014', '2014-06-30', true],
  ['20140630', '2014-06-30', true],
  ['300614', '2014-06-30', true],
  ['30/6', '2014-06-30', true],
  ['1/7', '2013-07-01', true],
  ['30/06/14', '2014-06-30', true],
  ['15/12/96', '1996-12-15', true],
  ['30 juin 2014', '2014-06-30', true],
  ['1er février 2014', '2014-02-01', true],
  ['3 août', '2013-08-03', true],
  ['June 30, 2014', '2014-06-30', true],
  ['30 Jun 14', '2014-06-30', true],
  ['hier', '2014-06-29', true],
  ['Aujourd’hui', '2014-06-30', true],
  ['٣٠/٦/٢٠١٤', '2014-06-30', false],
  ['30/6/2014.', '2014-06-30', false],
])('%j is read as %s, said back: %s', (text, iso, sayBack) => {
  expect(readDay(text, { today })).toEqual({ iso, sayBack })
})

test.each([
  '',
  '29/2/2013',
  '31/2/2014',
  '0/1/2014',
  '1/13/2014',
  'bientôt',
  '30 brumaire 2014',
  '123',
  '99999999',
  '__proto__',
  'constructor',
  'toString',
])('%j is no day', (text) => {
  expect(readDay(text, { today })).toBeUndefined()
})

test('a day to come leans forward', () => {
  expect(readDay('1/7', { today, lean: 'future' })?.iso).toBe('2014-07-01')
  expect(readDay('1/6', { today, lean: 'future' })?.iso).toBe('2015-06-01')
})

test('what people may write of a day is read as that day', () => {
  const days = fc.date({
    min: new Date('1930-01-01T00:00:00Z'),
    max: new Date('2014-06-30T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (at) => {
      const iso = at.toISOString().slice(0, 10)
      const [y = '', m = '', d = ''] = iso.split('-')
      for (const text of [
        `${d}${m}${y}`,
        `${Number(d)}/${Number(m)}/${y}`,
        `${d} - ${m} - ${y}`.replaceAll(' ', ''),
      ])
        expect(readDay(text, { today })?.iso).toBe(iso)
    }),
  )
})

test.each([
  ['0000-01-01', {}, 'too-early'],
  ['1900-01-01', {}, undefined],
  ['1900-01-01', { notBefore: '2012-01-01' }, 'too-early'],
  ['1999-05-05', { notBefore: '2014-05-01' }, 'too-early'],
  ['2014-07-01', { notAfter: today }, 'too-late'],
  ['9999-01-01', {}, 'too-late'],
  [today, { notBefore: today, notAfter: today }, undefined],
])('%s within %j: %s', (iso, bounds, problem) => {
  expect(dayProblem(iso, bounds)).toBe(problem)
})

test.each([
  ['1 200', 1200],
  ['1\u202f200', 1200],
  ['١٢', 12],
  ['', null],
  ['-3', undefined],
  ['1,5', undefined],
  ['dix', undefined],
])('%j is the number %s', (text, value) => {
  expect(readWhole(text)).toBe(value)
})

test('a number nobody believes is asked about, not refused', () => {
  expect(unusual(100_000_000, { from: 1, to: 500 })).toBe(true)
  expect(unusual(500, { from: 1, to: 500 })).toBe(false)
  expect(unusual(null, { from: 1, to: 500 })).toBe(false)
})
