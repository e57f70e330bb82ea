import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import { POST as approve } from '@/app/api/v1/referrals/[id]/approve/route'
import { translator } from '@/lib/base/i18n/translate'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { part } from '@/lib/testing/factories/rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import { draftReferral } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let agency: SignedIn
const states = [
  'DRAFT',
  'PENDING_APPROVAL',
  'APPROVED',
  'SENT',
  'ACKNOWLEDGED',
  'ACCEPTED',
  'IN_PROGRESS',
  'COMPLETED',
  'DECLINED',
] as const

/** A case with a referral in every kind of place, and a consent to the file given thirty days ago. */
async function aCase() {
  const id = crypto.randomUUID()
  const referrals = states.map((state) =>
    draftReferral({ state, sent: !['DRAFT', 'PENDING_APPROVAL', 'APPROVED'].includes(state) }),
  )
  await insertCases([
    {
      id,
      officeId: 'MOP',
      sensitivity: 'S3',
      leadId: lead.id,
      members: [{ userId: lead.id, capacity: 'LEAD' }],
      referrals,
    },
  ])
  const [key] = await root()`select id from vault.keys where case_id = ${id} and compartment = 'TEAM'`
  await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, given_at,
      recorded_by, key_id, detail) values (${part(id, 'file')}, ${id}, 'MOP', 'S3', 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2',
      clock.casework_now() - interval '30 days', ${lead.id}, ${String(key?.id)}, '\\x00')`
  const [row] = await root()`select code from app.cases where id = ${id}`
  const idOf = (state: (typeof states)[number]) => referrals[states.indexOf(state)]?.id ?? ''
  return { id, code: String(row?.code), idOf }
}

const say = (code: string, values: Record<string, string | string[]> = {}) =>
  post(withdraw, {
    as: lead,
    params: { code },
    values: { withdrawReason: 'NOT_SAID', told: 'on', ...values },
  })
const stateOf = async (id: string) => {
  const [row] = await root()`select state, due_at from app.referrals where id = ${id}`
  return row
}

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

describe('the person wants no file any more', () => {
  test('everything under way stops in the same transaction, and no partner reads it', async () => {
    const { id, code, idOf } = await aCase()
    expect((await say(code)).status).toBe(303)
    for (const state of [
      'DRAFT',
      'PENDING_APPROVAL',
      'APPROVED',
      'SENT',
      'ACKNOWLEDGED',
      'ACCEPTED',
      'IN_PROGRESS',
    ] as const)
      expect(await stateOf(idOf(state)), state).toMatchObject({ state: 'CONSENT_WITHDRAWN' })
    expect(await stateOf(idOf('COMPLETED'))).toMatchObject({ state: 'COMPLETED' })
    const slips = await presenting(
      raw('partner'),
      agency.token,
      (tx) => tx`select referral_id from app.shares`,
    )
    expect(slips).toHaveLength(0)
    const [record] =
      await root()`select state, closure_reason, closure_asked_by, next_due_at from app.cases where id = ${id}`
    expect(record).toEqual({
      state: 'PENDING_CLOSURE',
      closure_reason: 'CONSENT_WITHDRAWN',
      closure_asked_by: lead.id,
      next_due_at: null,
    })
    const standing =
      await root()`select id from app.consents where case_id = ${id} and status in ('GIVEN', 'ASSENT')`
    expect(standing).toHaveLength(0)
  })

  test('a partner at work goes on if the person wants it; nobody else can be kept', async () => {
    const { code, idOf } = await aCase()
    for (const state of ['SENT', 'DRAFT', 'COMPLETED'] as const)
      expect((await say(code, { keep: idOf(state) })).headers.get('location')).toContain('draft=')
    expect(await stateOf(idOf('SENT'))).toMatchObject({ state: 'SENT' })
    await say(code, { keep: idOf('ACCEPTED') })
    expect(await stateOf(idOf('ACCEPTED'))).toMatchObject({ state: 'ACCEPTED', due_at: null })
    expect(await stateOf(idOf('IN_PROGRESS'))).toMatchObject({ state: 'CONSENT_WITHDRAWN' })
    const slips = await presenting(
      raw('partner'),
      agency.token,
      (tx) => tx`select distinct referral_id from app.shares`,
    )
    expect(slips.map((row) => row.referral_id)).toContain(idOf('ACCEPTED'))
  })

  test('nothing more is written or sent, in either wall', async () => {
    const { id, code, idOf } = await aCase()
    await say(code)
    const note = await post(addNote, {
      as: lead,
      params: { code },
      values: { compartment: 'TEAM', body: 'one more', metOn: '' },
    })
    expect(note.status).toBe(409)
    expect(
      await root()`select 1 from app.notes where case_id = ${id} and written_at > clock.casework_now() - interval '1 day'`,
    ).toHaveLength(0)
    const answer = await post(approve, {
      as: supervisor,
      params: { id: idOf('PENDING_APPROVAL') },
      values: { hash: 'a'.repeat(64) },
    })
    expect(answer.status).not.toBe(200)
    expect(await stateOf(idOf('PENDING_APPROVAL'))).toMatchObject({ state: 'CONSENT_WITHDRAWN' })
    await expect(
      presenting(
        raw('web'),
        lead.token,
        (
          tx,
        ) => tx`insert into app.assistance (id, case_id, office_id, sensitivity, service, quantity, unit, given_on, donor, given_by)
          values (gen_random_uuid(), ${id}, 'MOP', 'S3', 'FOOD_RATION', 1, 'KIT', '2014-06-30', 'CERF', ${lead.id})`,
      ),
    ).rejects.toThrow(/took their consent back/)
  })

  test('tasks that rest on the consent end; harm does not, nor what an agency has still to delete', async () => {
    const { id, code } = await aCase()
    for (const kind of ['RENEW_CONSENT', 'NEXT_STEP', 'HARM'] as const)
      await insertTask({ kind, subject: { type: 'case', id } })
    await say(code)
    const rows = await root()`select kind, state, outcome from app.tasks where case_id = ${id} order by kind`
    expect([...new Set(rows.map(({ kind, state }) => `${kind} ${state}`))]).toEqual([
      'AWAIT_DELETION OPEN',
      'HARM OPEN',
      'NEXT_STEP DROPPED',
      'RENEW_CONSENT DROPPED',
    ])
  })

  test('the timeline has the agreement on its day and the withdrawal on its own', async () => {
    const { id, code } = await aCase()
    await makeReadable(id)
    await say(code)
    const found = await as(lead, (ctx) => viewCase({ ...ctx, t: translator('fr') }, code))
    if (!('view' in found)) throw new Error('no case')
    const about = found.view.events.filter(({ a }) => a === 'CASE_MGMT')
    expect(about.map(({ kind, b }) => [kind, b])).toEqual([
      ['withdrawn', null],
      ['consent', 'GIVEN'],
    ])
    const day = (at: string) => at.slice(0, 10)
    expect(about.map(({ at }) => day(at))).toEqual(['2014-06-30', '2014-05-31'])
    expect(found.view.head.may).toEqual({ work: false, write: false, lead: false })
  })
})

describe('closing', () => {
  test('is somebody else’s: a supervisor who may decide, once, with the day of erasure', async () => {
    const { id, code } = await aCase()
    expect((await post(close, { as: supervisor, params: { code } })).status).toBe(403)
    await say(code)
    expect((await post(close, { as: lead, params: { code } })).status).toBe(403)
    expect((await post(close, { as: supervisor, params: { code } })).status).toBe(303)
    const [record] =
      await root()`select state, erase_on::text, closed_at is not null as dated from app.cases where id = ${id}`
    expect(record).toEqual({ state: 'CLOSED', erase_on: '2014-07-30', dated: true })
    expect((await post(close, { as: supervisor, params: { code } })).status).toBe(409)
  })
})
