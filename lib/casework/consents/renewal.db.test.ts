import { beforeAll, describe, expect, test } from 'vitest'
import { POST as addConsent } from '@/app/api/v1/cases/[code]/consents/route'
import { myTasks } from '@/lib/casework/tasks/queries'
import { renewedBy } from '@/lib/desks/case-file/renewed'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { part } from '@/lib/testing/factories/rows'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { keepRenewals } from './keep-renewals'

let lead: SignedIn
let member: SignedIn
let supervisor: SignedIn
let agency: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  member = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

/** One look of the job, as the clock begins it. */
const look = async () => {
  await root()`insert into jobs.outbox (task, run_at) values ('keep-renewals', now())`
  expect(await runDueJobs([keepRenewals])).toBe(1)
}

/** A partner at work; its consent ends in so many casework days and covers the sex alone. */
async function running(days: number) {
  const referral = draftReferral()
  const file = ordinaryCase(lead.id, [referral])
  file.members = [...file.members, { userId: member.id, capacity: 'MEMBER' }]
  await insertCases([file])
  await makeReadable(file.id)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set facts = '{sex}' where id = ${referral.id}`
  })
  await walk([referral.id], [...TO_ACKNOWLEDGED, ['accept', 'partner']], supervisor.id)
  await root()`update app.consents set facts = '{sex}', expires_on = (clock.casework_now())::date + ${days}::int
    where id = ${part(referral.id, 'consent')}`
  await root()`update app.shares set until = (clock.casework_now())::date + ${days}::int where referral_id = ${referral.id}`
  const [row] = await root()`select code from app.cases where id = ${file.id}`
  return { id: referral.id, caseId: file.id, code: String(row?.code) }
}
const taskOf = async (id: string) =>
  (
    await root()`select state, outcome, holder_id, (due_at::date - (clock.casework_now())::date)::int as days
      from app.tasks where kind = 'RENEW_CONSENT' and subject_id = ${id}`
  )[0]
const yes = {
  purpose: 'REFERRAL',
  partner: 'UNICEF',
  service: 'CP_BIA',
  answer: 'GIVEN',
  giver: 'SELF',
  mode: 'SIGN',
}
const say = (code: string, values: Record<string, string | string[]>) =>
  post(addConsent, { as: lead, params: { code }, values, json: true })
const reads = async (id: string) =>
  (
    await presenting(
      raw('partner'),
      agency.token,
      (tx) => tx`select stage from app.shares where referral_id = ${id} order by stage`,
    )
  ).map(({ stage }) => stage)

describe('a consent that a partner at work rests on', () => {
  test('is to be renewed from fourteen days before its end, once, by the lead', async () => {
    const [soon, later] = [await running(14), await running(15)]
    await look()
    await look()
    expect(await taskOf(soon.id)).toEqual({ state: 'OPEN', outcome: null, holder_id: lead.id, days: 7 })
    expect(await taskOf(later.id)).toBeUndefined()
    const seenBy = async (who: SignedIn) =>
      (await as(who, (ctx) => myTasks(ctx, 'TEAM'))).map(({ subjectId }) => subjectId)
    expect(await seenBy(lead)).toContain(soon.id)
    expect(await seenBy(member)).not.toContain(soon.id)
  })

  test('past its last day still waits to be asked for', async () => {
    const { id } = await running(-1)
    await look()
    expect(await taskOf(id)).toMatchObject({ state: 'OPEN', days: 0 })
    expect(await reads(id)).toEqual([])
  })

  test('is renewed by a new yes: the task goes, and the partner reads until the new last day', async () => {
    const { id, code } = await running(-1)
    await look()
    expect(await (await say(code, { ...yes, facts: ['sex', 'age_band'] })).json()).toMatchObject({
      location: expect.stringContaining('done=consent'),
    })
    expect(await taskOf(id)).toMatchObject({ state: 'DONE', outcome: 'RENEWED' })
    expect(await reads(id)).toEqual([1, 2])
    const [row] = await root()`select r.state, c.facts, s.until = c.expires_on as dated, e.verb, e.party
      from app.referrals r join app.consents c on c.id = r.consent_id
        join app.shares s on s.referral_id = r.id and s.stage = 2
        join app.referral_events e on e.referral_id = r.id and e.version = r.version where r.id = ${id}`
    expect(row).toEqual({
      state: 'ACCEPTED',
      facts: ['sex', 'age_band'],
      dated: true,
      verb: 'renew',
      party: 'system',
    })
  })

  test('is not renewed by a yes that covers less than what is shared, nor by one for somebody else', async () => {
    const { id, code } = await running(3)
    await look()
    await say(code, { ...yes, facts: ['age_band'] })
    await say(code, { ...yes, partner: 'SAVE', facts: ['sex'] })
    expect(await taskOf(id)).toMatchObject({ state: 'OPEN' })
    const [row] = await root()`select consent_id from app.referrals where id = ${id}`
    expect(row?.consent_id).toBe(part(id, 'consent'))
  })

  test('is asked for no more once the person said no, or the referral is over', async () => {
    const [refused, over] = [await running(3), await running(3)]
    await look()
    await say(refused.code, { purpose: 'REFERRAL', partner: 'UNICEF', service: 'CP_BIA', answer: 'REFUSED' })
    expect(await taskOf(refused.id)).toMatchObject({ state: 'DROPPED', outcome: 'ENDED' })
    await root()`update app.referrals set state = 'CANCELLED', version = version + 1, last_verb = 'cancel',
      last_party = 'supervisor', reason = 'MISTAKE' where id = ${over.id}`
    expect(await taskOf(over.id)).toMatchObject({ state: 'DROPPED', outcome: 'ENDED' })
    await look()
    expect(await taskOf(over.id)).toMatchObject({ state: 'DROPPED' })
  })

  test('is asked for, and renewed, only while its partner reads; the task goes when the reading ends', async () => {
    const [old, young] = [await running(3), await running(3)]
    const settled = (id: string, days: number) =>
      root().begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update app.referrals set state = 'COMPLETED',
          reading_since = clock.casework_now() - ${days}::int * interval '1 day' where id = ${id}`
      })
    await settled(young.id, 29)
    await look()
    expect(await taskOf(old.id)).toMatchObject({ state: 'OPEN' })
    expect(await taskOf(young.id)).toMatchObject({ state: 'OPEN' })
    const page = async ({ id, caseId }: typeof old) =>
      (await as(lead, (ctx) => renewedBy(ctx, caseId, id)))?.values.partner
    expect([await page(old), await page(young)]).toEqual(['UNICEF', 'UNICEF'])
    await settled(old.id, 31)
    await look()
    expect(await taskOf(old.id)).toMatchObject({ state: 'DROPPED', outcome: 'ENDED' })
    expect(await taskOf(young.id)).toMatchObject({ state: 'OPEN' })
    expect(await page(old)).toBeUndefined()
    await say(old.code, { ...yes, facts: ['sex'] })
    const [row] = await root()`select r.consent_id, (select count(*)::int from app.referral_events e
      where e.referral_id = r.id and e.verb = 'renew') as renewed from app.referrals r where r.id = ${old.id}`
    expect(row, 'nothing is read any more, and nothing says so').toEqual({
      consent_id: part(old.id, 'consent'),
      renewed: 0,
    })
  })

  test('that a colleague did not confirm is not asked for again as if it stood', async () => {
    const { id, caseId } = await running(3)
    await root()`update app.consents set confirm_by = 'COLLEAGUE' where id = ${part(id, 'consent')}`
    await look()
    expect(await taskOf(id)).toMatchObject({ state: 'OPEN' })
    await root()`delete from app.tasks where subject_id = ${id}`
    await root()`insert into app.consent_confirmations (consent_id, case_id, office_id, sensitivity, says, by_id, by_role, at)
      values (${part(id, 'consent')}, ${caseId}, 'MOP', 'S3', 'NO', ${supervisor.id}, 'SUPERVISOR', clock.casework_now())`
    await look()
    expect(await taskOf(id)).toBeUndefined()
  })

  test('cannot be moved to another consent by hand', async () => {
    const { id, code } = await running(3)
    await say(code, { ...yes, facts: ['age_band'] })
    const [other] = await root()`select c.id from app.consents c join app.cases k on k.id = c.case_id
      where k.code = ${code} and c.facts = '{age_band}'`
    for (const party of ['system', 'team'])
      await expect(
        presenting(
          raw('web'),
          lead.token,
          (
            tx,
          ) => tx`update app.referrals set consent_id = ${String(other?.id)}, version = version + 1, last_verb = 'renew',
            last_party = ${party}, last_actor_id = ${party === 'team' ? lead.id : null} where id = ${id}`,
        ),
        party,
      ).rejects.toThrow()
    await expect(
      presenting(raw('web'), member.token, (tx) => tx`select app.carry_over(${String(other?.id)})`),
    ).rejects.toThrow(/not an answer of this moment/)
  })
})
