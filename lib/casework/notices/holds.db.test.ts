import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/platform/env/env'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { moved, TO_SENT } from '@/lib/testing/factories/walk'
import { mailServer } from '@/lib/testing/mail-server'
import { smsGateway } from '@/lib/testing/sms-gateway'
import { sendNotice, sendNoticeBySms } from './send-notice'

let lead: SignedIn
let supervisor: SignedIn
let partner: SignedIn
let mail: Awaited<ReturnType<typeof mailServer>>
let gateway: Awaited<ReturnType<typeof smsGateway>>

beforeAll(async () => {
  mail = await mailServer()
  gateway = await smsGateway()
  const body = '{"to":"{to}","text":"{text}"}'
  Object.assign(env(), {
    mail: { url: mail.url, from: 'relais@relais.example' },
    sms: { url: gateway.url, method: 'POST', header: undefined, body },
  })
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  partner = await signedIn('PARTNER_FP', 'UNICEF')
})
afterAll(() => Promise.all([mail.close(), gateway.close()]))
beforeEach(async () => {
  mail.received.length = 0
  gateway.received.length = 0
  mail.answers()
  mail.says()
  gateway.answers()
  await root()`delete from app.notices`
  await root()`delete from jobs.outbox`
  await root()`delete from app.notice_lines`
  await root()`delete from app.notice_choices`
})

const sent = () => moved({ lead: lead.id, supervisor: supervisor.id }, TO_SENT)
const run = () => runDueJobs([sendNotice, sendNoticeBySms])
const toPartner = () => mail.received.filter(({ to }) => to.includes(partner.email))
const ofBase = (id: string) =>
  root()`select event, state, way, failure, unsure from app.notices where referral_id = ${id} and base_id is not null order by made_at`
const calls = (id: string) =>
  root()`select state from app.tasks where kind = 'CALL_PARTNER' and subject_id = ${id}`
const jobs = () => root()`select attempts, result from jobs.outbox where result is not null order by id`
const laterOn = async () => {
  await root()`update app.notice_lines set last_at = last_at - interval '15 minutes' where last_at > '-infinity'`
  await root()`update jobs.outbox set run_at = now() where done_at is null and failed_at is null`
}
const remind = (id: string) => root()`update app.referrals set version = version + 1, last_verb = 'remind',
  last_party = 'team', last_at = clock.casework_now() where id = ${id}`
const asks = (id: string) => root()`update app.referrals set state = 'INFO_REQUESTED', version = version + 1,
  last_verb = 'ask', last_party = 'partner', last_actor_id = ${partner.id}, last_at = clock.casework_now() where id = ${id}`
const choose = (as: SignedIn, phone: string, ways: Record<string, string>) =>
  presenting(
    raw(as.role === 'PARTNER_FP' ? 'partner' : 'web'),
    as.token,
    (sql) => sql`select app.choose_notices(${phone}, ${sql.json(ways)})`,
  )
/** For whoever this letter is, the mail server hangs up once it has all of it. */
const hangsUpOn = (email: string) =>
  mail.answers(({ to }) => {
    if (to.includes(email)) mail.hangUp()
    return '250 kept'
  })

describe('what was handed over without an answer', () => {
  test('goes once more under its number, then a person asks: never a third letter', async () => {
    const id = await sent()
    hangsUpOn(partner.email)
    for (let tries = 0; tries < 5; tries += 1) {
      await run()
      await laterOn()
    }
    expect(toPartner()).toHaveLength(2)
    expect(new Set(toPartner().map(({ messageId }) => messageId)).size).toBe(1)
    expect(await ofBase(id)).toMatchObject([{ state: 'FAILED', failure: 'UNSURE', unsure: 2 }])
    expect(await calls(id)).toEqual([{ state: 'OPEN' }])
  })

  test('carries nothing that happened since: that has a message and a number of its own', async () => {
    const id = await sent()
    hangsUpOn(partner.email)
    await run()
    mail.answers()
    await remind(id)
    await laterOn()
    await run()
    await laterOn()
    await run()
    const numbers = toPartner().map(({ messageId }) => messageId)
    expect(numbers).toHaveLength(3)
    expect(numbers[1]).toBe(numbers[0])
    expect(numbers[2]).not.toBe(numbers[0])
    expect((await ofBase(id)).map(({ state }) => state)).toEqual(['SENT', 'SENT'])
  })
})

describe('a no that is about us', () => {
  test.each([
    ['HELLO', '554 not you'],
    ['MAIL FROM', '553 not your address'],
  ])('at %s marks no address: it is tried again, and the class says whose fault it is', async (at, said) => {
    const id = await sent()
    mail.says((line) => (line.startsWith(at) ? said : undefined))
    await run()
    expect(await ofBase(id)).toMatchObject([{ state: 'QUEUED', failure: null }])
    expect(await calls(id)).toEqual([])
    expect((await jobs()).filter(({ result }) => result === 'RefusesUs').length).toBeGreaterThan(0)
    mail.says()
    await root()`update jobs.outbox set run_at = now() where done_at is null`
    await run()
    expect(await ofBase(id)).toMatchObject([{ state: 'SENT' }])
  })
})

