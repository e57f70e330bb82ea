import { beforeAll, describe, expect, test } from 'vitest'
import { POST as sendEmergency } from '@/app/api/v1/cases/[code]/refer/[id]/send-emergency/route'
import { POST as share } from '@/app/api/v1/cases/[code]/refer/[id]/share/route'
import { POST as submit } from '@/app/api/v1/cases/[code]/refer/[id]/submit/route'
import { translator } from '@/lib/base/i18n/translate'
import { prepareOthers } from '@/lib/desks/referral/prepare-others'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { draftReferral, ordinaryCase } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let agency: SignedIn
const ticked = ['urgency', 'need', 'sex', 'age_band', 'cercle', 'phone']

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

/** A draft that may leave as it stands, but for what the person has said of contact or lived there. */
async function draft(said: { safeContact?: string; doNotContact?: boolean } = {}) {
  const [referral, before] = [draftReferral(), draftReferral({ state: 'VERIFIED', sent: true })]
  const file = ordinaryCase(lead.id, [referral, before])
  await insertCases([file])
  await makeReadable(file.id, { phone: '65 12 34 56' })
  await root()`update app.people set safe_contact = ${said.safeContact ?? 'CALL_OK'} where case_id = ${file.id}`
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.cases set do_not_contact = ${said.doNotContact ?? false} where id = ${file.id}`
    await tx`update app.referrals set facts = ${ticked}, priority = 'EMERGENCY', entry_id = (select d.id from app.directory_entries d
      where d.partner_code = 'UNICEF' and d.service = 'CP_BIA' and d.office_id = 'MOP') where id = ${referral.id}`
    await tx`update app.shares set ended_at = clock.casework_now() where referral_id = ${referral.id}`
  })
  await root()`update app.consents set facts = ${ticked} where case_id = ${file.id}`
  const [row] = await root()`select code from app.cases where id = ${file.id}`
  return { id: referral.id, before: before.id, caseId: file.id, code: String(row?.code) }
}
type Draft = Awaited<ReturnType<typeof draft>>

async function press(
  endpoint: Endpoint,
  { id, code }: Draft,
  values: Record<string, string | string[]> = {},
) {
  const response = await post(endpoint, {
    as: lead,
    params: { id, code },
    values: { ...(endpoint === share ? {} : { read: 'on' }), ...values },
    json: true,
  })
  const body = (await response.json()) as { location?: string; error?: { fields?: Record<string, string> } }
  return body.error?.fields ?? body.location?.split('?')[0]
}
const stateOf = async ({ id }: Draft) =>
  (await root()`select state, facts from app.referrals where id = ${id}`)[0]
const ways = [
  ['submit', submit, 'PENDING_APPROVAL'],
  ['send-emergency', sendEmergency, 'SENT'],
] as const

describe.each(ways)('somebody who said "do not contact": %s', (_, send, then) => {
  test('leaves with the number where nobody said so', async () => {
    const one = await draft()
    expect(await press(send, one)).toBe(`/referrals/${one.id}`)
    expect(await stateOf(one)).toMatchObject({ state: then, facts: expect.arrayContaining(['phone']) })
  })

  test('does not leave with the number, whether the alert or the team noted it', async () => {
    for (const said of [{ safeContact: 'IN_PERSON' }, { safeContact: 'NONE' }, { doNotContact: true }]) {
      const one = await draft(said)
      expect(await press(send, one), JSON.stringify(said)).toEqual({ read: 'refused' })
      expect(await stateOf(one)).toMatchObject({ state: 'DRAFT' })
    }
  })

  test('leaves with it once they agree for this partner', async () => {
    const one = await draft({ safeContact: 'NEVER_HOME' })
    const page = await press(share, one, { facts: ticked, contactAgreed: 'on' })
    expect(page, 'what can be ticked now is shown').toBe(`/cases/${one.code}/refer/${one.id}/share`)
    expect(await press(share, one, { facts: ticked, contactAgreed: 'on' })).toBe(
      `/cases/${one.code}/refer/${one.id}/check`,
    )
    expect(await press(send, one)).toBe(`/referrals/${one.id}`)
    expect(await stateOf(one)).toMatchObject({ state: then, facts: expect.arrayContaining(['phone']) })
  })
})

describe('somebody who was harmed at a service', () => {
  const harmed = async (kind: string) => {
    const one = await draft()
    await root()`insert into app.harm_reports (id, referral_id, case_id, office_id, sensitivity, kind, reported_by)
      values (gen_random_uuid(), ${one.before}, ${one.caseId}, 'MOP', 'S3', ${kind}, ${lead.id})`
    return one
  }

  test.each(ways)('is asked before they are sent there again: %s', async (_, send, then) => {
    for (const kind of ['VIOLENCE', 'COERCION']) {
      const one = await harmed(kind)
      expect(await press(send, one), kind).toEqual({ harmAsked: 'needed' })
      expect(await stateOf(one)).toMatchObject({ state: 'DRAFT' })
      expect(await press(send, one, { harmAsked: 'on' })).toBe(`/referrals/${one.id}`)
      expect(await stateOf(one)).toMatchObject({ state: then })
    }
  })

  test('is not asked after what the rules leave to the supervisors alone', async () => {
    const one = await harmed('HUMILIATION')
    expect(await press(submit, one)).toBe(`/referrals/${one.id}`)
  })

  test('is offered others first: what was tried in vain and what harmed them is left out, and says so', async () => {
    const one = await harmed('VIOLENCE')
    const others = async (who: SignedIn) =>
      as(who, (ctx) => prepareOthers({ ...ctx, t: translator('fr') } as never, one.before))
    const found = await others(lead)
    if (!('view' in found) || !found.view) throw new Error('no page')
    expect(found.view.left.find(({ entry }) => entry.partner === 'UNICEF')?.why).toBe('HARMED')
    expect(found.view.offered.map(({ partner }) => partner)).not.toContain('UNICEF')
    const stranger = await signedIn('SOCIAL_WORKER', 'MOP')
    expect(await others(stranger)).toHaveProperty('missing')
  })
})

test('what stopped leaves no slip with the number', async () => {
  const one = await draft({ doNotContact: true })
  await press(submit, one)
  const slips = await presenting(
    raw('partner'),
    agency.token,
    (tx) => tx`select from app.shares where referral_id = ${one.id}`,
  )
  expect(slips).toHaveLength(0)
})
