import { beforeAll, beforeEach, expect, test } from 'vitest'
import { POST as base } from '@/app/api/v1/inbox/notices/route'
import { POST as open } from '@/app/api/v1/notices/[id]/open/route'
import { POST as supervisors } from '@/app/api/v1/notices/choices/supervisor/route'
import { POST as team } from '@/app/api/v1/notices/choices/team/route'
import { POST as readAll } from '@/app/api/v1/notices/read/route'
import { POST as remind } from '@/app/api/v1/referrals/[id]/remind/route'
import { listNotices } from '@/lib/desks/account/list-notices'
import { env } from '@/lib/platform/env/env'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { moved, TO_SENT } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let partner: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  partner = await signedIn('PARTNER_FP', 'UNICEF')
})
beforeEach(() => root()`delete from app.notices`)

const sent = () => moved({ lead: lead.id, supervisor: supervisor.id }, TO_SENT)
const asks = (id: string) => root()`update app.referrals set state = 'INFO_REQUESTED', version = version + 1,
  last_verb = 'ask', last_party = 'partner', last_actor_id = ${partner.id}, last_at = clock.casework_now() where id = ${id}`
const listed = (who: SignedIn, query = {}) =>
  reading(who, (ctx) => listNotices(ctx, query)).then(({ view }) => view)
const counted = (who: SignedIn) => as(who, async ({ actor }) => actor.noticesUnread)
const kept = async (line: string) =>
  (await root()`select phone, ways from app.notice_choices where line = ${line}`)[0]

test('what is listed as unread is what the frame counts, and opening one leads to what it is about', async () => {
  const id = await sent()
  await asks(id)
  const before = await listed(lead)
  expect(before.rows.map(({ event }) => event).sort()).toEqual(['ask', 'send'])
  expect(await counted(lead)).toBe(before.counts.unread)
  const asked = before.rows.find(({ event }) => event === 'ask')
  const answer = await post(open, { as: lead, params: { id: asked?.id ?? '' } })
  expect(answer.headers.get('location')).toBe(`/referrals/${id}`)
  expect(await counted(lead)).toBe(1)
  expect((await listed(lead, { tab: 'all' })).rows).toHaveLength(2)
  expect((await post(readAll, { as: lead })).headers.get('location')).toBe('/notices?done=read')
  expect(await counted(lead)).toBe(0)
})

test('nobody opens, reads or counts what another was told, nor what they may not read any more', async () => {
  const id = await sent()
  await asks(id)
  const [one] = (await listed(lead)).rows
  const colleague = await signedIn('SOCIAL_WORKER', 'MOP')
  expect((await post(open, { as: colleague, params: { id: one?.id ?? '' } })).status).toBe(404)
  await post(readAll, { as: colleague })
  expect(await counted(lead)).toBe(2)
  await root()`update app.case_members set until = clock.casework_now() where user_id = ${lead.id}`
  expect([await counted(lead), (await listed(lead)).counts.all]).toEqual([0, 0])
  expect((await post(open, { as: lead, params: { id: one?.id ?? '' } })).status).toBe(404)
  await root()`update app.case_members set until = null where user_id = ${lead.id}`
  expect(await counted(await signedIn('IM'))).toBeNull()
})

test('each reader chooses their own: a number where SMS needs one, a gateway where SMS is to leave', async () => {
  const values = { phone: '', answer: 'SMS', decision: 'HERE', late: 'MAIL', night: 'MORNING' }
  Object.assign(env(), { sms: undefined })
  const without = await post(team, { as: lead, values })
  expect(without.headers.get('location')).toContain('draft=')
  Object.assign(env(), { sms: { url: 'http://127.0.0.1:1', method: 'POST', header: undefined, body: '{}' } })
  const chosen = { ...values, phone: '+223 66 00 00 00' }
  expect((await post(team, { as: lead, values: chosen })).headers.get('location')).toBe(
    '/notices/choices?done=kept',
  )
  expect(await kept(`user:${lead.id}`)).toEqual({
    phone: '+22366000000',
    ways: { ANSWER: 'SMS', DECISION: 'HERE', LATE: 'MAIL' },
  })
  Object.assign(env(), { sms: undefined })
})

test('an emergency and harm cannot be turned off, and an agency not at all', async () => {
  const off = { phone: '', emergency: 'HERE', harm: 'MAIL', turn: 'HERE', late: 'MAIL', night: 'MORNING' }
  expect((await post(supervisors, { as: supervisor, values: off })).headers.get('location')).toContain(
    'draft=',
  )
  expect(await kept(`user:${supervisor.id}`)).toBeUndefined()
  const theirs = { phone: '', emergency: 'MAIL', new: 'HERE', ours: 'MAIL', late: 'MAIL', night: 'ANY' }
  expect((await post(base, { as: partner, values: theirs })).headers.get('location')).toContain('draft=')
  const mail = { ...theirs, new: 'MAIL' }
  expect((await post(base, { as: partner, values: mail })).headers.get('location')).toBe(
    '/inbox/notices?done=kept',
  )
})

test('a second reminder within an hour is refused, and tells nobody', async () => {
  const id = await sent()
  const press = async () => {
    const [row] = await root()`select version from app.referrals where id = ${id}`
    return post(remind, { as: lead, params: { id }, values: { _version: String(row?.version) } })
  }
  expect((await press()).headers.get('location')).toBe(`/referrals/${id}?done=remind`)
  const second = await press()
  expect(second.status).toBe(409)
  const told = await root()`select event from app.notices where referral_id = ${id} and event = 'remind'`
  expect(told).toHaveLength(1)
})

test('harm that supervisors hear tells them at once, and not whoever said it', async () => {
  const id = await sent()
  await root()`insert into app.harm_reports (id, referral_id, case_id, office_id, sensitivity, kind, reported_by)
    select gen_random_uuid(), r.id, r.case_id, r.office_id, r.sensitivity, 'HUMILIATION', ${lead.id} from app.referrals r where r.id = ${id}`
  const rows =
    await root()`select to_user, due_at = made_at as now from app.notices where event = 'harm.reported'`
  expect(rows.some(({ to_user, now }) => to_user === supervisor.id && now)).toBe(true)
  expect(rows.some(({ to_user }) => to_user === lead.id)).toBe(false)
})
