import type { TransactionSql } from 'postgres'
import { part } from '../factories/rows'

type Of = { one: { id: string; officeId: string; sensitivity: string; leadId: string }; holder: string }

/** Whether the world's plan of this case still waits for a supervisor: where it is restricted; every other was approved. */
export const planWaits = ({ sensitivity }: { sensitivity: string }): boolean => sensitivity === 'S4'

/** A plan of one goal and one open action, which were changed once, and a word asked of a supervisor. */
export async function addPlan(tx: TransactionSql, { one, holder }: Of): Promise<void> {
  const { id, officeId, sensitivity, leadId } = one
  const [goal, action] = [part(id, 'goal'), part(id, 'action')]
  const waits = planWaits(one)
  const [key] =
    await tx`select id from vault.keys where case_id = ${id} and compartment = 'TEAM' and scope = 'CASE'`
  const keyId = String(key?.id)
  await tx`insert into app.plan_goals (id, case_id, office_id, sensitivity, template, place, agreed_on, key_id, words, added_by)
    values (${goal}, ${id}, ${officeId}, ${sensitivity}, 'DISTRESS_G1', 1, date '2014-06-20', ${keyId}, '', ${leadId})`
  await tx`insert into app.plan_actions (id, case_id, office_id, sensitivity, goal_id, template, owner, holder_id, service, key_id,
      agreed_on, limit_days, counted_from, due_at, due_by, risk, added_by)
    values (${action}, ${id}, ${officeId}, ${sensitivity}, ${goal}, 'DISTRESS_A2', 'US', ${holder}, 'MHPSS_IND', ${keyId},
      date '2014-06-20', 14, timestamptz '2014-06-20 09:00Z', timestamptz '2014-07-04 17:00Z', 'DAYS', 'MEDIUM', ${leadId})`
  await tx`insert into app.plan_events (case_id, office_id, sensitivity, goal_id, action_id, by_id, changed, key_id, sealed)
    values (${id}, ${officeId}, ${sensitivity}, ${goal}, ${action}, ${leadId}, '{}', ${keyId}, '')`
  await tx`insert into app.plan_approvals (id, case_id, office_id, sensitivity, asked_by, due_at, decided, decided_by, decided_at, key_id)
    values (${part(id, 'approval')}, ${id}, ${officeId}, ${sensitivity}, ${leadId}, clock.casework_now() + interval '1 day',
      ${waits ? null : 'APPROVED'}, ${waits ? null : holder}, ${waits ? null : tx`clock.casework_now()`}, ${keyId})`
}
