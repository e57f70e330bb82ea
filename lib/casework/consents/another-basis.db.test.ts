import { beforeAll, describe, expect, test } from 'vitest'
import { POST as confirm } from '@/app/api/v1/consents/[id]/confirm/route'
import { confirmedMeanwhile } from '@/lib/casework/consents/to-confirm'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { part } from '@/lib/testing/factories/rows'
import { draftReferral, ordinaryCase } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

/** A sharing that rests on a child's best interests; the supervisor does not confirm it. */
async function notConfirmed(of: SignedIn, before = async () => {}) {
  const referral = draftReferral({ consentStatus: 'NOT_POSSIBLE' })
  const file = ordinaryCase(of.id, [referral])
  await insertCases([file])
  const consent = part(referral.id, 'consent')
  await root()`update app.consents set legal_basis = 'BEST_INTERESTS', giver = 'NONE', reason = 'NOBODY', confirm_by = 'SUPERVISOR',
    given_at = clock.casework_now() - interval '1 hour' where id = ${consent}`
  await before()
  const values = { says: 'NO', unconfirmedFor: 'TOO_LITTLE_KNOWN' }
  const { status } = await post(confirm, { as: supervisor, params: { id: consent }, values, json: true })
  expect(status).toBe(200)
  return { consent, caseId: file.id }
}
const searching = async (caseId: string) =>
  (
    await root()`select state, holder_id, outcome from app.tasks where case_id = ${caseId} and kind = 'FIND_BASIS'`
  )[0]

describe('the search for another basis', () => {
  test('is the lead’s, and the whole team’s when whoever leads can act no more', async () => {
    const { caseId } = await notConfirmed(lead)
    expect(await searching(caseId)).toMatchObject({ state: 'OPEN', holder_id: lead.id })
    const gone = await signedIn('SOCIAL_WORKER', 'MOP')
    const left = await notConfirmed(gone, async () => {
      await root()`update access.users set active = false where id = ${gone.id}`
    })
    expect(await searching(left.caseId)).toMatchObject({ state: 'OPEN', holder_id: null })
  })

  test('is dropped, as found by nobody, once the person took that answer back', async () => {
    const { caseId, consent } = await notConfirmed(lead)
    await root()`update app.consents set status = 'WITHDRAWN', withdrawn_at = clock.casework_now(), version = version + 1
      where id = ${consent}`
    expect(await searching(caseId)).toMatchObject({ state: 'DROPPED', outcome: 'ENDED' })
  })

  test('ends with an answer about the same agency and the same service, and with no other', async () => {
    const { caseId, consent } = await notConfirmed(lead)
    const again = (name: string, partner: string, service: string) =>
      root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, partner_code, service, facts, status, giver,
          wording_version, given_at, recorded_by, legal_basis, key_id, detail)
        select ${part(caseId, name)}, case_id, office_id, sensitivity, purpose, ${partner}, ${service}, facts, 'GIVEN', 'SELF',
          wording_version, clock.casework_now(), recorded_by, 'CONSENT', key_id, detail from app.consents where id = ${consent}`
    await again('other', 'UNICEF', 'CP_FTR')
    expect(await searching(caseId), 'another service').toMatchObject({ state: 'OPEN' })
    await again('elsewhere', 'SAVE', 'CP_BIA')
    expect(await searching(caseId), 'another agency').toMatchObject({ state: 'OPEN' })
    await again('same', 'UNICEF', 'CP_BIA')
    expect(await searching(caseId)).toMatchObject({ state: 'DONE', outcome: 'ASKED_AGAIN' })
  })
})

test('whoever comes second that day reads whose word was first, and nobody reads it afterwards', async () => {
  const { consent } = await notConfirmed(lead)
  const second = await signedIn('SUPERVISOR', 'MOP')
  const first = () => as(second, (ctx) => confirmedMeanwhile(ctx, consent))
  const press = async () =>
    (await post(confirm, { as: second, params: { id: consent }, values: { says: 'YES' }, json: true })).status
  expect(await first()).toMatchObject({ says: 'NO' })
  expect(await press()).toBe(409)
  await root()`update app.consent_confirmations set at = at - interval '25 hours' where consent_id = ${consent}`
  expect(await first()).toBeUndefined()
  expect(await press()).toBe(404)
})
