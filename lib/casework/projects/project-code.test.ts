import { expect, test } from 'vitest'
import { projectCode } from './project-code'

test('a code is made of donor and name, and is unlike every other', () => {
  expect(projectCode('CERF', 'Protection Nord 2014', [])).toBe('CERF_PROTECTION_NORD_2014')
  expect(projectCode('CERF', ' Éducation, phase n° 2 ', [])).toBe('CERF_EDUCATION_PHASE_N_2')
  expect(projectCode('CERF', 'Nord', ['CERF_NORD', 'CERF_NORD_2'])).toBe('CERF_NORD_3')
  expect(projectCode('CERF', 'مشروع', [])).toBe('CERF_PROJECT')
})

test('a long name gives a code that the table takes, also for the hundredth of its kind', () => {
  const long = 'Protection des personnes déplacées et retournées dans les régions du Nord'
  const taken = [projectCode('AECID', long, [])]
  while (taken.length < 100) taken.push(projectCode('AECID', long, taken))
  expect(new Set(taken).size).toBe(100)
  for (const one of taken) expect(one).toMatch(/^[A-Z][A-Z0-9_]{0,59}$/)
})
