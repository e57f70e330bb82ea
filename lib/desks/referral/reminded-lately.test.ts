import { expect, test } from 'vitest'
import { remindedLately } from './reminded-lately'

const at = (time: string) => new Date(`2014-07-01T${time}:00Z`)
const events = [
  { verb: 'remind' as const, at: at('08:00') },
  { verb: 'ask' as const, at: at('08:30') },
]

test('a reminder is said with when the next may follow, and no longer once it may', () => {
  expect(remindedLately(events, 3600, at('08:59'))).toEqual({ at: at('08:00'), again: at('09:00') })
  expect(remindedLately(events, 3600, at('09:00'))).toBeUndefined()
  expect(remindedLately([], 3600, at('09:00'))).toBeUndefined()
})
