import { beforeAll, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as complete } from '@/app/api/v1/inbox/[id]/complete/route'
import { POST as seen } from '@/app/api/v1/tasks/[id]/seen/route'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import { root } from '@/lib/testing/database'
import { goalsMet, openTasks, send } from '@/lib/testing/factories/open-case'
import { makeReadable } from '@/lib/testing/factories/readable'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let all: Sides
let referral: string
let of: { id: string; code: string }

beforeAll(async () => {
  all = await sides()
  referral = await all.referral(TO_ACCEPTED)
  const [row] =
    await root()`select c.id, c.code from app.cases c join app.referrals r on r.case_id = c.id where r.id = ${referral}`
  of = { id: String(row?.id), code: String(row?.code) }
  await makeReadable(of.id)
  await send(askClosure, all.lead, of.code, { ...goalsMet, left: `${referral}:GOES_ON` })
  await send(close, all.supervisor, of.code)
})

test('a partner that was left to run its course answers to the supervisor, and no clock of ours begins', async () => {
  expect(await openTasks(of.id)).toEqual([])
  const done = await post(complete, {
    as: all.agency,
    params: { id: referral },
    values: { outcome: 'RECEIVED', servedOn: '30/6/2014', note: '' },
  })
  expect(done.status).toBe(303)
  const [row] = await root()`select state, due_at from app.referrals where id = ${referral}`
  expect(row).toEqual({ state: 'COMPLETED', due_at: null })
  expect(await openTasks(of.id)).toEqual(['LATE_ANSWER'])
  const { view } = await reading(all.supervisor, (ctx) => viewQueue(ctx, { kind: 'task' }))
  expect(view.rows).toMatchObject([{ taskKind: 'LATE_ANSWER', code: of.code }])
})

test('it is read on the case, by the supervisor alone', async () => {
  const file = await reading(all.supervisor, (ctx) => viewCase(ctx, of.code))
  const task = 'view' in file ? file.view.tasks.find(({ kind }) => kind === 'LATE_ANSWER') : undefined
  expect((await post(seen, { as: all.lead, params: { id: task?.id ?? '' } })).status).toBe(403)
  expect((await post(seen, { as: all.supervisor, params: { id: task?.id ?? '' } })).status).toBe(303)
  expect(await openTasks(of.id)).toEqual([])
})
