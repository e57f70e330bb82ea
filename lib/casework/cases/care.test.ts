import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/base/time/days'
import { careDue } from './care'
import { propose } from './propose'

const now = new Date('2014-06-30T09:00:00Z')

test('a rape twenty hours ago is work with the hours that are left, counted from what happened', () => {
  const proposal = propose({
    age: 10,
    sex: 'F',
    concerns: ['VIOL_GBV'],
    gbv_type: 'RAPE',
    hours_since_incident: 20,
  })
  const due = Object.fromEntries(
    careDue({ proposal, happened: hoursAfter(now, -20) }, now, now).map((one) => [one.kind, one.due]),
  )
  expect(due.CARE_PEP).toEqual(hoursAfter(now, 52))
  expect(due.CARE_EC).toEqual(hoursAfter(now, 100))
  expect(due.SEE_PERSON).toEqual(hoursAfter(now, proposal.firstActionHours))
  expect(proposal.firstActionHours).toBeLessThan(24)
})

test('what has no clock of its own asks for nothing beside the first action', () => {
  const quiet = { clocks: [], firstActionHours: 24 }
  expect(careDue({ proposal: quiet, happened: null }, now, now)).toEqual([])
})
