import { sql } from 'drizzle-orm'
import { COUNTED_TO } from '@/lib/base/text/counted'
import type { DueRow } from '@/lib/desks/work/caseworker-day'
import { carried, carriedInWords, lateDuties, lateOf } from '@/lib/desks/work/late-duties'
import { caseworkerRoles, type Role } from '@/lib/platform/access/roles'
import type { Ctx } from '@/lib/platform/gate/verb'

/** One thing that a colleague is late with. */
export type LateRow = Pick<
  DueRow,
  'code' | 'referral' | 'kind' | 'partner' | 'service' | 'risk' | 'due' | 'since'
>
export type Leave = { id: string; from: string; to: string }
/** Somebody of the casework teams as a supervisor sees them: what they lead, of that what is late, and when they are away. */
export type StaffRow = {
  id: string
  name: string
  role: Role
  offices: string[]
  officeNames: string[]
  languages: string[]
  led: number
  late: number
  leaves: Leave[]
}

/**
 * Everybody active in the supervisor's offices, by office and name. What they lead is counted of ordinary cases only: a
 * restricted case is on no colleague's count. Late is what their own home says is late, and what their page here lists: one rule
 * (work/duties). `only`: one of them by id; `office`: of one office alone. One statement.
 */
export async function colleaguesOf(ctx: Ctx, { only, office }: Asked = {}): Promise<StaffRow[]> {
  const { tx, actor } = ctx
  const own = actor.offices.filter((id) => office === undefined || id === office)
  const offices = sql`${sql.param(`{${own.join(',')}}`)}::text[]`
  const rows = await tx.execute<StaffRow>(sql`
    with people as materialized (select u.id, u.name, u.role, u.languages, array_agg(o.office_id order by f.name) as offices,
        array_agg(f.name order by f.name) as names
      from access.users u join access.user_offices o on o.user_id = u.id join access.offices f on f.id = o.office_id
      where u.active and u.role in ${[...caseworkerRoles]} and o.office_id = any(${offices}) and (${only ?? null}::uuid is null or u.id = ${only ?? null}::uuid)
      group by u.id),
    shown as materialized (select o.office, p.id as lead from unnest(${offices}) as o(office) cross join people p),
    carried as materialized (${carried}), late as materialized (${lateOf(ctx)})
    select p.id, p.name, p.role, p.languages, p.offices, p.names as "officeNames",
      (select count(*)::int from carried c where c.lead_id = p.id) as led,
      coalesce((select sum(l.late)::int from late l where l.lead = p.id), 0) as late,
      coalesce((select json_agg(json_build_object('id', v.id, 'from', v.from_on, 'to', v.to_on) order by v.from_on)
        from app.leaves v where v.user_id = p.id and v.to_on >= ${actor.now.toISOString()}::timestamptz::date), '[]') as leaves
    from people p order by p.names[1], p.name`)
  return [...rows]
}

type Asked = { only?: string | undefined; office?: string | undefined }

/** What somebody is late with in these offices, the longest late first, as far as it is counted: by the query of their count. */
export async function lateRowsOf(ctx: Ctx, lead: string, offices: readonly string[]): Promise<LateRow[]> {
  const rows = await ctx.tx.execute<LateRow>(sql`
    with shown as materialized (select o.office, ${lead}::uuid as lead from unnest(${sql.param(`{${offices.join(',')}}`)}::text[]) as o(office)),
    carried as materialized (${carriedInWords})
    select d.code, d.referral, d.kind, d.partner, d.service, d.risk, extract(epoch from d.due_at)::float8 * 1000 as due,
      extract(epoch from d.since)::float8 * 1000 as since
    from (${lateDuties(ctx)}) d order by d.due_at, d.code limit ${COUNTED_TO}`)
  return [...rows]
}
