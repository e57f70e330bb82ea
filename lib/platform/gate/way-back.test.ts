import { expect, test } from 'vitest'
import { pageAbout } from './way-back'

const id = '7b0d1c8e-0000-4000-8000-000000000001'

test('what is refused leads to the page of what it is about, on the reader’s own side', () => {
  expect(pageAbout({ type: 'referral', id }, 'staff')).toBe(`/referrals/${id}`)
  expect(pageAbout({ type: 'referral', id }, 'partner')).toBe(`/inbox/${id}`)
  expect(pageAbout({ type: 'alert', id }, 'staff')).toBe(`/alerts/${id}`)
  expect(pageAbout({ type: 'directory-entry', id }, 'staff')).toBe(`/directory/${id}`)
  expect(pageAbout({ type: 'directory-entry', id }, 'partner')).toBe(`/services/${id}`)
  expect(pageAbout({ type: 'case', id: 'MLP-44TA-KDZX' }, 'staff')).toBe('/cases/MLP-44TA-KDZX')
})

test('and nowhere when there is no such page or the id is none', () => {
  expect(pageAbout({ type: 'case', id }, 'staff')).toBeUndefined()
  expect(pageAbout({ type: 'case', id: '../audit' }, 'staff')).toBeUndefined()
  expect(pageAbout({ type: 'referral', id: 'x' }, 'staff')).toBeUndefined()
  expect(pageAbout({ type: 'consent', id }, 'partner')).toBeUndefined()
})
