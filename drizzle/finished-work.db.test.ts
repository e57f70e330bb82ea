import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { caseViews } from '@/lib/casework/views/filter'
import { listCases } from '@/lib/desks/case-file/list-cases'
import { viewConfirmations } from '@/lib/desks/queue/view-confirmations'
import { viewQueue } from '@/lib/desks/queue/view-queue'
import { listReferrals } from '@/lib/desks/referral/list-referrals'
import { prepareHandOver } from '@/lib/desks/staff/prepare-hand-over'
import { listStaff, viewColleague } from '@/lib/desks/staff/view-colleague'
import { listAlerts } from '@/lib/desks/triage/list-alerts'
import { readDay } from '@/lib/desks/work/read-day'
import type { Reading } from '@/lib/platform/gate/read'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type CaseSpec, insertCases } from '@/lib/testing/factories/case-rows'

/** Finished before, and five times as many: what waits is the same forty cases. Below fifteen hundred the planner still changes its mind. */
const FEW = 1600
const MANY = 8000
const OPEN = 40
/** No more than this for five times as much that is over (ruling of growth: work, not time). */
const GROWTH = 1.3

const id = (n: number) => `66666666-6666-4666-8666-${String(n).padStart(12, '0')}`
let lead: SignedIn
let supervisor: SignedIn

const carried = (n: number, state: 'SENT' | 'VERIFIED'): CaseSpec => ({
  id: id(n),
  officeId: 'GAO',
  sensitivity: 'S3',
  leadId: lead.id,
  members: [{ userId: lead.id, capacity: 'LEAD' }],
  referrals:
    n % 4 > 0
      ? []
      : [
          {
            id: id(n + 100_000),
            partner: 'UNICEF',
            service: 'CP_BIA',
            state,
            sent: true,
            quietDays: 1,
            consentStatus: 'GIVEN',
            sharesEnded: false,
          },
        ],
})

/**
 * Cases that ended, as far as `until`, some at a time as years bring them: room that was used once is used again. The memberships
 * and the lines of living cases follow by their own triggers.
 */
async function finish(from: number, until: number): Promise<void> {
  for (let at = from; at < until; at += 100) await end(at, Math.min(at + 100, until))
  await root().unsafe('vacuum (analyze)')
}

async function end(from: number, until: number): Promise<void> {
  await insertCases(Array.from({ length: until - from }, (_, n) => carried(from + n, 'VERIFIED')))
  await root()`alter table app.cases disable trigger user`
  await root()`alter table app.cases enable trigger z_live_turn, enable trigger y_line_of_changed_case`
  await root()`update app.cases set state = 'CLOSED', closed_at = opened_at + interval '20 days', next_due_at = null, next_due_kind = null
    where id between ${id(from)} and ${id(until - 1)}`
  await root()`alter table app.cases enable trigger user`
  await root().unsafe('vacuum app.case_lines, access.live_members')
}

type Loader = (reading: Reading) => Promise<unknown>

/** Pages of tables and indexes that one reading touched, the catalogue's own apart. */
const buffersOf = (person: SignedIn, load: Loader): Promise<number> =>
  as(person, async (ctx) => {
    const reading = { ...ctx, t: translator('fr') } as Reading
    const touched = async () => {
      const [row] = await ctx.tx.execute<{
        n: number
      }>(sql`select sum(pg_stat_get_xact_blocks_fetched(c.oid))::integer as n
        from pg_class c where c.relnamespace::regnamespace::text in ('app', 'access', 'vault', 'report', 'clock')`)
      return row?.n ?? 0
    }
    // A small table is read whole because that is cheaper; here it stands for one that is not small.
    await ctx.tx.execute(sql`set local enable_seqscan = off`)
    const once = async () => {
      const before = await touched()
      await load(reading)
      return (await touched()) - before
    }
    // Plans are settled first, and may be made again once more: what is read once a connection is no cost of a page.
    await load(reading)
    return Math.min(await once(), await once())
  })

const pages: Record<string, readonly [who: () => SignedIn, Loader]> = {
  'a caseworker’s home': [() => lead, (reading) => readDay(reading)],
  'a supervisor’s queue': [() => supervisor, (reading) => viewQueue(reading, {})],
  'a supervisor’s referrals': [() => supervisor, (reading) => listReferrals(reading, {})],
  'a supervisor’s ended referrals': [
    () => supervisor,
    (reading) => listReferrals(reading, { tab: 'closed' }),
  ],
  'a supervisor’s home': [() => supervisor, (reading) => readDay(reading)],
  'the queue of cases offered': [() => supervisor, (reading) => viewQueue(reading, { kind: 'transfer' })],
  'the queue of tasks': [() => supervisor, (reading) => viewQueue(reading, { kind: 'task' })],
  'answers to confirm': [() => lead, (reading) => viewConfirmations(reading, {})],
  alerts: [() => supervisor, (reading) => listAlerts(reading, {})],
  'the team': [() => supervisor, (reading) => listStaff(reading)],
  'a colleague': [() => supervisor, (reading) => viewColleague(reading, lead.id, {})],
  'a leaver’s cases': [() => supervisor, (reading) => prepareHandOver(reading, { from: lead.id })],
  ...Object.fromEntries(
    caseViews.flatMap((view) => [
      [
        `a caseworker’s cases, ${view}`,
        [() => lead, (reading: Reading) => listCases(reading, { view })] as const,
      ],
      [
        `a supervisor’s cases, ${view}`,
        [() => supervisor, (reading: Reading) => listCases(reading, { view })] as const,
      ],
    ]),
  ),
}

async function measured(): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const [name, [who, load]] of Object.entries(pages)) found[name] = await buffersOf(who(), load)
  return found
}

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'GAO')
  supervisor = await signedIn('SUPERVISOR', 'GAO')
  await insertCases(Array.from({ length: OPEN }, (_, n) => carried(n, 'SENT')))
})

test('five times as much that is over makes no page read a third more', async () => {
  await finish(1000, 1000 + FEW)
  const few = await measured()
  await finish(1000 + FEW, 1000 + MANY)
  const many = await measured()
  const growth = Object.keys(pages).map((name) => [
    name,
    (many[name] ?? 0) / (few[name] ?? 1),
    few[name],
    many[name],
  ])
  expect(growth.filter(([, ratio]) => Number(ratio) > GROWTH)).toEqual([])
  expect(Math.min(...Object.values(few))).toBeGreaterThan(0)
}, 240_000)
