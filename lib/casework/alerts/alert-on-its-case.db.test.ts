import { beforeAll, describe, expect, test } from 'vitest'
import { POST as openCase } from '@/app/api/v1/alerts/[id]/open-case/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { POST as call } from '@/app/api/v1/cases/[code]/call/route'
import { POST as answer } from '@/app/api/v1/cases/[code]/consent/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { translator } from '@/lib/base/i18n/translate'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { prepareCall } from '@/lib/desks/case-file/prepare-call'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { alertValues } from '@/lib/testing/factories/alert-values'
import { post } from '@/lib/testing/requests'

let agent: SignedIn
let supervisor: SignedIn
let lead: SignedIn
let stranger: SignedIn
let code: string
let id: string
const words = 'telephone with the uncle; comes to the centre each morning'
const reading = <T>(who: SignedIn, work: (r: Parameters<typeof viewCase>[0]) => Promise<T>) =>
  as(who, (ctx) => work({ ...ctx, t: translator('fr') }))

beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'GAO')
  supervisor = await signedIn('SUPERVISOR', 'GAO')
  lead = await signedIn('SOCIAL_WORKER', 'GAO')
  stranger = await signedIn('SOCIAL_WORKER', 'GAO')
  const raised = await post(raise, {
    as: agent,
    json: true,
    values: {
      ...alertValues({ flowPoint: 'FMP_GAO_PK' }),
      urgency: 'EMERGENCY',
      contactAgreed: 'NO',
      vulnerabilities: ['CHILD_ALONE'],
      safeContact: words,
    },
  })
  const alert = ((await raised.json()) as { id: string }).id
  // Raised twenty hours ago, triaged now.
  await root()`update app.alerts set raised_at = raised_at - interval '20 hours' where id = ${alert}`
  const opened = await post(openCase, {
    as: supervisor,
    params: { id: alert },
    values: { lead: lead.id },
    json: true,
  })
  code = ((await opened.json()) as { id: string }).id
  const [row] = await root()`select id from app.cases where code = ${code}`
  id = String(row?.id)
})

describe('an alert on its case', () => {
  test('keeps its clock: the twenty-four hours run from the alert, not from the opening', async () => {
    const [row] =
      await root()`select extract(epoch from next_due_at - clock.casework_now()) / 3600 as hours from app.cases where id = ${id}`
    expect(Number(row?.hours)).toBeGreaterThan(3.9)
    expect(Number(row?.hours)).toBeLessThan(4.1)
  })

  test('is read by the team with what was seen and the raiser’s words; a stranger reads nothing', async () => {
    const found = await reading(lead, (r) => viewCase(r, code))
    if (!('view' in found)) throw new Error('no case')
    expect(found.view.alerts).toMatchObject([
      { contactAgreed: 'NO', vulnerabilities: ['CHILD_ALONE'], urgency: 'EMERGENCY', words },
    ])
    const seen = await presenting(raw('web'), stranger.token, (tx) => tx`select id from app.alerts`)
    expect(seen).toHaveLength(0)
    const keys = await presenting(
      raw('web'),
      stranger.token,
      (tx) => tx`select id from vault.keys where scope = 'ALERT'`,
    )
    expect(keys).toHaveLength(0)
  })

  test('stops a call: the number shows only to whoever says why, and the supervision learns that it happened', async () => {
    const before = await reading(lead, (r) => prepareCall(r, code, {}))
    expect(before).toMatchObject({ view: { stop: 'alert', phone: undefined } })
    expect((await post(call, { as: lead, params: { code }, values: {} })).headers.get('location')).toContain(
      'draft=',
    )
    expect(
      (await post(call, { as: lead, params: { code }, values: { callReason: 'LIFE_IN_DANGER' } })).status,
    ).toBe(303)
    expect(await reading(lead, (r) => prepareCall(r, code, {}))).toMatchObject({ view: { phone: '' } })
    const tasks = await root()`select kind, reason from app.tasks where case_id = ${id}`
    expect([...tasks]).toEqual([{ kind: 'CALLED_ANYWAY', reason: null }])
    await root()`update app.call_clearances set at = at - interval '6 minutes'`
    expect(await reading(lead, (r) => prepareCall(r, code, {}))).toMatchObject({ view: { phone: undefined } })
  })

  test('is lifted by the safety page alone, when the person says that calling is safe', async () => {
    const said = await post(answer, {
      as: lead,
      params: { code },
      values: {
        answer: 'GIVEN',
        giver: 'SELF',
        mode: 'SIGN',
        language: 'fra',
        stats: 'NO',
      },
      json: true,
    })
    expect(said.status, await said.text()).toBe(200)
    const safety = (safeContact: string) =>
      post(writeSafety, {
        as: lead,
        params: { code },
        values: {
          risk: 'HIGH',
          safeContact,
          contactDetail: 'at noon',
          phone: '65000001',
          meetingPlace: '',
          withholdReason: '',
          warning: '',
        },
      })
    // The page opens with the person's yes to their file.
    await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, recorded_by,
      key_id, detail) select gen_random_uuid(), ${id}, 'GAO', 'S3', 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2', ${lead.id}, k.id, ''
      from vault.keys k where k.case_id = ${id} and k.compartment = 'TEAM'`
    await safety('IN_PERSON')
    expect(await reading(lead, (r) => prepareCall(r, code, {}))).toMatchObject({ view: { stop: 'alert' } })
    await safety('CALL_OK')
    expect(await reading(lead, (r) => prepareCall(r, code, {}))).toMatchObject({
      view: { stop: null, phone: '65000001' },
    })
  })
})
