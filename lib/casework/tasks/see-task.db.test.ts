import { beforeAll, expect, test } from 'vitest'
import { POST as done } from '@/app/api/v1/tasks/[id]/done/route'
import { POST as seen } from '@/app/api/v1/tasks/[id]/seen/route'
import { translator } from '@/lib/base/i18n/translate'
import { overtakenRefusal } from '@/lib/platform/gate/overtaken'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { doTask } from './do-task'
import { seeTask } from './see-task'
import { waitingPage } from './waiting'

let lead: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})

const press = async (as: SignedIn, id: string) =>
  (await post(seen, { as, params: { id }, values: {}, json: true })).status
const queued = async (id: string) =>
  (await as(supervisor, (ctx) => waitingPage(ctx, { size: 500 }))).rows.some((row) => row.id === id)

test('a risk rated lower than proposed waits for a supervisor, who marks it as seen, once, in the log', async () => {
  const file = ordinaryCase(lead.id, [])
  await insertCases([file])
  const [opened] =
    await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, reason, opened_by)
    values ('SEE_LOWER_RISK', 'case', ${file.id}, ${file.id}, 'MOP', 'S3', 'SAFE_NOW', ${lead.id}) returning id`
  const id = String(opened?.id)
  expect(await queued(id)).toBe(true)
  expect([await press(lead, id), await press(elsewhere, id)]).toEqual([403, 404])
  for (const who of [lead, supervisor])
    await expect(
      presenting(raw('web'), who.token, (tx) => tx`update app.tasks set state = 'DONE' where id = ${id}`),
    ).rejects.toThrow(/permission denied/)
  expect(await press(supervisor, id)).toBe(200)
  expect(await queued(id)).toBe(false)
  const [row] = await root()`select state, done_by, outcome from app.tasks where id = ${id}`
  expect(row).toEqual({ state: 'DONE', done_by: supervisor.id, outcome: 'SEEN' })
  const logged =
    await root()`select actor_id, case_id, outcome from audit.events where action = 'task.see' and object_id = ${id}
    and outcome = 'done'`
  expect(logged.map((one) => ({ ...one }))).toEqual([
    { actor_id: supervisor.id, case_id: file.id, outcome: 'done' },
  ])
  expect(await press(supervisor, id), 'seen already').not.toBe(200)
})

test('what was dropped is not called done: whoever comes second reads that nobody did it', async () => {
  const file = ordinaryCase(lead.id, [])
  await insertCases([file])
  const ended = async (kind: string, state: string) => {
    const [task] =
      await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, state, done_by, done_at, outcome)
        values (${kind}, 'case', ${file.id}, ${file.id}, 'MOP', 'S3', ${state}, ${lead.id}, clock.casework_now(), 'ENDED') returning id`
    return String(task?.id)
  }
  const read = async (who: SignedIn, verb: typeof seeTask | typeof doTask, id: string) => {
    const endpoint = verb.name === 'task.see' ? seen : done
    expect((await post(endpoint, { as: who, params: { id }, values: {}, json: true })).status).toBe(409)
    return as(who, async (ctx) => {
      const found = await verb.scope(ctx, { id }, {})
      const told = found && (await verb.overtaken?.(ctx, found as never, 'task-over'))
      return told && overtakenRefusal(told, 'task-over', translator('fr'), 'fr').values?.lead
    })
  }
  const words = { DROPPED: 'queue.task-dropped', DONE: 'queue.task-did' } as const
  for (const state of ['DROPPED', 'DONE'] as const) {
    const said = [
      await read(lead, doTask, await ended('CARE_PEP', state)),
      await read(supervisor, seeTask, await ended('SEE_LOWER_RISK', state)),
    ]
    for (const one of said) expect(one).toContain(translator('fr')(words[state]))
  }
  expect(translator('fr')('queue.task-dropped')).not.toBe(translator('fr')('queue.task-did'))
})
