import { sql } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import { lessThanProposed } from '@/lib/casework/cases/propose'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { consentsOf } from '@/lib/casework/consents/queries'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { birthOf } from '@/lib/casework/people/birth'
import type { PersonView } from '@/lib/casework/people/queries'
import { openTask } from '@/lib/casework/tasks/open-task'
import type { Ctx } from '@/lib/platform/gate/verb'
import { assessedFacts } from './effects'
import { proposeWith } from './propose-with'
import { assessmentsOf, finishedOf } from './queries'

type Kept = { risk: string; restrict: boolean }

/**
 * A finished assessment that makes the codes propose more than they did at the last rating asks the team to rate the risk
 * again, due like a danger: until then the case keeps the clocks of the risk that was noted, and says that it is asked.
 */
export async function askRating(ctx: Ctx, record: CaseRow, person: PersonView): Promise<void> {
  if (!record.risk) return
  const situation = latestOf(await consentsOf(ctx, record.id), 'CASE_MGMT')?.situation ?? {}
  const proposal = proposeWith(
    { ...person, birth: birthOf(person), situation, hoursSince: null },
    assessedFacts(finishedOf(await assessmentsOf(ctx, record.id))),
    isoDayOf(ctx.actor.now),
  )
  const less = lessThanProposed({ risk: record.risk, restrict: record.sensitivity === 'S4' }, proposal)
  const [kept] = await ctx.tx.execute<Kept>(
    sql`select risk, restrict_proposed as restrict from app.case_proposals where case_id = ${record.id}`,
  )
  // What was proposed at the last rating was answered there, with a reason where less was chosen.
  const answered = kept ? lessThanProposed(kept, proposal) : less
  if (less.some((one) => answered.includes(one)))
    await openTask(ctx, {
      kind: 'RATE_AGAIN',
      subject: { type: 'case', id: record.id },
      holder: record.leadId,
      within: 'see.SEE_DANGER',
      reason: 'ASSESSED',
    })
}
