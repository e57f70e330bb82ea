import { describe, expect, it } from 'vitest'
import { planDemo } from '@/drizzle/seed/demo/plan-demo'
import { planCases } from '@/drizzle/seed/scale/plan-cases'
import { planStaffing } from '@/drizzle/seed/scale/staffing'
import { questionsOf } from './questions'

describe('what the measurement of search asks', () => {
  const staffing = planStaffing(2000)
  const names = [...planCases(2000, staffing, planDemo().files.length)].map(
    ({ case: { person } }) => `${person.given} ${person.family}`,
  )

  const questions = questionsOf(staffing, 2000)

  it.each(['one rare name', 'one frequent name', 'two names', 'two frequent names'])(
    'is borne by somebody: %s',
    (name) => {
      const typed = questions.find((one) => one.name === name)?.typed ?? ''
      expect(typed).not.toBe('')
      expect(names.filter((one) => one.includes(typed))).not.toEqual([])
    },
  )
})
