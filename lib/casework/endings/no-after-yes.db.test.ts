import { beforeAll, describe, expect, test } from 'vitest'
import { POST as addConsent } from '@/app/api/v1/cases/[code]/consents/route'
import { identityPlace, noIdentity } from '@/lib/casework/people/identity'
import { unwrap } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { part } from '@/lib/testing/factories/rows'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, TO_APPROVED, walk } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
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
const consentOf = async (code: string, purpose = 'CASE_MGMT') =>
  (
    await root()`select n.* from app.consents n join app.cases c on c.id = n.case_id
      where c.code = ${code} and n.purpose = ${purpose} order by n.given_at desc`
  )[0]

describe('a no after a yes', () => {
  const no = { purpose: 'REFERRAL', partner: 'UNICEF', service: 'CP_BIA', answer: 'REFUSED' }
  const running = async (steps: Parameters<typeof walk>[1] = TO_ACKNOWLEDGED) => {
    const referral = draftReferral()
    const file = ordinaryCase(lead.id, [referral])
    await insertCases([file])
    await readable(file.id)
    await walk([referral.id], steps, supervisor.id)
    const [row] = await root()`select code from app.cases where id = ${file.id}`
    return { id: referral.id, code: String(row?.code) }
  }
  const stateOf = async (id: string) =>
    (await root()`select state from app.referrals where id = ${id}`)[0]?.state

  test('ends the yes, the referral and its slips', async () => {
    const { id, code } = await running()
    expect((await send(addConsent, lead, no, { code })).location).toContain('done=consent')
    expect(await stateOf(id)).toBe('CONSENT_WITHDRAWN')
    expect(await root()`select from app.shares where referral_id = ${id} and ended_at is null`).toHaveLength(
      0,
    )
    expect(await consentOf(code, 'REFERRAL')).toMatchObject({ status: 'REFUSED' })
  })

  test('keeps what runs when the person says so, and covers nothing new', async () => {
    const { id, code } = await running()
    await send(addConsent, lead, { ...no, keepRunning: 'on' }, { code })
    expect(await stateOf(id)).toBe('ACKNOWLEDGED')
    const [gap] = await root()`select app.consent_gap(r) as gap from app.referrals r where r.id = ${id}`
    expect(gap?.gap).toBe('NEWER_NO')
  })

  const fileOf = async (code: string) =>
    (
      await root()`select state, closure_reason, closure_asked_by, last_verb from app.cases where code = ${code}`
    )[0]
  const ended = {
    state: 'PENDING_CLOSURE',
    closure_reason: 'CONSENT_WITHDRAWN',
    last_verb: 'withdraw-case-consent',
  }
  const noFile = { purpose: 'CASE_MGMT', answer: 'REFUSED' }

  test('to the file of an open case ends the file, said at this door too', async () => {
    const { id, code } = await running()
    expect((await send(addConsent, lead, noFile, { code })).location).toBe(`/cases/${code}?done=withdrawn`)
    expect(await fileOf(code)).toEqual({ ...ended, closure_asked_by: lead.id })
    expect(await stateOf(id)).toBe('CONSENT_WITHDRAWN')
    expect(await root()`select from app.shares where referral_id = ${id} and ended_at is null`).toHaveLength(
      0,
    )
    expect(await consentOf(code)).toMatchObject({ status: 'REFUSED' })
  })

  test('to the file lets a partner at work go on when the person says so; the file ends all the same', async () => {
    const { id, code } = await running([...TO_ACKNOWLEDGED, ['accept', 'partner']])
    await send(addConsent, lead, { ...noFile, keepRunning: 'on' }, { code })
    expect(await stateOf(id)).toBe('ACCEPTED')
    expect(await fileOf(code)).toMatchObject(ended)
  })

  test('is read at sending, when no application looks on', async () => {
    const referral = draftReferral()
    await insertCases([ordinaryCase(lead.id, [referral])])
    await walk([referral.id], TO_APPROVED, supervisor.id)
    const gap = async () =>
      (await root()`select app.sending_problem(r) as gap from app.referrals r where r.id = ${referral.id}`)[0]
        ?.gap
    expect(await gap()).toBeNull()
    const consent = part(referral.id, 'consent')
    for (const [set, value] of [
      ['needs_review', 'GIVER'],
      ['confirm_by', 'SUPERVISOR'],
      ['expires_on', '2014-06-29'],
    ] as const) {
      await root().unsafe(`update app.consents set ${set} = '${value}' where id = '${consent}'`)
      expect(await gap(), set).toBe('COVER_GONE')
      await root().unsafe(`update app.consents set ${set} = null where id = '${consent}'`)
    }
    await root()`update app.people set birth_year = 2004 where case_id = (select case_id from app.referrals where id = ${referral.id})`
    expect(await gap(), 'a child who gave it alone').toBe('COVER_GONE')
  })
})
