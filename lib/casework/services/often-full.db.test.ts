import { beforeAll, beforeEach, expect, test } from 'vitest'
import { POST as renewOwn } from '@/app/api/v1/services/[id]/renew/route'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { moved, TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let people: { lead: string; supervisor: string }
let agency: SignedIn
let admin: SignedIn
let id: string

beforeAll(async () => {
  people = {
    lead: (await signedIn('SOCIAL_WORKER', 'MOP')).id,
    supervisor: (await signedIn('SUPERVISOR', 'MOP')).id,
  }
  agency = await signedIn('PARTNER_FP', 'UNICEF')
  admin = await signedIn('ADMIN')
  const [row] =
    await root()`select id from app.directory_entries where partner_code = 'UNICEF' and service = 'CP_BIA' and office_id = 'MOP'`
  id = String(row?.id)
})
beforeEach(async () => {
  await root()`update app.directory_entries set asked_at = null, version = 1 where id = ${id}`
  await root()`delete from report.referral_facts where decline_reason is not null`
})

const declines = async (reason: string, times = 1) => {
  for (let one = 0; one < times; one += 1) {
    const referral = await moved(people, TO_ACKNOWLEDGED)
    await root()`update app.referrals set state = 'DECLINED', version = version + 1, last_verb = 'decline', last_party = 'partner',
      reason = ${reason}, last_at = clock.casework_now() where id = ${referral}`
  }
}
const asked = async () =>
  (await root()`select asked_at is not null as asked from app.directory_entries where id = ${id}`)[0]?.asked
const notices = async () =>
  Number((await root()`select count(*) from app.notices where event = 'capacity.asked'`)[0]?.count)

test('three times no place within seven days asks the agency once, and another reason does not', async () => {
  await declines('NOT_ELIGIBLE', 3)
  await declines('NO_CAPACITY', 2)
  expect(await asked()).toBe(false)
  const before = await notices()
  await declines('NO_CAPACITY')
  expect(await asked()).toBe(true)
  const told = await notices()
  expect(told).toBeGreaterThan(before)
  await declines('NO_CAPACITY')
  expect(await notices()).toBe(told)
})

test('what was said longer ago than that counts no more', async () => {
  await declines('NO_CAPACITY', 2)
  await root()`update report.referral_facts set answered_at = answered_at - interval '8 days' where decline_reason = 'NO_CAPACITY'`
  await declines('NO_CAPACITY')
  expect(await asked()).toBe(false)
})

test('the answer ends it, and what was declined before the answer counts no more', async () => {
  await declines('NO_CAPACITY', 3)
  const answer = await post(renewOwn, {
    as: agency,
    params: { id },
    values: { _version: '1', capacity: 'OPEN' },
  })
  expect(answer.headers.get('location')).toBe(`/services/${id}?done=renewed`)
  expect(await asked()).toBe(false)
  await declines('NO_CAPACITY', 2)
  expect(await asked()).toBe(false)
})

test('no login asks, nor takes the mark away without an answer', async () => {
  await root()`update app.directory_entries set asked_at = clock.casework_now() where id = ${id}`
  for (const [who, login] of [
    [agency, 'partner'],
    [admin, 'web'],
  ] as const)
    await expect(
      presenting(
        raw(login),
        who.token,
        (tx) => tx`update app.directory_entries set asked_at = null, version = version + 1 where id = ${id}`,
      ),
      login,
    ).rejects.toThrow(/permission denied/)
  expect(await asked()).toBe(true)
})
