import { beforeAll, describe, expect, test } from 'vitest'
import { POST as addConsent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as askAgain } from '@/app/api/v1/cases/[code]/refer/[id]/consent/route'
import { POST as sendEmergency } from '@/app/api/v1/cases/[code]/refer/[id]/send-emergency/route'
import { POST as submit } from '@/app/api/v1/cases/[code]/refer/[id]/submit/route'
import { listToConfirm } from '@/lib/casework/consents/to-confirm'
import { viewReceived } from '@/lib/desks/inbox/view-received'
import { referralPanel } from '@/lib/desks/queue/panel-queries'
import { prepareCheck } from '@/lib/desks/referral/wizard'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { hoursAgo as now, readyDraft } from '@/lib/testing/factories/ready-draft'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let colleague: SignedIn
let agency: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  colleague = await signedIn('LAWYER', 'GAO')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

type Sent = Record<string, string>
async function press(endpoint: Endpoint, params: Sent, values: Sent) {
  const response = await post(endpoint, { as: lead, params, values, json: true })
  const body = (await response.json()) as { location?: string; error?: { fields?: Sent } }
  return { status: response.status, location: body.location?.split('?')[0], errors: body.error?.fields }
}

const given = {
  mode: 'SIGN',
  giver: 'SELF',
  language: 'bam',
  witness: '',
  caregiver: '',
  capacity: '',
  danger: '',
  reason: '',
}
const vital = {
  ...given,
  mode: '',
  giver: '',
  language: '',
  capacity: 'CANNOT',
  danger: 'VITAL',
  reason: 'DEATH_RISK',
}

const draft = (consent: object | undefined, about = {}) => readyDraft(lead.id, consent, about)
type Draft = Awaited<ReturnType<typeof draft>>
const stateOf = async ({ id }: Pick<Draft, 'id'>) =>
  (await root()`select state from app.referrals where id = ${id}`)[0]?.state

/** A no that stands on file without having ended the draft: written before it was begun, or past every door. */
async function noOnFile(
  one: Draft,
  {
    hours = 1,
    ...more
  }: { hours?: number; service?: string | null; purpose?: string; situation?: object } = {},
) {
  const { service = 'CP_BIA', purpose = 'REFERRAL', situation = {} } = more
  await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, partner_code, service, status, giver,
      wording_version, recorded_by, key_id, detail, rule, situation, given_at)
    select gen_random_uuid(), c.id, c.office_id, c.sensitivity, ${purpose}, 'UNICEF', ${service}, 'REFUSED', 'SELF', '1', ${lead.id},
      k.id, '', 'ADULT', ${root().json(situation as never)}, clock.casework_now() - make_interval(hours => ${hours})
    from app.cases c join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' where c.id = ${one.caseId}`
}

