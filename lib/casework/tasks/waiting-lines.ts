import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import { ofLowRisk } from './low-risk'
import { isAside } from './waiting-scan'

const open = (column: string) => sql`case when not r3 then ${sql.raw(column)} end`

/**
 * What a line says of what waits, joined for the rows of a page alone (`page`: kind, id, sort, late). Of a restricted
 * case nothing but its code and its limit; of what nobody named can decide not even the code.
 */
export const linesOfPage = ({ actor }: Ctx): SQL => sql`
  select x.kind, x.id, x.case_id as "caseId", case when x.kind = 'orphan' then '' else coalesce(x.case_code, x.alert_code, x.offer_code) end as code, x.r3 as restricted,
    x.task_kind as "taskKind", x.subject_type as "subjectType", x.subject_id as "subjectId",
    ${open('x.partner_code')} as partner, ${open('x.service')} as service, ${open('x.priority')} as priority,
    ${open('x.sex')} as sex, ${open('x.birth_year')}::integer as "birthYear", ${open('x.place')} as place, ${open('x.colleague')} as colleague,
    x.since, x.due as "dueAt", x.late, x.sort, x.claim, x.aside, x.low
  from (
    select page.kind, page.id, page.sort, page.late, page.aside,
      (select json_build_object('by', h.name, 'mine', m.by_id = ${actor.userId}, 'until', m.until) from app.queue_marks m join access.users h on h.id = m.by_id
        where m.item_id = page.id and m.what = 'CLAIM' and m.ended_at is null and m.until > clock.casework_now()
          and (m.by_id = ${actor.userId} or m.by_id = app.claimed_by_other(page.id))) as claim,
      coalesce(page.kind = 'orphan' or coalesce(v.sensitivity, r.sensitivity, c.sensitivity, t.sensitivity) = 'S4', false) as r3,
      c.id as case_id, c.code as case_code, a.code as alert_code, v.code as offer_code, case when t.kind = 'SEE_LOWER_RISK' and exists (select from app.case_proposals q
        where q.case_id = t.case_id and q.lower_reason is null) then 'SEE_LOWER_RISK-OPEN' else t.kind end as task_kind, t.subject_type, t.subject_id,
      r.partner_code, r.service, coalesce(r.priority, n.urgency) as priority,
      coalesce(page.kind = 'approve' and ${ofLowRisk} and r.author_id <> ${actor.userId}, false) as low,
      coalesce(case when page.kind <> 'task' then p.sex end, n.sex) as sex,
      coalesce(case when page.kind <> 'task' then p.birth_year end, extract(year from n.seen_on)::int - n.age) as birth_year,
      coalesce(f.name, c.cercle, n.flow_point, n.cercle) as place, u.name as colleague,
      case page.kind when 'approve' then r.submitted_at when 'review' then r.sent_at when 'silent' then r.sent_at when 'unreported' then r.sent_at when 'question' then r.last_at when 'contested' then r.last_at when 'unverified' then r.last_at
        when 'alert' then n.raised_at when 'transfer' then v.offered_at when 'task' then t.opened_at end as since,
      case when page.kind = 'task' then t.due_at when isfinite(page.sort) then page.sort end as due
    from (select p.id, p.sort, p.late, case when p.kind = 'later' then m.kind else p.kind end as kind,
        case when p.kind = 'later' then json_build_object('reason', m.reason, 'until', m.until) end as aside
      from page p left join app.queue_marks m on p.kind = 'later' and m.item_id = p.id and m.by_id = ${actor.userId} and ${isAside}) page
      left join app.referrals r on r.id = page.id and page.kind in ('approve', 'review', 'silent', 'unreported', 'question', 'contested', 'unverified')
      left join lateral (select * from app.tasks x where x.id = page.id and page.kind = 'task' offset 0) t on true
      left join lateral (select * from app.case_transfers x where x.id = page.id and page.kind = 'transfer' offset 0) v on true
      left join access.offices f on f.id = v.from_office
      left join app.cases c on c.id = case page.kind when 'close' then page.id when 'task' then t.case_id else r.case_id end
      left join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
      left join access.users u on u.id = case page.kind when 'close' then c.lead_id when 'transfer' then v.offered_by else r.author_id end
      left join app.alerts a on a.id = case page.kind when 'alert' then page.id else t.alert_id end
      left join app.alerts n on n.id = a.id and page.kind = 'alert') x`
