import { sql } from 'drizzle-orm'
import { ASKED, CARE_BY, RECEIVED, TAKEN } from './meets'

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')
const byKind = Object.entries(CARE_BY)
  .map(([kind, services]) => `(t.kind = '${kind}' and r.service in (${list(services)}))`)
  .join(' or ')

/**
 * Of a task `t`: its care is in a partner's hands now, by `meets` for a referral. The task itself stays open, so that a
 * service that is not obtained lights it again by itself, with the limit it always had.
 */
export const careRests =
  sql.raw(`exists (select from app.referrals r where r.case_id = t.case_id and r.state in (${list(TAKEN)})
  and (r.state in (${list(RECEIVED)}) or (clock.casework_now() <= t.due_at and coalesce(r.expected_on <= t.due_at::date, true)))
  and r.outcome is distinct from 'PARTLY' and coalesce(r.answered_at, r.last_at) >= t.opened_at and (${byKind}))`)

/**
 * Of a task `t`: the referral by which its care is asked for and not answered yet, or null. The task burns on, and says
 * that somebody was asked instead of asking for it again.
 */
export const careAsked =
  sql.raw(`(select r.id from app.referrals r where r.case_id = t.case_id and r.state in (${list(ASKED)})
  and (${byKind}) order by r.last_at desc, r.id limit 1)`)
