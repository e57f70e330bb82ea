import { expect, test } from 'vitest'
import { plansIn, rowsRead } from './plans'

const entry = (query: string) => `2014 [1] LOG:  duration: 0.512 ms  plan:
\t{
\t  "Query Text": "${query}",
\t  "Plan": { "Node Type": "Nested Loop", "Actual Rows": 3, "Actual Loops": 1, "Shared Hit Blocks": 9, "Plans": [
\t    { "Node Type": "Index Scan", "Actual Rows": 2, "Actual Loops": 4, "Rows Removed by Filter": 1 },
\t    { "Node Type": "CTE Scan", "Actual Rows": 50, "Actual Loops": 1 } ] }
\t}
`

test('each plan in the log is read, whatever stands between them', () => {
  const found = plansIn(
    `2014 [1] LOG:  something else\n${entry('select 1')}2014 [1] LOG:  more\n${entry('select 2')}`,
  )
  expect(found.map((plan) => plan['Query Text'])).toEqual(['select 1', 'select 2'])
})

test('rows are those that scans of tables looked at, once a loop, what they left out among them', () => {
  const [plan] = plansIn(entry('select 1'))
  expect(plan && rowsRead(plan.Plan)).toBe(12)
})
