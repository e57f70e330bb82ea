import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as consent } from '@/app/api/v1/cases/[code]/refer/[id]/consent/route'
import { POST as editService } from '@/app/api/v1/cases/[code]/refer/[id]/service/route'
import { POST as share } from '@/app/api/v1/cases/[code]/refer/[id]/share/route'
import { POST as submit } from '@/app/api/v1/cases/[code]/refer/[id]/submit/route'
import type { RawValues } from '@/lib/base/forms/form'
import { packValues } from '@/lib/base/forms/merge'
import { translator } from '@/lib/base/i18n/translate'
import { prepareShare } from '@/lib/desks/referral/wizard'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { draftReferral, ordinaryCase } from '@/lib/testing/factories/walk'
import { draftIn, type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let colleague: SignedIn
let where: { code: string; id: string }
let entry: string
const ticked = ['urgency', 'need', 'sex', 'age_band', 'cercle', 'phone', 'meeting_place', 'reason_text']
const written = {
  service: 'CP_BIA',
  priority: 'NORMAL',
  reasonText: 'Hors de l’école.',
  meetingPlace: 'au centre',
}
type Values = Record<string, string | string[]>

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('PSYCHOLOGIST', 'MOP')
  await signedIn('PARTNER_FP', 'UNICEF')
  const [row] = await root()`select id from app.directory_entries
    where partner_code = 'UNICEF' and service = 'CP_BIA' and office_id = 'MOP'`
  entry = String(row?.id)
})

beforeEach(async () => {
  const referral = draftReferral()
  const file = ordinaryCase(lead.id, [referral])
  await insertCases([{ ...file, members: [...file.members, { userId: colleague.id, capacity: 'MEMBER' }] }])
  await makeReadable(file.id, { phone: '65 12 34 56', given: 'Awa' })
  await root()`update app.people set safe_contact = 'CALL_OK' where case_id = ${file.id}`
  await root()`update app.shares set ended_at = clock.casework_now() where case_id = ${file.id}`
  await root()`update app.consents set facts = ${ticked} where case_id = ${file.id}`
  const [row] = await root()`select code from app.cases where id = ${file.id}`
  where = { id: referral.id, code: String(row?.code) }
  expect((await send(editService, lead, { ...written, entry })).status).toBe(303)
  expect((await send(share, lead, { facts: ticked })).status).toBe(303)
})

const send = (endpoint: Endpoint, who: SignedIn, values: Values) =>
  post(endpoint, { as: who, params: { ...where }, values })

type View = {
  version: number
  shown: RawValues
  ticks: RawValues
  list: string
  look: boolean
  changed: boolean
}
async function view(query: Record<string, string> = {}): Promise<View> {
  const reading = (ctx: object) => ({ ...ctx, t: translator('fr') }) as never
  const page = await as(lead, (ctx) => prepareShare(reading(ctx), where, query))
  if (!('view' in page) || !page.view) throw new Error('no page')
  return page.view as unknown as View
}
/** Page 3 as it stands open now: its hidden fields and its ticks. */
async function open(query: Record<string, string> = {}): Promise<Values> {
  const { version, shown, ticks, list } = await view(query)
  const facts = [ticks.facts ?? []].flat()
  return { _version: String(version), _base: packValues(shown), list, facts }
}
const stands = async () => (await root()`select state, facts from app.referrals where id = ${where.id}`)[0]
const placeOf = (answer: Response) => answer.headers.get('location')?.split('?')[0]
const share3 = () => `/cases/${where.code}/refer/${where.id}/share`

