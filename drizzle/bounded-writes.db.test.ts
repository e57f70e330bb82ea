import { beforeAll, describe, expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_APPROVED, walk } from '@/lib/testing/factories/walk'

let lead: SignedIn
let caseId: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const record = ordinaryCase(lead.id, [])
  await insertCases([record])
  caseId = record.id
})

const attempt = (statement: string) =>
  presenting(raw('web'), lead.token, async (tx) => {
    await tx.unsafe(statement)
    throw { code: 'taken back' }
  }).catch((error: { code?: string }) => error.code)

describe('what counts refusals', () => {
  test('has an end: an office meets so many people in a day', async () => {
    const many = (n: number) => `select app.count_no('MOP', 'F', 'A18_59') from generate_series(1, ${n})`
    expect(await attempt(many(200))).toBe('taken back')
    expect(await attempt(many(201))).toBe('23514')
  })

  test('ends a draft that nobody agreed to, and none whose person said yes', async () => {
    const draft = { ...ordinaryCase(lead.id, []), draft: true as const }
    await insertCases([draft])
    await root()`delete from app.consents where case_id = ${draft.id}`
    expect(await attempt(`select app.drop_draft('${draft.id}')`)).toBe('taken back')
    await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, recorded_by, key_id, detail)
      select gen_random_uuid(), p.case_id, p.office_id, p.sensitivity, 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2', ${lead.id}, p.key_id, ''
      from app.people p where p.case_id = ${draft.id} and p.standing = 'PRINCIPAL'`
    expect(await attempt(`select app.drop_draft('${draft.id}')`)).toBe('42501')
  })
})

describe('best interests', () => {
  const answer = `insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, legal_basis, reason, rule, confirm_by,
      wording_version, recorded_by, given_at, key_id, detail, expires_on)
    select gen_random_uuid(), p.case_id, p.office_id, p.sensitivity, 'CASE_MGMT', 'NOT_POSSIBLE', 'NONE', 'BEST_INTERESTS', 'PARENT_DANGER',
      'CARER_OUT', 'SUPERVISOR', '2014-2', access.actor_id(), clock.casework_now(), p.key_id, '', clock.casework_now()::date + 30
    from app.people p where p.case_id = '%' and p.standing = 'PRINCIPAL'`

  test('decide for a child, never for an adult', async () => {
    await root()`update app.people set birth_year = 2006 where case_id = ${caseId}`
    expect(await attempt(answer.replace('%', caseId))).toBe('taken back')
    await root()`update app.people set birth_year = 1980 where case_id = ${caseId}`
    expect(await attempt(answer.replace('%', caseId))).toBe('23514')
  })
})

/** The same as `attempt`, with what waits for the end of the transaction judged too. */
const attemptWhole = (statement: string) => attempt(`${statement}; set constraints all immediate`)

describe('a risk', () => {
  const change = (risk: string) =>
    `update app.cases set risk = '${risk}', version = version + 1 where id = '${caseId}'`
  const rate = (proposed: string, chosen: string, reason = 'null') =>
    `insert into app.case_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, rules, chosen_risk, lower_reason, rated_by, rated_at)
      values ('${caseId}', 'MOP', 'S3', '${proposed}', false, '{}', '${chosen}', ${reason}, access.actor_id(), clock.casework_now())`

  test('changes only as it was rated by this person now', async () => {
    await root()`update app.cases set risk = 'HIGH' where id = ${caseId}`
    expect(await attempt(change('LOW'))).toBe('23514')
    expect(await attempt(`${rate('LOW', 'MEDIUM')}; ${change('LOW')}`)).toBe('23514')
    expect(await attempt(`${rate('LOW', 'LOW')}; ${change('LOW')}`)).toBe('taken back')
  })

  test('below what was proposed has a reason, and goes before a supervisor', async () => {
    expect(await attempt(rate('HIGH', 'LOW'))).toBe('23514')
    expect(await attempt(rate('HIGH', 'LOW', "'SAFE_NOW'"))).toBe('taken back')
    expect(await attemptWhole(rate('HIGH', 'LOW', "'SAFE_NOW'"))).toBe('23514')
    expect(await attemptWhole(rate('HIGH', 'HIGH'))).toBe('taken back')
  })
})

describe('what the write path keeps', () => {
  const spend = (n: number) => `insert into app.spent_keys (user_id, key, body_mac, status, location)
    select access.actor_id(), gen_random_uuid(), sha256(''), 303, '/' from generate_series(1, ${n})`

  test('stays spent: nobody takes a key of their own back', async () => {
    expect(await attempt(`${spend(1)}; delete from app.spent_keys`)).toBe('42501')
  })

  test('has an end a day, whatever time is claimed', async () => {
    await root()`insert into app.spent_keys (user_id, key, body_mac, status, location)
      select ${lead.id}, gen_random_uuid(), sha256(''), 303, '/' from generate_series(1, 4998)`
    expect(await attempt(spend(2))).toBe('taken back')
    expect(await attempt(spend(3))).toBe('23514')
    await root()`delete from app.spent_keys where user_id = ${lead.id}`
  })

  test('without a person goes with a report that was told', async () => {
    expect(await attempt("insert into app.unsigned_keys (key_mac) values (sha256('a'))")).toBe('23514')
  })

  test('of drafts is the latest twenty, whoever writes them', async () => {
    await presenting(
      raw('web'),
      lead.token,
      (tx) => tx`insert into app.drafts (id, user_id, form, sealed, at)
        select gen_random_uuid(), ${lead.id}, 'alert.raise', '', now() + n * interval '1 day' from generate_series(1, 50) n`,
    )
    const [row] =
      await root()`select count(*)::int as n, max(at) <= now() as now from app.drafts where user_id = ${lead.id}`
    expect(row).toEqual({ n: 20, now: true })
  })
})

describe('a job', () => {
  test('is ended only by the transaction that claimed it, and a referral that still waits is not sent', async () => {
    const referral = draftReferral()
    await insertCases([ordinaryCase(lead.id, [referral])])
    const supervisor = await signedIn('SUPERVISOR', 'MOP')
    await walk([referral.id], TO_APPROVED, supervisor.id)
    const [job] = await root()`insert into jobs.outbox (task, subject_id, run_at)
      values ('send-referral', ${referral.id}, now()) returning id`
    const worker = raw('worker')
    for (const way of ["finish(%, 'SENT')", "set_aside(%, 'Error', null)"]) {
      const call = `select jobs.${way.replace('%', String(job?.id))}`
      await expect(worker.unsafe(call), way).rejects.toThrow(/claimed here/)
    }
    const claimed = worker.begin(async (tx) => {
      await tx`select from jobs.claim(array['send-referral'])`
      await tx`select jobs.finish(${job?.id}, 'SENT')`
    })
    await expect(claimed).rejects.toThrow(/claimed here/)
    const [row] = await root()`select done_at, failed_at, attempts from jobs.outbox where id = ${job?.id}`
    expect(row).toEqual({ done_at: null, failed_at: null, attempts: 0 })
    await root()`delete from jobs.outbox where id = ${job?.id}`
  })
})

describe('what is answered', () => {
  const ask = async (token: string, call: string) =>
    (await presenting(raw('web'), token, (tx) => tx.unsafe(`select ${call} as said`)))[0]?.said

  test('about partners is nothing without a session', async () => {
    expect(await ask('', "app.answer_rate('UNICEF', 'CP_BIA')")).toBeNull()
    expect(await ask(lead.token, "app.answer_rate('UNICEF', 'CP_BIA')")).toMatchObject({
      accepted: 0,
      silent: 0,
      days: null,
    })
  })

  test('about who can act ends with the asker’s reach', async () => {
    const beside = await signedIn('SOCIAL_WORKER', 'MOP')
    const call = `app.colleague_can_act('${lead.id}', '${caseId}')`
    expect(await ask(lead.token, call)).toBe(true)
    expect(await ask(beside.token, call)).toBe(false)
    for (const inner of [
      `app.able_colleague('${lead.id}', '${caseId}')`,
      `app.able_supervisor('${lead.id}', '${caseId}', 'MOP', 'S4')`,
    ])
      expect(await attempt(`select ${inner}`), inner).toBe('42501')
  })
})
