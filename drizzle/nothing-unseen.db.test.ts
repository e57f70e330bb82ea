import { beforeAll, describe, expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_ACCEPTED, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'

let lead: SignedIn
let agency: SignedIn
let caseId: string
let offered: string
let accepted: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
  const supervisor = await signedIn('SUPERVISOR', 'MOP')
  const [first, second] = [draftReferral(), draftReferral()]
  const record = ordinaryCase(lead.id, [first, second])
  await insertCases([record])
  await walk([first.id], TO_ACKNOWLEDGED, supervisor.id)
  await walk([second.id], TO_ACCEPTED, supervisor.id)
  caseId = record.id
  offered = first.id
  accepted = second.id
})

/** As whoever it is, with what waits for the end of the transaction judged too; nothing stays. */
const attemptAs = (who: SignedIn, statements: readonly string[]) =>
  presenting(raw(who.kind === 'partner' ? 'partner' : 'web'), who.token, async (tx) => {
    for (const statement of statements) await tx.unsafe(statement)
    await tx.unsafe('set constraints all immediate')
    throw { code: 'taken back' }
  }).catch((error: { code?: string }) => error.code)
const attempt = (...statements: string[]) => attemptAs(lead, statements)

const opens = (kind: string, type: string, id: string, due: string, why = 'null') =>
  `select app.open_task('${kind}', '${type}', '${id}', null, ${due}, ${why})`
const move = (verb: string, state: string, party: string, version: number, more = '') =>
  `update app.referrals set state = '${state}', last_verb = '${verb}', last_party = '${party}', last_channel = 'APP',
    last_actor_id = (select access.actor_id()), last_at = (select clock.casework_now()), version = ${version}, due_at = null,
    due_kind = null ${more}`
const versionOf = async (id: string) => {
  const [row] = await root()`select version from app.referrals where id = ${id}`
  return Number(row?.version)
}
const answer = `insert into app.consents (id, case_id, office_id, sensitivity, purpose, partner_code, service, status, giver, legal_basis,
    reason, rule, confirm_by, situation, wording_version, recorded_by, given_at, key_id, detail, expires_on)
  select gen_random_uuid(), p.case_id, p.office_id, p.sensitivity, 'REFERRAL', 'CSREF', 'MED_HOSP', 'NOT_POSSIBLE', 'NONE', 'VITAL',
    'DEATH_RISK', 'VITAL', 'COLLEAGUE', '{"capacity":"CANNOT","danger":"VITAL","doubt":"UNCONSCIOUS"}', '2014-2', access.actor_id(),
    clock.casework_now(), p.key_id, '', clock.casework_now()::date + 30
  from app.people p where p.case_id = '%' and p.standing = 'PRINCIPAL'`

describe('a deed that somebody has to know of', () => {
  const deeds = () => [
    {
      deed: `insert into app.call_clearances (case_id, user_id, reason) values ('${caseId}', '${lead.id}', 'ASKED_NOW')`,
      task: opens('CALLED_ANYWAY', 'case', caseId, "clock.casework_now() + interval '1 hour'"),
    },
    {
      deed: `insert into app.danger_flags (case_id, office_id, sensitivity, discipline, code, raised_by, review_on)
        values ('${caseId}', 'MOP', 'S3', 'SOCIAL_WORKER', 'SUICIDE', '${lead.id}', clock.casework_now()::date + 3)`,
      task: opens('SEE_DANGER', 'case', caseId, "clock.casework_now() + interval '1 hour'", "'SUICIDE'"),
    },
    {
      deed: `insert into app.harm_reports (id, referral_id, case_id, office_id, sensitivity, kind, reported_by)
        values (gen_random_uuid(), '${accepted}', '${caseId}', 'MOP', 'S3', 'VIOLENCE', '${lead.id}')`,
      task: `select app.open_task('HARM', 'referral', '${accepted}', null, (select date_trunc('milliseconds', due_at)
        from app.harm_reports where referral_id = '${accepted}'), 'VIOLENCE')`,
    },
    {
      deed: answer.replace('%', caseId),
      task: opens(
        'CONFIRM_VITAL',
        'case',
        caseId,
        "clock.casework_now() + interval '1 hour'",
        "'DEATH_RISK'",
      ),
    },
  ]

  test.each([0, 1, 2, 3])('is undone without the task that tells them (%i)', async (index) => {
    const { deed, task } = deeds()[index] ?? { deed: '', task: '' }
    expect(await attempt(deed)).toBe('23514')
    expect(await attempt(deed, task)).toBe('taken back')
  })

  test('is a partner’s refusal and a partner’s yes as well', async () => {
    const version = (await versionOf(offered)) + 1
    const where = `, answered_at = (select clock.casework_now())`
    const no = `${move('decline', 'DECLINED', 'partner', version, `${where}, reason = 'NO_CAPACITY'`)} where id = '${offered}'`
    const yes = `${move('accept', 'ACCEPTED', 'partner', version, `${where}, reason = null`)
      .replace('due_at = null', "due_at = (select clock.casework_now()) + interval '1 hour'")
      .replace('due_kind = null', "due_kind = 'feedback'")} where id = '${offered}'`
    const soon = "clock.casework_now() + interval '1 hour'"
    expect(await attemptAs(agency, [no])).toBe('23514')
    expect(
      await attemptAs(agency, [no, opens('NEXT_STEP', 'referral', offered, soon, "'NEXT_PROVIDER'")]),
    ).toBe('taken back')
    expect(await attemptAs(agency, [yes])).toBe('23514')
    expect(await attemptAs(agency, [yes, opens('TELL_PERSON', 'referral', offered, soon)])).toBe('taken back')
  })
})

