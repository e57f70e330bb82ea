import { and, eq, inArray } from 'drizzle-orm'
import type { CodeOf } from '@/lib/base/codes/lists'
import { hoursAfter } from '@/lib/base/time/days'
import { LAID_ASIDE } from '@/lib/casework/tasks/comes-back'
import { endTask } from '@/lib/casework/tasks/end-task'
import type { TaskKind } from '@/lib/casework/tasks/kinds'
import { openTask } from '@/lib/casework/tasks/open-task'
import { within } from '@/lib/casework/tasks/within'
import { tasks } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type Done, meets } from './meets'
import { clinicalDue } from './proposal-for'
import type { Proposal } from './propose'
import type { CaseRow } from './scope'

export const TASK_OF: Record<CodeOf<'clinical_clock'>, TaskKind> = {
  PEP_72: 'CARE_PEP',
  EC_120: 'CARE_EC',
  INJURY_NOW: 'CARE_INJURY',
}
/** Sooner than this is a task of its own beside the clock of the first action. */
const SOON_HOURS = 24

export type CareDue = { kind: TaskKind; due: Date }
type Rated = { proposal: Pick<Proposal, 'clocks' | 'firstActionHours'>; happened: Date | null }

/** What a rating makes urgent: care whose time runs from what happened, and seeing the person within hours. PURE. */
export function careDue({ proposal, happened }: Rated, openedAt: Date, now: Date): CareDue[] {
  const soon = hoursAfter(now, proposal.firstActionHours)
  const care = proposal.clocks.map((clock) => ({
    kind: TASK_OF[clock],
    due: clock === 'INJURY_NOW' ? soon : clinicalDue(clock, happened ?? openedAt),
  }))
  return proposal.firstActionHours < SOON_HOURS ? [...care, { kind: 'SEE_PERSON', due: soon }] : care
}

/**
 * Opens them as the lead's tasks. What was done or dropped once is not asked again by saving the page again; what only the
 * closing of the file dropped is, while its time runs.
 */
export async function openCare(ctx: Ctx, record: CaseRow, rated: Rated): Promise<void> {
  const wanted = careDue(rated, record.openedAt, ctx.actor.now)
  if (wanted.length === 0) return
  const kinds = wanted.map(({ kind }) => kind)
  const before = await ctx.tx
    .select({ kind: tasks.kind, state: tasks.state, outcome: tasks.outcome })
    .from(tasks)
    .where(and(eq(tasks.subjectId, record.id), within(ctx.actor), inArray(tasks.kind, kinds)))
  const ended = before.filter(({ state }) => state !== 'OPEN')
  const aside = ended.filter(({ outcome }) => LAID_ASIDE.includes(outcome ?? ''))
  for (const { kind, due } of wanted) {
    const of = (one: { kind: string }) => one.kind === kind
    if (ended.filter(of).length > aside.filter(of).length) continue
    if (aside.some(of) && due <= ctx.actor.now) continue
    await openTask(ctx, { kind, subject: { type: 'case', id: record.id }, holder: record.leadId, due })
  }
}

/** Something was done for the person: ends the work in time that it meets. */
export async function meetCare(ctx: Ctx, caseId: string, done: Done): Promise<void> {
  const outcome = done.by === 'meeting' ? 'MET' : 'SERVICE'
  for (const kind of meets(done).tasks)
    await endTask(ctx, { kind, subject: { type: 'case', id: caseId }, outcome })
}