describe('a capable adult’s no', () => {
  const impossible = { ...vital, answer: 'NOT_POSSIBLE' }

  test('stops what would leave in their place, also in danger, by either way', async () => {
    for (const endpoint of [submit, sendEmergency]) {
      const one = await draft({ ...impossible, askedAt: await now(1) })
      await noOnFile(one, { hours: 20 })
      expect((await press(endpoint, one, { read: 'on' })).errors).toEqual({ read: 'cover' })
      expect(await stateOf(one)).toBe('DRAFT')
    }
  })

  test('is passed over only by a reason to doubt that is newer, which whoever confirms reads beside the no', async () => {
    const one = await draft({ ...impossible, doubt: 'UNCONSCIOUS', askedAt: await now(1) })
    await noOnFile(one, { hours: 20 })
    expect((await press(sendEmergency, one, {})).location).toBe(`/referrals/${one.id}`)
    const [row] =
      await root()`select id from app.consents where case_id = ${one.caseId} and status = 'NOT_POSSIBLE'`
    const waiting = await as(colleague, (ctx) => listToConfirm(ctx))
    expect(waiting.find(({ id }) => id === row?.id)).toMatchObject({
      doubt: 'UNCONSCIOUS',
      noBy: 'SELF',
      noAt: expect.any(Date),
    })
    const panel = await as(supervisor, (ctx) => referralPanel(ctx, one.id))
    expect(panel?.lastNo).toMatchObject({ status: 'REFUSED', giver: 'SELF' })
    expect(panel?.consent?.situation).toMatchObject({ doubt: 'UNCONSCIOUS' })
    const late = await draft({ ...impossible, doubt: 'UNCONSCIOUS', askedAt: await now(2) })
    await noOnFile(late, { hours: 1 })
    expect((await press(sendEmergency, late, {})).errors).toEqual({ read: 'cover' })
  })

  test('is asked about on the first page, and the words to the partner say that nobody gave leave', async () => {
    const one = await draft(undefined)
    await noOnFile(one, { hours: 20 })
    const page = { ...impossible, answer: 'NOT_POSSIBLE' }
    expect((await press(askAgain, one, page)).errors).toEqual({ doubt: 'standing-no' })
    expect((await press(askAgain, one, { ...page, doubt: 'ACUTE_CRISIS' })).errors).toBeUndefined()
    expect((await press(sendEmergency, one, {})).location).toBe(`/referrals/${one.id}`)
    const [sent] = await presenting(
      raw('partner'),
      agency.token,
      (tx) => tx`select app.shared_on(${one.id}) as ground`,
    )
    expect(sent?.ground).toBe('VITAL')
    await root()`update app.referrals set version = version + 1, state = 'ACKNOWLEDGED', last_verb = 'acknowledge', last_party = 'partner' where id = ${one.id}`
    const seen = await as(agency, (ctx) => viewReceived(ctx as never, one.id, {}))
    expect('view' in seen && seen.view).toMatchObject({ sharedOn: 'VITAL' })
  })

  test('does not bind best interests of a child, nor what a confused person said', async () => {
    const one = await draft({ ...impossible, askedAt: await now(1) })
    await noOnFile(one, { hours: 20, situation: { capacity: 'FLUCTUATES' } })
    expect((await press(sendEmergency, one, {})).location).toBe(`/referrals/${one.id}`)
  })

  test('is the database’s own rule too', async () => {
    const one = await draft(undefined)
    await noOnFile(one, { hours: 20 })
    const insert = (situation: object, more = '') =>
      presenting(raw('web'), lead.token, (tx) =>
        tx.unsafe(`insert into app.consents (id, case_id, office_id, sensitivity, purpose, partner_code, service, status, giver,
            legal_basis, reason, rule, confirm_by, wording_version, recorded_by, key_id, detail, situation ${more && ', given_at'})
          select gen_random_uuid(), c.id, c.office_id, 'S3', 'REFERRAL', 'UNICEF', 'CP_BIA', 'NOT_POSSIBLE', 'NONE', 'VITAL', 'DEATH_RISK',
            'ADULT_CANNOT_VITAL', 'COLLEAGUE', '1', '${lead.id}', k.id, '', '${JSON.stringify(situation)}' ${more}
          from app.cases c join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' where c.id = '${one.caseId}';
          select app.open_task('CONFIRM_VITAL', 'case', '${one.caseId}', null, clock.casework_now() + interval '1 hour', 'DEATH_RISK')`),
      )
    await expect(insert({ capacity: 'CANNOT' })).rejects.toThrow('a capable adult')
    await expect(insert({ capacity: 'CAN', doubt: 'UNCONSCIOUS' })).rejects.toThrow('a capable adult')
    await expect(
      insert({ capacity: 'CANNOT', doubt: 'UNCONSCIOUS' }, ", clock.casework_now() - interval '9 hours'"),
    ).rejects.toThrow('nobody answered at that moment')
    await insert({ capacity: 'CANNOT', doubt: 'UNCONSCIOUS' })
  })
})

describe('a yes of a draft', () => {
  const yes = { ...given, answer: 'GIVEN' }

  test('is as old as its moment, so a newer no decides, and the page shows it', async () => {
    const one = await draft({ ...yes, askedAt: await now(2) })
    await noOnFile(one, { hours: 1 })
    expect((await press(submit, one, { read: 'on' })).errors).toEqual({ read: 'cover' })
    const page = await as(lead, (ctx) => prepareCheck(ctx as never, one, {}, 'submit'))
    expect('view' in page && page.view).toMatchObject({
      missing: 'cover',
      lastNo: { status: 'REFUSED' },
      uncovered: { reason: 'REFUSED' },
    })
    expect((await press(askAgain, one, yes)).errors).toBeUndefined()
    expect((await press(submit, one, { read: 'on' })).location).toBe(`/referrals/${one.id}`)
    const panel = await as(supervisor, (ctx) => referralPanel(ctx, one.id))
    expect(panel?.lastNo).toMatchObject({ status: 'REFUSED' })
  })

  test('is dated when it was given, also one kept before that was noted', async () => {
    for (const [consent, hours] of [
      [{ ...yes, askedAt: await now(1) }, 2],
      [yes, 1],
    ] as const) {
      const one = await draft(consent, { hours })
      expect((await press(submit, one, { read: 'on' })).location).toBe(`/referrals/${one.id}`)
      const [row] =
        await root()`select extract(epoch from clock.casework_now() - given_at)::int as age from app.consents
        where case_id = ${one.caseId} and purpose = 'REFERRAL'`
      expect(row?.age).toBeGreaterThan(3500)
    }
    const old = await draft(yes, { hours: 2 })
    await noOnFile(old, { hours: 1 })
    expect((await press(submit, old, { read: 'on' })).errors).toEqual({ read: 'cover' })
  })

  test('ends with a no to that agency, to everybody or to the heading, also where what runs may go on; not with another’s', async () => {
    const no = { purpose: 'REFERRAL', partner: 'UNICEF', service: 'CP_BIA', answer: 'REFUSED' }
    for (const said of [no, { ...no, service: 'CP' }, { ...no, keepRunning: 'on' }]) {
      const one = await draft({ ...yes, askedAt: await now(1) })
      expect((await press(addConsent, one, said)).status).toBe(200)
      expect(await stateOf(one), JSON.stringify(said)).toBe('CONSENT_WITHDRAWN')
    }
    const one = await draft({ ...yes, askedAt: await now(1) })
    for (const said of [
      { ...no, partner: 'ICRC' },
      { ...no, service: 'MED' },
    ])
      expect((await press(addConsent, one, said)).status).toBe(200)
    expect(await stateOf(one)).toBe('DRAFT')
  })
})
