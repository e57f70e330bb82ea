import { type SQL, sql } from 'drizzle-orm'
import { COUNTED_TO } from '@/lib/base/text/counted'
import { caseStatesSql, LIVING } from '@/lib/casework/cases/state-lists'
import { isLive } from '@/lib/casework/referrals/reach/state-lists'
import { late } from '@/lib/platform/db/late'
import type { Ctx } from '@/lib/platform/gate/verb'
import { asking, dueAtPartner, duties, withPartner } from './duties'

/** The unrestricted work of those `shown` (office, lead), from the index alone; what a count does not read stays empty. */
export const carried = sql`select c.id, c.lead_id, c.office_id, null as code, c.state, null as risk, c.next_due_at, null as next_due_kind,
    null::date as last_contact_on, null::timestamptz as opened_at
  from shown s cross join lateral (select * from app.cases c where c.office_id = s.office and c.lead_id = s.lead
    and c.sensitivity = 'S3' and c.state in ${caseStatesSql(LIVING)}) c`

/** The same with what a row says. */
export const carriedInWords = sql`select c.id, c.lead_id, c.office_id, c.code, c.state, c.risk, c.next_due_at, c.next_due_kind, c.last_contact_on,
    c.opened_at
  from shown s cross join lateral (select * from app.cases c where c.office_id = s.office and c.lead_id = s.lead
    and c.sensitivity = 'S3' and c.state in ${caseStatesSql(LIVING)}) c`

/**
 * What those `shown` are late with, of the cases `carried`: the rule of their own homes, read once, from what stands open in their
 * offices (`offset 0`: office by office, however few the statistics expect).
 */
export function lateDuties({ actor }: Ctx): SQL {
  const offices = sql`(select distinct office from shown) o`
  const standing = (states: readonly string[], more: SQL) => sql`select r.* from ${offices}
    cross join unnest(${sql.param(`{${states.join(',')}}`)}::text[]) as s(state) cross join lateral (select * from app.referrals r
      where r.office_id = o.office and r.sensitivity = 'S3' and r.state = s.state and ${isLive(true)} ${more} offset 0) r`
  const chased = sql`and ${late(sql`r.due_at`, actor.now)} and ${dueAtPartner}`
  const referrals = sql`(${standing(asking, sql``)} union all ${standing(withPartner, chased)}) r`
  const tasks = sql`(select t.* from ${offices} cross join lateral (select * from app.tasks t
    where t.office_id = o.office and t.sensitivity = 'S3' and t.state = 'OPEN' offset 0) t) t`
  return duties({
    cases: sql`carried c`,
    referrals: sql`${referrals} join carried c on c.id = r.case_id`,
    tasks: sql`${tasks} join carried c on c.id = t.case_id`,
    holder: sql`c.lead_id`,
    now: actor.now,
    until: actor.now,
  })
}

/** How many each of those `shown` is late with, as far as it is counted: lead, office, late. */
export const lateOf = (ctx: Ctx): SQL =>
  sql`select d.lead_id as lead, d.office_id as office, least(count(*), ${COUNTED_TO})::integer as late from (${lateDuties(ctx)}) d group by 1, 2`
