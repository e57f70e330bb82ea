import { expect, test } from 'vitest'
import { typeset } from './typeset'

test('French marks keep to their word, however a line breaks', () => {
  expect(typeset('« Non » : pourquoi ? Vite ; merci !')).toBe(
    '«\u00a0Non\u00a0»\u00a0: pourquoi\u00a0? Vite\u00a0; merci\u00a0!',
  )
})

test('hours and addresses stay as they are', () => {
  expect(typeset('de 9:30 à http://127.0.0.1:3000')).toBe('de 9:30 à http://127.0.0.1:3000')
})
