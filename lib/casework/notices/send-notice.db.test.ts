import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as done } from '@/app/api/v1/tasks/[id]/done/route'
import { env } from '@/lib/platform/env/env'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { moved, TO_SENT, TO_WAITING } from '@/lib/testing/factories/walk'
import { mailServer } from '@/lib/testing/mail-server'
import { post } from '@/lib/testing/requests'
import { sendNotice } from './send-notice'

let lead: SignedIn
let supervisor: SignedIn
let partner: SignedIn
let mail: Awaited<ReturnType<typeof mailServer>>

beforeAll(async () => {
  mail = await mailServer()
  Object.assign(env(), { mail: { url: mail.url, from: 'relais@relais.example' } })
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  partner = await signedIn('PARTNER_FP', 'UNICEF')
})
afterAll(() => mail.close())
beforeEach(async () => {
  mail.received.length = 0
  mail.answers()
  await root()`delete from app.notices`
  await root()`delete from jobs.outbox`
  await root()`delete from app.notice_lines`
})

const sent = () => moved({ lead: lead.id, supervisor: supervisor.id }, TO_SENT)
const run = () => runDueJobs([sendNotice])
const toPartner = () => mail.received.filter(({ to }) => to.includes(partner.email))
const toBase = async (id: string) =>
  root()`select event, state, failure, id, carried_by from app.notices where referral_id = ${id} and partner_code is not null order by made_at, id`
const callTasks = async (id: string) =>
  root()`select id, state, holder_id, reason, outcome from app.tasks where kind = 'CALL_PARTNER' and subject_id = ${id}`
const remind = (
  id: string,
) => root()`update app.referrals set version = version + 1, last_verb = 'remind', last_party = 'team',
  last_at = clock.casework_now() where id = ${id}`
const told = async (id: string, as: SignedIn) =>
  (await presenting(raw('web'), as.token, (sql) => sql`select app.partner_told(${id}) as said`))[0]?.said
/** As if the last message had left a quarter of an hour ago. */
const laterOn = async () => {
  await root()`update app.notice_lines set last_at = last_at - interval '15 minutes' where last_at > '-infinity'`
  await root()`update jobs.outbox set run_at = now() where done_at is null and failed_at is null`
}

describe('what an agency is told', () => {
  test('stands with the event, and not without it', async () => {
    const id = await sent()
    expect(await toBase(id)).toMatchObject([{ event: 'send', state: 'QUEUED' }])
    await root()
      .begin(async (tx) => {
        await tx`update app.referrals set version = version + 1, last_verb = 'remind', last_party = 'team',
          last_at = clock.casework_now() where id = ${id}`
        throw new Error('undone')
      })
      .catch(() => {})
    expect(await toBase(id)).toHaveLength(1)
  })

  test('leaves as one message that names nothing, under the number of its notice', async () => {
    const id = await sent()
    await run()
    const [notice] = await toBase(id)
    expect(notice).toMatchObject({ state: 'SENT' })
    const [letter] = toPartner()
    expect(toPartner()).toHaveLength(1)
    expect(letter?.messageId).toBe(`<${notice?.carried_by}@${new URL(env().origin).hostname}>`)
    expect(letter?.text).toContain(`${env().origin}/sign-in`)
    const [about] =
      await root()`select c.code, r.service, r.id from app.referrals r join app.cases c on c.id = r.case_id where r.id = ${id}`
    for (const word of [about?.code, about?.service, id, 'UNICEF', partner.email])
      expect(letter?.raw).not.toContain(word)
    expect(await told(id, lead)).toMatchObject({ state: 'SENT' })
  })

  test('is read by whoever works on the case alone', async () => {
    const id = await sent()
    expect(await told(id, supervisor)).toMatchObject({ state: 'QUEUED' })
    expect(await told(id, await signedIn('SOCIAL_WORKER', 'MOP'))).toBeNull()
    expect(await told(id, await signedIn('SUPERVISOR', 'GAO'))).toBeNull()
  })

  test('is one message in a quarter of an hour: later ones wait and go together', async () => {
    const ids = await Promise.all([sent(), sent(), sent()])
    await run()
    expect(toPartner()).toHaveLength(1)
    for (const id of ids) await remind(id)
    await run()
    expect(toPartner()).toHaveLength(1)
    await laterOn()
    await run()
    expect(toPartner()).toHaveLength(2)
    const rows = (await Promise.all(ids.map(toBase))).flat()
    expect(rows.map(({ state }) => state)).toEqual(Array(6).fill('SENT'))
    expect(new Set(rows.map((row) => row.carried_by)).size).toBe(2)
  })

  test('leaves once, however many workers look', async () => {
    await Promise.all([sent(), sent(), sent(), sent()])
    await Promise.all(Array.from({ length: 6 }, run))
    await laterOn()
    await Promise.all(Array.from({ length: 6 }, run))
    expect(toPartner()).toHaveLength(1)
  })

  test('is never lost, and said at most once more, when the worker dies after the mail server’s yes', async () => {
    const id = await sent()
    let dies = true
    mail.answers(async ({ to }) => {
      if (!to.includes(partner.email)) return '250 kept'
      if (dies)
        await root()`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'relais_worker' and state <> 'idle'`
      dies = false
      return '250 kept'
    })
    await run().catch(() => {})
    expect(await toBase(id)).toMatchObject([{ state: 'QUEUED' }])
    // What happens meanwhile is no part of it: who keeps one letter a number would never see it.
    await remind(id)
    await laterOn()
    await run()
    expect(await toBase(id)).toMatchObject([
      { event: 'send', state: 'SENT' },
      { event: 'remind', state: 'QUEUED' },
    ])
    const about = toPartner()
    expect(about).toHaveLength(2)
    expect(new Set(about.map(({ messageId }) => messageId)).size).toBe(1)
  })

  test('is not told while it may not know that nothing was confirmed', async () => {
    const id = await sent()
    for (const [verb, state] of [
      ['accept', 'ACCEPTED'],
      ['complete', 'COMPLETED'],
    ] as const)
      await root()`update app.referrals set state = ${state}, version = version + 1, last_verb = ${verb}, last_party = 'partner',
        last_at = clock.casework_now(), outcome = case when ${verb} = 'complete' then 'RECEIVED' end where id = ${id}`
    const before = (await toBase(id)).length
    await root()`update app.referrals set state = 'CONTESTED', version = version + 1, last_verb = 'contest', last_party = 'team',
      untold = 'PERSON_ASKED', last_at = clock.casework_now() where id = ${id}`
    expect(await toBase(id)).toHaveLength(before)
  })
})

