import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as writeHousehold } from '@/app/api/v1/cases/[code]/household/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { packValues } from '@/lib/base/forms/merge'
import { safetyShown } from '@/lib/casework/people/shown-values'
import { caseHead } from '@/lib/desks/case-file/head'
import { findDraft } from '@/lib/platform/gate/drafts'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let colleague: SignedIn
let code: string
const answers = {
  risk: 'MEDIUM',
  safeContact: 'CALL_OK',
  contactDetail: '',
  phone: '65000001',
  meetingPlace: '',
  withholdReason: '',
  warning: '',
}

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('PSYCHOLOGIST', 'MOP')
})

beforeEach(async () => {
  const id = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: colleague.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals: [] }])
  await makeReadable(id)
  const [row] = await root()`select code from app.cases where id = ${id}`
  code = String(row?.code)
  expect((await post(writeSafety, { as: lead, params: { code }, values: answers })).status).toBe(303)
})

/** The safety page as somebody has it open now: the hidden fields it carries. */
async function open(who: SignedIn) {
  const head = await as(who, (ctx) => caseHead(ctx, code))
  if (!head) throw new Error('no case')
  const shown = safetyShown(head.person, head.reach.record.risk)
  return { _version: String(head.person.version), _base: packValues(shown) }
}
const send = (who: SignedIn, values: Record<string, string | string[]>) =>
  post(writeSafety, { as: who, params: { code }, values })
const stands = async () => {
  const head = await as(lead, (ctx) => caseHead(ctx, code))
  return { ...head?.person.identity, safeContact: head?.person.safeContact, risk: head?.reach.record.risk }
}
const draftOf = async (answer: Response) => {
  const id = /draft=([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]
  const draft = await as(lead, ({ tx }) => findDraft(tx, lead.id, 'case.write-safety', id))
  if (!draft) throw new Error(`no draft: ${answer.status} ${answer.headers.get('location')}`)
  return draft
}

describe('two people change the safety page', () => {
  test('the slower one is shown who changed what, field by field, and nothing is written yet', async () => {
    const page = await open(lead)
    await send(colleague, { ...answers, ...(await open(colleague)), warning: 'the uncle listens' })
    const draft = await draftOf(await send(lead, { ...answers, ...page, phone: '65000002' }))
    expect(draft.conflict).toMatchObject({
      base: { warning: '', phone: '65000001' },
      theirs: { warning: 'the uncle listens', phone: '65000001' },
      by: 'PSYCHOLOGIST MOP',
    })
    expect(draft.conflict?.at).toMatch(/^2014-06-30/)
    expect(await stands()).toMatchObject({ phone: '65000001', warning: 'the uncle listens' })
  })

  test('sending again keeps the colleague’s warning and my number', async () => {
    const page = await open(lead)
    await send(colleague, { ...answers, ...(await open(colleague)), warning: 'the uncle listens' })
    const draft = await draftOf(await send(lead, { ...answers, ...page, phone: '65000002' }))
    expect((await send(lead, { _draft: draft.id })).status).toBe(303)
    expect(await stands()).toMatchObject({ phone: '65000002', warning: 'the uncle listens' })
  })

  test('a field that both changed is decided by the pick, and without one the colleague’s answer stays', async () => {
    const race = async (picks: Record<string, string>) => {
      const page = await open(lead)
      const theirs = { ...answers, ...(await open(colleague)), safeContact: 'IN_PERSON', risk: 'HIGH' }
      await send(colleague, theirs)
      const mine = { ...answers, ...page, safeContact: 'SMS_OK', risk: 'LOW' }
      const draft = await draftOf(await send(lead, mine))
      expect((await send(lead, { _draft: draft.id, ...picks })).headers.get('location')).not.toContain(
        'draft=',
      )
      return stands()
    }
    expect(await race({})).toMatchObject({ safeContact: 'IN_PERSON', risk: 'HIGH' })
    await send(lead, { ...answers, ...(await open(lead)) })
    expect(await race({ '_pick.safeContact': 'mine' })).toMatchObject({ safeContact: 'SMS_OK', risk: 'HIGH' })
  })

  test('a third change while the conflict page stands open is a conflict again, never an overwrite', async () => {
    const page = await open(lead)
    await send(colleague, { ...answers, ...(await open(colleague)), warning: 'first' })
    const draft = await draftOf(await send(lead, { ...answers, ...page, phone: '65000002' }))
    await send(colleague, { ...answers, ...(await open(colleague)), warning: 'second' })
    const again = await draftOf(await send(lead, { _draft: draft.id }))
    expect(again.conflict).toMatchObject({ base: { warning: 'first' }, theirs: { warning: 'second' } })
    await send(lead, { _draft: again.id })
    expect(await stands()).toMatchObject({ phone: '65000002', warning: 'second' })
  })

  test('a change on another page of the same person is no conflict', async () => {
    const page = await open(lead)
    await post(writeHousehold, {
      as: colleague,
      params: { code },
      values: { householdRole: 'ALONE', householdSize: '1', caregiver: '' },
    })
    const answer = await send(lead, { ...answers, ...page, phone: '65000003' })
    expect(answer.headers.get('location')).not.toContain('draft=')
    expect(await stands()).toMatchObject({ phone: '65000003', risk: 'MEDIUM' })
  })

  test('a form that came back for an error still knows what I had touched', async () => {
    const page = await open(lead)
    const wrong = await draftOf(await send(lead, { ...answers, ...page, phone: '' }))
    expect(wrong).toMatchObject({ notice: 'invalid', version: Number(page._version) })
    await send(colleague, { ...answers, ...(await open(colleague)), warning: 'the uncle listens' })
    const corrected = {
      ...answers,
      phone: '65000004',
      _version: String(wrong.version),
      _base: packValues(wrong.base ?? {}),
    }
    const draft = await draftOf(await send(lead, corrected))
    expect(draft.conflict?.theirs).toMatchObject({ warning: 'the uncle listens' })
  })
})
