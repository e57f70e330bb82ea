import { beforeAll, expect, test } from 'vitest'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { moved, TO_ACKNOWLEDGED, TO_SENT } from '@/lib/testing/factories/walk'
import { watchClocks } from './watch-clocks'

let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  await signedIn('PARTNER_FP', 'UNICEF')
})

const by = () => ({ lead: lead.id, supervisor: supervisor.id })
/** As if all of it had happened so many hours earlier. */
const hoursAgo = (id: string, hours: number) =>
  root()`update app.referral_events set at = at - make_interval(hours => ${hours}) where referral_id = ${id}`
async function look(workers = 1) {
  await root()`insert into jobs.outbox (task, body, run_at) select 'watch-clocks', '{}', now() from generate_series(1, ${workers})`
  await Promise.all(Array.from({ length: workers }, () => runDueJobs([watchClocks])))
}
const said = async (id: string) =>
  (
    await root()`select event || ' ' || split_part(key, '/', 3) || ' ' || case when partner_code is not null then 'base'
      when to_user = ${lead.id} then 'lead' when to_user = ${supervisor.id} then 'supervisor' else 'other' end as line
    from app.notices where referral_id = ${id} and event like 'clock.%' order by 1`
  ).map(({ line }) => String(line))

test('half of a limit over reminds the agency, once, and all of it tells the lead and the supervisor, once', async () => {
  const id = await moved(by(), TO_SENT, { priority: 'URGENT' })
  await hoursAgo(id, 11)
  await look()
  expect(await said(id)).toEqual([])
  await hoursAgo(id, 2)
  await look(2)
  await look(2)
  expect(await said(id)).toEqual(['clock.half acknowledge base'])
  await hoursAgo(id, 12)
  await root()`delete from app.notices where referral_id = ${id}`
  await look(2)
  await look()
  expect(await said(id)).toEqual([
    'clock.half acknowledge base',
    'clock.late acknowledge lead',
    'clock.late acknowledge supervisor',
  ])
})

test('what was acknowledged is no longer late for that; the decision has its own limit', async () => {
  const id = await moved(by(), TO_ACKNOWLEDGED, { priority: 'URGENT' })
  await hoursAgo(id, 37)
  await look()
  expect(await said(id)).toEqual(['clock.half decide base'])
})

test('the shares are settings', async () => {
  const id = await moved(by(), TO_SENT, { priority: 'URGENT' })
  await hoursAgo(id, 7)
  await root()`update app.settings set value = 25 where key = 'notice.remind'`
  await look()
  await root()`update app.settings set value = 50 where key = 'notice.remind'`
  expect(await said(id)).toEqual(['clock.half acknowledge base'])
})

test('the worker tells of no clock without the job that it claimed', async () => {
  const id = await moved(by(), TO_SENT, { priority: 'URGENT' })
  const { pool } = await import('@/lib/platform/db/client')
  const { sql } = await import('drizzle-orm')
  await expect(
    pool('worker').execute(sql`select jobs.tell_clock(1, ${id}::uuid, 'decide', now(), 'clock.late')`),
  ).rejects.toThrow()
  expect(await pool('worker').execute(sql`select id from jobs.clocks_running(1)`)).toHaveLength(0)
})
