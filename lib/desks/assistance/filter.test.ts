import { describe, expect, test } from 'vitest'
import { helpHref, monthsUntil, readHelpFilter, withoutPart } from './filter'

const today = '2014-06-30'

describe('the filter of the list of help', () => {
  test('is this month where none was asked, one that makes no sense or has not begun', () => {
    for (const month of [undefined, '2014-13', '2014-07', 'x'])
      expect(readHelpFilter({ month }, today).month.code).toBe('2014-06')
    expect(readHelpFilter({ month: '2014-02' }, today).month).toMatchObject({
      first: '2014-02-01',
      last: '2014-02-28',
    })
  })

  test('takes the kind of its service, and leaves out what is no code', () => {
    const filter = readHelpFilter(
      { kind: 'NFI', service: 'FOOD_HOT', donor: 'NOBODY', project: "x'; drop" },
      today,
    )
    expect(filter).toMatchObject({ kind: 'FOOD', service: 'FOOD_HOT' })
    expect([filter.donor, filter.project, filter.office]).toEqual([undefined, undefined, undefined])
  })

  test('says itself in an address that reads back the same, and drops the service with its kind', () => {
    const filter = readHelpFilter({ service: 'FOOD_HOT', donor: 'CERF', project: 'CERF_PROTECTION' }, today)
    const query = Object.fromEntries(new URLSearchParams(helpHref(filter).split('?')[1]))
    expect(readHelpFilter(query, today)).toEqual(filter)
    expect(withoutPart(filter, 'kind')).toMatchObject({ kind: undefined, service: undefined, donor: 'CERF' })
  })
})

test('the months that may be asked for go back over the turn of years', () => {
  expect(monthsUntil('2014-02-03').slice(0, 4)).toEqual(['2014-02', '2014-01', '2013-12', '2013-11'])
})
