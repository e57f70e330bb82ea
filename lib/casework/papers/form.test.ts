import { expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { appointmentForm, clockTime, myDataForm } from './form'

const slip = {
  carry: 'SAFE',
  language: 'fr',
  on: '3/7/2014',
  time: '9h',
  place: 'École',
  call: '20 21 22 23',
  who: '',
}

test('nothing is printed before somebody asked whether carrying it is safe', () => {
  const { carry: _, ...unasked } = slip
  expect(parseForm(appointmentForm, unasked)).toMatchObject({ errors: { carry: 'required' } })
  expect(parseForm(myDataForm, { language: 'fr' })).toMatchObject({ errors: { carry: 'required' } })
})

test('an hour is read as people write it, and anything else comes back', () => {
  for (const [typed, kept] of [
    ['9h', '09:00'],
    ['9 h 30', '09:30'],
    ['14:05', '14:05'],
    ['7H', '07:00'],
  ] as const)
    expect(clockTime(typed)).toBe(kept)
  for (const time of ['25h', 'matin', '9', '9h75'])
    expect(parseForm(appointmentForm, { ...slip, time })).toMatchObject({ errors: { time: 'not-a-time' } })
})
