import { expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { situationForm } from './form'
import { lookedFor, lowerLevel, withLooked } from './two-levels'

const said = { displacementStatus: 'STRANDED', originCercle: 'GIN' }
const errorsOf = (raw: Record<string, string | string[]>) => {
  const parsed = parseForm(situationForm, { ...said, ...raw })
  return parsed.ok ? {} : parsed.errors
}

test('a word finds what stands below the headings, never a heading nor what goes another way', () => {
  for (const list of ['protection_concern', 'specific_need'] as const)
    for (const word of ['ex', 'a', 'v', 'violences', 'exploitation'])
      for (const code of lookedFor(list, word)) expect(lowerLevel(list), `${word} ${code}`).toContain(code)
  expect(lookedFor('protection_concern', 'exploitation et abus sexuels')).toEqual([])
})

test('a word that means one need counts as that answer; one that means several is chosen among', () => {
  expect(withLooked('specific_need', [], 'malnutrition')).toEqual(['SM-MN'])
  expect(withLooked('specific_need', ['SM-MN'], 'malnutrition')).toEqual(['SM-MN'])
  const several = lookedFor('specific_need', 'femme')
  expect(several.length).toBeGreaterThan(1)
  expect(withLooked('specific_need', [], 'femme')).toEqual([])
  expect(errorsOf({ concerns: 'DOC_CIVIL', moreNeed: 'femme' })).toEqual({ moreNeed: 'several' })
  expect(errorsOf({ concerns: 'DOC_CIVIL', moreNeed: 'femme', specificNeeds: several[0] ?? '' })).toEqual({})
  expect(errorsOf({ concerns: 'DOC_CIVIL', moreNeed: 'klingon' })).toEqual({ moreNeed: 'not-found' })
})

test('a concern is ticked, written, or said to be missing: one of the three', () => {
  expect(errorsOf({})).toEqual({ concerns: 'required' })
  expect(errorsOf({ moreConcern: 'sans ressources' })).toEqual({ moreConcern: 'not-found' })
  expect(errorsOf({ moreConcern: 'bloqué' })).toEqual({})
  expect(errorsOf({ concernsUnsaid: 'NOT_ASKED' })).toEqual({})
  expect(errorsOf({ moreConcern: 'bloqué', concernsUnsaid: 'NOT_ASKED' })).toEqual({ concernsUnsaid: 'both' })
})
