import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as openCase } from '@/app/api/v1/alerts/[id]/open-case/route'
import { POST as tell } from '@/app/api/v1/alerts/[id]/tell-agency/route'
import { POST as byHand } from '@/app/api/v1/alerts/inbound/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import { itemWaiting } from '@/lib/casework/tasks/waiting-item'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { alertValues } from '@/lib/testing/factories/alert-values'
import { hand } from '@/lib/testing/factories/inbound-values'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let supervisor: SignedIn
let worker: SignedIn
let elsewhere: SignedIn
beforeAll(async () => {
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  worker = await signedIn('SOCIAL_WORKER', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})
const idOf = (answer: Response) =>
  /\/alerts\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

describe('an agency that waits to be told', () => {
  const tasksOf = async (id: string) =>
    (
      await root()`select kind, state, outcome, office_id, extract(epoch from due_at - opened_at)::int / 3600 as hours
        from app.tasks where subject_id = ${id} order by opened_at, kind desc`
    ).map((row) => ({ ...row }))
  const referred = async (reference: string, more = {}) =>
    idOf(await post(byHand, { as: supervisor, values: hand({ reference, ...more }) }))
  const says = (id: string, what: string) =>
    post(tell, { as: supervisor, params: { id }, values: { says: what, way: 'PHONE' } })
  const refuse = (id: string) =>
    post(close, { as: supervisor, params: { id }, values: { reason: 'OTHER_AGENCY', _version: '1' } })
  const queued = async (id: string, who = supervisor) => {
    const task = await root()`select id, kind from app.tasks where subject_id = ${id} and state = 'OPEN'`
    const found = await Promise.all(
      task.map(async (row) => (await reading(who, (ctx) => itemWaiting(ctx, row.id, 'task'))) ?? undefined),
    )
    return found.flatMap((row) => (row ? [{ kind: row.taskKind, late: row.late, about: row.subjectId }] : []))
  }

  test.each([
    ['EMERGENCY', 4],
    ['URGENT', 24],
    ['NORMAL', 48],
  ])('of an %s stands in the office’s queue, due within %i hours', async (urgency, hours) => {
    const id = await referred(`T-${urgency}`, { urgency })
    expect(await tasksOf(id)).toEqual([
      { kind: 'TELL_RECEIVED', state: 'OPEN', outcome: null, office_id: 'MOP', hours },
    ])
    expect(await queued(id)).toEqual([{ kind: 'TELL_RECEIVED', late: false, about: id }])
    expect(await queued(id, elsewhere)).toEqual([])
  })

  test('is late once its limit has passed', async () => {
    const id = await referred('T-LATE')
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.tasks set due_at = clock.casework_now() - interval '1 hour' where subject_id = ${id}`
    })
    expect(await queued(id)).toEqual([{ kind: 'TELL_RECEIVED', late: true, about: id }])
  })

  test('hears that it came, then why not, each ended by saying it and opened once', async () => {
    const id = await referred('T-NO')
    await says(id, 'RECEIVED')
    expect(await queued(id)).toEqual([])
    await refuse(id)
    await refuse(id)
    expect(await queued(id)).toMatchObject([{ kind: 'TELL_OUTCOME' }])
    await says(id, 'RECEIVED')
    expect(await queued(id)).toMatchObject([{ kind: 'TELL_OUTCOME' }])
    await says(id, 'REFUSED')
    expect(await tasksOf(id)).toMatchObject([
      { kind: 'TELL_RECEIVED', state: 'DONE', outcome: 'RECEIVED' },
      { kind: 'TELL_OUTCOME', state: 'DONE', outcome: 'REFUSED' },
    ])
  })

  test('that hears the outcome first knows that it came', async () => {
    const id = await referred('T-YES')
    await post(openCase, { as: supervisor, params: { id }, values: { lead: worker.id, _version: '1' } })
    expect(await queued(id)).toHaveLength(2)
    await says(id, 'OPENED')
    expect(await tasksOf(id)).toMatchObject([
      { state: 'DONE', outcome: 'OPENED' },
      { state: 'DONE', outcome: 'OPENED' },
    ])
    expect(await queued(id)).toEqual([])
  })

  test('hears again what changed: told of a case that was then not wanted', async () => {
    const id = await referred('T-TURN')
    await post(openCase, { as: supervisor, params: { id }, values: { lead: worker.id, _version: '1' } })
    await says(id, 'OPENED')
    await root()`select app.erase_draft(c.id, 'NO') from app.cases c where c.alert_id = ${id}`
    expect(await queued(id)).toMatchObject([{ kind: 'TELL_OUTCOME' }])
    await says(id, 'REFUSED')
    expect(await queued(id)).toEqual([])
  })

  test('of a case that was restricted since is neither listed nor counted where the alert is not read', async () => {
    const id = await referred('T-S4')
    await post(openCase, { as: supervisor, params: { id }, values: { lead: worker.id, _version: '1' } })
    const page = () => as(supervisor, (ctx) => waitingPage(ctx, { kind: 'task', size: 50 }))
    const before = await page()
    const named = await signedIn('SUPERVISOR', 'TBT')
    await root().begin(async (tx) => {
      const [row] = await tx`select id from app.cases where alert_id = ${id}`
      await tx`insert into app.case_members (case_id, user_id, capacity) values (${row?.id}, ${named.id}, 'NAMED_SUPERVISOR')`
      await tx`update app.cases set sensitivity = 'S4', version = version + 1 where id = ${row?.id}`
      await tx`select set_config('relais.maintenance', 'on', true)`
    })
    const after = await page()
    expect(before.counts.task).toBe(before.rows.length)
    expect([after.counts.task, after.rows.length]).toEqual([before.rows.length - 2, before.rows.length - 2])
  })

  const opened = async (reference: string) => {
    const id = await referred(reference)
    await post(openCase, { as: supervisor, params: { id }, values: { lead: worker.id, _version: '1' } })
    const [row] = await root()`select case_id as id from app.alerts where id = ${id}`
    return { id, caseId: String(row?.id) }
  }
  /** As restricting or moving leaves the case, whoever did it. */
  const becomes = (caseId: string, set: Record<string, string>) =>
    root().begin(async (tx) => {
      await tx`select set_config('relais.maintenance', 'on', true)`
      await tx`update app.cases set ${tx(set)} where id = ${caseId}`
    })

  test('stands with the named supervisor once its case is restricted, who tells it', async () => {
    const { id, caseId } = await opened('T-S4')
    const named = await signedIn('SUPERVISOR', 'MOP')
    await root()`insert into app.case_members (case_id, user_id, capacity) values (${caseId}, ${named.id}, 'NAMED_SUPERVISOR')`
    await becomes(caseId, { sensitivity: 'S4' })
    expect(await queued(id)).toEqual([])
    expect(await queued(id, named)).toHaveLength(2)
    const told = await post(tell, { as: named, params: { id }, values: { says: 'OPENED', way: 'PHONE' } })
    expect(told.status).toBe(303)
    expect(await queued(id, named)).toEqual([])
    expect(await tasksOf(id)).toMatchObject([{ outcome: 'OPENED' }, { outcome: 'OPENED' }])
  })

  test('stands with the office that the case moved to', async () => {
    const { id, caseId } = await opened('T-MOVED')
    await becomes(caseId, { office_id: 'GAO' })
    expect(await queued(id)).toEqual([])
    expect(await queued(id, elsewhere)).toHaveLength(2)
    await post(tell, { as: elsewhere, params: { id }, values: { says: 'OPENED', way: 'PHONE' } })
    expect(await queued(id, elsewhere)).toEqual([])
  })

  test('is back at the office where the person wanted no file', async () => {
    const { id, caseId } = await opened('T-BACK')
    await root()`select app.erase_draft(${caseId}::uuid, 'NO')`
    expect(await queued(id)).toMatchObject([{ kind: 'TELL_OUTCOME' }, { kind: 'TELL_RECEIVED' }].toReversed())
    expect(await queued(id, elsewhere)).toEqual([])
  })

  test('is not there for an alert of a flow point', async () => {
    const agent = await signedIn('DTM_ENUM', 'GAO')
    const raised = await post(raise, {
      as: agent,
      json: true,
      values: alertValues({ flowPoint: 'FMP_GAO_PK' }),
    })
    const { id } = (await raised.json()) as { id: string }
    expect(id).toBeTruthy()
    expect(await tasksOf(id)).toEqual([])
  })
})
