import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { POST as askForCode } from '@/app/api/v1/links/code/route'
import { POST as recall } from '@/app/api/v1/referrals/[id]/cancel/route'
import { codeOf } from '@/lib/casework/numbers/link-secrets'
import { endLinks } from '@/lib/casework/referrals/links/end-links'
import { linkedTo } from '@/lib/casework/referrals/links/linked'
import { readLink } from '@/lib/desks/link/read-link'
import { prepareLink } from '@/lib/desks/referral/prepare-link'
import { env } from '@/lib/platform/env/env'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { as } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { all, Browser, linked, linkOf, sent, withoutAccount } from '@/lib/testing/factories/link-browser'
import { mailServer } from '@/lib/testing/mail-server'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { sendCode } from './send-code'
import { sendNotice } from './send-notice'

const MAIL = 'cscom@health.example'
let mail: Awaited<ReturnType<typeof mailServer>>
const texts: { to: string; text: string }[] = []
let says = 200
let meanwhile: (() => Promise<unknown>) | undefined
const gateway = createServer((request, response) => {
  let body = ''
  request.on('data', (piece) => {
    body += piece
  })
  request.on('end', () => {
    texts.push(JSON.parse(body))
    const doing = meanwhile
    meanwhile = undefined
    void (async () => {
      await doing?.()
      response.writeHead(says).end()
    })()
  })
})

