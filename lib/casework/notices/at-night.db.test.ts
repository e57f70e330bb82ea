import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listNotices } from '@/lib/desks/account/list-notices'
import { env } from '@/lib/platform/env/env'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { moved, TO_SENT } from '@/lib/testing/factories/walk'
import { mailServer } from '@/lib/testing/mail-server'
import { reading } from '@/lib/testing/reading'
import { sendNotice } from './send-notice'

let lead: SignedIn
let supervisor: SignedIn
let partner: SignedIn
let mail: Awaited<ReturnType<typeof mailServer>>
let offset: string

const maintained = (work: (tx: Parameters<Parameters<ReturnType<typeof root>['begin']>[1]>[0]) => unknown) =>
  root().begin(async (tx) => {
    await tx`select set_config('relais.maintenance', 'on', true)`
    await work(tx)
  })
/** The clock of casework at this hour of its day. */
const at = (hour: number) =>
  maintained(
    (tx) => tx`update app.instance set casework_offset = date_trunc('day', now() + ${offset}::interval, 'UTC')
    + make_interval(hours => ${hour}) - now()`,
  )

beforeAll(async () => {
  offset = String((await root()`select casework_offset::text as o from app.instance`)[0]?.o)
  mail = await mailServer()
  Object.assign(env(), { mail: { url: mail.url, from: 'relais@relais.example' } })
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  partner = await signedIn('PARTNER_FP', 'UNICEF')
})
afterAll(async () => {
  await maintained((tx) => tx`update app.instance set casework_offset = ${offset}::interval`)
  Object.assign(env(), { mail: undefined })
  await mail.close()
})
beforeEach(async () => {
  mail.received.length = 0
  await at(12)
  await root()`delete from app.notices`
  await root()`delete from jobs.outbox`
  await root()`delete from app.notice_lines`
  await root()`delete from app.notice_choices`
})

const sent = (more = {}) => moved({ lead: lead.id, supervisor: supervisor.id }, TO_SENT, more)
const run = async () => {
  await runDueJobs([sendNotice])
  return mail.received.filter(({ to }) => to.includes(partner.email)).length
}
/** What waits, as casework tells the time. */
const waitsUntil = async () =>
  (
    await root()`select to_char(clock.as_casework(o.run_at) at time zone 'UTC', 'HH24:MI') as at from jobs.outbox o
    join app.notices n on n.id = o.subject_id where n.base_id is not null and o.done_at is null`
  )[0]?.at

test('what happens at night is held, and leaves in the morning', async () => {
  await at(23)
  await sent()
  expect(await run()).toBe(0)
  expect(await waitsUntil()).toBe('06:00')
  await at(30)
  await root()`update jobs.outbox set run_at = now() where done_at is null`
  expect(await run()).toBe(1)
})

test('before the night and after it messages leave at once', async () => {
  for (const hour of [20, 7]) {
    await at(hour)
    await root()`delete from app.notice_lines`
    await sent()
    expect(await run(), `at ${hour}`).toBe(1)
    mail.received.length = 0
  }
})

test('an emergency leaves at any hour, and so does what a reader wants so', async () => {
  await at(2)
  await sent({ priority: 'EMERGENCY' })
  expect(await run()).toBe(1)
  const held = await sent()
  await root()`delete from app.notice_lines`
  expect(await run(), 'not the ordinary one').toBe(1)
  await presenting(raw('partner'), partner.token, async (sql) => {
    await sql`select app.choose_notices('', '{}'::jsonb)`
    await sql`select app.choose_nights(true)`
  })
  await root()`update jobs.outbox set run_at = now() where done_at is null`
  expect(await run()).toBe(2)
  const [row] =
    await root()`select state from app.notices where referral_id = ${held} and base_id is not null`
  expect(row?.state).toBe('SENT')
})

test('which limit passed stands with the notice', async () => {
  const id = await sent()
  for (const kind of ['acknowledge', 'decide'])
    await root()`insert into app.notices (key, event, referral_id, to_user, made_at, due_at)
      values (${`${id}/clock.late/${kind}/1/${lead.id}`}, 'clock.late', ${id}, ${lead.id}, clock.casework_now(), clock.casework_now())`
  const { view } = await reading(lead, (ctx) => listNotices(ctx, {}))
  expect(view.rows.flatMap(({ clock }) => clock ?? []).sort()).toEqual(['acknowledge', 'decide'])
})

test('a second reminder within its time is refused by the database too', async () => {
  const id = await sent()
  const remind = () =>
    presenting(
      raw('web'),
      lead.token,
      (sql) => sql`update app.referrals set version = version + 1, last_verb = 'remind',
      last_party = 'team', last_channel = 'APP', last_actor_id = access.actor_id(), last_at = clock.casework_now()
      where id = ${id} returning id`,
    )
  expect(await remind()).toHaveLength(1)
  await expect(remind()).rejects.toThrow('reminded a short while ago')
})

test('counting what is unread costs the same with many notices as with a hundred', async () => {
  const id = await sent()
  const fill = (
    from: number,
    to: number,
  ) => root()`insert into app.notices (key, event, referral_id, to_user, made_at, due_at)
    select ${`${id}/many/`} || g, 'ask', ${id}, ${lead.id}, clock.casework_now() - g * interval '1 minute', clock.casework_now()
    from generate_series(${from}::int, ${to}::int) g`
  const cost = () =>
    presenting(raw('web'), lead.token, async (sql) => {
      await sql`select app.notices_unread()`
      const [row] = await sql`explain (analyze, buffers, format json) select app.notices_unread() as n`
      const [plan] = (row?.['QUERY PLAN'] ?? []) as { Plan: Record<string, number> }[]
      return (plan?.Plan['Shared Hit Blocks'] ?? 0) + (plan?.Plan['Shared Read Blocks'] ?? 0)
    })
  await fill(1, 100)
  await root()`analyze app.notices`
  const few = await cost()
  await fill(101, 3000)
  await root()`analyze app.notices`
  const many = await cost()
  process.stdout.write(`unread notices: ${few} buffers with a hundred, ${many} with three thousand\n`)
  expect(many).toBeLessThanOrEqual(few * 1.3 + 20)
})
