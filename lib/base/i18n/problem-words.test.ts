import { expect, test } from 'vitest'
import { errorText, summaryText, withLimit } from './problem-words'
import { translator } from './translate'

test('a problem with a limit says the limit, at its field and in the summary', () => {
  const t = translator('fr')
  const code = withLimit('too-late', 30)
  expect(errorText(t, 'cases', 'reviewOn', code)).toContain('30 jours au plus')
  expect(summaryText(t, 'cases', { name: 'reviewOn', code })).toContain('30 jours au plus')
  expect(errorText(t, 'cases', 'reviewOn', withLimit('too-late', 1))).toContain('1 jour au plus')
})

test('a problem without a limit is said as ever', () => {
  const t = translator('fr')
  expect(errorText(t, 'cases', 'reviewOn', 'in-past')).toBe('Choisissez un jour à venir')
})
