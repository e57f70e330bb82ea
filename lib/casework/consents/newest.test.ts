import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newestAnswers, newestFor } from './newest'

const at = (day: number) => new Date(Date.UTC(2014, 5, day))
const row = (id: string, day: number, more: object = {}) => ({
  id,
  purpose: 'REFERRAL',
  partner: 'UNICEF' as string | null,
  service: 'CP_BIA' as string | null,
  status: 'GIVEN' as const,
  givenAt: at(day),
  withdrawnAt: null as Date | null,
  ...more,
})
const about = { purpose: 'REFERRAL', partner: 'UNICEF', service: 'CP_BIA' }
const no = { status: 'REFUSED' as const }

test('a later no to the same partner and service ends an earlier yes', () => {
  expect(newestFor([row('yes', 1), row('no', 2, no)], about)?.id).toBe('no')
  expect(newestFor([row('no', 1, no), row('yes', 2)], about)?.id).toBe('yes')
})

test('a no to another partner ends nothing here, a no to everything of this partner does', () => {
  expect(newestFor([row('yes', 1), row('no', 2, { ...no, partner: 'ICRC' })], about)?.id).toBe('yes')
  expect(newestFor([row('yes', 1), row('no', 2, { ...no, service: null })], about)?.id).toBe('no')
})

test('a withdrawal is an answer of the moment it was said', () => {
  const withdrawn = row('old', 1, { status: 'WITHDRAWN', withdrawnAt: at(5) })
  expect(newestFor([withdrawn, row('yes', 3)], about)?.id).toBe('old')
})

test('of two at one moment the no decides, and what is not said yet is not read', () => {
  expect(newestFor([row('a', 1), row('b', 1, no)], about)?.id).toBe('b')
  expect(newestFor([row('yes', 1), row('no', 9, no)], about, at(5))?.id).toBe('yes')
})

test('there is one answer a key, whatever the order of the rows', () => {
  const some = fc.record({
    id: fc.uuid(),
    day: fc.integer({ min: 1, max: 28 }),
    partner: fc.constantFrom('UNICEF', 'ICRC'),
  })
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 8 }), (picked) => {
      const rows = picked.map(({ id, day, partner }) => row(id, day, { partner }))
      const ids = (list: typeof rows) =>
        newestAnswers(list)
          .map(({ id }) => id)
          .sort()
      expect(ids(rows)).toEqual(ids([...rows].reverse()))
      expect(ids(rows)).toHaveLength(new Set(rows.map(({ partner }) => partner)).size)
    }),
  )
})