describe('what our own are told', () => {
  test('a question at once, an answer with the next morning’s message, never to whoever did it', async () => {
    const id = await moved({ lead: lead.id, supervisor: supervisor.id }, TO_SENT)
    await root()`update app.referrals set state = 'INFO_REQUESTED', version = version + 1, last_verb = 'ask', last_party = 'partner',
      last_actor_id = ${partner.id}, last_at = clock.casework_now() where id = ${id}`
    await run()
    expect(mail.received.filter(({ to }) => to.includes(lead.email))).toHaveLength(1)
    const [digest] =
      await root()`select to_char(due_at at time zone 'UTC', 'HH24:MI') as at, due_at > made_at as later from app.notices
      where referral_id = ${id} and to_user = ${lead.id} and event = 'send'`
    expect(digest).toEqual({ at: '07:30', later: true })
  })

  test('a referral that waits for approval, to whoever may decide', async () => {
    const id = await moved({ lead: lead.id, supervisor: supervisor.id }, TO_WAITING)
    const rows = await root()`select to_user, event from app.notices where referral_id = ${id}`
    expect(rows.map(({ to_user, event }) => [to_user === supervisor.id, event])).toContainEqual([
      true,
      'submit',
    ])
    expect(rows.some(({ to_user }) => to_user === lead.id)).toBe(false)
  })
})

describe('what cannot be delivered', () => {
  test('comes back as a task of the lead, which ends by saying that one has called', async () => {
    const id = await sent()
    mail.answers(({ to }) => (to.includes(partner.email) ? '550 nobody here' : '250 kept'))
    await run()
    expect(await toBase(id)).toMatchObject([{ state: 'FAILED', failure: 'SMTP_550' }])
    const [task] = await callTasks(id)
    expect(task).toMatchObject({ state: 'OPEN', holder_id: lead.id, reason: 'UNDELIVERED' })
    await post(done, { as: lead, params: { id: String(task?.id) }, values: {} })
    expect(await callTasks(id)).toMatchObject([{ state: 'DONE', outcome: 'SAID_DONE' }])
  })

  test('ends by itself once the agency speaks', async () => {
    const id = await sent()
    mail.answers(({ to }) => (to.includes(partner.email) ? '550 nobody here' : '250 kept'))
    await run()
    await root()`update app.referrals set state = 'ACKNOWLEDGED', version = version + 1, last_verb = 'acknowledge', last_party = 'partner',
      last_actor_id = ${partner.id}, last_at = clock.casework_now() where id = ${id}`
    expect(await callTasks(id)).toMatchObject([{ state: 'DONE', outcome: 'ANSWERED' }])
  })

  test('is tried again while the mail server asks for patience, and given up after the tenth try', async () => {
    const id = await sent()
    mail.answers(() => '451 come again')
    await run()
    expect(await toBase(id)).toMatchObject([{ state: 'QUEUED' }])
    expect(await callTasks(id)).toEqual([])
    const [notice] = await toBase(id)
    for (let tries = 1; tries < 10; tries++) {
      await root()`update jobs.outbox set run_at = now() where subject_id = ${notice?.id} and done_at is null`
      await run()
    }
    const [job] = await root()`select attempts, result, failed_at is not null as dead from jobs.outbox
        where subject_id = ${notice?.id} and done_at is null`
    expect(job).toEqual({ attempts: 10, result: 'NotYet', dead: true })
    expect(await toBase(id)).toMatchObject([{ state: 'FAILED', failure: 'NotYet' }])
    expect(await callTasks(id)).toMatchObject([{ state: 'OPEN' }])
    // The administrator has it tried again, and it leaves after all.
    mail.answers()
    await root()`update jobs.outbox set failed_at = null, attempts = 0, run_at = now()
      where subject_id = ${notice?.id} and done_at is null`
    await run()
    expect(await toBase(id)).toMatchObject([{ state: 'SENT', failure: null }])
    expect(await callTasks(id)).toMatchObject([{ state: 'DROPPED', outcome: 'LEFT_AFTER_ALL' }])
  })

  test('asks for a call at once where the agency has nobody with an account', async () => {
    const id = await moved({ lead: lead.id, supervisor: supervisor.id }, TO_SENT, { partner: 'MSF' })
    expect(await toBase(id)).toMatchObject([{ state: 'FAILED', failure: 'NO_ADDRESS' }])
    expect(await callTasks(id)).toMatchObject([{ state: 'OPEN', reason: 'NO_ADDRESS' }])
    await remind(id)
    expect(await callTasks(id)).toHaveLength(1)
  })
})
