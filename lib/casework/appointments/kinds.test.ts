import { expect, test } from 'vitest'
import { isOwn, metThere } from './kinds'

test('a lawyer’s date in court is the lawyers’ own; the same written by a social worker is the team’s', () => {
  expect(isOwn('HEARING', 'LAWYER')).toBe(true)
  expect(isOwn('HEARING', 'SOCIAL_WORKER')).toBe(false)
  expect(isOwn('OFFICE', 'LAWYER')).toBe(false)
})

test('an appointment that was kept is a contact where somebody of ours was there', () => {
  expect(metThere({ kind: 'OFFICE', withId: null })).toBe(true)
  expect(metThere({ kind: 'MEDICAL', withId: null })).toBe(false)
  expect(metThere({ kind: 'MEDICAL', withId: 'somebody' })).toBe(true)
  expect(metThere({ kind: null, withId: null })).toBe(false)
})