describe('a list that is sent from its own page', () => {
  test('goes to the supervisor where nothing is missing, in one press', async () => {
    expect(await view()).toMatchObject({ look: false })
    const answer = await send(submit, lead, await open())
    expect([answer.status, placeOf(answer)]).toEqual([303, `/referrals/${where.id}`])
    expect(await stands()).toMatchObject({ state: 'PENDING_APPROVAL', facts: expect.arrayContaining(ticked) })
  })

  test('is not sent where a tick was changed on the page', async () => {
    const page = await open()
    const fewer = [page.facts ?? []].flat().filter((fact) => fact !== 'phone')
    const answer = await send(submit, lead, { ...page, facts: fewer, read: 'on' })
    expect(placeOf(answer)).toBe(share3())
    expect(await stands()).toMatchObject({ state: 'DRAFT' })
    // As they were typed, to be kept and read first.
    const draft = String(draftIn(answer))
    const again = await view({ draft })
    expect([again.changed, [again.ticks.facts ?? []].flat()]).toEqual([
      true,
      expect.not.arrayContaining(['phone']),
    ])
    const kept = await send(share, lead, { ...(await open({ draft })), stay: 'on' })
    expect(kept.headers.get('location')).toBe(`${share3()}?saved=1`)
    expect(placeOf(await send(submit, lead, await open()))).toBe(`/referrals/${where.id}`)
    expect((await stands())?.facts).not.toContain('phone')
  })

  test('is not sent where the switch "without the name" was pressed', async () => {
    await send(share, lead, { facts: [...ticked, 'name'] })
    const answer = await send(submit, lead, { ...(await open()), withoutName: 'on' })
    expect(placeOf(answer)).toBe(share3())
    const again = await view({ draft: String(draftIn(answer)) })
    expect([again.changed, again.ticks.withoutName]).toEqual([true, 'on'])
    expect(await stands()).toMatchObject({ state: 'DRAFT' })
  })

  test('does not leave unseen once what it says has changed under the page', async () => {
    const page = await open()
    await root()`update app.people set sex = case sex when 'F' then 'M' else 'F' end
      where case_id = (select case_id from app.referrals where id = ${where.id})`
    const answer = await send(submit, lead, page)
    expect(draftIn(answer)).toBeDefined()
    expect(await stands()).toMatchObject({ state: 'DRAFT' })
  })

  test('is shown again where somebody else was quicker, with what was ticked here', async () => {
    const page = await open()
    await send(share, colleague, { facts: ticked.filter((fact) => fact !== 'meeting_place') })
    const fewer = [page.facts ?? []].flat().filter((fact) => fact !== 'phone')
    const answer = await send(submit, lead, { ...page, facts: fewer })
    expect(placeOf(answer)).toBe(share3())
    expect(await stands()).toMatchObject({ state: 'DRAFT' })
    const again = await view({ draft: String(draftIn(answer)) })
    const facts = [again.ticks.facts ?? []].flat()
    expect(facts, 'neither tick that was taken away comes back').not.toEqual(
      expect.arrayContaining(['phone']),
    )
    expect(facts).not.toContain('meeting_place')
  })
})

describe('what the check asked is still asked', () => {
  const answered = async (more: Values = {}) => {
    const response = await post(submit, {
      as: lead,
      params: { ...where },
      values: { ...(await open()), ...more },
      json: true,
    })
    const body = (await response.json()) as { location?: string; error?: { fields?: Record<string, string> } }
    return body.error?.fields ?? body.location?.split('?')[0]
  }

  test('an answer that is recorded with it was read back first', async () => {
    const asked = { answer: 'GIVEN', giver: 'SELF', mode: 'VERBAL_PHONE', language: 'ses' }
    const answer = await send(consent, lead, asked)
    expect(placeOf(answer)).toMatch(/service$/)
    expect(await answered()).toEqual({ read: 'read' })
    expect(await stands()).toMatchObject({ state: 'DRAFT' })
    expect(await answered({ read: 'on' })).toBe(`/referrals/${where.id}`)
  })

  test('a consent that covers less than the list stops it', async () => {
    await root()`update app.consents set facts = ${ticked.slice(0, 5)} where case_id = (select case_id from app.referrals where id = ${where.id})`
    expect(await answered()).toEqual({ read: 'cover' })
    expect(await stands()).toMatchObject({ state: 'DRAFT' })
  })

  test('nobody to reach is said, not refused, and stands in the log', async () => {
    await send(share, lead, { facts: ticked.filter((fact) => !['phone', 'meeting_place'].includes(fact)) })
    expect(await view()).toMatchObject({ look: true })
    expect(await answered()).toBe(`/referrals/${where.id}`)
    const logged = await root()`select detail from audit.events
      where action = 'referral.submit' and object_id = ${where.id} and outcome = 'done'`
    expect(logged.map(({ detail }) => detail)).toEqual(['{"unreachable":true}'])
  })
})
