import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { listReports, prepareReport } from '@/lib/desks/psea/reports'
import { readDay } from '@/lib/desks/work/read-day'
import { readOffices } from '@/lib/desks/work/read-offices'
import { asSession, enter } from '@/lib/platform/access/enter'
import { command } from '@/lib/platform/gate/command'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { post } from '@/lib/testing/requests'
import { closeReport } from './close-report'
import { takeReport } from './take-report'
import { tellOfAbuse } from './tell-of-abuse'

let author: SignedIn
let focal: SignedIn
let deputy: SignedIn
let supervisor: SignedIn
let officer: SignedIn

beforeAll(async () => {
  author = await signedIn('SOCIAL_WORKER', 'MOP')
  focal = await signedIn('SOCIAL_WORKER', 'MOP')
  deputy = await signedIn('LAWYER', 'GAO')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  officer = await signedIn('DPO')
  await root()`insert into app.staff_functions (person_id, function, office_id) values (${focal.id}, 'PSEA_FOCAL_POINT', 'MOP')`
  await root()`insert into app.staff_functions (person_id, function) values (${deputy.id}, 'PSEA_DEPUTY')`
})

const told = { safeNow: 'NO', organisation: 'ACTED', words: 'at the distribution, on Tuesday' }
const tell = (as: SignedIn, more: object = {}) =>
  post(command(tellOfAbuse), { as, params: {}, values: { ...told, ...more }, json: true })
const read = (as: SignedIn) =>
  presenting(raw('web'), as.token, async (tx) => {
    const rows = await tx`select id from app.psea_reports`
    const keys = await tx`select id from vault.keys where scope = 'PSEA'`
    return [rows.length, keys.length]
  })
const newest = async () =>
  (
    await root()`select *, extract(epoch from due_at - reported_at) / 60 as minutes from app.psea_reports
    order by reported_at desc limit 1`
  )[0]

const list = (who: SignedIn, query = {}) =>
  as(who, (ctx) => listReports({ ...ctx, t: translator('fr') } as never, query))

describe('a report of abuse by an aid worker', () => {
  test('reaches the focal point alone, within the hour', async () => {
    const answer = await tell(author)
    expect(answer.status).toBe(200)
    expect(await newest()).toMatchObject({
      office_id: 'MOP',
      author_id: author.id,
      minutes: '60.0000000000000000',
    })
    expect(await read(focal)).toEqual([1, 1])
    for (const other of [author, deputy, supervisor, officer]) expect(await read(other)).toEqual([0, 0])
  })

  test('stands in the menu of whoever hears it, counted, and in nobody else’s', async () => {
    const menu = async (who: SignedIn) => (await as(who, (ctx) => readOffices(ctx as never))).view.psea
    expect(await menu(focal)).toBe(1)
    expect(await menu(deputy)).toBe(0)
    for (const other of [author, supervisor, officer]) expect(await menu(other)).toBeNull()
  })

  test('is counted at the door of every page for its hearer, and for nobody else', async () => {
    const partner = await signedIn('PARTNER_FP', 'UNICEF')
    const waiting = (who: SignedIn) =>
      asSession(who.kind, async (tx) => {
        const entry = await enter(tx, who.token, who.kind)
        return entry.state === 'live' ? entry.actor.abuseWaiting : undefined
      })
    const [heard, told, watched, served] = [
      await waiting(focal),
      await waiting(author),
      await waiting(supervisor),
      await waiting(partner),
    ]
    expect([heard, told, watched, served]).toEqual([1, null, null, null])
  })

  test('leaves a line in the log without author, session or case, and none anywhere else', async () => {
    const row = await newest()
    const lines =
      await root()`select actor_id, session_id, on_behalf_of, case_id, action, detail from audit.events
      where object_id = ${String(row?.id)}`
    expect(lines).toEqual([
      {
        actor_id: null,
        session_id: null,
        on_behalf_of: null,
        case_id: null,
        action: 'psea.report',
        detail: '{}',
      },
    ])
    const mine = await root()`select action from audit.events where actor_id = ${author.id}`
    expect(mine.map(({ action }) => action)).not.toContain('psea.report')
    for (const table of ['app.tasks', 'app.referral_events', 'app.harm_reports'])
      expect((await root().unsafe(`select count(*)::int as n from ${table}`))[0]?.n).toBe(0)
    const columns = await root()`select column_name from information_schema.columns
      where table_schema = 'app' and table_name = 'psea_reports' and column_name ~ 'case|referral'`
    expect(columns).toEqual([])
  })

  test('stands on its hearer’s home page as a number that opens exactly that list, and on nobody else’s', async () => {
    const day = async (who: SignedIn) =>
      as(who, async (ctx) => (await readDay({ ...ctx, t: translator('fr') } as never)).view.psea)
    expect(await day(focal)).toBe(1)
    expect(await day(deputy)).toBe(0)
    for (const other of [author, supervisor, officer]) expect(await day(other)).toBeNull()
    expect(await list(focal)).toMatchObject({ view: { waiting: 1, rows: [{ author: expect.any(String) }] } })
    expect(await list(focal, { closed: '1' })).toMatchObject({ view: { waiting: 1, rows: [] } })
    expect(await list(supervisor)).toHaveProperty('missing')
    expect(await as(focal, (ctx) => ctx.tx.execute(sql`select id from app.cases`))).toHaveLength(0)
  })

  test('keeps what was written from whoever has no key', async () => {
    expect((await newest())?.words.toString('utf8')).not.toContain('distribution')
  })

  test('can be read in the log by its hearer, whose log shows nothing else', async () => {
    const seen = await presenting(raw('web'), focal.token, (tx) => tx`select object_type from audit.events`)
    expect([...new Set(seen.map(({ object_type }) => object_type))]).toEqual(['psea-report'])
    expect(await presenting(raw('web'), author.token, (tx) => tx`select id from audit.events`)).toEqual([])
  })

  test('is called back about, closed once, and then stays as it is', async () => {
    const row = await newest()
    const params = { id: String(row?.id) }
    const press = (as: SignedIn, endpoint: ReturnType<typeof command>, values = {}) =>
      post(endpoint, { as, params, values, json: true })
    expect((await press(supervisor, command(takeReport))).status).toBe(404)
    const shown = async (query: Record<string, string>) => {
      const { view } = (await list(focal, query)) as {
        view: { rows: { id: string }[]; waiting: number; called: number }
      }
      return { waits: view.waiting, called: view.called, here: view.rows.some(({ id }) => id === params.id) }
    }
    const before = await shown({})
    expect(before.here).toBe(true)
    expect((await press(focal, command(takeReport))).status).toBe(200)
    // Called back about: waits for no call, and stands where it is left to close.
    expect(await shown({})).toEqual({ waits: before.waits - 1, called: before.called + 1, here: false })
    expect((await shown({ called: '1' })).here).toBe(true)
    expect(await as(focal, async ({ actor }) => actor.abuseWaiting)).toBe(before.waits - 1)
    expect((await press(focal, command(closeReport), { outcome: 'INVESTIGATION' })).status).toBe(200)
    expect((await press(focal, command(closeReport), { outcome: 'NOT_SEA' })).status).toBe(409)
    const [left] = await root()`select outcome from app.psea_reports where id = ${params.id}`
    expect(left?.outcome).toBe('INVESTIGATION')
    expect(await as(focal, async ({ actor }) => actor.abuseWaiting)).toBe(0)
  })
})

