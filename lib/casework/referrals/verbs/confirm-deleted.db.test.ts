import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/inbox/[id]/deleted/route'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const give = (id: string, values = {}, as = all.agency) => post(press, { as, params: { id }, values })
const rowOf = async (id: string) => (await root()`select * from app.referrals where id = ${id}`)[0]

/** Cancelled by us after it was received: the partner keeps a copy, perhaps. */
async function cancelled(): Promise<string> {
  const id = await all.referral(TO_ACKNOWLEDGED)
  await post(cancel, { as: all.supervisor, params: { id }, values: { cancelReason: 'NEED_MET' } })
  return id
}

test('the partner says once that nothing is left with them', async () => {
  const id = await cancelled()
  expect((await give(id)).headers.get('location')).toBe(`/inbox/${id}?done=confirm-deleted`)
  expect((await rowOf(id))?.partner_deleted_at).not.toBeNull()
  expect((await rowOf(id))?.state).toBe('CANCELLED')
  expect((await give(id)).status).toBe(409)
})

test('nobody confirms it while the referral runs, nor for another agency', async () => {
  const running = await all.referral(TO_ACKNOWLEDGED)
  expect((await give(running)).status).toBe(409)
  expect((await give(await cancelled(), {}, all.other)).status).toBe(404)
})
