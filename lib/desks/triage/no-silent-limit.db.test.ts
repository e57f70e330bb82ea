import { beforeAll, describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { findOwnAlert } from '@/lib/casework/alerts/own-alerts'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import { supervisorDay } from '@/lib/desks/work/supervisor-day'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { listAlerts, writeCursor } from './list-alerts'

let agent: SignedIn
let supervisor: SignedIn
const reading = (who: SignedIn) => (query: Record<string, string>) =>
  as(who, (ctx) => listAlerts({ ...ctx, t: translator('fr') }, query))

beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'GAO')
  supervisor = await signedIn('SUPERVISOR', 'GAO')
  await root()`insert into app.alerts (id, code, flow_point, office_id, raised_by, seen_on, urgency, sex, age, nationality,
      vulnerabilities, contact_agreed, key_id, identity, due_at, raised_at)
    select gen_random_uuid(), 'S-' || n, 'FMP_GAO_PK', 'GAO', ${agent.id}, '2014-06-30', 'NORMAL', 'F', 30, 'MLI', '{NONE}', 'YES',
      gen_random_uuid(), '\\x00', case when n % 3 = 0 then null else clock.casework_now() + n * interval '1 hour' end,
      clock.casework_now() - n * interval '1 minute' from generate_series(1, 104) n`
})

/** Walks a list page by page and answers every id it met. */
async function everyPage(
  who: SignedIn,
  name: 'after',
  of: (view: never) => { rows: { id: string }[]; next: never },
) {
  const ids: string[] = []
  let query: Record<string, string> = {}
  for (let pages = 0; pages < 20; pages += 1) {
    const { view } = await reading(who)(query)
    const { rows, next } = of(view as never)
    ids.push(...rows.map(({ id }) => id))
    if (!next) return ids
    query = { [name]: writeCursor(next) }
  }
  throw new Error('the pages do not end')
}

describe('104 new alerts', () => {
  test('are counted to a hundred on the home page, in the queue, its tab and the list of alerts, and every one is on a page', async () => {
    const home = await as(supervisor, (ctx) => supervisorDay(ctx))
    const queue = await as(supervisor, (ctx) => waitingPage(ctx, { kind: 'alert', size: 50 }))
    const list = await reading(supervisor)({})
    expect([home.waiting.counts.alert, queue.counts.alert, queue.counts.total]).toEqual([100, 100, 100])
    expect(list.view.own ? 0 : list.view.waiting.total).toBe(100)
    const ids = await everyPage(supervisor, 'after', (view: { waiting: never }) => view.waiting)
    expect([ids.length, new Set(ids).size]).toEqual([104, 104])
  })

  test('are all in their raiser’s own list, and each opens, also the oldest', async () => {
    const ids = await everyPage(agent, 'after', (view: { own: never }) => view.own)
    expect([ids.length, new Set(ids).size]).toEqual([104, 104])
    for (const id of [ids[0], ids[103]])
      expect(await as(agent, (ctx) => findOwnAlert(ctx, id ?? ''))).toMatchObject({ id })
  })

  test('are read as the first page where an address carries nonsense', async () => {
    for (const after of ['x', "2014' or 1=1_", '9999999_', 'infinity_not-an-id']) {
      const { view } = await reading(supervisor)({ after })
      expect(view.own ? [] : view.waiting.rows).toHaveLength(25)
    }
  })

  test('open nothing: a queue without an item asked for says nothing of anybody in the log', async () => {
    const found = await as(supervisor, (ctx) => viewQueue({ ...ctx, t: translator('fr') }, {}))
    expect(found.view.panel).toBeUndefined()
    expect(found.subject).toEqual({ type: 'queue', id: '', caseId: null })
  })
})
