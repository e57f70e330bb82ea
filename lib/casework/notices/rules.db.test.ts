import { expect, test } from 'vitest'
import { root } from '@/lib/testing/database'
import { NOTICE_RULE_ROWS } from './rules'

test('the database tells by the same list', async () => {
  const rows = await root()`select event, tells, by_party, at_once, calls, about from app.notice_rules`
  const said = rows.map((row) =>
    JSON.stringify([row.event, row.tells, row.by_party, row.at_once, row.calls, row.about]),
  )
  expect(said.sort()).toEqual(NOTICE_RULE_ROWS.map((row) => JSON.stringify(row)).sort())
})