describe('whoever it concerns', () => {
  test('can be named from any office: every colleague stands in the list, the hearers too, partners do not', async () => {
    const partner = await signedIn('PARTNER_FP', 'UNICEF')
    const elsewhere = await signedIn('LAWYER', 'GAO')
    const ids = await as(elsewhere, async (ctx) => {
      const prepared = await prepareReport({ ...ctx, t: translator('fr') } as never, {})
      return prepared.view.colleagues.map(({ id }) => id)
    })
    for (const person of [focal, author, supervisor, officer]) expect(ids).toContain(person.id)
    expect(ids).not.toContain(elsewhere.id)
    expect(ids).not.toContain(partner.id)
  })

  test('never reads it: named, the focal point is passed over for the deputy', async () => {
    const before = (await read(focal))[0]
    expect((await tell(author, { organisation: 'OURS', named: focal.id })).status).toBe(200)
    expect((await read(focal))[0]).toBe(before)
    expect(await read(deputy)).toEqual([1, 1])
  })

  test('nor whoever wrote it: the focal point’s own report goes to the deputy', async () => {
    const before = (await read(deputy))[0] ?? 0
    expect((await tell(focal, { organisation: 'OURS' })).status).toBe(200)
    expect((await read(deputy))[0]).toBe(before + 1)
  })

  test('and when both are concerned it is refused in plain words, not lost', async () => {
    const answer = await tell(focal, { organisation: 'OURS', named: deputy.id })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('nobody-left')
  })

  test('a report cannot be turned away from its hearer, nor written for another', async () => {
    const forged = (change: string) => presenting(raw('web'), author.token, (tx) => tx.unsafe(change))
    for (const change of [
      `update app.psea_reports set named_id = '${focal.id}'`,
      `update app.psea_reports set author_id = '${focal.id}'`,
      'delete from app.psea_reports',
      `insert into app.psea_reports (id, office_id, author_id, safe_now, key_id, words)
        values (gen_random_uuid(), 'MOP', '${supervisor.id}', 'YES', gen_random_uuid(), '\\x00')`,
    ])
      await expect(forged(change), change).rejects.toThrow(
        /permission denied|row-level security|sealed with another key/,
      )
    await expect(forged(`select audit.append_unsigned('referral.verify', '', 'done')`)).rejects.toThrow(
      /only a report/,
    )
  })

  test('a successor in the function hears what is open, and whoever left it no more', async () => {
    const next = await signedIn('PSYCHOLOGIST', 'MOP')
    await tell(author)
    await root()`update app.staff_functions set until_at = clock.casework_now() where person_id = ${focal.id}`
    await root()`insert into app.staff_functions (person_id, function, office_id) values (${next.id}, 'PSEA_FOCAL_POINT', 'MOP')`
    expect((await read(focal))[0]).toBe(0)
    expect((await read(next))[0]).toBeGreaterThan(0)
  })
})
