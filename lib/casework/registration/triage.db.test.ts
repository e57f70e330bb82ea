import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as link } from '@/app/api/v1/alerts/[id]/link/route'
import { POST as open } from '@/app/api/v1/alerts/[id]/open-case/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { raised } from '@/lib/testing/factories/alert-values'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'

let agent: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn
let lead: SignedIn
beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
})

const decide = (endpoint: Endpoint, id: string, values = {}, as = supervisor) =>
  post(endpoint, { as, params: { id }, values })
const alertOf = async (id: string) => (await root()`select * from app.alerts where id = ${id}`)[0]

describe('a supervisor decides what becomes of an alert', () => {
  test('a case, led by a caseworker of the office, whose clock runs from the alert', async () => {
    const id = await raised(raise, agent)
    expect((await decide(open, id, { lead: lead.id })).headers.get('location')).toMatch(
      /^\/cases\/MLP-.*\?opened=1$/,
    )
    expect(await alertOf(id)).toMatchObject({ state: 'CASE_OPENED', triaged_by: supervisor.id })
    const [row] =
      await root()`select c.lead_id, round(extract(epoch from c.asked_at - a.raised_at)) = 0 as since from app.cases c join app.alerts a on a.case_id = c.id where a.id = ${id}`
    expect(row).toEqual({ lead_id: lead.id, since: true })
  })

  test('not a case led by somebody who works elsewhere or is no caseworker', async () => {
    const id = await raised(raise, agent)
    for (const wrong of [supervisor.id, (await signedIn('LAWYER', 'GAO')).id])
      expect((await decide(open, id, { lead: wrong })).headers.get('location')).toContain('/open?draft=')
    expect((await alertOf(id))?.state).toBe('NEW')
  })

  test('a case that is known, whose "do not call" follows the newest word', async () => {
    const spec = ordinaryCase(lead.id, [])
    await insertCases([spec])
    const [known] = await root()`select code from app.cases where id = ${spec.id}`
    const id = await raised(raise, agent, { contactAgreed: 'NO' })
    expect((await decide(link, id, { caseCode: String(known?.code) })).headers.get('location')).toContain(
      'linked=1',
    )
    expect(await alertOf(id)).toMatchObject({ state: 'LINKED', case_id: spec.id })
    expect(
      (await root()`select do_not_contact from app.cases where id = ${spec.id}`)[0]?.do_not_contact,
    ).toBe(true)
  })

  test('a case that was closed, opened again with a reason; after a withdrawal not without a new yes', async () => {
    const [closed, ended] = [ordinaryCase(lead.id, []), ordinaryCase(lead.id, [])]
    await insertCases([closed, ended])
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'CLOSED', closed_at = clock.casework_now(),
        closure_reason = case id when ${closed.id} then 'GOALS_MET' else 'CONSENT_WITHDRAWN' end where id = any(${[closed.id, ended.id]})`
    })
    const codeOf = async (of: string) =>
      String((await root()`select code from app.cases where id = ${of}`)[0]?.code)
    const id = await raised(raise, agent)
    const asked = await decide(link, id, { caseCode: await codeOf(closed.id) })
    expect(asked.headers.get('location')).toContain('/link?draft=')
    const withdrawn = await decide(link, id, { caseCode: await codeOf(ended.id), reopenReason: 'CAME_BACK' })
    expect(withdrawn.headers.get('location')).toContain('/link?draft=')
    const linked = await decide(link, id, { caseCode: await codeOf(closed.id), reopenReason: 'NEW_ALERT' })
    expect(linked.headers.get('location')).toContain('linked=1')
    expect(await alertOf(id)).toMatchObject({ state: 'LINKED', case_id: closed.id })
    const rows =
      await root()`select state from app.cases where id = any(${[closed.id, ended.id]}) order by state`
    expect(rows.map(({ state }) => state)).toEqual(['CLOSED', 'OPEN'])
  })

  test('no case, with a reason; and the office decides, nobody else', async () => {
    const id = await raised(raise, agent)
    expect((await decide(close, id, { reason: 'NOT_FOUND' }, elsewhere)).status).toBe(404)
    expect((await decide(close, id, {})).headers.get('location')).toContain('/close?draft=')
    expect((await decide(close, id, { reason: 'NOT_FOUND' })).headers.get('location')).toBe(
      '/alerts?closed=1',
    )
    expect(await alertOf(id)).toMatchObject({ state: 'NO_ACTION', reason: 'NOT_FOUND' })
  })
})
