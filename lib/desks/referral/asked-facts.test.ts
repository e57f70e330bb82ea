import { expect, test } from 'vitest'
import { askedFacts } from './asked-facts'

const no = { received: 'NO', satisfied: 'NOT_SAID', wanted: 'OTHER_SERVICE', askedOn: '2014-06-30', note: '' }

test('what the person wants now after a no is told to whoever reads their answer', () => {
  expect(askedFacts(no)).toContainEqual({
    term: 'referrals.page.wants-now',
    name: 'wanted',
    code: 'OTHER_SERVICE',
  })
})

test('nothing is said of a wish that nobody was asked for', () => {
  expect(askedFacts({ ...no, received: 'YES', wanted: null }).map(({ name }) => name)).toEqual([
    'received',
    'satisfied',
  ])
})
