import { expect, test } from 'vitest'
import { summaryText } from './problem-words'
import { translator } from './translate'

const t = translator('fr')
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('questions left empty are told apart in the summary', () => {
  const said = ['received', 'satisfied'].map((name) =>
    plain(summaryText(t, 'referrals', { name, code: 'required' })),
  )
  expect(said).toEqual([
    'A-t-elle reçu le service ? Répondez à cette question',
    'En est-elle satisfaite ? Répondez à cette question',
  ])
})

test('a sentence of the field’s own stands alone', () => {
  expect(summaryText(t, 'consents', { name: 'sex', code: 'required' })).toBe('Indiquez le sexe')
})
