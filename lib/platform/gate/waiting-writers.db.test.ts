import { beforeAll, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { busyConnections, pool } from '@/lib/platform/db/client'
import { as, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { raised } from '@/lib/testing/factories/alert-values'
import { post } from '@/lib/testing/requests'
import { turns } from './turns'

let agent: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

/** Forty writes on one alert while somebody holds its row; what a reader finds meanwhile. */
async function fortyWaiting(by: (n: number) => Promise<SignedIn>) {
  const id = await raised(raise, agent)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const holding = root().begin(async (tx) => {
    await tx`select 1 from app.alerts where id = ${id} for update`
    await held
  })
  const people = await Promise.all(Array.from({ length: 40 }, (_, n) => by(n)))
  const writes = people.map((one) =>
    post(close, { as: one, params: { id }, values: { reason: 'NOT_FOUND' } }).then(({ status }) => status),
  )
  while (turns.counts.waiting < 37 || busyConnections('web') < 3)
    await new Promise((resolve) => setImmediate(resolve))
  const found = { busy: busyConnections('web'), ...turns.counts }
  const page = await as(agent, async () => 'a page')
  const still = turns.counts.waiting
  letGo()
  await holding
  const statuses = await Promise.all(writes)
  return { found, page, still, statuses }
}

test.each([
  ['one person', async () => supervisor],
  ['forty people', async () => sessionOf(await signedIn('SUPERVISOR', 'MOP'))],
] as const)(
  'forty writes of %s on one locked row hold three connections, and a page passes them',
  async (_, by) => {
    const { found, page, still, statuses } = await fortyWaiting(by as never)
    expect(found).toEqual({ busy: 3, running: 3, waiting: 37 })
    // Whoever waited out the lock's four seconds gives way to the next: on a slow machine one or two may have.
    expect(page).toBe('a page')
    expect(still).toBeGreaterThan(33)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status !== 303 && status !== 409)).toEqual([])
    expect((await pool('web').execute('select 1')).length).toBe(1)
  },
)
