import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as editService } from '@/app/api/v1/cases/[code]/refer/[id]/service/route'
import { POST as editShare } from '@/app/api/v1/cases/[code]/refer/[id]/share/route'
import type { RawValues } from '@/lib/base/forms/form'
import { packValues } from '@/lib/base/forms/merge'
import { translator } from '@/lib/base/i18n/translate'
import { prepareService, prepareShare } from '@/lib/desks/referral/wizard'
import { findDraft } from '@/lib/platform/gate/drafts'
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
  const [row] = await root()`select code from app.cases where id = ${file.id}`
  where = { id: referral.id, code: String(row?.code) }
  expect((await send(editService, lead, { ...written, entry })).status).toBe(303)
})

const send = (endpoint: Endpoint, who: SignedIn, values: Values) =>
  post(endpoint, { as: who, params: { ...where }, values })
/** A page as somebody has it open now: the hidden fields it carries. */
type Shown = { view?: { version: number; shown: RawValues } }
async function open(who: SignedIn, prepare: typeof prepareService | typeof prepareShare): Promise<Values> {
  const page = (await as(who, (ctx) =>
    (prepare as typeof prepareShare)({ ...ctx, t: translator('fr') } as never, where, {}),
  )) as Shown
  if (!page.view) throw new Error('no page')
  return { _version: String(page.view.version), _base: packValues(page.view.shown) }
}
const draftOf = async (answer: Response, form: string) => {
  const draft = await as(lead, ({ tx }) => findDraft(tx, lead.id, form, draftIn(answer)))
  if (!draft) throw new Error(`no draft: ${answer.status} ${answer.headers.get('location')}`)
  return draft
}
const stands = async () => {
  const page = await as(lead, (ctx) => prepareService({ ...ctx, t: translator('fr') } as never, where, {}))
  return 'view' in page ? page.view?.shown : undefined
}

describe('two people prepare one referral', () => {
  test('the slower one sees who changed what, field by field; nothing is written, and a choice is asked', async () => {
    const mine = await open(lead, prepareService)
    await send(editService, colleague, {
      ...written,
      ...(await open(colleague, prepareService)),
      entry,
      priority: 'URGENT',
      meetingPlace: 'chez sa tante',
    })
    const answer = await send(editService, lead, {
      ...written,
      ...mine,
      entry,
      reasonText: 'Deux ans hors de l’école.',
      meetingPlace: 'à l’école',
    })
    const draft = await draftOf(answer, 'referral.edit-service')
    expect(draft.conflict).toMatchObject({
      base: { priority: 'NORMAL', meetingPlace: 'au centre' },
      theirs: { priority: 'URGENT', meetingPlace: 'chez sa tante' },
      by: 'PSYCHOLOGIST MOP',
    })
    expect(await stands()).toMatchObject({ reasonText: written.reasonText, meetingPlace: 'chez sa tante' })
    const chosen = await send(editService, lead, { _draft: draft.id, '_pick.meetingPlace': 'theirs' })
    expect(chosen.headers.get('location')).toContain('/share')
    expect(await stands()).toMatchObject({
      reasonText: 'Deux ans hors de l’école.',
      meetingPlace: 'chez sa tante',
      priority: 'URGENT',
    })
  })

  test('a change on another page of it stops nobody', async () => {
    const mine = await open(lead, prepareService)
    await send(editShare, colleague, { ...(await open(colleague, prepareShare)), facts: ['phone'] })
    const answer = await send(editService, lead, { ...written, ...mine, entry, reasonText: 'autre' })
    expect(draftIn(answer)).toBeUndefined()
    expect(await stands()).toMatchObject({ reasonText: 'autre' })
  })

  test('what is shared is never widened by the slower page', async () => {
    await send(editShare, lead, { facts: ['phone', 'name'] })
    const mine = await open(lead, prepareShare)
    await send(editShare, colleague, { ...(await open(colleague, prepareShare)), facts: [] })
    const answer = await send(editShare, lead, { ...mine, facts: ['phone', 'name'], withoutName: 'on' })
    const draft = await draftOf(answer, 'referral.edit-share')
    expect(draft.conflict?.theirs).toMatchObject({ facts: [] })
    await send(editShare, lead, { _draft: draft.id })
    const [row] = await root()`select facts, without_name from app.referrals where id = ${where.id}`
    expect(row?.facts).not.toEqual(expect.arrayContaining(['phone']))
    expect(row?.without_name).toBe(true)
  })
})
