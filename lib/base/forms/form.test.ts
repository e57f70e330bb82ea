import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choice,
  choices,
  code,
  codeList,
  day,
  isoDay,
  longText,
  optionalNumber,
  text,
  tick,
  wholeNumber,
} from './fields'
import { form, parseForm } from './form'

const sample = form({
  noun: 'alerts',
  fields: {
    given: text({ max: 10 }),
    family: text({ max: 10, optional: true }),
    story: longText({ max: 50, optional: true }),
    sex: choice(['F', 'M']),
    nationality: code('nationality'),
    needs: codeList('specific_need', { min: 1 }),
    seen: choices(['A', 'B']),
    on: day(),
    age: wholeNumber({ min: 0, max: 110 }),
    size: optionalNumber({ min: 1, max: 60 }),
    sure: tick(),
  },
})

const right = { given: ' Awa ', sex: 'F', nationality: 'MLI', needs: 'SC-UC', on: '30/6/2014', age: '19' }

describe('a form', () => {
  it('reads what was typed into values', () => {
    expect(parseForm(sample, right)).toEqual({
      ok: true,
      values: {
        given: 'Awa',
        family: '',
        story: '',
        sex: 'F',
        nationality: 'MLI',
        needs: ['SC-UC'],
        seen: [],
        on: '2014-06-30',
        age: 19,
        size: null,
        sure: false,
      },
    })
  })

  it('names every field that is wrong, each with its first error', () => {
    const read = parseForm(sample, {
      given: '',
      sex: 'Z',
      nationality: 'XX',
      needs: ['NOPE'],
      on: '31/2/2014',
      age: '190',
      size: 'x',
    })
    expect(read).toEqual({
      ok: false,
      errors: {
        given: 'required',
        sex: 'required',
        nationality: 'required',
        needs: 'not-a-code',
        on: 'not-a-day',
        age: 'out-of-range',
        size: 'out-of-range',
      },
    })
  })

  it('refuses a field it does not have', () => {
    expect(parseForm(sample, { ...right, role: 'ADMIN' })).toEqual({
      ok: false,
      errors: { role: 'unknown-field' },
    })
  })

  it('never throws, whatever is sent', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(sample.fields), 'x', '__proto__'),
      fc.oneof(fc.string(), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(anything, (raw) => typeof parseForm(sample, raw).ok === 'boolean'),
      { numRuns: 2000 },
    )
  })
})

describe('a day', () => {
  it('is read as people write it', () => {
    expect(['30/6/2014', '30.6.2014', '2014-06-30', '30-6-2014'].map(isoDay)).toEqual(
      Array(4).fill('2014-06-30'),
    )
  })

  it('must exist', () => {
    expect(['29/2/2013', '0/1/2014', '1/13/2014', 'hier', ''].map(isoDay)).toEqual(Array(5).fill(undefined))
  })
})
