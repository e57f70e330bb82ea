import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as openCase } from '@/app/api/v1/alerts/[id]/open-case/route'
import { POST as tell } from '@/app/api/v1/alerts/[id]/tell-agency/route'
import { POST as byFile } from '@/app/api/v1/alerts/inbound/file/route'
import { POST as byHand } from '@/app/api/v1/alerts/inbound/route'
import { prepareInboundFile } from '@/lib/desks/triage/prepare-inbound'
import { viewAlert } from '@/lib/desks/triage/view-alert'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { plan } from '@/lib/platform/jobs/schedule'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { bundle, hand } from '@/lib/testing/factories/inbound-values'
import { reading } from '@/lib/testing/reading'
import { census, draftIn, growth, post } from '@/lib/testing/requests'
import { dropRefused } from './drop-refused'

type Entry = { resource: { resourceType: string } }

let supervisor: SignedIn
let worker: SignedIn
let elsewhere: SignedIn
let agency: SignedIn
beforeAll(async () => {
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  worker = await signedIn('SOCIAL_WORKER', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

/** The form with a file, as a browser sends it. */
async function upload(text: string | Uint8Array<ArrayBuffer>, who: SignedIn = supervisor) {
  const form = new FormData()
  form.append('file', new File([text], 'anything.json', { type: 'application/json' }))
  const made = new Request('http://127.0.0.1:3000/api', { method: 'POST', body: form })
  return post(byFile, {
    as: who,
    body: new Uint8Array(await made.arrayBuffer()),
    headers: { 'content-type': made.headers.get('content-type') ?? '' },
  })
}
const seen = (draft: string | undefined, who: SignedIn = supervisor) =>
  reading(who, async (ctx) => (await prepareInboundFile(ctx, { draft })).view)
const newest = async () =>
  (await root()`select * from app.alerts where source = 'AGENCY' order by raised_at desc, id limit 1`)[0]
const idOf = (answer: Response) =>
  /\/alerts\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

describe('a referral of another agency', () => {
  test('taken down by a caseworker is a sealed alert of the cercle’s office with a clock, and no case', async () => {
    const before = await census()
    const answer = await post(byHand, { as: worker, values: hand() })
    expect(answer.headers.get('location')).toBe('/alerts/inbound?done=taken-in')
    const grown = growth(before, await census())
    expect(grown).toMatchObject({ 'app.alerts': 1, 'vault.keys': 1 })
    expect(grown).not.toHaveProperty('app.cases')
    const row = await newest()
    expect(row).toMatchObject({
      state: 'NEW',
      agency: 'ICRC',
      office_id: 'MOP',
      flow_point: null,
      case_id: null,
    })
    expect(row?.due_at).toBeTruthy()
    expect(JSON.stringify(row)).not.toContain('Fanta')
    for (const bytes of [row?.identity, row?.referral]) {
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('Fanta')
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('dort mal')
    }
  })

  test('is read by the supervisor of the office alone, with what the agency wrote', async () => {
    const id = String((await newest())?.id)
    expect(await reading(supervisor, (ctx) => viewAlert(ctx, id))).toMatchObject({
      view: {
        alert: {
          identity: { given: 'Fanta' },
          referred: { reference: 'ICRC-4470', facts: { reason_text: 'Elle dort mal.' } },
        },
      },
    })
    expect(await reading(elsewhere, (ctx) => viewAlert(ctx, id))).toEqual({ missing: { type: 'alert', id } })
  })

  test('is not written down where the person did not agree, nor for another office', async () => {
    for (const [more, error] of [
      [{ agreed: 'NO' }, 'agreed'],
      [{ cercle: 'ML0703' }, 'cercle'],
      [{ need: 'Appelez le 66 11 22 33' }, 'need'],
    ] as const) {
      const before = (await root()`select count(*)::int as n from app.alerts`)[0]?.n
      const answer = await post(byHand, { as: worker, values: hand(more) })
      expect(draftIn(answer), error).toBeTruthy()
      expect((await root()`select count(*)::int as n from app.alerts`)[0]?.n).toBe(before)
    }
  })

  test('from a file is shown first and changes nothing; sent on it is taken in', async () => {
    const before = await census()
    const looked = await upload(bundle)
    const grown = growth(before, await census())
    expect(Object.keys(grown).filter((name) => !/drafts|audit|sessions|idempot/.test(name))).toEqual([])
    const view = await seen(draftIn(looked))
    expect(view.record).toMatchObject({ reference: 'ICRC-4471', facts: { name: { given: 'Fanta' } } })
    expect(view.draft?.values).toMatchObject({ agency: 'ICRC', cercle: 'ML0501' })
    const values = { bundle: view.bundle, seen: 'yes', agency: 'ICRC', cercle: 'ML0501', problems: '' }
    const taken = await post(byFile, { as: supervisor, values })
    const row = (await root()`select * from app.alerts where id = ${idOf(taken)}`)[0]
    expect(row).toMatchObject({ agency: 'ICRC', urgency: 'URGENT', sex: 'F', age: 18, age_estimated: true })
    const read = await reading(supervisor, (ctx) => viewAlert(ctx, idOf(taken)))
    expect(read).toMatchObject({
      view: { alert: { referred: { facts: { reason_text: 'Dort mal depuis mai.' } } } },
    })
  })

  test('from a file that is no good says why in a code with words, and is not kept', async () => {
    const say = async (text: string | Uint8Array<ArrayBuffer>) =>
      (await seen(draftIn(await upload(text)))).problems.map(({ where, why }) => `${where} ${why}`)
    expect(await say('{"a":')).toEqual(['file not-json'])
    expect(await say('['.repeat(9000))).toEqual(['file too-deep'])
    expect(await say(new Uint8Array([0xff, 0xfe, 0x00]))).toEqual(['file not-utf8'])
    expect(await say(`{"resourceType":"Bundle","x":"${'x'.repeat(262_200)}"}`)).toEqual(['file too-large'])
    expect(
      await say(
        bundle
          .replace('"requested"', '"rejected"')
          .replace('"SENT"', '"DECLINED"')
          .replace('"active"', '"revoked"'),
      ),
    ).toEqual(['Task over'])
    expect(await say(bundle.replaceAll('"MHPSS_IND"', '"NOTHING"'))).toContain('ServiceRequest service')
  })

  test('says what is wrong with a file also where a name or a list of it goes on and on', async () => {
    const say = async (text: string) =>
      (await seen(draftIn(await upload(text)))).problems.map(({ where, why }) => `${where} ${why}`)
    const file = JSON.parse(bundle)
    const task = file.entry.find(({ resource }: Entry) => resource.resourceType === 'Task').resource
    const more = (name: string, value: string) => ({
      type: { coding: [{ system: 'urn:relais:fact', code: name }] },
      valueString: value,
    })
    const inputs = task.input
    task.input = [...inputs, more('n'.repeat(100), 'x')]
    expect(await say(JSON.stringify(file))).toContain('fact unknown')
    task.input = inputs
    task.identifier[0].value = 'ICRC\u202e-1'
    expect(await say(JSON.stringify(file))).toEqual(['Task form'])
    task.identifier[0].value = 'ICRC-1'
    const consent = file.entry.find(({ resource }: Entry) => resource.resourceType === 'Consent').resource
    consent.provision.code.push({ coding: [{ system: 'urn:relais:fact', code: 'safe_contact' }] })
    task.input = [
      ...inputs,
      ...Array.from({ length: 190 }, () => more('safe_contact.notTold', 'é'.repeat(200))),
    ]
    expect(await say(JSON.stringify(file))).toEqual(['file too-large'])
  })

  test('is not for a caseworker to load, nor for an agency; a bundle that was changed on the way is read again', async () => {
    expect((await upload(bundle, worker)).status).toBe(403)
    expect((await upload(bundle, agency)).status).not.toBe(303)
    const values = {
      bundle: bundle.replace('"phone"', '"phones"'),
      seen: 'yes',
      agency: 'ICRC',
      cercle: 'ML0501',
    }
    const answer = await post(byFile, { as: supervisor, values })
    expect(draftIn(answer)).toBeTruthy()
  })

  test('from a file whose answer has run out meanwhile is not taken in, and the page says so', async () => {
    const file = JSON.parse(bundle)
    const consent = file.entry.find(({ resource }: Entry) => resource.resourceType === 'Consent').resource
    consent.provision.period = { end: '2014-06-29' }
    const looked = await upload(JSON.stringify(file))
    const view = await seen(draftIn(looked))
    expect([view.record, view.problems]).toEqual([
      undefined,
      [{ where: 'Consent', name: 'provision', why: 'no-consent' }],
    ])
    const before = (await root()`select count(*)::int as n from app.alerts`)[0]?.n
    const values = { bundle: view.bundle, seen: 'yes', agency: 'ICRC', cercle: 'ML0501', problems: '' }
    expect(draftIn(await post(byFile, { as: supervisor, values }))).toBeTruthy()
    expect((await root()`select count(*)::int as n from app.alerts`)[0]?.n).toBe(before)
  })

  test('has a limit, not years ahead, whatever is asked of the database', async () => {
    const kept = (due: string | null) =>
      as(supervisor, async ({ tx }) => {
        const [row] =
          await tx.execute(sql`select app.take_in_referral(gen_random_uuid(), 'A-' || gen_random_uuid(), 'ICRC', 'ML0501', 'NORMAL', 'F',
          30::smallint, false, 'MLI', 'YES', gen_random_uuid(), '\\x00'::bytea, '\\x00'::bytea, '\\x00'::bytea,
          clock.casework_now() + ${due}::interval) as kept`)
        return row?.kept
      })
    expect([await kept(null), await kept('-1 hour'), await kept('2 years')]).toEqual([false, false, false])
  })

  test('opens a case as an alert does, from the agency and with its cercle', async () => {
    const taken = await post(byHand, { as: supervisor, values: hand({ reference: 'ICRC-1' }) })
    const id = idOf(taken)
    const opened = await post(openCase, {
      as: supervisor,
      params: { id },
      values: { lead: worker.id, _version: '1' },
    })
    expect(opened.headers.get('location')).toMatch(/^\/cases\/MLP/)
    const [row] =
      await root()`select c.source, c.cercle, c.state, c.flow_point from app.cases c where c.alert_id = ${id}`
    expect(row).toEqual({ source: 'AGENCY', cercle: 'ML0501', state: 'DRAFT', flow_point: null })
  })
})

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
