import { expect, test } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { rebookForm } from './forms'
import { acceptForm } from './partner-form'

test('a day typed without its year is the next such day, for a new date as for the first one', () => {
  const today = '2014-06-30'
  expect(parseForm(rebookForm, { rebookOn: '1/7' }, today)).toMatchObject({
    ok: true,
    values: { rebookOn: '2014-07-01' },
  })
  expect(parseForm(acceptForm, { expectedOn: '1/7' }, today)).toMatchObject({
    ok: true,
    values: { expectedOn: '2014-07-01' },
  })
})
