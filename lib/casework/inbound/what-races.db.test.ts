import { beforeAll, expect, test } from 'vitest'
import { POST as byHand } from '@/app/api/v1/alerts/inbound/route'
import { triageDueAt } from '@/lib/casework/alerts/due'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { hand } from '@/lib/testing/factories/inbound-values'
import { RACES } from '@/lib/testing/races'
import { post } from '@/lib/testing/requests'

let supervisor: SignedIn
beforeAll(async () => {
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

test.each(['EMERGENCY', 'URGENT', 'NORMAL'])(
  'the database gives an %s the limit that the engine gives',
  async (urgency) => {
    const now = new Date('2014-06-30T10:00:00Z')
    const [row] =
      await root()`select ${now.toISOString()}::timestamptz + app.triage_within(${urgency}) as due`
    expect(row?.due).toEqual(triageDueAt(urgency, now))
  },
)

test('nobody takes a referral in with a limit of their own, in raw SQL either', async () => {
  const take = (after: string) =>
    presenting(
      raw('web'),
      supervisor.token,
      (
        tx,
      ) => tx`select app.take_in_referral(gen_random_uuid(), 'AL-' || substr(md5(random()::text), 1, 8), 'ICRC', 'ML0501', 'URGENT', 'F',
        30::smallint, false, 'MLI', 'YES', gen_random_uuid(), '\\x00'::bytea, '\\x00'::bytea, '\\x00'::bytea,
        clock.casework_now() + ${after}::interval) as kept`,
    )
  for (const after of ['30 days', '1 hour', '25 hours'])
    await expect(take(after), after).rejects.toThrow('not the limit of this urgency')
})

/** Refused so long ago that it goes. */
async function refused(): Promise<string> {
  const answer = await post(byHand, {
    as: supervisor,
    values: hand({ reference: crypto.randomUUID().slice(0, 30) }),
  })
  const id = /\/alerts\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.alerts set state = 'NO_ACTION', reason = 'OTHER_AGENCY', triaged_by = ${supervisor.id},
      triaged_at = clock.casework_now() - interval '15 days' where id = ${id}`
  })
  return id
}
const drop = async () => Number((await root()`select app.drop_refused_inbound() as n`)[0]?.n)
const there = async (id: string) => (await root()`select from app.alerts where id = ${id}`).length === 1

test('of two who drop at once each row goes with one, and none is counted twice', async () => {
  for (let round = 0; round < RACES / 10; round += 1) {
    await drop()
    const ids = await Promise.all([refused(), refused(), refused()])
    const dropped = await Promise.all([drop(), drop(), drop(), drop()])
    expect(dropped.reduce((sum, n) => sum + n, 0)).toBe(3)
    expect(await Promise.all(ids.map(there))).toEqual([false, false, false])
  }
})

test('what somebody is at is not dropped, and stays once it is taken up again', async () => {
  await drop()
  const id = await refused()
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.alerts set state = 'NEW', reason = null, triaged_by = null, triaged_at = null where id = ${id}`
    expect(await drop()).toBe(0)
  })
  expect(await drop()).toBe(0)
  expect(await there(id)).toBe(true)
})