describe('an answer that is taken back', () => {
  const withdraw = (id: string) =>
    `update app.consents set status = 'WITHDRAWN', withdrawn_at = (select clock.casework_now()), version = version + 1
      where id = (select consent_id from app.referrals where id = '${id}')`

  test('takes along the referral that rested on it and its slips, or stays', async () => {
    const stop = `${move('withdraw-consent', 'CONSENT_WITHDRAWN', 'team', (await versionOf(accepted)) + 1, ", reason = 'NOT_SAID'")}
      where id = '${accepted}'`
    const end = `update app.shares set ended_at = (select clock.casework_now()) where referral_id = '${accepted}' and ended_at is null`
    expect(await attempt(withdraw(accepted))).toBe('23514')
    expect(await attempt(withdraw(accepted), end)).toBe('23514')
    expect(await attempt(withdraw(accepted), stop, end)).toBe('taken back')
  })
})

test('a slip ends with what ends sharing, not under a reminder', async () => {
  const remind = `update app.referrals set last_verb = 'remind', last_party = 'team', last_channel = 'APP',
    last_actor_id = (select access.actor_id()), last_at = (select clock.casework_now()), version = version + 1 where id = '${offered}'`
  const end = `update app.shares set ended_at = (select clock.casework_now()) where referral_id = '${offered}' and ended_at is null`
  expect(await attempt(remind)).toBe('taken back')
  expect(await attempt(remind, end)).toBe('23514')
})

describe('“do not call”', () => {
  const lift = () =>
    `update app.cases set do_not_contact = false, version = version + 1 where id = '${caseId}'`
  const note = (way: string) =>
    `update app.people set safe_contact = '${way}', version = version + 1 where case_id = '${caseId}' and standing = 'PRINCIPAL'`

  test('is lifted by a way of contact that allows calls, noted now, and by nothing else', async () => {
    await root()`update app.cases set do_not_contact = true where id = ${caseId}`
    await root()`update app.people set safe_contact = 'CALL_OK' where case_id = ${caseId}`
    expect(await attempt(lift())).toBe('23514')
    expect(await attempt(note('IN_PERSON'), lift())).toBe('23514')
    expect(await attempt(note('CALL_TIMES'), lift())).toBe('taken back')
    await root()`update app.cases set do_not_contact = false where id = ${caseId}`
  })
})

describe('what is sealed', () => {
  test('has an end', async () => {
    const write = (
      bytes: number,
    ) => `insert into app.notes (id, case_id, office_id, sensitivity, compartment, key_id, body, written_by,
        written_at)
      select gen_random_uuid(), p.case_id, 'MOP', 'S3', 'TEAM', p.key_id, decode(repeat('00', ${bytes}), 'hex'), '${lead.id}',
        clock.casework_now() from app.people p where p.case_id = '${caseId}' and p.standing = 'PRINCIPAL'`
    expect(await attempt(write(262_144))).toBe('taken back')
    expect(await attempt(write(262_145))).toBe('23514')
  })

  test('has a key that belongs to it: nobody keeps keys of nothing', async () => {
    const key = (
      scope: string,
      owner: string,
      of: string,
    ) => `insert into vault.keys (id, scope, ${owner}, office_id, sensitivity, wrapped
        ${of}) values (gen_random_uuid(), '${scope}', gen_random_uuid(), 'MOP', 'S3', '' ${of && `, '${caseId}'`})`
    expect(await attempt(key('SHARE', 'share_id', ', case_id'))).toBe('23514')
    expect(await attempt(key('PSEA', 'report_id', ''))).toBe('23514')
    const long = `insert into vault.keys (id, scope, compartment, case_id, office_id, sensitivity, wrapped)
      values (gen_random_uuid(), 'CASE', 'SOCIAL_WORKER', '${caseId}', 'MOP', 'S3', decode(repeat('00', 1025), 'hex'))`
    expect(await attempt(long)).toBe('23514')
  })
})
