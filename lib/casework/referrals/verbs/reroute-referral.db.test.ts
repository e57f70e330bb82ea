import { beforeAll, expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { POST as reroute } from '@/app/api/v1/referrals/[id]/reroute/route'
import { POST as done } from '@/app/api/v1/tasks/[id]/done/route'
import { referralPanel } from '@/lib/desks/queue/panel-queries'
import { prepareStart } from '@/lib/desks/referral/wizard'
import { command } from '@/lib/platform/gate/command'
import { as, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED, TO_SENT } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { startReferral } from './start-referral'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

/** Sent so long ago that its limit is over. */
async function silent(steps = TO_SENT) {
  const id = await all.referral(steps)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set due_at = clock.casework_now() - interval '1 hour' where id = ${id}`
  })
  return id
}
const rowOf = async (id: string) =>
  (
    await root()`select r.*, c.code as case_code, c.lead_id from app.referrals r join app.cases c on c.id = r.case_id where r.id = ${id}`
  )[0]
const offered = async (id: string) => (await as(all.supervisor, (ctx) => referralPanel(ctx, id)))?.next ?? []
const press = async (id: string, entry: string, who = all.supervisor) => {
  const version = String((await rowOf(id))?.version)
  const response = await post(reroute, {
    as: who,
    params: { id },
    values: { entry, _version: version },
    json: true,
  })
  const body = (await response.json()) as { location?: string; error?: { reason?: string } }
  return body.location ?? body.error?.reason ?? String(response.status)
}
const tasksOf = async (id: string) =>
  await root()`select id, kind, state, holder_id, reason, outcome from app.tasks where subject_id = ${id} and kind = 'ASK_NEXT' order by opened_at`

test('one press recalls what stayed silent and has the lead ask the person for the provider chosen', async () => {
  const id = await silent()
  const panel = await as(all.supervisor, (ctx) => referralPanel(ctx, id))
  expect(panel).toMatchObject({ mayReroute: true })
  const [best] = await offered(id)
  expect(best?.partner).not.toBe('UNICEF')
  expect(await press(id, String(best?.id))).toBe(`/queue?rerouted=${id}`)
  const row = await rowOf(id)
  expect(row).toMatchObject({ state: 'CANCELLED', reason: 'NO_ANSWER' })
  const [shares] =
    await root()`select count(*)::int as live from app.shares where referral_id = ${id} and ended_at is null`
  expect(shares?.live).toBe(0)
  expect(await tasksOf(id)).toMatchObject([{ state: 'OPEN', holder_id: row?.lead_id, reason: best?.partner }])
  // Nothing is prepared for somebody of whom the person was not asked.
  expect(await root()`select id from app.referrals where previous_id = ${id}`).toHaveLength(0)
  expect(await press(id, String(best?.id)), 'pressed twice').not.toContain('rerouted')
})

test('the lead’s page begins with that provider, and the answer ends the task; stopped before it leaves, it is asked again', async () => {
  const id = await silent()
  const [, second] = await offered(id)
  const chosen = second ?? (await offered(id))[0]
  await press(id, String(chosen?.id))
  const code = String((await rowOf(id))?.case_code)
  const page = await reading(all.lead, (ctx) => prepareStart(ctx, code, { previous: id }))
  expect('view' in page && page.view.proposed?.id).toBe(chosen?.id)
  const begun = await post(command(startReferral), {
    as: all.lead,
    params: { code },
    values: {
      ...{ service: String((await rowOf(id))?.service), previous: id, entry: String(chosen?.id) },
      ...{ answer: 'GIVEN', giver: 'SELF', mode: 'VERBAL_PHONE', language: 'ses' },
    },
    json: true,
  })
  expect(begun.status).toBe(200)
  expect(await tasksOf(id)).toMatchObject([{ state: 'DONE', outcome: 'OTHER_REFERRAL' }])
  const [next] = await root()`select id, state, partner_code from app.referrals where previous_id = ${id}`
  expect(next).toMatchObject({ state: 'DRAFT', partner_code: chosen?.partner })
  const values = {
    cancelReason: 'MISTAKE',
    comment: '',
    _version: String((await rowOf(String(next?.id)))?.version),
  }
  const stopped = await post(cancel, { as: all.lead, params: { id: String(next?.id) }, values })
  expect(stopped.headers.get('location')).toContain('done=cancel-unsent')
  expect(await tasksOf(id)).toMatchObject([{ state: 'OPEN', reason: chosen?.partner, outcome: null }])
})

test('of an emergency the person is asked within four hours, of anything else within a day', async () => {
  const within = async (priority: string) => {
    const id = await silent()
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.referrals set priority = ${priority} where id = ${id}`
    })
    await press(id, String((await offered(id))[0]?.id))
    const [row] =
      await root()`select extract(epoch from due_at - opened_at)::int / 3600 as hours from app.tasks
      where subject_id = ${id} and kind = 'ASK_NEXT'`
    return row?.hours
  }
  expect([await within('NORMAL'), await within('EMERGENCY')]).toEqual([24, 4])
})

test('a person who says no ends it by the lead’s word', async () => {
  const id = await silent()
  await press(id, String((await offered(id))[0]?.id))
  const [task] = await tasksOf(id)
  const said = await post(done, { as: all.lead, params: { id: String(task?.id) }, values: {}, json: true })
  expect(said.status).toBe(200)
  expect(await tasksOf(id)).toMatchObject([{ state: 'DONE', outcome: 'SAID_DONE' }])
})

test('not within the limit, not what was accepted, not to whoever stayed silent, not by the team or another office', async () => {
  const fresh = await all.referral(TO_SENT)
  const entry = String((await offered(fresh))[0]?.id)
  expect(await press(fresh, entry)).toBe('not-silent')
  const accepted = await silent(TO_ACCEPTED)
  expect(await press(accepted, entry)).toBe('not-silent')
  const id = await silent()
  const [own] = await root()`select d.id from app.directory_entries d join app.referrals r
    on r.partner_code = d.partner_code and r.service = d.service and r.office_id = d.office_id where r.id = ${id} limit 1`
  expect(own?.id).toBeTruthy()
  expect(await press(id, String(own?.id))).not.toContain('rerouted')
  expect([
    await press(id, entry, all.lead),
    await press(id, entry, await signedIn('SUPERVISOR', 'GAO')),
  ]).toEqual(['role', 'not-found'])
  expect((await rowOf(id))?.state).toBe('SENT')
})
