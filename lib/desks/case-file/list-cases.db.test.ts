import { expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { as, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { insertTask } from '@/lib/testing/factories/tasks'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { caseHead } from './head'
import { listCases } from './list-cases'

test('the next due date of a list is that of the case itself: whatever falls due first, tasks among it', async () => {
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const file = ordinaryCase(lead.id, [])
  await insertCases([file])
  await makeReadable(file.id)
  await root()`update app.cases set next_due_kind = 'follow-up', next_due_at = clock.casework_now() + interval '30 days' where id = ${file.id}`
  await insertTask({ kind: 'SEE_PERSON', subject: { type: 'case', id: file.id } })
  await root()`update app.tasks set due_at = clock.casework_now() + interval '2 hours' where case_id = ${file.id}`
  const [listed, head] = await as(lead, async (ctx) => {
    const { view } = await listCases({ ...ctx, t: translator('fr') }, {})
    const row = view.lines.find(({ id }) => id === file.id)
    return [row, row && (await caseHead(ctx, row.code))]
  })
  expect(listed?.taskKind).toBe('SEE_PERSON')
  expect(Math.floor(listed?.due ?? 0)).toBe(head?.duty?.at.getTime())
  expect(head?.duty?.kind).toBe('task-SEE_PERSON')
})
