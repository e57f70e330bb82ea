import { beforeAll, expect, test } from 'vitest'
import { POST as together } from '@/app/api/v1/queue/together/route'
import { tickFor } from '@/lib/casework/referrals/verbs/approve-together'
import { claimItem } from '@/lib/casework/tasks/mark-item'
import { command } from '@/lib/platform/gate/command'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_WAITING } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { viewQueue } from './view-queue'
import { viewTogether } from './view-together'

let all: Sides
let other: SignedIn
beforeAll(async () => {
  all = await sides()
  other = await signedIn('SUPERVISOR', 'MOP')
})

const service = async (id: string) =>
  (await root()`select r.service, r.partner_code as partner from app.referrals r where r.id = ${id}`)[0] as {
    service: string
    partner: string
  }
const risk = (id: string, level: string) =>
  root()`update app.cases set risk = ${level} where id = (select case_id from app.referrals where id = ${id})`
const low = async () => {
  const id = await all.referral(TO_WAITING)
  await risk(id, 'LOW')
  return id
}
const shown = async (id: string, who = all.supervisor) => {
  const found = await reading(who, async (ctx) => viewTogether(ctx, await service(id)))
  return 'view' in found ? found.view.rows : []
}
const press = async (ticks: string[]) =>
  (await post(together, { as: all.supervisor, params: {}, values: { ticks } })).headers.get('location') ?? ''
const stateOf = async (id: string) =>
  (await root()`select state from app.referrals where id = ${id}`)[0]?.state

test('only low risk without hurry is offered together', async () => {
  const [one, two, high, urgent] = [await low(), await low(), await low(), await low()]
  await risk(high, 'HIGH')
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set priority = 'URGENT' where id = ${urgent}`
  })
  const rows = await shown(one)
  const ids = rows.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([one, two]))
  expect(ids).not.toContain(high)
  expect(ids).not.toContain(urgent)
  expect(await shown(one, await signedIn('SUPERVISOR', 'GAO'))).toEqual([])
})

test('one press lets each ticked one go by its own verb; one that changed or was taken meanwhile stays and is named', async () => {
  const [go, also, changed, taken, unticked] = [
    await low(),
    await low(),
    await low(),
    await low(),
    await low(),
  ]
  const rows = await shown(go)
  const tick = (id: string) => {
    const row = rows.find((some) => some.id === id)
    if (!row) throw new Error('not offered')
    return tickFor(row)
  }
  const ticks = [go, also, changed, taken].map(tick)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set version = version + 1 where id = ${changed}`
  })
  await post(command(claimItem), { as: other, params: { id: taken }, values: { of: 'approve' }, json: true })
  const location = await press(ticks)
  expect(await Promise.all([go, also, changed, taken, unticked].map(stateOf))).toEqual([
    ...['APPROVED', 'APPROVED'],
    ...['PENDING_APPROVAL', 'PENDING_APPROVAL', 'PENDING_APPROVAL'],
  ])
  const query = Object.fromEntries(new URLSearchParams(location.split('?')[1]))
  expect(query).toMatchObject({ kind: 'approve', together: `${go},${also}` })
  const { view } = await reading(all.supervisor, (ctx) => viewQueue(ctx, query))
  const left = Object.fromEntries((view.together ?? []).map((row) => [row.id, row.left]))
  expect(left).toEqual({ [go]: undefined, [also]: undefined, [changed]: 'stale', [taken]: 'claimed' })
  const logged =
    await root()`select object_id, outcome from audit.events where action = 'referral.approve' and object_id in ${root()([go, also, taken])}
    order by outcome, object_id`
  expect(logged.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'refused'])
  // Pressed twice, the page that the browser shows is the second answer: what left by the first has left.
  const again = await press(ticks)
  expect(again).not.toContain(`together=${go}`)
  expect(await told(again)).toEqual({
    [go]: undefined,
    [also]: undefined,
    [changed]: 'stale',
    [taken]: 'claimed',
  })
})

const told = async (location: string) => {
  const query = Object.fromEntries(new URLSearchParams(location.split('?')[1]))
  const { view } = await reading(all.supervisor, (ctx) => viewQueue(ctx, query))
  return Object.fromEntries((view.together ?? []).map((row) => [row.id, row.left]))
}

test('an address says of nothing that it leaves', async () => {
  const waits = await low()
  expect(await told(`/queue?kind=approve&together=${waits}`)).toEqual({ [waits]: 'other' })
})

test('a case whose risk rose since the page was read is not let go with the others', async () => {
  const id = await low()
  const row = (await shown(id)).find((some) => some.id === id)
  await risk(id, 'HIGH')
  expect(await told(await press([tickFor(row as NonNullable<typeof row>)]))).toEqual({ [id]: 'alone' })
  expect(await stateOf(id)).toBe('PENDING_APPROVAL')
})

test('what is no tick does nothing', async () => {
  expect(await press(['x', `${crypto.randomUUID()}.1.zz`])).toBe('/queue/together?partner=&service=&none=1')
  expect((await shown('00000000-0000-4000-8000-000000000000').catch(() => [])).length).toBe(0)
})

test('more ticks than the page shows: each that was passed over is named', async () => {
  const passed = await low()
  const ids = [...Array.from({ length: 20 }, () => crypto.randomUUID()), passed]
  const location = await press(ids.map((id) => tickFor({ id, version: 1, hash: 'a'.repeat(64) })))
  expect(ids.filter((id) => !location?.includes(id))).toEqual([])
  expect(await told(location)).toEqual({ [passed]: 'other' })
})

test('whose need was read by whom is in the log', async () => {
  const id = await low()
  const found = await reading(all.supervisor, async (ctx) => viewTogether(ctx, await service(id)))
  expect('detail' in found && found.detail?.referrals).toContain(id)
})
