import { expect, test } from 'vitest'
import type { FactSource } from './fact-values'
import { spoken } from './spoken'

const source: FactSource = {
  service: 'MED_CONS',
  priority: 'URGENT',
  cercle: 'ML0701',
  sex: 'F',
  specificNeeds: ['CR-TP'],
  givenName: 'Aminata',
  familyName: 'Sissoko',
  reasonText: 'Fièvre depuis trois jours.',
} as FactSource

test('what leaves is said by its content, and what stays by its name, never as a category', () => {
  const fr = spoken(['need', 'coded_needs', 'reason_text'], source, 'fr')
  expect(fr.said.join(' ')).toContain('que vous attendez un enfant')
  expect(fr.said.join(' ')).toContain('Fièvre depuis trois jours.')
  expect(fr.notShared).toContain('votre nom et votre prénom')
  expect(fr.notShared).toContain('qui vous a fait du mal')
  expect(fr.notShared.join(' ')).not.toContain('attendez un enfant')
})

test('nothing that the file does not hold is said to stay here', () => {
  expect(spoken(['need'], source, 'fr').notShared).not.toContain('votre numéro de téléphone')
  expect(spoken(['need'], { ...source, phone: '70000000' }, 'fr').notShared).toContain(
    'votre numéro de téléphone',
  )
})
