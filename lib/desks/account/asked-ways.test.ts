import { expect, test } from 'vitest'
import { baseWaysForm, teamWaysForm } from '@/lib/casework/notices/forms'
import { askedWays } from './asked-ways'

const asked = (...of: Parameters<typeof askedWays>) => Object.keys(askedWays(...of).form.fields)

test('a base is asked nothing that has one answer; it is carried as it is', () => {
  const values = { phone: '', emergency: 'MAIL', new: 'MAIL', ours: 'MAIL', late: 'MAIL', night: 'MORNING' }
  expect(asked(baseWaysForm, values, false)).toEqual(['night'])
  expect(askedWays(baseWaysForm, values, false).carried).toEqual({
    phone: '',
    emergency: 'MAIL',
    new: 'MAIL',
    ours: 'MAIL',
    late: 'MAIL',
  })
  expect(asked(baseWaysForm, values, true)).toEqual(Object.keys(baseWaysForm.fields))
})

test('an SMS that was chosen before stays a question, and so does what has two answers', () => {
  expect(asked(baseWaysForm, { late: 'SMS' }, false)).toEqual(['late', 'night'])
  expect(asked(teamWaysForm, {}, false)).toEqual(['answer', 'decision', 'late', 'night'])
})
