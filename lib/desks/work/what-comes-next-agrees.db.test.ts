import { beforeAll, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { isLate } from '@/lib/base/time/late'
import { keptDue } from '@/lib/casework/cases/due'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { nextThings } from '@/lib/desks/case-file/next-things'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertShapes, type Shape } from '@/lib/testing/factories/shapes'
import { caseworkerDay } from './caseworker-day'

/**
 * What comes next on a case is told three times: in SQL for the list (app.steps_of), for home (duties.ts) and for the page of the case
 * (next-things.ts). Here every shape is asked of all three.
 */
let lead: SignedIn
let shapes: Shape[]

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  shapes = await insertShapes(lead.id)
}, 120_000)

/** Once for each thing that is awaited of the team: what it is about, and when. */
const said = (about: string, at: number): string =>
  `${about} ${new Date(Math.floor(at / 1000) * 1000).toISOString()}`
const CASE = ['first-action', 'follow-up']
/** What a referral's reason asks is asked in its own line. */
const ofTask = (kind: string) => (['NEXT_STEP', 'NOT_CONFIRMED'].includes(kind) ? 'referral' : kind)
const sorted = (all: string[]) => [...new Set(all)].sort()

/** As the list has it: what the team is to do, and what a partner is late with. */
async function fromSteps(id: string): Promise<string[]> {
  const rows =
    await root()`select s.subject_type as type, t.kind, extract(epoch from s.due_at)::float8 * 1000 as due, s.turn,
      s.due_at < clock.casework_now() as late
    from app.cases c cross join lateral app.steps_of(c) s left join app.tasks t on t.id = s.subject_id
    where c.id = ${id} and s.due_at is not null`
  return sorted(
    rows
      .filter(({ turn, late }) => turn === 'TEAM' || (turn === 'PARTNER' && late))
      .map(({ type, kind, due }) => said(type === 'task' ? ofTask(kind) : type, due)),
  )
}

/** As home has it, within its week. */
async function fromDuties(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const whole of ['late', 'today', 'week'] as const) {
    const { due } = await as(lead, (ctx) => caseworkerDay(ctx, whole))
    for (const row of due.filter(({ bucket }) => bucket === whole)) {
      const kind = row.kind.replace(/^task-/, '').replace(/-ASKED$/, '')
      const about = row.kind.startsWith('task-') ? ofTask(kind) : CASE.includes(kind) ? 'case' : 'referral'
      found.set(row.code, [...(found.get(row.code) ?? []), said(about, row.due)])
    }
  }
  return found
}

/** As the page of the case has it: what has a limit. */
async function fromPage(code: string): Promise<string[]> {
  return as(lead, async (ctx) => {
    const found = await viewCase({ ...ctx, t: translator('fr') }, code)
    if (!('view' in found)) throw new Error(`no case ${code}`)
    const { head, referrals, tasks } = found.view
    const { record } = head.reach
    const things = nextThings(
      { ...record, due: keptDue(record), referrals, tasks, unfinished: 0 },
      ctx.actor.now,
    )
    return sorted(
      things.flatMap(({ at, dueKind }) => {
        if (at === null || dueKind === null) return []
        const task = tasks.some(({ kind }) => kind === dueKind)
        return [said(CASE.includes(dueKind) ? 'case' : task ? ofTask(dueKind) : 'referral', at.getTime())]
      }),
    )
  })
}

test('every shape is the same on the list, on the home page and on the page of the case', async () => {
  const codes = await root()`select id, code from app.cases where lead_id = ${lead.id}`
  const home = await fromDuties()
  const told: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  for (const { id, name } of shapes) {
    const code = String(codes.find((row) => row.id === id)?.code)
    const list = await fromSteps(id)
    expected[name] = { home: list, page: list }
    told[name] = { home: sorted(home.get(code) ?? []), page: await fromPage(code) }
  }
  expect(shapes.length).toBeGreaterThan(90)
  expect(told).toEqual(expected)
}, 240_000)

test('a line of the list is late exactly where something late stands in its steps', async () => {
  const now = (await root()`select clock.casework_now() as now`)[0]?.now as Date
  await root()`select app.draw_case_lines(${shapes.map(({ id }) => id)}::uuid[])`
  for (const { id, name } of shapes) {
    const steps =
      await root()`select s.due_at as due from app.cases c cross join lateral app.steps_of(c) s where c.id = ${id} and s.due_at is not null`
    const [line] = await root()`select due_at as due from app.case_lines where case_id = ${id}`
    const late = steps.some(({ due }) => isLate(due, now))
    expect(line?.due ? isLate(line.due, now) : false, name).toBe(late)
  }
}, 240_000)
