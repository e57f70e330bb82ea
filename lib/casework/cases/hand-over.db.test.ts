import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { prepareHandOver } from '@/lib/desks/staff/prepare-hand-over'
import { command } from '@/lib/platform/gate/command'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type LedCase, leadOf, ledCase } from '@/lib/testing/factories/led-case'
import { makeReadable } from '@/lib/testing/factories/readable'
import { insertTask } from '@/lib/testing/factories/tasks'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { noteLeave } from '../staff/leaves'
import { handOver, writeMove } from './hand-over'
import { removeColleague } from './remove-colleague'

let lead: SignedIn
let next: SignedIn
let supervisor: SignedIn

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  next = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

const oneCase = (changes: Parameters<typeof ledCase>[2] = {}) => ledCase(lead, supervisor, changes)
const give = (cases: LedCase[], to: SignedIn, by = supervisor) =>
  post(command(handOver), {
    as: by,
    params: {},
    values: { moves: cases.map(({ code, version }) => writeMove({ code, version, to: to.id })) },
  })

test('cases that a supervisor hands over have another lead, their tasks go along, and each has a line in the log', async () => {
  const [one, two] = [await oneCase(), await oneCase()]
  await insertTask({ kind: 'SEE_PERSON', subject: { type: 'case', id: one.id } })
  await root()`update app.tasks set holder_id = ${lead.id} where case_id = ${one.id}`
  const answer = await give([one, two], next)
  expect(answer.headers.get('location')).toMatch(/\/cases\/hand-over\?done=2&given=/)
  for (const { id } of [one, two]) expect(await leadOf(id)).toBe(next.id)
  expect(await root()`select holder_id as holder from app.tasks where case_id = ${one.id}`).toEqual([
    { holder: next.id },
  ])
  const lines =
    await root()`select object_id as code from audit.events where action = 'case.hand-over' and object_type = 'case'
    and outcome = 'done' and actor_id = ${supervisor.id} order by 1`
  expect(lines.map(({ code }) => code)).toEqual([one.code, two.code].sort())
  expect(
    await as(lead, ({ tx }) => tx.execute(sql`select id from app.cases where id = ${one.id}::uuid`)),
  ).toHaveLength(0)
  expect(
    await as(next, ({ tx }) => tx.execute(sql`select id from app.cases where id = ${one.id}::uuid`)),
  ).toHaveLength(1)
  const events =
    await root()`select verb, to_state as state from app.case_events where case_id = ${one.id} and verb = 'hand-over'`
  expect(events).toEqual([{ verb: 'hand-over', state: 'OPEN' }])
  await makeReadable(one.id)
  const file = await reading(next, (ctx) => viewCase(ctx, one.code))
  const [row] = await root()`select name from access.users where id = ${next.id}`
  const told = 'view' in file ? file.view?.events.filter(({ a }) => a === 'hand-over') : []
  expect(told?.map(({ who, c }) => [who, c])).toEqual([[expect.any(String), row?.name]])
})

test('the same press that comes twice, or a second one, does each case once', async () => {
  const cases = [await oneCase(), await oneCase()]
  const values = {
    moves: cases.map(({ code, version }) => writeMove({ code, version, to: next.id })),
    _key: crypto.randomUUID(),
  }
  const press = () => post(command(handOver), { as: supervisor, params: {}, values })
  const answers = await Promise.all([press(), press()])
  for (const answer of answers) expect(answer.headers.get('location')).toContain('done=2')
  expect((await give(cases, next)).headers.get('location')).toContain('done=0')
  const events = await root()`select count(*)::int as count from app.case_events
    where verb = 'hand-over' and case_id = any(${cases.map(({ id }) => id)}::uuid[])`
  expect(events).toEqual([{ count: 2 }])
})

test('what changed since it was looked at stays, and the page says so', async () => {
  const [one, two] = [await oneCase(), await oneCase()]
  await root()`update app.cases set version = version + 1 where id = ${two.id}`
  const answer = await give([one, two], next)
  const location = new URL(answer.headers.get('location') ?? '', 'http://x').searchParams
  expect(location.get('done')).toBe('1')
  expect(location.getAll('left')).toEqual([`${two.code}~moved`])
  expect(await leadOf(two.id)).toBe(lead.id)
})

test('two supervisors who hand over the same case at once leave it with one of them', async () => {
  const other = await signedIn('SUPERVISOR', 'MOP')
  const third = await signedIn('LAWYER', 'MOP')
  const one = await oneCase()
  const answers = await Promise.all([give([one], next), give([one], third, other)])
  const done = answers.map((a) =>
    new URL(a.headers.get('location') ?? '', 'http://x').searchParams.get('done'),
  )
  expect(done.sort()).toEqual(['0', '1'])
  expect(
    await root()`select from app.case_members where case_id = ${one.id} and capacity = 'LEAD' and until is null`,
  ).toHaveLength(1)
})

test('nobody of another office, no enumerator and nobody who has gone gets a case', async () => {
  const one = await oneCase()
  for (const who of [
    await signedIn('SOCIAL_WORKER', 'GAO'),
    await signedIn('DTM_ENUM', 'MOP'),
    supervisor,
    lead,
  ])
    await give([one], who)
  const gone = await signedIn('SOCIAL_WORKER', 'MOP')
  await root()`update access.users set active = false where id = ${gone.id}`
  await give([one], gone)
  expect(await leadOf(one.id)).toBe(lead.id)
})

