import { beforeEach, expect, test } from 'vitest'
import { handOver, writeMove } from '@/lib/casework/cases/hand-over'
import { command } from '@/lib/platform/gate/command'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { prepareHandOver } from './prepare-hand-over'

let lead: SignedIn
let next: SignedIn
let supervisor: SignedIn

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  next = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

/** Restricted, it has nobody on it but its lead and the supervisor who is named there. */
async function oneCase({ sensitivity = 'S3' }: { sensitivity?: 'S3' | 'S4' } = {}) {
  const spec = ordinaryCase(lead.id, [])
  const named = { userId: supervisor.id, capacity: 'NAMED_SUPERVISOR' as const }
  await insertCases([
    { ...spec, sensitivity, members: sensitivity === 'S4' ? [...spec.members, named] : spec.members },
  ])
  const [row] = await root()`select code, version from app.cases where id = ${spec.id}`
  return { id: spec.id, code: String(row?.code), version: Number(row?.version) }
}
type One = Awaited<ReturnType<typeof oneCase>>

const give = (cases: One[], to: SignedIn) =>
  post(command(handOver), {
    as: supervisor,
    params: {},
    values: { moves: cases.map(({ code, version }) => writeMove({ code, version, to: to.id })) },
  })

test('each case says on the page after who leads it now or why it stayed, whatever an address claims', async () => {
  const [one, two, untouched] = [await oneCase(), await oneCase(), await oneCase()]
  await root()`update app.cases set version = version + 1 where id = ${two.id}`
  const answer = await give([one, two], next)
  const { searchParams } = new URL(answer.headers.get('location') ?? '', 'http://x')
  const query = {
    done: '1',
    given: [...searchParams.getAll('given'), untouched.code],
    left: searchParams.getAll('left'),
  }
  const { view } = await reading(supervisor, (ctx) => prepareHandOver(ctx, query))
  const [name] = await root()`select name from access.users where id = ${next.id}`
  expect(view.handed).toEqual([{ code: one.code, lead: name?.name }])
  expect(view.left).toEqual([{ code: two.code, why: 'moved' }])
  expect(view.rows.map(({ code }) => code)).toEqual([two.code])
})

test('what was ticked and cannot move is named before the press, with why', async () => {
  const [one, over, alone] = [await oneCase(), await oneCase(), await oneCase({ sensitivity: 'S4' })]
  await root()`alter table app.cases disable trigger case_moves`
  await root()`update app.cases set state = 'CLOSED', closed_at = clock.casework_now(), closure_reason = 'GOALS_MET' where id = ${over.id}`
  await root()`alter table app.cases enable trigger case_moves`
  const elsewhere = await signedIn('SUPERVISOR', 'GAO')
  const { view } = await reading(supervisor, (ctx) =>
    prepareHandOver(ctx, { case: [one.code, over.code, alone.code] }),
  )
  expect(view.left).toEqual([{ code: over.code, why: 'gone' }])
  expect(view.stuck).toBe(1)
  const foreign = await reading(elsewhere, (ctx) => prepareHandOver(ctx, { case: [one.code] }))
  expect(foreign.view.left).toEqual([{ code: one.code, why: 'gone' }])
})

test('of somebody who leaves it names the teams of others they are still on, also where they lead nothing', async () => {
  const [one, two] = [await oneCase(), await oneCase()]
  await root()`insert into app.case_members (case_id, user_id, capacity) values (${one.id}, ${next.id}, 'MEMBER')`
  const of = async (who: SignedIn) =>
    (await reading(supervisor, (ctx) => prepareHandOver(ctx, { from: who.id }))).view
  expect((await of(next)).also).toEqual([one.code])
  expect((await of(next)).rows).toEqual([])
  expect((await of(lead)).also).toEqual([])
  expect((await of(lead)).rows.map(({ code }) => code).sort()).toEqual([one.code, two.code].sort())
})
