import { isCode } from '@/lib/base/codes/codes'
import { hoursAfter } from '@/lib/base/time/days'
import { openCare } from '@/lib/casework/cases/care'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { raiseDanger } from '@/lib/casework/notes/danger'
import { endTask } from '@/lib/casework/tasks/end-task'
import type { TaskKind } from '@/lib/casework/tasks/kinds'
import { openTask } from '@/lib/casework/tasks/open-task'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { AboutCase } from './answers'
import { callsForPanel, flagsOf, opensOf } from './effects'
import { incidentCare } from './incident-care'
import type { Answers, Instrument, Result } from './instrument'
import { isApart } from './parts'

type Finished = { record: CaseRow; instrument: Instrument; about: AboutCase }
type Said = { answers: Answers; results: readonly Result[]; danger: readonly string[] }

/** Hours a screening and a panel are given; the wall knows the same. */
const SCREEN_HOURS = 72
const PANEL_HOURS = 120

/** What a finished assessment sets going: the flags its author ticked, a screening, a panel, care in time. */
export async function follow(ctx: Ctx, finished: Finished, said: Said): Promise<void> {
  const { record, instrument } = finished
  await raiseTicked(ctx, record, said)
  if (opensOf(said.results).includes('TIP_SCREENING'))
    await open(ctx, record, { kind: 'SCREEN_TRAFFICKING', hours: SCREEN_HOURS })
  if (instrument.id === 'TIP_SCREENING')
    await endTask(ctx, {
      kind: 'SCREEN_TRAFFICKING',
      subject: { type: 'case', id: record.id },
      outcome: 'SCREENED',
    })
  if (callsForPanel(said)) await open(ctx, record, { kind: 'DECIDE_PANEL', hours: PANEL_HOURS })
  if (isApart(instrument)) await careInTime(ctx, finished, said.answers)
}

async function raiseTicked(ctx: Ctx, record: CaseRow, { results, danger }: Said): Promise<void> {
  const proposed = flagsOf(results)
  for (const flag of danger)
    if (isCode('danger_flag', flag) && proposed.includes(flag)) await raiseDanger(ctx, record, flag)
}

const open = (ctx: Ctx, { id }: CaseRow, { kind, hours }: { kind: TaskKind; hours: number }) =>
  openTask(ctx, { kind, subject: { type: 'case', id }, due: hoursAfter(ctx.actor.now, hours) })

/** The clocks of care are the case's, and say nothing of what was told. */
async function careInTime(ctx: Ctx, { record, about }: Finished, answers: Answers): Promise<void> {
  const care = incidentCare(answers, about, ctx.actor.now)
  if (!care) return
  const { clocks, happened } = care
  await openCare(ctx, record, { proposal: { clocks, firstActionHours: SCREEN_HOURS }, happened })
}
