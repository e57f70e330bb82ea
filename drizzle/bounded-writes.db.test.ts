import { beforeAll, describe, expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'

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
