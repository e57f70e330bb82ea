import { beforeAll, describe, expect, test } from 'vitest'
import { POST as confirm } from '@/app/api/v1/consents/[id]/confirm/route'
import { listToConfirm, restingOn } from '@/lib/casework/consents/to-confirm'
import { historyFault, type ReferralEvent } from '@/lib/casework/referrals/machine/events'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { part } from '@/lib/testing/factories/rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, TO_APPROVED, walk } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn
let agency: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('LAWYER', 'GAO')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

type Steps = Parameters<typeof walk>[1]
/** An emergency: what leaves rests on a danger to life that a second colleague has to confirm. */
async function vital(steps: Steps = TO_ACKNOWLEDGED, hoursAgo = 2) {
  const referral = draftReferral({ consentStatus: 'NOT_POSSIBLE' })
  const file = ordinaryCase(lead.id, [referral])
  await insertCases([file])
  await walk([referral.id], steps, supervisor.id)
  await root()`update app.consents set legal_basis = 'VITAL', giver = 'NONE', reason = 'DEATH_RISK', confirm_by = 'COLLEAGUE',
    situation = '{"danger":"VITAL"}', given_at = clock.casework_now() - ${hoursAgo}::int * interval '1 hour'
    where id = ${part(referral.id, 'consent')}`
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set emergency_path = true where id = ${referral.id}`
  })
  return { id: referral.id, caseId: file.id, consent: part(referral.id, 'consent') }
}
const say = async (who: SignedIn, id: string, says: 'YES' | 'NO') =>
  (
    await post(confirm, {
      as: who,
      params: { id },
      values: { says, unconfirmedFor: says === 'NO' ? 'TOO_LITTLE_KNOWN' : '' },
      json: true,
    })
  ).status
const reads = async (id: string) =>
  (
    await presenting(
      raw('partner'),
      agency.token,
      (tx) => tx`select stage from app.shares where referral_id = ${id} order by stage`,
    )
  ).map(({ stage }) => stage)
const stateOf = async (id: string) =>
  (
    await root()`select state, reason, last_party, due_at, ended_at is not null as ended from app.referrals where id = ${id}`
  )[0]

describe('a danger to life that a colleague has to confirm', () => {
  test('is read without a code of the case, also by a supervisor of its own office', async () => {
    const { consent, caseId } = await vital()
    for (const reader of [elsewhere, supervisor]) {
      const row = (await as(reader, (ctx) => listToConfirm(ctx))).find(({ id }) => id === consent)
      expect([row?.kind, row?.caseCode]).toEqual(['COLLEAGUE', null])
      expect(JSON.stringify(row)).not.toContain(caseId)
    }
  })

  const due = (hours: number) => new Date(Date.UTC(2014, 5, 30, 9) + hours * 3_600_000)
  const queued = async (caseId: string) =>
    (await as(supervisor, (ctx) => waitingPage(ctx, { size: 500 }))).rows.some(
      ({ subjectId }) => subjectId === caseId,
    )

  test('is not the supervisor’s from the start, and is once a day has passed', async () => {
    const { caseId } = await vital()
    const about = { kind: 'CONFIRM_VITAL' as const, subject: { type: 'case' as const, id: caseId } }
    const [now] = await root()`select clock.casework_now() as at`
    const from = (hours: number) => new Date((now?.at ?? due(0)).getTime() + hours * 3_600_000)
    await insertTask({ ...about, due: from(24) })
    expect(await queued(caseId)).toBe(false)
    await insertTask({ ...about, due: from(-1) })
    expect(await queued(caseId)).toBe(true)
  })

  test('unconfirmed after a day shares nothing further, and the partner keeps what it has', async () => {
    const gap = async (id: string) =>
      (await root()`select app.sending_problem(r) as gap from app.referrals r where r.id = ${id}`)[0]?.gap
    const [intime, late] = [await vital(TO_APPROVED, 23), await vital(TO_APPROVED, 25)]
    expect([await gap(intime.id), await gap(late.id)]).toEqual([null, 'COVER_GONE'])
    const sent = await vital([...TO_ACKNOWLEDGED, ['accept', 'partner']], 25)
    expect(await reads(sent.id)).toEqual([1, 2])
    expect(await stateOf(sent.id)).toMatchObject({ state: 'ACCEPTED' })
  })

  test('refused is recalled: the referral ends and nobody reads it, in the same transaction', async () => {
    for (const steps of [
      TO_APPROVED,
      TO_ACKNOWLEDGED,
      [...TO_ACKNOWLEDGED, ['accept', 'partner']] as Steps,
    ]) {
      const { id, consent } = await vital(steps)
      await root()`insert into jobs.outbox (task, subject_id, run_at) values ('send-referral', ${id}, now())`
      expect(await say(elsewhere, consent, 'NO')).toBe(200)
      expect(await stateOf(id)).toEqual({
        state: 'CONSENT_WITHDRAWN',
        reason: 'NOT_CONFIRMED',
        last_party: 'system',
        due_at: null,
        ended: true,
      })
      expect(await reads(id)).toEqual([])
      expect(await root()`select from jobs.outbox where subject_id = ${id}`).toHaveLength(0)
      const events =
        await root()`select verb, nullif(from_state, '') as "from", to_state as "to", at, party as by
        from app.referral_events where referral_id = ${id} order by id`
      expect(historyFault([...events] as never as ReferralEvent[])).toBeNull()
    }
  })

  test('leaves another referral of the case alone, and a referral that is over as it ended', async () => {
    const { id, consent } = await vital([...TO_ACKNOWLEDGED, ['accept', 'partner'], ['complete', 'partner']])
    // Said before the button: it stops nothing, and the partner loses what it reads.
    expect(await as(elsewhere, (ctx) => restingOn(ctx, consent))).toEqual([
      { partner: 'UNICEF', service: 'CP_BIA', state: 'COMPLETED', stops: false },
    ])
    await insertTask({ kind: 'RENEW_CONSENT', subject: { type: 'referral', id } })
    await say(elsewhere, consent, 'NO')
    expect(await stateOf(id)).toMatchObject({ state: 'COMPLETED' })
    expect(await reads(id)).toEqual([])
    expect(
      await root()`select state, outcome from app.tasks where kind = 'RENEW_CONSENT' and subject_id = ${id}`,
    ).toEqual([{ state: 'DROPPED', outcome: 'ENDED' }])
  })

  test('lists what runs as stopping, and nothing that nobody reads any more', async () => {
    const { id, consent } = await vital()
    expect(await as(elsewhere, (ctx) => restingOn(ctx, consent))).toMatchObject([
      { state: 'ACKNOWLEDGED', stops: true },
    ])
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.referrals set state = 'COMPLETED',
        reading_since = clock.casework_now() - interval '90 days' where id = ${id}`
    })
    expect(await reads(id)).toEqual([])
    expect(await as(elsewhere, (ctx) => restingOn(ctx, consent))).toEqual([])
  })

  test('is nobody’s to recall who did not say no', async () => {
    const { id } = await vital()
    await expect(
      presenting(
        raw('web'),
        lead.token,
        (
          tx,
        ) => tx`update app.referrals set state = 'CONSENT_WITHDRAWN', version = version + 1, last_verb = 'withdraw-consent',
          last_party = 'system', last_actor_id = null, reason = 'NOT_CONFIRMED', due_at = null, due_kind = null where id = ${id}`,
      ),
    ).rejects.toThrow()
    await expect(
      presenting(raw('web'), lead.token, (tx) => tx`select app.recall(${part(id, 'consent')})`),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('a no to the file itself', () => {
  /** An open case whose own consent waits for a supervisor, with a referral that rests on the person's own yes. */
  async function waiting() {
    const referral = draftReferral()
    const file = ordinaryCase(lead.id, [referral])
    await insertCases([file])
    await walk([referral.id], [...TO_ACKNOWLEDGED, ['accept', 'partner']], supervisor.id)
    const [key] = await root()`select id from vault.keys where case_id = ${file.id} and compartment = 'TEAM'`
    const answer = async (id: string, purpose: string, confirmBy: string | null, hoursAgo: number) =>
      root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, given_at,
        recorded_by, legal_basis, reason, confirm_by, key_id, detail)
        values (${id}, ${file.id}, 'MOP', 'S3', ${purpose}, ${confirmBy ? 'ASSENT' : 'GIVEN'}, 'SELF', '2014-2',
          clock.casework_now() - ${hoursAgo}::int * interval '1 hour', ${lead.id}, ${confirmBy ? 'BEST_INTERESTS' : 'CONSENT'},
          ${confirmBy ? 'NOBODY' : null}, ${confirmBy}, ${String(key?.id)}, '\\x00')`
    await answer(part(file.id, 'file'), 'CASE_MGMT', 'SUPERVISOR', 5)
    await answer(part(file.id, 'stats'), 'STATS', null, 5)
    return { id: referral.id, caseId: file.id, file: part(file.id, 'file'), answer }
  }
  const caseOf = async (id: string) =>
    (
      await root()`select state, closure_reason, closure_asked_by, next_due_at, last_party from app.cases where id = ${id}`
    )[0]

  test('says nothing in the person’s name: her yes, the case and what rests on its own answer stand', async () => {
    const { id, caseId, file } = await waiting()
    await insertTask({ kind: 'NEXT_STEP', subject: { type: 'case', id: caseId } })
    expect(await as(supervisor, (ctx) => restingOn(ctx, file))).toEqual([])
    expect(await say(supervisor, file, 'NO')).toBe(200)
    expect(await caseOf(caseId)).toMatchObject({ state: 'OPEN', closure_reason: null })
    expect(await stateOf(id)).toMatchObject({ state: 'ACCEPTED' })
    expect(await reads(id)).toEqual([1, 2])
    const [yes] = await root()`select status, withdrawn_at from app.consents where id = ${file}`
    expect(yes).toEqual({ status: 'ASSENT', withdrawn_at: null })
    const [word] =
      await root()`select says, by_id, reason from app.consent_confirmations where consent_id = ${file}`
    expect(word).toEqual({ says: 'NO', by_id: supervisor.id, reason: 'TOO_LITTLE_KNOWN' })
    expect(
      await root()`select from app.case_events where case_id = ${caseId} and verb = 'withdraw-case-consent'`,
    ).toHaveLength(0)
  })

  const searching = async (caseId: string) =>
    (
      await root()`select state, holder_id, reason from app.tasks where case_id = ${caseId} and kind = 'FIND_BASIS'`
    )[0]

  test('gives the lead the search for another basis, which ends with a newer answer', async () => {
    const { caseId, file, answer } = await waiting()
    await say(supervisor, file, 'NO')
    expect(await searching(caseId)).toEqual({ state: 'OPEN', holder_id: lead.id, reason: 'CASE_MGMT' })
    await answer(part(caseId, 'again'), 'CASE_MGMT', 'SUPERVISOR', 0)
    expect(await searching(caseId)).toMatchObject({ state: 'DONE' })
    expect((await as(supervisor, (ctx) => listToConfirm(ctx))).map(({ id }) => id)).toContain(
      part(caseId, 'again'),
    )
  })

  test('has no right left to move a case or to end an answer', async () => {
    const [rights] = await root()`select
      has_column_privilege('relais_definer', 'app.cases', 'state', 'UPDATE') as moves,
      has_column_privilege('relais_definer', 'app.consents', 'status', 'UPDATE') as ends`
    expect(rights).toEqual({ moves: false, ends: false })
  })

  test('stops nothing when the person has said yes themselves since, and nobody looks for what is found', async () => {
    const { id, caseId, file, answer } = await waiting()
    await answer(part(caseId, 'later'), 'CASE_MGMT', null, 1)
    await say(supervisor, file, 'NO')
    expect(await caseOf(caseId)).toMatchObject({ state: 'OPEN' })
    expect(await stateOf(id)).toMatchObject({ state: 'ACCEPTED' })
    expect(await searching(caseId)).toBeUndefined()
  })
})
