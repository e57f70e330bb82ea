import { expect, test } from 'vitest'
import { contactElsewhere } from './view-follow-ups'

test('a last contact that no follow-up says is told to come from elsewhere', () => {
  const head = (lastContactOn: string | null) => ({ reach: { record: { lastContactOn } } })
  const on = (day: string, type = 'OFFICE') => ({ on: day, type })
  expect(contactElsewhere({ head: head('2014-06-25'), follow: [on('2014-06-17')] })).toBe(true)
  expect(contactElsewhere({ head: head('2014-06-25'), follow: [on('2014-06-25', 'FAILED')] })).toBe(true)
  expect(contactElsewhere({ head: head('2014-06-25'), follow: [on('2014-06-25')] })).toBe(false)
  expect(contactElsewhere({ head: head(null), follow: [] })).toBe(false)
})
