import { expect, test } from 'vitest'
import { readAloud } from '@/lib/casework/consents/read-aloud'
import { sayable, spokenValues } from './spoken-values'

const source = {
  service: 'CP_BIA' as const,
  specificNeeds: ['CR-AF'],
  displacementStatus: 'IDP',
  documentStatus: 'NO_BIRTH_REG',
  disability: [],
  reasonText: 'Elle a besoin d’un abri.',
}

test('the person hears the very content that would leave, and no category', () => {
  const { said } = readAloud(['displacement_status', 'documents', 'reason_text'], spokenValues(source), 'fr')
  expect(said.join(' ')).toContain('Elle a besoin d’un abri.')
  expect(said).toHaveLength(3)
  for (const words of said) expect(words).not.toMatch(/[{}]|IDP|NO_BIRTH_REG/)
})

test('what has no plain words is not shared, for nobody can agree to it', () => {
  expect(sayable('specific_need', ['LP-ST', 'CR-AF'])).toEqual(['CR-AF'])
  expect(sayable('displacement_status', ['NOT_ASKED'])).toEqual([])
  expect(sayable('document_status', ['DECLINED'])).toEqual([])
})
