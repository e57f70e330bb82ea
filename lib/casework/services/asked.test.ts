import { expect, test } from 'vitest'
import { offered } from '@/lib/base/codes/codes'
import { servicesAsked } from './asked'

const all = offered('service_type').map(({ code }) => code)

test('an answer names what the organisation offers, with the headings above it, in the order of the list', () => {
  expect(servicesAsked({ own: true, services: ['FTR_TRACE', 'CP_BIA'] })).toEqual([
    'FTR',
    'FTR_TRACE',
    'CP',
    'CP_BIA',
  ])
})

test('what was chosen before stays, and without a directory anything may be asked for', () => {
  expect(servicesAsked({ own: true, services: ['CP_BIA'] }, 'MED_CMR')).toEqual(['MED_CMR', 'CP', 'CP_BIA'])
  expect(servicesAsked({ own: false, services: ['CP_BIA'] })).toEqual(['CP_BIA'])
  expect(servicesAsked({ own: false, services: [] }, 'MED_CMR')).toEqual(all)
})
