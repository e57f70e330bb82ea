import { expect, test } from 'vitest'
import { comingFirst, contactElsewhere } from './view-follow-ups'

const one = (on: string, state: string) => ({ at: new Date(`${on}T09:00:00Z`), state })

test('the next appointment stands first, then what is over, the latest first', () => {
  const said = comingFirst([
    one('2014-07-20', 'PLANNED'),
    one('2014-07-02', 'PLANNED'),
    one('2014-06-01', 'KEPT'),
    one('2014-06-20', 'MISSED'),
  ]).map(({ at }) => at.toISOString().slice(0, 10))
  expect(said).toEqual(['2014-07-02', '2014-07-20', '2014-06-20', '2014-06-01'])
})

test('a last contact that no follow-up says is told to come from elsewhere', () => {
  const head = (lastContactOn: string | null) => ({ reach: { record: { lastContactOn } } })
  const on = (day: string, type = 'OFFICE') => ({ on: day, type })
  expect(contactElsewhere({ head: head('2014-06-25'), follow: [on('2014-06-17')] })).toBe(true)
  expect(contactElsewhere({ head: head('2014-06-25'), follow: [on('2014-06-25', 'FAILED')] })).toBe(true)
  expect(contactElsewhere({ head: head('2014-06-25'), follow: [on('2014-06-25')] })).toBe(false)
  expect(contactElsewhere({ head: head(null), follow: [] })).toBe(false)
})
