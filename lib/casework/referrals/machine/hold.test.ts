import { expect, test } from 'vitest'
import { leavesAt } from './hold'

test('what is approved leaves when the hold is over', () => {
  expect(leavesAt(new Date('2014-06-30T09:12:00Z'))).toEqual(new Date('2014-06-30T09:14:00Z'))
})
