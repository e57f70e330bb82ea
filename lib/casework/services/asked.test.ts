import { expect, test } from 'vitest'
import { offered } from '@/lib/base/codes/codes'
import { servicesAsked } from './asked'

const all = offered('service_type').map(({ code }) => code)

test('an answer names what the organisation offers, with the headings above it, in the order of the list', () => {
  expect(servicesAsked(['FTR_TRACE', 'CP_BIA'])).toEqual(['FTR', 'FTR_TRACE', 'CP', 'CP_BIA'])
})

test('what was chosen before stays, and without a directory anything may be asked for', () => {
  expect(servicesAsked(['CP_BIA'], 'MED_CMR')).toEqual(['MED', 'MED_CMR', 'CP', 'CP_BIA'])
  expect(servicesAsked([], 'MED_CMR')).toEqual(all)
})
