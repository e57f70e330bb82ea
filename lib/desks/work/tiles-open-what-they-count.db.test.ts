import { beforeAll, expect, test } from 'vitest'
import { shownKinds } from '@/lib/casework/tasks/waiting'
import { livingViews } from '@/lib/casework/views/filter'
import { listCases } from '@/lib/desks/case-file/list-cases'
import { viewConfirmations } from '@/lib/desks/queue/view-confirmations'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { type CaseworkerDay, caseworkerDay, wholes } from './caseworker-day'
import { supervisorDay } from './supervisor-day'

/** More than any list of the home shows uncut. */
const MANY = 11
let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  const [clock] = await root()<{ now: Date }[]>`select clock.casework_now() as now`
  const due = (hours: number) => new Date((clock?.now.getTime() ?? 0) + hours * 3_600_000)
  for (const hours of [-48, 2, 72]) for (let n = 0; n < MANY; n += 1) await oneCase(due(hours))
})

/** With a referral begun, one that waits for approval, one whose partner asks, and something to do. */
async function oneCase(due: Date): Promise<void> {
  const [begun, handedIn, asked] = [draftReferral(), draftReferral(), draftReferral()]
  const file = ordinaryCase(lead.id, [begun, handedIn, asked])
  await insertCases([file])
  await walk([handedIn.id], TO_ACKNOWLEDGED.slice(0, 1), supervisor.id)
  await walk([asked.id], [...TO_ACKNOWLEDGED, ['ask', 'partner']], supervisor.id)
  await insertTask({ kind: 'SEE_PERSON', subject: { type: 'case', id: file.id }, due })
}

/** What a tile says, and the rows of the list that it opens whole. */
function tile(day: CaseworkerDay, whole: (typeof wholes)[number]) {
  const rows =
    whole === 'answers'
      ? day.answers
      : whole === 'drafts'
        ? day.drafts
        : day.due.filter(({ bucket }) => bucket === whole)
  return { said: rows[0]?.total ?? 0, rows: rows.length }
}

test('each tile of a caseworker opens as many rows as it says, also where the page itself shows fewer', async () => {
  const plain = await as(lead, (ctx) => caseworkerDay(ctx))
  for (const whole of wholes) {
    const opened = tile(await as(lead, (ctx) => caseworkerDay(ctx, whole)), whole)
    expect([whole, opened.rows]).toEqual([whole, tile(plain, whole).said])
  }
  expect(tile(plain, 'late').said).toBeGreaterThan(tile(plain, 'late').rows)
  expect(tile(plain, 'answers').said).toBeGreaterThan(tile(plain, 'answers').rows)
  expect(tile(plain, 'drafts').said).toBeGreaterThan(tile(plain, 'drafts').rows)
  const { rows } = (await reading(lead, (ctx) => viewConfirmations(ctx, {}))).view
  expect(rows.length).toBe(plain.confirm)
})

test('each tile of a supervisor opens the queue of its kind with as many rows as it says', async () => {
  const { waiting } = await as(supervisor, supervisorDay)
  expect(waiting.counts.total).toBeGreaterThan(0)
  for (const kind of shownKinds(waiting.counts)) {
    const { rows } = (await reading(supervisor, (ctx) => viewQueue(ctx, { kind }))).view
    expect([kind, rows.length]).toEqual([kind, waiting.counts[kind]])
  }
})

/** Every case of a tab, page after page. */
async function casesOf(who: SignedIn, view: string, after?: string): Promise<number> {
  const { lines, next } = (
    await reading(who, (ctx) => listCases(ctx, { view, ...(after !== undefined && { after }) }))
  ).view
  return lines.length + (next ? await casesOf(who, view, next) : 0)
}

test('each tab of the case list holds as many cases as it says, over all its pages', async () => {
  for (const who of [lead, supervisor]) {
    const { counts } = (await reading(who, (ctx) => listCases(ctx, {}))).view
    for (const view of livingViews) expect([view, await casesOf(who, view)]).toEqual([view, counts?.[view]])
    expect(counts?.open).toBe(3 * MANY)
  }
})
