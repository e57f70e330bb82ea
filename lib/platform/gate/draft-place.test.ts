import { expect, test } from 'vitest'
import { standsHere } from './draft-place'

test('a draft stands on the page it was typed on, and on no other', () => {
  const note = '/cases/MLP-1234-5678/notes/new'
  expect(standsHere(note, `${note}?draft=x`)).toBe(true)
  expect(standsHere(note, '/cases/MLP-8765-4321/notes/new?draft=x')).toBe(false)
  expect(standsHere('/queue?item=a', '/queue?item=a&draft=x')).toBe(true)
  expect(standsHere('/queue?item=a', '/queue?item=b&draft=x')).toBe(false)
  expect(standsHere('/queue?item=a', '/queue?draft=x')).toBe(false)
})

test('where no page or no address is known, the form alone decides', () => {
  expect(standsHere(undefined, '/work')).toBe(true)
  expect(standsHere('/work', undefined)).toBe(true)
})