beforeAll(async () => {
  await withoutAccount()
  await root()`insert into app.directory_entries select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
      'partner_code', 'CSCOM_X', 'mail', ${MAIL}::text))).* from app.directory_entries d
    where d.partner_code = 'UNICEF' and d.service = 'CP_BIA' and d.office_id = 'MOP'`
  mail = await mailServer()
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`
  Object.assign(env(), {
    mail: { url: mail.url, from: 'relais@relais.example' },
    sms: { url, method: 'POST', header: undefined, body: '{"to":"{to}","text":"{text}"}' },
  })
})
afterAll(() => {
  mail.close()
  gateway.close()
  Object.assign(env(), { mail: undefined, sms: undefined })
})
beforeEach(async () => {
  mail.received.length = 0
  texts.length = 0
  says = 200
  mail.answers()
  await root()`delete from jobs.outbox`
  await root()`delete from app.notices`
  await root()`delete from app.notice_lines`
})

const run = () => runDueJobs([sendNotice, sendCode])
const letters = () => mail.received.filter(({ to }) => to.includes(MAIL))
const tokensIn = (text = '') => [...text.matchAll(/\/r\/([\w-]{43})/g)].map(([, token = '']) => token)
const calls = async (id: string) =>
  root()`select reason from app.tasks where kind = 'CALL_PARTNER' and subject_id = ${id} and state = 'OPEN'`
const lettersOf = (id: string) => as(all.lead, (ctx) => linkedTo(ctx, id)).then(({ letter }) => letter)

test('what is sent to an agency without an account leaves as a letter with a link that opens, and names nothing', async () => {
  const id = await sent()
  expect(await calls(id), 'nobody has to call').toEqual([])
  expect(await lettersOf(id)).toMatchObject({ mail: MAIL, state: 'QUEUED' })
  await run()
  const [letter] = letters()
  expect(letters()).toHaveLength(1)
  const [token = ''] = tokensIn(letter?.text)
  const [about] =
    await root()`select c.code, r.service from app.referrals r join app.cases c on c.id = r.case_id
    where r.id = ${id}`
  for (const told of [about?.code, about?.service, id, 'CSCOM', 'UNICEF'])
    expect(`${letter?.subject} ${letter?.text}`).not.toContain(told)
  expect(await readLink(token, () => undefined)).toMatchObject({ referralId: id, stands: 'NEW' })
  expect(await lettersOf(id)).toMatchObject({ state: 'SENT', sentAt: expect.any(Date) })
  expect((await linkOf(id)).address).toContain(token)
})

test('a link made by the team goes by letter too, and the one before opens no more', async () => {
  const id = await sent()
  await run()
  const [first = ''] = tokensIn(letters()[0]?.text)
  const second = await linked(id)
  await root()`update app.notice_lines set last_at = last_at - interval '15 minutes' where last_at > '-infinity'`
  await root()`update jobs.outbox set run_at = now() where done_at is null`
  await run()
  expect(tokensIn(letters()[1]?.text)).toContain(second)
  expect(await readLink(first, () => undefined)).toBeUndefined()
})

test('of a link made since by hand nobody reads that it left by letter', async () => {
  const id = await sent()
  await run()
  const shown = async () => {
    const page = await reading(all.lead, (ctx) => prepareLink(ctx, id))
    return 'view' in page ? page.view?.letter : undefined
  }
  expect(await shown()).toMatchObject({ mail: MAIL, state: 'SENT' })
  const address = (mail: string) =>
    root()`update app.directory_entries set mail = ${mail} where partner_code = 'CSCOM_X'`
  await address('')
  await linked(id)
  expect(await shown()).toBeUndefined()
  await address(MAIL)
})

test('a try that is lost carries the same link under the same number', async () => {
  await sent()
  let dies = true
  mail.answers(async ({ to }) => {
    if (!to.includes(MAIL)) return '250 kept'
    if (dies)
      await root()`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'relais_worker' and state <> 'idle'`
    dies = false
    return '250 kept'
  })
  await run().catch(() => {})
  await root()`update jobs.outbox set run_at = now() where done_at is null`
  await run()
  expect(letters()).toHaveLength(2)
  expect(new Set(letters().map(({ messageId }) => messageId)).size).toBe(1)
  expect(new Set(letters().flatMap(({ text }) => tokensIn(text))).size).toBe(1)
})

test('taken back before it leaves, nothing leaves; refused or never sent, somebody calls', async () => {
  const gone = await sent()
  await post(recall, { as: all.supervisor, params: { id: gone }, values: { cancelReason: 'NEED_MET' } })
  await root()`delete from jobs.outbox where subject_id in (select id from app.notices where event = 'cancel')`
  await run()
  expect(letters()).toEqual([])
  const refused = await sent()
  mail.answers(({ to }) => (to.includes(MAIL) ? '550 no such mailbox' : '250 kept'))
  await run()
  expect(await calls(refused)).toEqual([{ reason: 'UNDELIVERED' }])
  const resting = await sent()
  await root()`update app.notices set made_at = made_at - interval '20 minutes', due_at = due_at - interval '20 minutes'
    where referral_id = ${resting}`
  await root()`insert into jobs.outbox (task, body, run_at) values ('end-links', '{}', now())`
  await runDueJobs([endLinks])
  expect(await calls(resting)).toEqual([{ reason: 'UNDELIVERED' }])
})

test('who asks for a code is called: the team is told at once and once, and the code goes by SMS to the directory’s number', async () => {
  const id = await sent()
  const token = await linked(id)
  const browser = new Browser()
  for (let turn = 0; turn < 3; turn += 1) await browser.post(askForCode, { token })
  const told =
    await root()`select to_user, due_at = made_at as now from app.notices where event = 'link.code'`
  expect(told).toEqual([{ to_user: all.lead.id, now: true }])
  expect(await readLink(token, browser.read)).toMatchObject({ bySms: true })
  await run()
  const { code = '', codeSms } = await linkOf(id)
  expect(codeSms).toBe('SENT')
  expect(texts.map(({ to }) => to)).toEqual(['+22300000000'])
  expect(texts[0]?.text).toContain(code)
  expect(letters()[0]?.raw ?? '').not.toContain(code)
})

test('pressed again and again, one SMS a minute leaves and its code stays the right one', async () => {
  const id = await sent()
  const token = await linked(id)
  const browser = new Browser()
  for (let turn = 0; turn < 4; turn += 1) {
    await browser.post(askForCode, { token })
    await run()
  }
  expect(texts).toHaveLength(1)
  expect(texts[0]?.text).toContain((await linkOf(id)).code ?? 'none')
})

test('asked for anew while one is on its way, the code that holds is sent too', async () => {
  const id = await sent()
  const token = await linked(id)
  const browser = new Browser()
  await browser.post(askForCode, { token })
  meanwhile = async () => {
    await root()`update access.links set code_until = code_until - interval '2 minutes' where referral_id = ${id}`
    await browser.post(askForCode, { token })
  }
  await run()
  await run()
  expect(texts.at(-1)?.text).toContain((await linkOf(id)).code ?? 'none')
  expect((await linkOf(id)).codeSms).toBe('SENT')
})

test('an SMS that is refused is said, and a code that is used or over leaves no more', async () => {
  const id = await sent()
  const browser = new Browser()
  const token = await linked(id)
  says = 410
  await browser.post(askForCode, { token })
  await run()
  expect((await linkOf(id)).codeSms).toBe('FAILED')
  expect(await readLink(token, browser.read)).toMatchObject({ bySms: false })
  await browser.post(askForCode, { token })
  await root()`update access.links set code_until = now() - interval '1 second' where referral_id = ${id}`
  texts.length = 0
  await run()
  expect(texts).toEqual([])
})

test('a link that has run out ends, with its account; nobody makes links or reads codes past the worker', async () => {
  const id = await sent()
  await linked(id)
  const { id: link, seed } = await linkOf(id)
  expect(seed).toBeNull()
  await root()`update access.links set made_at = now() - interval '73 hours', expires_at = now() - interval '1 hour'
    where referral_id = ${id}`
  await root()`insert into jobs.outbox (task, body, run_at) values ('end-links', '{}', now())`
  await runDueJobs([endLinks])
  const [row] = await root()`select l.ended_at is not null as over, u.active from access.links l
    join access.users u on u.id = l.id where l.id = ${link}`
  expect(row).toEqual({ over: true, active: false })
  const worker = raw('worker')
  for (const said of ['jobs.end_links(1)', `jobs.make_letter_link(1, '${id}', '${id}', '\\x00')`])
    await expect(worker.unsafe(`select ${said}`)).rejects.toThrow(/claimed|letter/)
  expect(await worker`select * from jobs.take_code(1)`).toEqual([])
  for (const login of ['web', 'partner', 'auth'] as const)
    await expect(raw(login)`select * from jobs.take_code(1)`).rejects.toThrow('permission denied')
  expect(codeOf(Buffer.alloc(32))).toMatch(/^\d{6}$/)
})
