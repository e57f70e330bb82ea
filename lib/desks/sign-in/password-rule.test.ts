import { expect, test } from 'vitest'
import { problemOf } from './password-rule'

test.each([
  ['eleven char', 'eleven char', 'short'],
  ['twelve chars', 'twelve chars', undefined],
  ['twelve chars', 'twelve Chars', 'differ'],
  ['𞤀𞤣𞤢𞤥𞤀𞤣𞤢𞤥𞤀𞤣', '𞤀𞤣𞤢𞤥𞤀𞤣𞤢𞤥𞤀𞤣', 'short'],
  ['x'.repeat(257), 'x'.repeat(257), 'long'],
])('the password %s is judged by its length in symbols and typed twice', (password, again, problem) => {
  expect(problemOf(password, again)).toBe(problem)
})
