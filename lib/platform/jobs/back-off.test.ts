import { expect, test } from 'vitest'
import { MOST_TRIES, nextTry } from './back-off'

test('a failed job waits a minute, then twice as long each time, never more than an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(nextTry)).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
})

test('after the last try it waits for a hand', () => {
  expect([MOST_TRIES - 1, MOST_TRIES, MOST_TRIES + 1].map((failed) => nextTry(failed) === undefined)).toEqual(
    [false, true, true],
  )
})
