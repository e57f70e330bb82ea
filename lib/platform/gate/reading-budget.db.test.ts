import { beforeAll, expect, test } from 'vitest'
import { append } from '@/lib/platform/audit/append'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'

let lead: SignedIn
let caseId: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const one = ordinaryCase(lead.id, [])
  await insertCases([one])
  caseId = one.id
  await root()`update app.settings set value = 5 where key = 'reading.budget'`
})

const open = (times: number) =>
  as(lead, async ({ tx }) => {
    let excess = 0
    for (let turn = 0; turn < times; turn += 1)
      excess = await append(tx, {
        action: 'case.view',
        subject: { type: 'case', id: caseId, caseId },
        outcome: 'done',
      })
    return excess
  })

const told = (who: SignedIn) =>
  as(who, async ({ tx }) => [...(await tx.execute<{ files: number }>('select * from audit.hasty_readers()'))])

test('opening files within the budget costs nothing and is nobody’s news', async () => {
  expect(await open(5)).toBe(0)
  expect(await told(await signedIn('SUPERVISOR', 'MOP'))).toEqual([])
})

test('beyond it, each file counts, the office’s supervisors are told once, and no one else', async () => {
  expect(await open(4)).toBe(4)
  expect(await told(await signedIn('SUPERVISOR', 'MOP'))).toMatchObject([{ files: 6 }])
  for (const other of [await signedIn('SUPERVISOR', 'GAO'), await signedIn('ADMIN', 'MOP'), lead])
    expect(await told(other)).toEqual([])
})

test('lists and the time after ten minutes count nothing', async () => {
  const list = await as(lead, ({ tx }) =>
    append(tx, { action: 'case.list', subject: { type: 'case-list', id: '' }, outcome: 'done' }),
  )
  expect(list).toBe(0)
  await root()`update audit.events set at = at - interval '11 minutes' where actor_id = ${lead.id}`
  expect(await open(1)).toBe(0)
})
