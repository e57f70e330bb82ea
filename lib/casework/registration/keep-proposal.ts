import { sql } from 'drizzle-orm'
import { hoursAfter } from '@/lib/base/time/days'
import { openCare } from '@/lib/casework/cases/care'
import { lessThanProposed, type Proposal } from '@/lib/casework/cases/propose'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { endTask } from '@/lib/casework/tasks/end-task'
import { openTask } from '@/lib/casework/tasks/open-task'
import type { Ctx } from '@/lib/platform/gate/verb'

export type Rated = { risk: string; lowerReason: string; openReason: string; hoursSince: number | null }

/** Less than proposed needs a reason: of the risk, and of leaving open what should be restricted. PURE. */
export function ratingErrors(rated: Rated, proposal: Proposal, sensitivity: string): Record<string, string> {
  const less = lessThanProposed({ risk: rated.risk, restrict: sensitivity === 'S4' }, proposal)
  const errors: Record<string, string> = {}
  if (less.includes('risk') && !rated.lowerReason) errors.lowerReason = 'required'
  if (less.includes('restrict') && !rated.openReason) errors.openReason = 'required'
  return errors
}

/**
 * Keeps what was proposed beside what was chosen; less than proposed goes before the supervisor. A page saved with the
 * rating as it stands is no rating: who rated it, and when, stays, unless somebody was asked to rate it again.
 */
export async function keepProposal(
  ctx: Ctx,
  record: CaseRow,
  rated: Rated,
  proposal: Proposal,
): Promise<void> {
  const { tx, actor } = ctx
  const less = lessThanProposed({ risk: rated.risk, restrict: record.sensitivity === 'S4' }, proposal)
  const lower = less.includes('risk') ? rated.lowerReason : null
  const open = less.includes('restrict') ? rated.openReason : null
  const happened = rated.hoursSince === null ? null : hoursAfter(actor.now, -rated.hoursSince).toISOString()
  const list = (codes: readonly string[]) => sql`string_to_array(${codes.join(',')}, ',')`
  const [kept] = await tx.execute<{
    happened: string | null
  }>(sql`insert into app.case_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, rules, clocks,
      happened_at, chosen_risk, lower_reason, open_reason, rated_by, rated_at)
    values (${record.id}, ${record.officeId}, ${record.sensitivity}, ${proposal.risk}, ${proposal.restrict},
      ${list(proposal.reasons.map(({ rule }) => rule))}, ${list(proposal.clocks)}, ${happened}::timestamptz, ${rated.risk},
      ${lower}, ${open}, ${actor.userId}, ${actor.now.toISOString()}::timestamptz)
    on conflict (case_id) do update set risk = excluded.risk, restrict_proposed = excluded.restrict_proposed,
      rules = excluded.rules,
      clocks = case when excluded.clocks = '{}' then case_proposals.clocks else excluded.clocks end, happened_at = coalesce(excluded.happened_at, case_proposals.happened_at),
      chosen_risk = excluded.chosen_risk, lower_reason = excluded.lower_reason, open_reason = excluded.open_reason,
      rated_by = excluded.rated_by, rated_at = excluded.rated_at
    where excluded.clocks <> '{}' or coalesce(excluded.happened_at::text, excluded.lower_reason, excluded.open_reason) is not null
      or (case_proposals.risk, case_proposals.restrict_proposed, case_proposals.rules, case_proposals.chosen_risk,
          case_proposals.lower_reason, case_proposals.open_reason)
        is distinct from (excluded.risk, excluded.restrict_proposed, excluded.rules, excluded.chosen_risk, null, null)
      or exists (select from app.tasks t where t.subject_id = excluded.case_id and t.state = 'OPEN'
        and t.kind in ('SEE_LOWER_RISK', 'RATE_AGAIN'))
    returning happened_at::text as happened`)
  const reason = lower ?? open
  const task = { kind: 'SEE_LOWER_RISK', subject: { type: 'case', id: record.id } } as const
  // While care still helps, a look of tomorrow comes too late: it is due like that of a danger.
  const within = proposal.clocks.length > 0 ? 'see.SEE_DANGER' : 'see.SEE_LOWER_RISK'
  if (reason !== null) await openTask(ctx, { ...task, within, reason })
  else await endTask(ctx, { ...task, as: 'DROPPED', outcome: 'AS_PROPOSED' })
  await endTask(ctx, { kind: 'RATE_AGAIN', subject: task.subject, outcome: 'RATED_AGAIN' })
  // The hour that was said once still counts where nobody said it again.
  await openCare(ctx, record, { proposal, happened: kept?.happened ? new Date(kept.happened) : null })
}
