import { beforeAll, describe, expect, test } from 'vitest'
import { POST as addConsent } from '@/app/api/v1/cases/[code]/consents/route'
import { lists } from '@/lib/base/codes/lists'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

type Sent = Record<string, string>
async function press(endpoint: Endpoint, { code }: { code: string }, values: Sent) {
  const response = await post(endpoint, { as: lead, params: { code }, values, json: true })
  const body = (await response.json()) as { error?: { fields?: Sent } }
  return { status: response.status, errors: body.error?.fields }
}
const stateOf = async ({ id }: { id: string }) =>
  (await root()`select state from app.referrals where id = ${id}`)[0]?.state
const given = { mode: 'SIGN', giver: 'SELF', language: 'bam' }

describe('a no under a neighbouring code', () => {
  const running = async (service: string, purpose: string) => {
    const referral = draftReferral({ service, partner: 'UNICEF' })
    const file = ordinaryCase(lead.id, [referral])
    await insertCases([file])
    await makeReadable(file.id)
    await walk([referral.id], TO_ACKNOWLEDGED, supervisor.id)
    await root()`update app.consents set purpose = ${purpose}, service = ${purpose === 'TRACING' ? null : service}
      where case_id = ${file.id} and partner_code = 'UNICEF'`
    const [row] = await root()`select code from app.cases where id = ${file.id}`
    return { id: referral.id, code: String(row?.code) }
  }

  test('of the heading or of the other purpose ends what runs', async () => {
    for (const [service, purpose, said] of [
      ['FTR_TRACE', 'TRACING', { purpose: 'REFERRAL', service: 'FTR_TRACE' }],
      ['FTR_TRACE', 'REFERRAL', { purpose: 'TRACING', service: '' }],
      ['MED_CONS', 'REFERRAL', { purpose: 'REFERRAL', service: 'MED' }],
      ['MHPSS_IND', 'REFERRAL', { purpose: 'REFERRAL', service: 'MHPSS' }],
      ['REINT_IGA', 'REFERRAL', { purpose: 'REFERRAL', service: 'REINT' }],
      ['RETURN_PRE', 'REFERRAL', { purpose: 'RETURN', service: '' }],
    ] as const) {
      const one = await running(service, purpose)
      expect(
        (await press(addConsent, one, { ...said, partner: 'UNICEF', answer: 'REFUSED' })).status,
        service,
      ).toBe(200)
      expect(await stateOf(one), service).toBe('CONSENT_WITHDRAWN')
    }
  })

  test('of another heading ends nothing, and a yes is for one service', async () => {
    const one = await running('MED_CONS', 'REFERRAL')
    expect(
      (
        await press(addConsent, one, {
          purpose: 'REFERRAL',
          service: 'FOOD',
          partner: 'UNICEF',
          answer: 'REFUSED',
        })
      ).status,
    ).toBe(200)
    expect(await stateOf(one)).toBe('ACKNOWLEDGED')
    const yes = {
      ...given,
      answer: 'GIVEN',
      purpose: 'REFERRAL',
      service: 'MED',
      partner: 'UNICEF',
      facts: 'need',
    }
    expect((await press(addConsent, one, yes)).errors).toEqual({ service: 'one-service' })
  })

  test('is read by the database as the program reads it, for every pair of codes', async () => {
    const codes = lists.service_type.map(({ code }) => code)
    const rows =
      await root()`select a, b from unnest(${codes}::text[]) a cross join unnest(${codes}::text[]) b where app.service_covers(a, b)`
    const parents = lists.service_type.map(
      (entry) => [entry.code, 'parent' in entry ? entry.parent : undefined] as const,
    )
    const expected = parents.flatMap(([code, parent]) =>
      parent ? [`${code} ${code}`, `${parent} ${code}`] : [`${code} ${code}`],
    )
    expect(rows.map(({ a, b }) => `${a} ${b}`).sort()).toEqual(expected.sort())
  })

  test('to contact stops calls, said at once or by taking a yes back; the database asks for it', async () => {
    const one = await running('CP_BIA', 'REFERRAL')
    expect((await press(addConsent, one, { purpose: 'CONTACT', answer: 'REFUSED' })).status).toBe(200)
    expect(
      (await root()`select do_not_contact from app.cases where code = ${one.code}`)[0]?.do_not_contact,
    ).toBe(true)
    const other = await running('CP_BIA', 'REFERRAL')
    const insert = presenting(raw('web'), lead.token, async (tx) => {
      await tx.unsafe(`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, rule, wording_version, recorded_by, key_id, detail)
        select gen_random_uuid(), c.id, c.office_id, 'S3', 'CONTACT', 'REFUSED', 'SELF', 'ADULT', '1', '${lead.id}', k.id, ''
        from app.cases c join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' where c.code = '${other.code}'`)
      await tx.unsafe('set constraints all immediate')
    })
    await expect(insert).rejects.toThrow('a no to contact stops calls')
  })
})
