import { expect, test } from 'vitest'
import { readCode } from './read-code'

test('a code is read between marks of any number, and what is far too long is none', () => {
  expect(readCode(`${'«'.repeat(40)}R-7K2M4P${'»!'.repeat(40)}`)).toEqual({
    kind: 'referral',
    code: 'R-7K2M4P',
  })
  expect(readCode(`R-7K2M4P${'!'.repeat(5000)}`)).toBeUndefined()
})