test('a restricted case goes to somebody who is on it already, and to nobody else', async () => {
  const one = await oneCase({ sensitivity: 'S4', members: [next] })
  await give([one], await signedIn('SOCIAL_WORKER', 'MOP'))
  expect(await leadOf(one.id)).toBe(lead.id)
  await give([one], next)
  expect(await leadOf(one.id)).toBe(next.id)
})

test('the lead, a supervisor of another office and an unnamed one hand nothing over, also in raw SQL', async () => {
  const [plain, sealed] = [await oneCase(), await oneCase({ sensitivity: 'S4', members: [next] })]
  const unnamed = await signedIn('SUPERVISOR', 'MOP')
  const elsewhere = await signedIn('SUPERVISOR', 'GAO')
  const ask = (who: SignedIn, { id, version }: LedCase) =>
    as(who, async ({ tx }) => {
      const [row] = await tx.execute(
        sql`select app.hand_over(${id}::uuid, ${version}, ${next.id}::uuid) as came`,
      )
      return row?.came
    })
  expect(await ask(lead, plain)).toBe('yours')
  expect(await ask(elsewhere, plain)).toBe('yours')
  expect(await ask(unnamed, sealed)).toBe('yours')
  expect(await leadOf(plain.id)).toBe(lead.id)
})

test('a member is taken off by the lead, and their work there is the team’s again', async () => {
  const one = await oneCase({ members: [next] })
  await insertTask({ kind: 'SEE_PERSON', subject: { type: 'case', id: one.id } })
  await root()`update app.tasks set holder_id = ${next.id} where case_id = ${one.id}`
  const outsider = await signedIn('LAWYER', 'MOP')
  const remove = (who: SignedIn, colleague: SignedIn) =>
    post(command(removeColleague), {
      as: who,
      params: { code: one.code },
      values: { colleague: colleague.id },
    })
  expect((await remove(outsider, next)).status).toBe(404)
  expect((await remove(next, lead)).headers.get('location')).toContain('draft=')
  expect((await remove(lead, next)).headers.get('location')).toContain('done=removed')
  expect(await root()`select holder_id as holder from app.tasks where case_id = ${one.id}`).toEqual([
    { holder: null },
  ])
  expect(
    await as(next, ({ tx }) => tx.execute(sql`select id from app.cases where id = ${one.id}::uuid`)),
  ).toHaveLength(0)
})

test('nobody without a session, and nobody of a case that is over, takes somebody off it in raw SQL', async () => {
  const one = await oneCase({ members: [next] })
  const [row] = await raw('web')`select app.leave_case(${one.id}, ${next.id}) as left`
  expect(row?.left).toBe(false)
  await root()`alter table app.cases disable trigger case_moves`
  await root()`update app.cases set state = 'CLOSED', closed_at = clock.casework_now(), closure_reason = 'GOALS_MET' where id = ${one.id}`
  await root()`alter table app.cases enable trigger case_moves`
  const left = await as(lead, async ({ tx }) => {
    const [own] = await tx.execute(sql`select app.leave_case(${one.id}::uuid, ${next.id}::uuid) as left`)
    return own?.left
  })
  expect(left).toBe(false)
  expect(
    await root()`select from app.case_members where case_id = ${one.id} and user_id = ${next.id} and until is null`,
  ).toHaveLength(1)
})

test('no login puts a date of open work off by calling it maintenance', async () => {
  const one = await oneCase()
  await insertTask({
    kind: 'SEE_PERSON',
    subject: { type: 'case', id: one.id },
    due: new Date('2014-06-30T10:00:00Z'),
  })
  await as(lead, async ({ tx }) => {
    await tx.execute(sql`select set_config('relais.maintenance', 'on', true)`)
    await tx.execute(
      sql`select app.open_task('SEE_PERSON', 'case', ${one.id}::uuid, null, clock.casework_now() + interval '24 hours', null)`,
    )
  }).catch(() => undefined)
  expect(await root()`select due_at as due from app.tasks where case_id = ${one.id}`).toEqual([
    { due: new Date('2014-06-30T10:00:00Z') },
  ])
})

test('who is away is not proposed, but can be chosen; absences that touch become one', async () => {
  const one = await oneCase()
  const away = (days: [string, string]) =>
    post(command(noteLeave), {
      as: supervisor,
      params: { id: next.id },
      values: { firstDay: days[0], lastDay: days[1] },
    })
  await away(['2014-06-28', '2014-07-02'])
  await away(['2014-07-03', '2014-07-10'])
  expect(
    await root()`select from_on::text as from, to_on::text as to from app.leaves where user_id = ${next.id}`,
  ).toEqual([{ from: '2014-06-28', to: '2014-07-10' }])
  const { view } = await reading(supervisor, (ctx) => prepareHandOver(ctx, { case: one.code }))
  expect(view.proposals.get(one.code)?.to).not.toBe(next.id)
  expect((await give([one], next)).headers.get('location')).toContain('done=1')
  const elsewhere = await signedIn('SUPERVISOR', 'GAO')
  const foreign = await post(command(noteLeave), {
    as: elsewhere,
    params: { id: next.id },
    values: { firstDay: '2014-08-01', lastDay: '2014-08-02' },
  })
  expect(foreign.status).toBe(404)
})
