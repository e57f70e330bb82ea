import { expect, test } from 'vitest'
import { vulnerabilities } from '@/lib/casework/alerts/states'
import { saidInAlerts } from './said-in-alerts'
import { lowerLevel } from './two-levels'

test('what an agent saw leads to needs that a form offers, each once', () => {
  const all = saidInAlerts([{ vulnerabilities: [...vulnerabilities] }, { vulnerabilities: ['CHILD_ALONE'] }])
  expect(new Set(all).size).toBe(all.length)
  for (const code of all) expect(lowerLevel('specific_need'), code).toContain(code)
  expect(saidInAlerts([{ vulnerabilities: ['NONE'] }])).toEqual([])
})
