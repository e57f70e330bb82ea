import { describe, expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { missingAnswers } from '@/lib/casework/assessments/answers'
import { answersIn, assessmentForm, asTyped } from '@/lib/casework/assessments/form'
import { demoAssessments } from './assessments'
import { demoFiles } from './demo-cases'

const all = demoAssessments(demoFiles())

test('every told case has an assessment', () => {
  expect(new Set(all.map((one) => one.case.code)).size).toBe(12)
  expect(all.length).toBeGreaterThan(16)
})

describe.each(all.map((one) => [`${one.case.code} ${one.instrument.id} ${one.finishedAt}`, one] as const))(
  '%s',
  (_, one) => {
    test('was filled in as the form takes it', () => {
      const parsed = parseForm(assessmentForm, asTyped(one.answers), '2014-06-30')
      expect(parsed.ok ? {} : parsed.errors).toEqual({})
      expect(answersIn(one.instrument, parsed.values)).toEqual(one.answers)
    })

    test('lacks no answer that its discipline would be asked for', () => {
      const child = one.case.person.birthYear !== null && 2014 - one.case.person.birthYear < 18
      expect(missingAnswers(one.instrument, one.answers, { child, sex: one.case.person.sex })).toEqual([])
    })

    test('was made while the case was open', () => {
      expect(one.finishedAt > one.case.openedAt).toBe(true)
    })
  },
)
