import { expect, test } from 'vitest'
import { presenting, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'

test('raw SQL with a valid session records no answer that no rule allows', async () => {
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  await insertCases([ordinaryCase(lead.id, [])])
  const [row] =
    await root()`select id, office_id from app.cases where lead_id = ${lead.id} and state <> 'CLOSED' limit 1`
  const login = raw('web')
  const insert = (values: string) =>
    presenting(login, lead.token, (tx) =>
      tx.unsafe(`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, legal_basis, reason, rule,
        confirm_by, wording_version, recorded_by, key_id, detail)
        values (gen_random_uuid(), '${row?.id}', '${row?.office_id}', 'S3', 'CASE_MGMT', ${values}, '1', '${lead.id}', gen_random_uuid(), '')`),
    )
  for (const values of [
    `'GIVEN', 'PARENT', 'CONSENT', null, 'ADULT', null`,
    `'GIVEN', 'INTERPRETER', 'CONSENT', null, 'ADULT', null`,
    `'GIVEN', 'SELF', 'CONSENT', null, null, null`,
    `'NOT_POSSIBLE', 'NONE', 'VITAL', 'DEATH_RISK', 'CHILD_VITAL', null`,
    `'ASSENT', 'SELF', 'BEST_INTERESTS', 'NOBODY', 'CARER_OUT', null`,
  ])
    await expect(insert(values), values).rejects.toThrow(
      /no rule allows this answer|sealed with another key|not theirs/,
    )
})
