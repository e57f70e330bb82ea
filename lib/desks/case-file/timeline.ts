import { sql } from 'drizzle-orm'
import { correctionPlace, notePlace } from '@/lib/casework/cases/note-place'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Reading } from '@/lib/platform/gate/read'
import { type CaseHead, openText } from './head'

/** One line of the timeline as SQL hands it over. What the fields mean depends on `kind`. */
export type EventRow = {
  kind:
    | 'opened'
    | 'registered'
    | 'note'
    | 'assistance'
    | 'consent'
    | 'withdrawn'
    | 'not-confirmed'
    | 'moved'
    | 'referral'
    | 'follow'
    | 'review'
    | 'plan'
    | 'assessed'
  id: string
  at: string
  who: string | null
  a: string | null
  b: string | null
  c: string | null
  d: string | null
  e: string | null
}
/** So many stand on the page; earlier ones behind a link. */
export const shownEvents = 20

/** Everything that happened, newest first, one more than is shown. A note is bytes with its key until it is opened. */
export const timeline = ({ actor }: Reading, id: string) => sql`
  select * from (
    select 'opened' as kind, c.id::text, c.opened_at as at, u.name as who, c.source as a, null as b, null as c, null as d, null as e, 0 as rank
      from app.cases c join access.users u on u.id = c.opened_by where c.id = ${id} and ${inReachedCase(actor, placeOf('c', 'id'))}
    -- Whoever opened it: the lead, or a supervisor for the team.
    union all select 'registered', c.id::text, c.registered_at, (select u.name from app.case_events e join access.users u on u.id = e.actor_id
        where e.case_id = c.id and e.verb = 'open' order by e.id limit 1), c.risk, null, null, null, null, 1
      from app.cases c where c.id = ${id} and ${inReachedCase(actor, placeOf('c', 'id'))} and c.registered_at is not null
    -- What it says now: of a corrected note the newest version, of one written in error the reason alone.
    union all (select 'note', n.id::text, n.written_at, u.name, n.compartment, n.key_id::text,
      replace(encode(coalesce(x.body, n.body), 'base64'), E'\n', ''), x.id::text,
      (select w.reason from app.note_changes w where w.note_id = n.id and w.kind = 'IN_ERROR'), 5
      from app.notes n join access.users u on u.id = n.written_by
        left join lateral (select c.id, c.body from app.note_changes c where c.note_id = n.id and c.kind = 'CORRECTED'
          order by c.version desc limit 1) x on true
      where n.case_id = ${id} order by n.written_at desc limit 21)
    union all (select 'assistance', a.id::text, a.given_on::timestamptz + interval '12 hours', u.name, a.service, a.quantity::text,
      a.unit, a.donor, null, 4
      from app.assistance a join access.users u on u.id = a.given_by where a.case_id = ${id} and a.ended_at is null order by a.given_on desc limit 21)
    union all (select 'consent', n.id::text, n.given_at, u.name, n.purpose,
      -- As it was given: that it ended is an event of its own, on the day it ended.
      case when n.status not in ('WITHDRAWN', 'EXPIRED') then n.status when n.giver = 'NONE' then 'NOT_POSSIBLE'
        when n.situation ? 'caregiver' then 'ASSENT' else 'GIVEN' end,
      n.partner_code, n.service, n.mode, 3
      from app.consents n join access.users u on u.id = n.recorded_by where n.case_id = ${id} order by n.given_at desc limit 21)
    union all (select 'withdrawn', n.id::text, n.withdrawn_at, null, n.purpose, null, n.partner_code, n.service, null, 7
      from app.consents n where n.case_id = ${id} and n.withdrawn_at is not null
        and not exists (select from app.consent_confirmations f where f.consent_id = n.id and f.says = 'NO') order by n.withdrawn_at desc limit 21)
    union all (select 'not-confirmed', n.id::text, f.at, u.name, n.purpose, n.confirm_by, n.partner_code, n.service, f.reason, 7
      from app.consent_confirmations f join app.consents n on n.id = f.consent_id join access.users u on u.id = f.by_id
      where f.case_id = ${id} and f.says = 'NO' order by f.at desc limit 21)
    union all (select 'moved', e.id::text, e.at, u.name, e.verb, e.reason,
      coalesce(o.name, (select n.name from app.case_members m join access.users n on n.id = m.user_id
        where e.verb = 'hand-over' and m.case_id = e.case_id and m.capacity = 'LEAD' and m.since = e.at limit 1)), x.partner_code, null, 8
      from app.case_events e left join access.users u on u.id = e.actor_id
        -- To which office, of what was said of an offer in that moment.
        left join app.case_transfers x on x.case_id = e.case_id and e.verb in ('offer-transfer', 'accept-transfer', 'refuse-transfer', 'agency-accepts', 'hand-out')
          and e.at = case e.verb when 'offer-transfer' then x.offered_at when 'hand-out' then x.handed_at else x.answered_at end
        left join access.offices o on o.id = x.to_office
      where e.case_id = ${id} and e.verb not in ('start', 'open') order by e.id desc limit 21)
    -- Another file of the same person, as far as it is in reach.
    union all (select 'moved', e.id::text, e.at, u.name, 'joined', null, d.code, null, null, 8
      from app.cases d join app.case_events e on e.case_id = d.id and e.verb = 'merge' left join access.users u on u.id = e.actor_id
      where d.merged_into = ${id} and ${inReachedCase(actor, placeOf('d', 'id'))} order by e.id desc limit 5)
    union all (select 'referral', r.id::text, v.at, u.name, v.verb, r.partner_code, r.service, v.party || ' ' || v.channel, v.reason, 6
      from app.referral_events v join app.referrals r on r.id = v.referral_id left join access.users u on u.id = v.actor_id
      where r.case_id = ${id} and v.verb not in ('start', 'edit') order by v.at desc, v.id desc limit 21)
    -- A day without an hour, as help has one.
    union all (select 'follow', f.id::text, f.on_day::timestamptz + interval '12 hours', u.name, f.type, f.channel, f.outcome, f.result, null, 4
      from app.follow_ups f join access.users u on u.id = f.recorded_by where f.case_id = ${id} order by f.on_day desc, f.recorded_at desc limit 21)
    union all (select 'review', v.id::text, v.on_day::timestamptz + interval '12 hours', u.name, v.said_with, v.leads_to, null, null, null, 4
      from app.case_reviews v join access.users u on u.id = v.reviewed_by where v.case_id = ${id} order by v.on_day desc limit 21)
    -- That one was finished, and which; what came of it stands on its page.
    union all (select 'assessed', s.id::text, s.finished_at, u.name, s.instrument, null, null, null, null, 5
      from app.assessments s join access.users u on u.id = s.written_by where s.case_id = ${id} and s.finished_at is not null
        and ${inReachedCase(actor, placeOf('s'))} order by s.finished_at desc limit 21)
    union all (select 'plan', p.id::text, x.at, u.name, x.what, null, null, null, null, 5
      from app.plan_approvals p cross join lateral (values (p.asked_at, p.asked_by, 'ASKED'), (p.decided_at, p.decided_by, p.decided)) x (at, by, what)
        join access.users u on u.id = x.by where p.case_id = ${id} order by x.at desc limit 21)
  ) merged order by at desc, rank desc limit 21`

/** A note's text in place of its bytes; other lines stay as they are. */
export function openedEvent(head: CaseHead, row: EventRow): EventRow {
  if (row.kind !== 'note' || row.b === null || row.c === null) return row
  const place = row.d === null ? notePlace(row.id) : correctionPlace(row.d)
  return { ...row, b: null, c: row.e === null ? (openText(head, row.b, place, row.c) ?? null) : null }
}
