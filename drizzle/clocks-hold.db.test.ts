import { beforeAll, expect, test } from 'vitest'
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

test.each([
  ["clock.casework_now() + interval '399 days'", "'follow-up'", '23514'],
  ["clock.casework_now() + interval '1 day'", "'zzz'", '23514'],
  ["clock.casework_now() + interval '1 day'", 'null', '23514'],
  ['null', "'follow-up'", '23514'],
  ['null', 'null', '23514'],
  ["clock.casework_now() + interval '1 day'", "'follow-up'", 'taken back'],
])('the next contact of an open case may be due at %s as %s: %s', async (at, kind, answer) => {
  await root()`update app.cases set next_due_at = now(), next_due_kind = 'first-action' where id = ${caseId}`
  const change = `update app.cases set version = version + 1, next_due_at = ${at}, next_due_kind = ${kind} where id = '${caseId}'`
  expect(await attempt(change)).toBe(answer)
})

test('what the codes proposed stays when the risk is rated again', async () => {
  await root()`insert into app.case_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, rules, chosen_risk, rated_by, rated_at)
    values (${caseId}, 'MOP', 'S3', 'HIGH', true, '{VIOLENCE}', 'HIGH', ${lead.id}, clock.casework_now() - interval '1 day')`
  await presenting(raw('web'), lead.token, (tx) =>
    tx.unsafe(`update app.case_proposals set risk = 'LOW', chosen_risk = 'LOW', rules = '{}', restrict_proposed = false,
      rated_by = access.actor_id(), rated_at = clock.casework_now() where case_id = '${caseId}'`),
  )
  const [kept] =
    await root()`select changed, by_id from app.case_changes where case_id = ${caseId} order by id desc limit 1`
  expect(kept).toMatchObject({
    changed: { 'rating.risk': ['HIGH', 'LOW'], 'rating.rules': [['VIOLENCE'], null] },
    by_id: lead.id,
  })
  for (const attack of ['delete from app.case_changes', "update app.case_changes set changed = '{}'"])
    expect(await attempt(attack), attack).toMatch(/42501|23514/)
})
