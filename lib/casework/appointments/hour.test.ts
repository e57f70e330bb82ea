import { expect, test } from 'vitest'
import { readHour } from './hour'

test('an hour is read as people write it, and nothing else is one', () => {
  for (const [typed, hour] of [
    ['9', '09:00'],
    ['9h', '09:00'],
    ['9h30', '09:30'],
    ['09:30', '09:30'],
    ['14 h', '14:00'],
    ['14 h 05', '14:05'],
    [' 7.45 ', '07:45'],
  ] as const)
    expect(readHour(typed), typed).toBe(hour)
  for (const typed of ['', '24', '9h60', 'neuf', '9h3', '-1', '9:30:00'])
    expect(readHour(typed), typed).toBeUndefined()
})
