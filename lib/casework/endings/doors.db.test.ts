import { beforeAll, describe, expect, test } from 'vitest'
import { POST as answer } from '@/app/api/v1/cases/[code]/consent/route'
import { POST as finish } from '@/app/api/v1/cases/[code]/finish/route'
import { POST as identity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as safety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as situation } from '@/app/api/v1/cases/[code]/situation/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { POST as confirm } from '@/app/api/v1/consents/[id]/confirm/route'
import { identityPlace, noIdentity } from '@/lib/casework/people/identity'
import { dropLeftDrafts } from '@/lib/casework/registration/drop-left-drafts'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { plan } from '@/lib/platform/jobs/schedule'
import { unwrap } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { adult, alone, child } from '@/lib/testing/factories/consent-answers'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let colleague: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  colleague = await signedIn('LAWYER', 'GAO')
})

type Sent = Record<string, string>
const send = async (endpoint: Endpoint, as: SignedIn, values: Sent, params: Sent = {}) => {
  const response = await post(endpoint, { as, values, params, json: true })
  const body = (await response.json()) as { location?: string; error?: { fields?: Sent } }
  return { status: response.status, location: body.location, errors: body.error?.fields }
}

/** The factories seal nothing that is opened; these cases are read. */
async function readable(caseId: string): Promise<void> {
  const [person] =
    await root()`select p.id, p.key_id, k.wrapped from app.people p join vault.keys k on k.id = p.key_id
    where p.case_id = ${caseId}`
  const key = unwrap({ id: String(person?.key_id), wrapped: person?.wrapped })
  const sealed = sealJson(key, identityPlace(String(person?.id)), noIdentity)
  await root()`update app.people set identity = ${sealed} where id = ${String(person?.id)}`
}
const codeIn = (location = '') => location.split('/')[2] ?? ''
const caseOf = async (code: string) => (await root()`select * from app.cases where code = ${code}`)[0]
const consentOf = async (code: string, purpose = 'CASE_MGMT') =>
  (
    await root()`select n.* from app.consents n join app.cases c on c.id = n.case_id
      where c.code = ${code} and n.purpose = ${purpose} order by n.given_at desc`
  )[0]

