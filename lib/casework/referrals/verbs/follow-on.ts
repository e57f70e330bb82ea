import { daysAfter, hoursAfter, startOfDay } from '@/lib/base/time/days'
import { endTask } from '@/lib/casework/tasks/end-task'
import { openTask } from '@/lib/casework/tasks/open-task'
import type { Ctx } from '@/lib/platform/gate/verb'
import { referralRules } from '@/lib/platform/settings/read'
import { nextStepOf } from '../machine/next-steps'

type Row = { id: string; priority: string }
const about = ({ id }: Pick<Row, 'id'>) => ({ type: 'referral' as const, id })

/** When the clock of what follows ends that begins now. */
async function followOnDue({ tx, actor }: Ctx, { priority }: Row): Promise<Date> {
  const rules = await referralRules(tx)
  const { limit, unit } = rules[priority as keyof typeof rules]['follow-on']
  return daysAfter(actor.now, unit === 'DAYS' ? limit : limit / 24)
}

/** The person says the service did not come: the team's task, due with the clock of what follows. */
export async function openNotConfirmed(ctx: Ctx, row: Row): Promise<void> {
  await openTask(ctx, { kind: 'NOT_CONFIRMED', subject: about(row), due: await followOnDue(ctx, row) })
}

/** Nothing came of this service: what the person was promised instead has a clock until it is kept. */
export async function openPromised(ctx: Ctx, row: Row, promise: string): Promise<void> {
  await openTask(ctx, {
    kind: 'PROMISED',
    subject: about(row),
    due: await followOnDue(ctx, row),
    reason: promise,
  })
}

/** A refusal or an absence asks for a next step, in the days of its reason. */
export async function openNextStep(
  ctx: Ctx,
  row: Row,
  why: { after: 'decline' | 'report-not-accessed'; reason: string },
): Promise<void> {
  const { next, days } = nextStepOf(why.after, why.reason)
  await openTask(ctx, {
    kind: 'NEXT_STEP',
    subject: about(row),
    due: daysAfter(ctx.actor.now, days),
    reason: next,
  })
}

/**
 * A yes: somebody tells the person when and where, before the day and within a day from now; without a day, asks the
 * partner for one.
 */
export async function openTellPerson(ctx: Ctx, row: Row, expectedOn: string | null): Promise<void> {
  const { now } = ctx.actor
  const tomorrow = daysAfter(now, 1)
  const before = expectedOn ? hoursAfter(startOfDay(expectedOn), 7) : tomorrow
  const soon = hoursAfter(now, 1)
  const due = before < soon ? soon : before < tomorrow ? before : tomorrow
  await openTask(ctx, { kind: 'TELL_PERSON', subject: about(row), due })
}

/** The appointment is no more: it was kept, missed or stopped. Nobody has to be told of it. */
export const dropTellPerson = (ctx: Ctx, row: Pick<Row, 'id'>): Promise<boolean> =>
  endTask(ctx, { kind: 'TELL_PERSON', subject: about(row), as: 'DROPPED' })

/** The next step was taken. */
export const endNextStep = (ctx: Ctx, row: Pick<Row, 'id'>, outcome: string): Promise<boolean> =>
  endTask(ctx, { kind: 'NEXT_STEP', subject: about(row), outcome })

/** Another service is on its way: that was the next step, and whom a supervisor chose to ask. */
export async function endAfterNext(ctx: Ctx, row: Pick<Row, 'id'>): Promise<void> {
  await endNextStep(ctx, row, 'OTHER_REFERRAL')
  await endTask(ctx, { kind: 'ASK_NEXT', subject: about(row), outcome: 'OTHER_REFERRAL' })
}

/** The team is done with what followed a "no" or an absence. */
export async function endFollowOn(ctx: Ctx, row: Pick<Row, 'id'>, outcome: string): Promise<void> {
  await endTask(ctx, { kind: 'NOT_CONFIRMED', subject: about(row), outcome })
  await endNextStep(ctx, row, outcome)
}
