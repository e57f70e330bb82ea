import { root } from '../database'
import type { Cast } from './cast'
import { NAMES } from './plan'

const nameOf = (cast: Cast, id: string | null): string | null =>
  id === null ? null : (NAMES.find((name) => cast[name].id === id) ?? id)

/** "+72h" where it runs to the minute, the day where it ends with the office. */
function dueWords(due: Date, from: Date): string {
  const at = due.toISOString()
  return at.endsWith('T17:00:00.000Z') ? at.slice(0, 10) : `+${(due.getTime() - from.getTime()) / 3_600_000}h`
}

/** What the database says of a plan, in the model's words. */
export async function rowsOf(cast: Cast, caseId: string): Promise<string[]> {
  const goals = await root()`select id, place, state from app.plan_goals where case_id = ${caseId}`
  const actions = await root()`select * from app.plan_actions where case_id = ${caseId}`
  const tasks = await root()`select t.kind, t.holder_id, t.due_at, a.counted_from from app.tasks t
    left join app.plan_actions a on a.id = t.subject_id
    where t.case_id = ${caseId} and t.state = 'OPEN' and t.kind in ('PLAN_ACTION', 'APPROVE_PLAN', 'PLAN_RETURNED')`
  const [word] = await root()`select decided, version from app.plan_approvals where case_id = ${caseId}
    order by asked_at desc limit 1`
  return [
    ...goals.map(({ id, place, state }) => `goal ${id} ${place} ${state}`),
    ...actions.map(
      (one) =>
        `action ${one.id} ${one.owner} ${nameOf(cast, one.holder_id)} ${dueWords(one.due_at, one.counted_from)} ${one.state} ${one.skip_reason}`,
    ),
    ...tasks.map(({ kind, holder_id: holder, due_at: due, counted_from: from }) =>
      [`task ${kind} ${nameOf(cast, holder)}`, from && dueWords(due, from)].filter(Boolean).join(' '),
    ),
    ...(word ? [`word ${word.decided ?? 'waits'} ${word.version}`] : []),
  ].sort()
}

/** How many acts on plans the log has of this case, by how they came out. */
export async function loggedOf(caseId: string): Promise<number> {
  const [row] =
    await root()`select count(*)::int as n from audit.events where case_id = ${caseId} and action like 'plan.%'
    and outcome = 'done'`
  return Number(row?.n)
}
