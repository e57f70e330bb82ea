import { type SQL, sql } from 'drizzle-orm'
import { careAsked, careRests } from '@/lib/casework/cases/care-rests'
import { caseStatesSql, LIVING } from '@/lib/casework/cases/state-lists'
import { REFERRAL_STATES, type ReferralState, SETTLED, STATES } from '@/lib/casework/referrals/machine/states'
import { statesSql } from '@/lib/casework/referrals/reach/state-lists'
import { taskDetail } from '@/lib/casework/tasks/detail'
import { late } from '@/lib/platform/db/late'

/** A partner's question waits for us. */
export const asked = REFERRAL_STATES.filter((state) => STATES[state].clock === 'reply')
/** At the partner: late with its word, somebody must ask. */
export const withPartner = REFERRAL_STATES.filter((state) => STATES[state].turn === 'them')
/** Of a referral `r`: it is the partner's own clock that runs, not our reading again of an emergency. */
export const dueAtPartner = sql`r.due_kind <> 'review'`

/** In these states a referral asks something of us by itself, with or without a limit. */
export const asking: readonly ReferralState[] = [...SETTLED, ...asked]

/** A draft has no referral yet. */
const REGISTERED = LIVING.filter((state) => state !== 'DRAFT')

/** A restricted case says no partner and no service in a list. */
export const named = (column: 'partner_code' | 'service'): SQL =>
  sql`case when r.sensitivity = 'S3' then ${sql.raw(`r.${column}`)} end`

/** When a referral `r` asks something of us: its clock, or what its reason asks for, whichever is sooner. On every page. */
export const referralDue = sql`least(r.due_at, (select min(t.due_at) from app.tasks t
  where t.subject_id = r.id and t.state = 'OPEN' and t.kind in ('NOT_CONFIRMED', 'NEXT_STEP')))`

/**
 * What a task `t` is called: its kind, of an action of the plan whose turn it is, of an unrestricted case which step or appointment.
 * Never what is to be done by the plan: that is sealed, or says what happened.
 */
export const taskNamed = sql`t.kind || coalesce('-' || case when t.kind = 'PLAN_ACTION'
  then (select a.owner from app.plan_actions a where a.id = t.subject_id) when t.sensitivity = 'S3' then ${taskDetail} end, '')`
/** Which service an action of the plan or a referral is about, where the case is not restricted: a list of many says no more. */
const taskService =
  sql.raw(`case when t.sensitivity <> 'S3' then null when t.kind = 'PLAN_ACTION' then t.reason
  when t.subject_type = 'referral' then (select r.service from app.referrals r where r.id = t.subject_id) end`)

/** Columns of a case that duties speak of. */
export const dutiful = sql.raw(
  'c.id, c.lead_id, c.office_id, c.code, c.state, c.risk, c.next_due_at, c.next_due_kind, c.last_contact_on, c.opened_at',
)

/**
 * Where the rows come from, each the shortest way for who asks: `cases` gives c, `referrals` c and r, `tasks` c and t.
 * `holder`: whose tasks they are; nothing that is due at `until` or later.
 */
type Asked = { cases: SQL; referrals: SQL; tasks: SQL; holder: SQL; now: Date; until: Date }

/** From some cases `c` to what hangs on them; `among`: what their ids are compared with, so that all are found at once. */
export const hangingOn = (cases: SQL, among: SQL) => ({
  cases,
  referrals: sql`${cases} join app.referrals r on r.case_id = c.id and r.case_id ${among}`,
  tasks: sql`${cases} join app.tasks t on t.case_id = c.id and t.case_id ${among}`,
})

/**
 * Everything that falls due on some cases: the one rule of what is late, for whoever does the work and for whoever looks
 * at how much they carry. Columns: case_id, lead_id, office_id, code, referral, kind, partner, service, risk, due_at, since.
 */
export const duties = ({ cases, referrals, tasks, holder, now, until }: Asked): SQL => {
  const end = sql`${until.toISOString()}::timestamptz`
  return sql`
      select c.id as case_id, c.lead_id, c.office_id, c.code, null::uuid as referral, c.next_due_kind as kind, null as partner, null as service,
        c.risk, c.next_due_at as due_at, case c.next_due_kind when 'follow-up' then c.last_contact_on::timestamptz else c.opened_at end as since
      from ${cases}
      where c.state in ${caseStatesSql(LIVING)} and c.next_due_at < ${end}
      union all
      select d.case_id, d.lead_id, d.office_id, d.code, d.id, d.kind, d.partner, d.service, null, d.due_at, d.since from (
        select c.id as case_id, c.lead_id, c.office_id, c.code, r.id, case when r.state = 'CONTESTED' then 'contested' else r.due_kind end as kind,
          ${named('partner_code')} as partner, ${named('service')} as service, coalesce(r.settled_at, r.sent_at) as since,
          ${referralDue} as due_at
        from ${referrals}
        where c.state in ${caseStatesSql(REGISTERED)}
          and (r.state in ${statesSql(asking)} or (r.state in ${statesSql(withPartner)} and ${dueAtPartner} and ${late(sql`r.due_at`, now)}))) d
      where d.due_at < ${end}
      union all
      select c.id, c.lead_id, c.office_id, c.code, case when t.subject_type = 'referral' then t.subject_id else ask.referral end,
        'task-' || ${taskNamed} || case when ask.referral is null then '' else '-ASKED' end, null, ${taskService}, null,
        coalesce(t.due_at, t.opened_at), t.opened_at
      from ${tasks} join app.task_kinds k on k.kind = t.kind and k.side = 'TEAM' cross join lateral (select ${careAsked} as referral) ask
      where t.state = 'OPEN' and coalesce(t.due_at, t.opened_at) < ${end}
        and (t.holder_id is null or t.holder_id = ${holder} or not app.colleague_can_act(t.holder_id, t.case_id))
        and not (k.rests_on_hold and c.state = 'ON_HOLD')
        and not ${careRests}
        -- What a settled referral asks is said once, with the stricter clock, in its own line.
        and not (t.kind in ('NOT_CONFIRMED', 'NEXT_STEP') and exists (select from app.referrals r
          where r.id = t.subject_id and r.state in ${statesSql(SETTLED)}))`
}