describe('who is told is asked again when it leaves', () => {
  test('not somebody who left the case since', async () => {
    const id = await sent()
    const gone = await signedIn('SOCIAL_WORKER', 'MOP')
    const [about] = await root()`select case_id from app.referrals where id = ${id}`
    await root()`insert into app.notices (key, event, referral_id, to_user, made_at, due_at)
      values ('x', 'accept', ${id}, ${gone.id}, clock.casework_now(), clock.casework_now()) returning id`
    await root()`insert into jobs.outbox (task, subject_id, body, run_at) select 'send-notice', id, '{}', now() from app.notices where key = 'x'`
    await run()
    expect(mail.received.filter(({ to }) => to.includes(gone.email))).toEqual([])
    expect(await root()`select state, sent_at from app.notices where key = 'x'`).toEqual([
      { state: 'DROPPED', sent_at: null },
    ])
    expect(about).toBeDefined()
  })

  test('nor an account that was ended since', async () => {
    const id = await sent()
    const other = await signedIn('SUPERVISOR', 'MOP')
    await root()`insert into app.notices (key, event, referral_id, to_user, made_at, due_at)
      values ('y', 'submit', ${id}, ${other.id}, clock.casework_now(), clock.casework_now())`
    await root()`insert into jobs.outbox (task, subject_id, body, run_at) select 'send-notice', id, '{}', now() from app.notices where key = 'y'`
    await root()`update access.users set active = false where id = ${other.id}`
    await run()
    expect(mail.received.filter(({ to }) => to.includes(other.email))).toEqual([])
  })
})

describe('by SMS', () => {
  test('one message to the number of the base, that names nothing, and no letter', async () => {
    await choose(partner, '+22366000001', { NEW: 'SMS' })
    const id = await sent()
    await run()
    expect(toPartner()).toEqual([])
    const [one] = gateway.received
    expect(gateway.received).toHaveLength(1)
    expect(JSON.parse(one?.body ?? '')).toEqual({
      to: '+22366000001',
      text: expect.stringMatching(/^Relais ?: [^\n]*\nhttps?:\/\/[^/]+\/sign-in$/),
    })
    const [about] = await root()`select service, id from app.referrals where id = ${id}`
    for (const word of [about?.service, id, 'UNICEF']) expect(one?.body).not.toContain(word)
    expect(await ofBase(id)).toMatchObject([{ state: 'SENT', way: 'SMS' }])
  })

  test('once, however many workers look; once more under one number when one dies after the yes', async () => {
    await choose(partner, '+22366000001', { NEW: 'SMS' })
    await Promise.all([sent(), sent()])
    await Promise.all(Array.from({ length: 4 }, run))
    await laterOn()
    await Promise.all(Array.from({ length: 4 }, run))
    expect(gateway.received).toHaveLength(1)
    gateway.received.length = 0
    await laterOn()
    const id = await sent()
    let dies = true
    gateway.answers(async () => {
      if (dies)
        await root()`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'relais_worker' and state <> 'idle'`
      dies = false
      return 202
    })
    await laterOn()
    await run().catch(() => {})
    await laterOn()
    await run()
    expect(await ofBase(id)).toMatchObject([{ state: 'SENT' }])
    expect(gateway.received).toHaveLength(2)
    expect(new Set(gateway.received.map(({ key }) => key)).size).toBe(1)
  })

  test('a number that takes nothing is a call for the lead', async () => {
    await choose(partner, '+22366000001', { NEW: 'SMS' })
    const id = await sent()
    gateway.answers(() => 422)
    await run()
    expect(await ofBase(id)).toMatchObject([{ state: 'FAILED', failure: 'SMS_422' }])
    expect(await calls(id)).toEqual([{ state: 'OPEN' }])
  })
})

describe('a reader chooses', () => {
  test('what stands here alone leaves by no way', async () => {
    await choose(lead, '', { ANSWER: 'HERE' })
    const id = await sent()
    await asks(id)
    await run()
    expect(mail.received.filter(({ to }) => to.includes(lead.email))).toEqual([])
    expect(
      await root()`select state from app.notices where event = 'ask' and to_user = ${lead.id} and referral_id = ${id}`,
    ).toEqual([{ state: 'KEPT' }])
  })

  test.each([
    ['SMS without a number', () => choose(lead, '', { ANSWER: 'SMS' })],
    ['an emergency here alone', () => choose(supervisor, '', { EMERGENCY: 'HERE' })],
    ['harm here alone', () => choose(supervisor, '', { HARM: 'HERE' })],
    ['an agency here alone', () => choose(partner, '', { NEW: 'HERE' })],
    ['what is not told to them', () => choose(partner, '', { TURN: 'MAIL' })],
    ['a number that is none', () => choose(lead, 'Awa', {})],
  ])('not %s: the database says no', async (_, chosen) => {
    await expect(chosen()).rejects.toThrow(/not a way/)
  })

  test('and reads the own notices alone, while what they are about may be read', async () => {
    const id = await sent()
    await asks(id)
    const reads = (as: SignedIn) =>
      presenting(raw('web'), as.token, (sql) => sql`select event from app.notices where event = 'ask'`)
    expect(await reads(lead)).toEqual([{ event: 'ask' }])
    expect(await reads(supervisor)).toEqual([])
    await root()`update app.case_members set until = clock.casework_now() where user_id = ${lead.id}`
    expect(await reads(lead)).toEqual([])
    await root()`update app.case_members set until = null where user_id = ${lead.id}`
  })
})
