import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as openCase } from '@/app/api/v1/alerts/[id]/open-case/route'
import { POST as tell } from '@/app/api/v1/alerts/[id]/tell-agency/route'
import { POST as byHand } from '@/app/api/v1/alerts/inbound/route'
import { viewAlert } from '@/lib/desks/triage/view-alert'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { plan } from '@/lib/platform/jobs/schedule'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { hand } from '@/lib/testing/factories/inbound-values'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { dropRefused } from './drop-refused'

let supervisor: SignedIn
let worker: SignedIn
let elsewhere: SignedIn
beforeAll(async () => {
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  worker = await signedIn('SOCIAL_WORKER', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})
const idOf = (answer: Response) =>
  /\/alerts\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

describe('the loop back', () => {
  test('holds what the agency was told, once each, and only what is so', async () => {
    const id = idOf(await post(byHand, { as: supervisor, values: hand({ reference: 'ICRC-2' }) }))
    const says = (what: string, who = supervisor) =>
      post(tell, { as: who, params: { id }, values: { says: what, way: 'PHONE' } })
    expect((await says('RECEIVED')).headers.get('location')).toBe(`/alerts/${id}?done=told`)
    expect((await says('OPENED')).status).toBe(403)
    expect((await says('RECEIVED', elsewhere)).status).toBe(404)
    await post(close, { as: supervisor, params: { id }, values: { reason: 'OTHER_AGENCY', _version: '1' } })
    expect((await says('REFUSED')).status).toBe(303)
    const view = await reading(supervisor, (ctx) => viewAlert(ctx, id))
    expect(view).toMatchObject({
      view: { alert: { told: [{ says: 'RECEIVED' }, { says: 'REFUSED', way: 'PHONE' }] } },
    })
  })

  test('the database tells nothing that is not so, and nobody else', async () => {
    const id = idOf(await post(byHand, { as: supervisor, values: hand({ reference: 'ICRC-3' }) }))
    const told = (who: SignedIn, what: string) =>
      as(who, async ({ tx }) => {
        const [row] = await tx.execute(sql`select app.tell_agency(${id}::uuid, ${what}, 'PHONE') as told`)
        return row?.told
      })
    expect(await told(supervisor, 'OPENED')).toBe(false)
    expect(await told(elsewhere, 'RECEIVED')).toBe(false)
    expect(await told(worker, 'RECEIVED')).toBe(false)
    expect(await told(supervisor, 'RECEIVED')).toBe(true)
  })
})

describe('whom we did not take', () => {
  /** The task to tell the agency was opened so many days ago. */
  const told = (id: string, days: number) =>
    root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.tasks set opened_at = clock.casework_now() - make_interval(days => ${days}) where alert_id = ${id}`
    })
  test('goes after fourteen days with the key, and nobody else does', async () => {
    const refused = idOf(await post(byHand, { as: supervisor, values: hand({ reference: 'ICRC-5' }) }))
    const waiting = idOf(await post(byHand, { as: supervisor, values: hand({ reference: 'ICRC-6' }) }))
    await post(close, {
      as: supervisor,
      params: { id: refused },
      values: { reason: 'OTHER_AGENCY', _version: '1' },
    })
    const aged = (days: number) =>
      root().begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update app.alerts set triaged_at = clock.casework_now() - make_interval(days => ${days}) where id = ${refused}`
      })
    const left = async (id: string) => [
      (await root()`select from app.alerts where id = ${id}`).length,
      (await root()`select from vault.keys where alert_id = ${id}`).length,
    ]
    const run = async () => {
      await plan([dropRefused])
      await runDueJobs([dropRefused])
    }
    await aged(13)
    await raw('worker')`select app.drop_refused_inbound()`
    expect(await left(refused)).toEqual([1, 1])
    await aged(14)
    await told(refused, 14)
    await run()
    expect(await left(refused)).toEqual([0, 0])
    expect(await left(waiting)).toEqual([1, 1])
  })

  test('whose case was begun first stays until the agency could be told, fourteen days from the no', async () => {
    const id = idOf(await post(byHand, { as: supervisor, values: hand({ reference: 'ICRC-7' }) }))
    await post(openCase, { as: supervisor, params: { id }, values: { lead: worker.id, _version: '1' } })
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.alerts set triaged_at = clock.casework_now() - interval '20 days' where id = ${id}`
    })
    await told(id, 20)
    await root()`select app.erase_draft(c.id, 'NO') from app.cases c where c.alert_id = ${id}`
    const there = async () => (await root()`select from app.alerts where id = ${id}`).length
    await raw('worker')`select app.drop_refused_inbound()`
    expect(await there()).toBe(1)
    expect(
      await root()`select 1 from app.tasks where alert_id = ${id} and kind = 'TELL_OUTCOME' and state = 'OPEN'`,
    ).toHaveLength(1)
    await told(id, 14)
    await raw('worker')`select app.drop_refused_inbound()`
    expect(await there()).toBe(0)
  })
})