describe('the first page', () => {
  test('keeps nothing after a no but one line of the count', async () => {
    const [before] = await root()`select count(*)::int as n from app.cases`
    const done = await send(openCase, lead, { ...adult, answer: 'REFUSED', giver: '', mode: '' })
    expect(done.location).toBe('/cases/new/no')
    const [after] = await root()`select count(*)::int as n from app.cases`
    expect(after?.n).toBe(before?.n)
    const lines = await root()`select office_id, sex, age_group, why from app.unregistered_people`
    expect(lines).toMatchObject([{ office_id: 'MOP', sex: 'F', age_group: 'A18_59', why: 'NO' }])
  })

  test('takes an adult’s own yes, a child’s with a parent, and no other way round', async () => {
    expect((await send(openCase, lead, adult)).location).toMatch(/register\/identity$/)
    expect((await send(openCase, lead, child)).location).toMatch(/register\/identity$/)
    const refused = async (values: Sent) => (await send(openCase, lead, values)).errors
    expect(await refused({ ...adult, age: '10' })).toMatchObject({ caregiver: 'required' })
    expect(await refused({ ...adult, age: '10', caregiver: 'PRESENT_SAFE' })).toMatchObject({
      answer: 'child-assents',
    })
    expect(await refused({ ...adult, answer: 'ASSENT', giver: 'PARENT' })).toMatchObject({
      answer: 'adult-gives',
    })
    expect(await refused({ ...adult, giver: 'PARENT' })).toMatchObject({ giver: 'giver-not-allowed' })
    expect(await refused({ ...child, giver: 'SELF', reason: 'LIVES_ALONE' })).toMatchObject({
      giver: 'giver-not-allowed',
    })
    expect(await refused({ ...child, giver: 'INTERPRETER' })).toMatchObject({ giver: 'not-a-code' })
  })

  test('lets a mature minor answer alone, with the reason', async () => {
    const minor = { ...alone, age: '17', caregiver: 'PRESENT_SAFE', reason: 'ASKING_ENDANGERS' }
    const done = await send(openCase, lead, minor)
    const row = await consentOf(codeIn(done.location))
    expect(row).toMatchObject({
      giver: 'SELF',
      reason: 'ASKING_ENDANGERS',
      confirm_by: null,
      legal_basis: 'CONSENT',
    })
    expect((await send(openCase, lead, { ...minor, reason: '' })).errors).toMatchObject({
      reason: 'needs-mature_minor_reason',
    })
  })

  test('keeps no name before a yes, and ends a draft that says no or is left', async () => {
    const draft = { ...ordinaryCase(lead.id, []), id: crypto.randomUUID() }
    const left = { ...ordinaryCase(lead.id, []), id: crypto.randomUUID() }
    await insertCases([draft, left])
    await readable(draft.id)
    await root()`delete from app.assistance where case_id in (${draft.id}, ${left.id})`
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'DRAFT', risk = null, registered_at = null where id in (${draft.id}, ${left.id})`
      await tx`insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, review_on)
        values (${draft.id}, 'MOP', 'S3', 'MEDICAL', 'SOCIAL_WORKER', ${lead.id}, '2014-07-30')`
      await tx`insert into app.call_clearances (case_id, user_id, reason) values (${draft.id}, ${lead.id}, 'ASKED_NOW')`
    })
    const [row] = await root()`select code from app.cases where id = ${draft.id}`
    const code = String(row?.code)
    const refused = await send(
      identity,
      lead,
      {
        given: 'Awa',
        sex: 'F',
        age: '30',
        ageBasis: 'STATED',
        nationalities: 'MLI',
        languages: 'bam',
        documentStatus: 'LOST',
      },
      { code },
    )
    expect(refused.status).toBe(403)
    const done = await send(answer, lead, { answer: 'REFUSED', stats: 'NO' }, { code })

    expect(done.location).toBe('/cases/new/no')
    expect(await caseOf(code)).toBeUndefined()
    for (const table of [
      'vault.keys',
      'app.people',
      'app.case_events',
      'app.danger_flags',
      'app.call_clearances',
    ])
      expect(await root()`select from ${root()(table)} where case_id = ${draft.id}`, table).toHaveLength(0)
    await plan([dropLeftDrafts])
    await runDueJobs([dropLeftDrafts])
    const [job] = await root()`select result from jobs.outbox where task = 'drop-left-drafts'`
    expect(job?.result).toBe('DROPPED_1')
    expect(await root()`select from app.cases where id = ${left.id}`).toHaveLength(0)
    expect(await root()`select from app.unregistered_people where why = 'LEFT'`).toHaveLength(1)
  })
})

describe('what somebody else must confirm', () => {
  test('a child alone waits for a supervisor’s own word, and nobody else gives it', async () => {
    const code = codeIn((await send(openCase, lead, alone)).location)
    const row = await consentOf(code)
    expect(row).toMatchObject({ legal_basis: 'BEST_INTERESTS', confirm_by: 'SUPERVISOR', giver: 'SELF' })
    const [task] = await root()`select kind from app.tasks where case_id = ${row?.case_id} and state = 'OPEN'`
    expect(task?.kind).toBe('CONFIRM_BEST_INTERESTS')
    const id = String(row?.id)
    for (const other of [lead, colleague])
      expect((await send(confirm, other, { says: 'YES' }, { id })).status).toBe(404)
    expect((await send(confirm, supervisor, { says: 'YES' }, { id })).location).toBe('/confirmations?done=1')
    expect(
      await root()`select says, by_id from app.consent_confirmations where consent_id = ${id}`,
    ).toMatchObject([{ says: 'YES', by_id: supervisor.id }])
    expect(
      await root()`select from app.tasks where case_id = ${row?.case_id} and state = 'OPEN'`,
    ).toHaveLength(0)
  })

  test('a danger to life is confirmed by a colleague of any office, who sees no name and no code; a no is never the person’s', async () => {
    const vital = { ...alone, answer: 'NOT_POSSIBLE', giver: '', danger: 'VITAL', reason: 'CHILD_TONIGHT' }
    const code = codeIn((await send(openCase, lead, vital)).location)
    const id = String((await consentOf(code))?.id)
    const login = raw('web')
    const seen = await presenting(login, colleague.token, (tx) => tx`select * from app.consents_to_confirm()`)
    expect(seen).toMatchObject([{ id, sex: 'F', danger: 'VITAL', reason: 'CHILD_TONIGHT', case_code: null }])
    expect(Object.keys(seen[0] ?? {})).not.toContain('identity')
    expect((await send(confirm, colleague, { says: 'NO' }, { id })).errors).toEqual({
      unconfirmedFor: 'required',
    })
    const no = { says: 'NO', unconfirmedFor: 'NOT_URGENT' }
    expect((await send(confirm, colleague, no, { id })).status).toBe(200)
    expect(await consentOf(code)).toMatchObject({ status: 'NOT_POSSIBLE', withdrawn_at: null })
    const file = await reading(lead, (ctx) => viewCase(ctx, code))
    expect(file.view?.events.find(({ kind }) => kind === 'not-confirmed')).toMatchObject({
      a: 'CASE_MGMT',
      b: 'COLLEAGUE',
      e: 'NOT_URGENT',
    })
    expect(file.view?.events.map(({ kind }) => kind)).not.toContain('withdrawn')
    expect(file.view?.tasks.map(({ kind }) => kind)).toContain('FIND_BASIS')
  })

  test('direct help does not wait: the case opens on an answer that somebody else has yet to confirm', async () => {
    const vital = { ...alone, answer: 'NOT_POSSIBLE', giver: '', danger: 'VITAL', reason: 'CHILD_TONIGHT' }
    for (const waiting of [alone, vital]) {
      const code = codeIn((await send(openCase, lead, waiting)).location)
      const rated = { risk: 'HIGH', safeContact: 'IN_PERSON', openReason: 'PERSON_VIEW' }
      expect((await send(safety, lead, rated, { code })).errors).toBeUndefined()
      expect((await send(finish, lead, {}, { code })).location).toBe(`/cases/${code}?done=registered`)
      expect(await caseOf(code)).toMatchObject({ state: 'OPEN', last_verb: 'open', last_actor_id: lead.id })
    }
  })
})

describe('the codes of a case', () => {
  test('propose risk and restriction; less has a reason that the supervisor sees', async () => {
    const code = codeIn((await send(openCase, lead, child)).location)
    const facts = {
      displacementStatus: 'IDP',
      originCercle: 'ML0801',
      concerns: 'VIOL_GBV',
      specificNeeds: 'SC-UC',
    }
    expect((await send(situation, lead, facts, { code })).errors).toBeUndefined()
    const low = { risk: 'LOW', safeContact: 'IN_PERSON', hoursSince: '20', gbvType: 'RAPE' }
    const wrong = await send(safety, lead, low, { code })
    expect(wrong.errors).toEqual({ lowerReason: 'required', openReason: 'required' })
    const said = { ...low, lowerReason: 'SAFE_NOW', openReason: 'PERSON_VIEW' }
    expect((await send(safety, lead, said, { code })).errors).toBeUndefined()
    const record = await caseOf(code)
    const [kept] = await root()`select * from app.case_proposals where case_id = ${record?.id}`
    expect(kept).toMatchObject({
      risk: 'HIGH',
      chosen_risk: 'LOW',
      lower_reason: 'SAFE_NOW',
      restrict_proposed: true,
    })
    expect(kept?.clocks).toContain('PEP_72')
    const [task] = await root()`select kind from app.tasks where case_id = ${record?.id} and state = 'OPEN'`
    expect(task?.kind).toBe('SEE_LOWER_RISK')
    const careDue = async () =>
      (
        await root()`select kind, due_at from app.tasks where case_id = ${record?.id} and kind like 'CARE_%' order by kind`
      ).map((row) => Object.values(row))
    const due = await careDue()
    expect(due.map(([kind]) => kind)).toEqual(['CARE_EC', 'CARE_PEP'])
    // Saved again without the hour: what was said counts, and gives no more time.
    await root()`delete from app.tasks where case_id = ${record?.id} and kind = 'CARE_PEP'`
    expect((await send(safety, lead, { ...said, hoursSince: '' }, { code })).errors).toBeUndefined()
    expect(await careDue()).toEqual(due)
  })
})
