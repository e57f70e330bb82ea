import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/gate/verb'
import { as, insertPeople, presenting, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { comesBack, endsWithCase, standsIn } from './comes-back'
import { endTask } from './end-task'
import { endsWithConsent, type TaskKind, taskKinds } from './kinds'
import { openTask } from './open-task'
import { myTasks, tasksOfCase } from './queries'

const plain = '11111111-1111-4111-8111-111111111111'
const secret = '22222222-2222-4222-8222-222222222222'
let lead: SignedIn
let stranger: SignedIn
let named: SignedIn
let other: SignedIn
let deputy: SignedIn
const web = () => raw('web')

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'GAO')
  stranger = await signedIn('SOCIAL_WORKER', 'GAO')
  named = await signedIn('SUPERVISOR', 'GAO')
  other = await signedIn('SUPERVISOR', 'GAO')
  deputy = await signedIn('SUPERVISOR', 'BKO')
  const members = [{ userId: lead.id, capacity: 'LEAD' as const }]
  await insertCases([
    { id: plain, officeId: 'GAO', sensitivity: 'S3', leadId: lead.id, members, referrals: [] },
    {
      id: secret,
      officeId: 'GAO',
      sensitivity: 'S4',
      leadId: lead.id,
      members: [...members, { userId: named.id, capacity: 'NAMED_SUPERVISOR' }],
      referrals: [],
    },
  ])
  await root()`insert into app.staff_functions (person_id, function, region)
    values (${deputy.id}, 'RESTRICTED_DEPUTY', (select region from access.offices where id = 'GAO'))`
})

const about = (id: string) => ({ kind: 'SEE_DANGER' as const, subject: { type: 'case' as const, id } })
/** A danger is raised first, as the verb does: a task never stands for its own sake. */
const raise = (ctx: Ctx, caseId: string, code: string) =>
  ctx.tx.execute(sql`insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, review_on)
    select c.id, c.office_id, c.sensitivity, ${code}, ${ctx.actor.role}, ${ctx.actor.userId}, clock.casework_now()::date + 3
    from app.cases c where c.id = ${caseId}`)
const open = async (caseId: string, code = 'SUICIDE', holder?: string) =>
  as(lead, async (ctx) => {
    await raise(ctx, caseId, code)
    return openTask(ctx, { ...about(caseId), reason: code, due: ctx.actor.now, holder: holder ?? null })
  })
const turns = async (who: SignedIn) =>
  (await as(who, (ctx) => myTasks(ctx, 'SUPERVISOR'))).map(({ subjectId }) => subjectId)

describe('a task', () => {
  test('is of a kind that code and database both know, on the same side', async () => {
    const rows = await root()`select kind, side, ends_with_consent as ends, ends_with_case as closed,
      comes_back, in_states from app.task_kinds`
    expect(Object.fromEntries(rows.map(({ kind, side }) => [kind, side]))).toEqual(taskKinds)
    for (const { kind, ends, closed, comes_back, in_states } of rows) {
      expect(ends, kind).toBe(endsWithConsent(kind))
      expect(closed, kind).toBe(endsWithCase(kind))
      expect(comes_back, kind).toBe(comesBack[kind as TaskKind])
      expect(in_states, kind).toEqual(standsIn[kind as TaskKind] ?? null)
    }
  })

  test('is open once a kind and subject, and asking again moves it', async () => {
    const first = await open(plain)
    const again = await open(plain, 'VIOLENCE')
    expect(again).toBe(first)
    expect(await as(lead, (ctx) => tasksOfCase(ctx, plain))).toMatchObject([
      { id: first, reason: 'VIOLENCE' },
    ])
  })

  test('does not exist for whoever does not see what it points at, and cannot be opened by them', async () => {
    expect(await as(stranger, (ctx) => tasksOfCase(ctx, plain))).toEqual([])
    await expect(as(stranger, (ctx) => openTask(ctx, about(plain)))).rejects.toThrow()
    await expect(as(stranger, (ctx) => endTask(ctx, about(plain)))).rejects.toThrow()
    await open(secret)
    expect(await turns(other)).toEqual([plain])
    expect((await turns(named)).sort()).toEqual([plain, secret])
    await expect(as(other, (ctx) => endTask(ctx, about(secret)))).rejects.toThrow()
  })

  test('is written through its two functions and in no other way', async () => {
    for (const attack of [
      `update app.tasks set holder_id = null`,
      `delete from app.tasks`,
      `insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity)
        values ('HARM', 'case', '${plain}', '${plain}', 'GAO', 'S3')`,
    ])
      await expect(presenting(web(), lead.token, (tx) => tx.unsafe(attack))).rejects.toThrow(/permission/)
  })

  test('carries a code, never words', async () => {
    const words = 'she said that he would come back to the house at night with others'
    await expect(as(lead, (ctx) => openTask(ctx, { ...about(plain), reason: words }))).rejects.toThrow()
  })
})

describe('a task whose holder cannot act any more', () => {
  test('is the office’s again when its holder is deactivated', async () => {
    const [held] = await insertPeople([{ role: 'SUPERVISOR', offices: ['GAO'] }])
    if (!held) throw new Error('nobody')
    const session = await sessionOf(held)
    await open(plain, 'VIOLENCE', held.id)
    expect(await turns(other)).toEqual([])
    expect(await turns(session)).toEqual([plain])
    await root()`update access.users set active = false where id = ${held.id}`
    expect(await turns(other)).toEqual([plain])
  })

  test('of a restricted case falls to another named supervisor, then to the deputy, never to the office', async () => {
    await open(secret, 'SUICIDE', named.id)
    expect(await turns(deputy)).toEqual([])
    const [second] = await insertPeople([{ role: 'SUPERVISOR', offices: ['GAO'] }])
    if (!second) throw new Error('nobody')
    await root()`insert into app.case_members (case_id, user_id, capacity) values (${secret}, ${second.id}, 'NAMED_SUPERVISOR')`
    const session = await sessionOf(second)
    expect(await turns(session)).not.toContain(secret)
    await root()`update access.users set active = false where id = ${named.id}`
    expect(await turns(session)).toContain(secret)
    expect(await turns(deputy)).toEqual([])
    await root()`update access.users set active = false where id = ${second.id}`
    expect(await turns(deputy)).toEqual([secret])
    expect(await turns(other)).not.toContain(secret)
  })

  test('ends once, and says how', async () => {
    await root()`update app.tasks set holder_id = null where subject_id = ${plain}`
    const see = () => as(other, (ctx) => endTask(ctx, { ...about(plain), outcome: 'SEEN' }))
    expect(await see()).toBe(true)
    expect(await see()).toBe(false)
    const [row] = await root()`select state, done_by, outcome from app.tasks where subject_id = ${plain}`
    expect(row).toMatchObject({ state: 'DONE', done_by: other.id, outcome: 'SEEN' })
  })
})
