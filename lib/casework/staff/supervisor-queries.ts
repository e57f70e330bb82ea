import { and, asc, eq, sql } from 'drizzle-orm'
import { caseMembers, userOffices, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

export const kinds = ['approve', 'review', 'silent', 'alert'] as const
export type Kind = (typeof kinds)[number]

/** One thing that waits for a supervisor's decision. No name, and nothing of a restricted case but its code. */
export type Waiting = {
  kind: Kind
  id: string
  code: string
  restricted: boolean
  partner: string | null
  service: string | null
  priority: string
  sex: string | null
  birthYear: number | null
  place: string
  colleague: string
  since: Date
  dueAt: Date | null
  mine: boolean
}

type Row = Omit<Waiting, 'since' | 'dueAt' | 'birthYear'> & {
  since: string
  due_at: string | null
  birth_year: number | null
}

/**
 * Everything waiting, breached clocks first, then least time left; restricted and emergencies before others at the same
 * minute. One statement: referrals to approve, emergencies to review, silence past its clock, new alerts.
 */
export async function listWaiting({ tx, actor }: Ctx): Promise<Waiting[]> {
  const now = actor.now.toISOString()
  const rows = await tx.execute<Row>(sql`
    select * from (
      select case when r.state = 'PENDING_APPROVAL' then 'approve'
          when r.emergency_path and r.reviewed_at is null then 'review' else 'silent' end as kind,
        r.id, c.code, r.sensitivity = 'S4' as restricted, r.partner_code as partner, r.service, r.priority,
        p.sex, p.birth_year, c.cercle as place, u.name as colleague,
        coalesce(case when r.state = 'PENDING_APPROVAL' then r.submitted_at end, r.sent_at) as since,
        case when r.emergency_path and r.reviewed_at is null and r.state <> 'PENDING_APPROVAL'
          then r.sent_at + interval '4 hours' else r.due_at end as due_at,
        r.supervisor_id = ${actor.userId} as mine
      from app.referrals r join app.cases c on c.id = r.case_id
        join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
        join access.users u on u.id = r.author_id
      where (r.state = 'PENDING_APPROVAL' and (r.supervisor_id is null or r.supervisor_id = ${actor.userId}))
        or (r.emergency_path and r.reviewed_at is null and r.author_id <> ${actor.userId})
        or (r.state in ('SENT', 'ACKNOWLEDGED') and r.due_at < ${now})
      union all
      select 'alert', a.id, a.code, false, null, null, a.urgency, a.sex, extract(year from a.seen_on)::int - a.age, f.name,
        '', a.raised_at, a.due_at, false
      from app.alerts a join app.flow_points f on f.code = a.flow_point where a.state = 'NEW'
    ) waiting order by due_at asc nulls last, priority, id limit 100`)
  return rows.map(({ due_at, birth_year, since, ...row }) => ({
    ...row,
    birthYear: birth_year,
    since: new Date(since),
    dueAt: due_at ? new Date(due_at) : null,
  }))
}

/** Supervisors who may take over: of the office, or named on a restricted case; not the one who wrote it. */
export function supervisorsFor(
  { tx }: Ctx,
  referral: { caseId: string; officeId: string; sensitivity: string; authorId: string },
) {
  const named = sql`exists (select from ${caseMembers} m where m.case_id = ${referral.caseId} and m.user_id = ${users.id}
    and m.capacity = 'NAMED_SUPERVISOR' and m.until is null)`
  const ofOffice = sql`exists (select from ${userOffices} o where o.user_id = ${users.id} and o.office_id = ${referral.officeId})`
  return tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        eq(users.role, 'SUPERVISOR'),
        eq(users.active, true),
        referral.sensitivity === 'S4' ? named : ofOffice,
        sql`${users.id} <> ${referral.authorId}`,
      ),
    )
    .orderBy(asc(users.name))
}
