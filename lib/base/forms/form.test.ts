import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CASEWORK_BEGAN,
  choice,
  choices,
  code,
  codeList,
  day,
  longText,
  optionalNumber,
  text,
  tick,
  wholeNumber,
} from './fields'
import { type Fields, type Form, form, parseForm as parse, type RawValues } from './form'

/** What a person is told: the values, or the errors; what could be read of a wrong form is for whoever judges it further. */
function parseForm<F extends Fields>(spec: Form<F>, raw: RawValues, today?: string) {
  const read = parse(spec, raw, today)
  return read.ok ? read : { ok: read.ok, errors: read.errors }
}

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
  const visit = form({ noun: 'notes', fields: { on: day({ notBefore: CASEWORK_BEGAN, notAfter: 'today' }) } })
  const read = (on: string) => parseForm(visit, { on }, '2014-06-30')

  it('is read as people write it', () => {
    for (const on of [
      '30/6/2014',
      '30.6.2014',
      '2014-06-30',
      '30-6-2014',
      '30062014',
      '30/6',
      '30 juin 2014',
    ])
      expect(read(on), on).toEqual({ ok: true, values: { on: '2014-06-30' } })
  })

  it('must exist, and lie where it can mean something', () => {
    const error = (on: string) => {
      const found = read(on)
      return found.ok ? undefined : found.errors.on
    }
    expect(['29/2/2013', '0/1/2014', '1/13/2014', 'bientôt'].map(error)).toEqual(Array(4).fill('not-a-day'))
    expect(['1/1/0000', '5/5/1900', '5/5/1999'].map(error)).toEqual(Array(3).fill('too-early'))
    expect(error('1/7/2014')).toBe('in-future')
    expect(error('')).toBe('required')
  })
})

describe('words', () => {
  const note = form({ noun: 'notes', fields: { story: longText({ max: 4000 }), given: text({ max: 10 }) } })
  const read = (story: string, given = 'Awa') => parseForm(note, { story, given })

  it('are counted as they are stored: a line end is one character', () => {
    const pasted = Array(78).fill('x'.repeat(50)).join('\r\n')
    expect(read(pasted)).toMatchObject({ ok: true, values: { story: pasted.replaceAll('\r\n', '\n') } })
    expect(read('x'.repeat(4001))).toEqual({ ok: false, errors: { story: 'too-long' } })
  })

  it('that nobody can see, that control or that turn the direction are refused with their reason', () => {
    expect(read('a', '\u200b\u200b')).toEqual({ ok: false, errors: { given: 'invisible-only' } })
    expect(read('a', 'Awa\r\nBcc')).toEqual({ ok: false, errors: { given: 'control-characters' } })
    expect(read('a\u202eb')).toEqual({ ok: false, errors: { story: 'direction-marks' } })
  })
})

it('errors between fields come in the same round as those of single fields', () => {
  const spec = form({
    noun: 'cases',
    fields: { given: text({ max: 5, optional: true }), unknown: tick(), sex: choice(['F', 'M']) },
    check: ({ given, unknown }): Record<string, string> =>
      given !== '' && unknown ? { unknown: 'both' } : {},
  })
  expect(parseForm(spec, { given: 'Awa', unknown: 'on' })).toEqual({
    ok: false,
    errors: { sex: 'required', unknown: 'both' },
  })
  // A field's own error is the one that is told.
  expect(parseForm(spec, { given: 'Aminata', unknown: 'on', sex: 'F' })).toEqual({
    ok: false,
    errors: { given: 'too-long' },
  })
})
