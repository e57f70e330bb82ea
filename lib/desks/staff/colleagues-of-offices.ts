import { sql } from 'drizzle-orm'
import { caseworkerRoles, type Role } from '@/lib/platform/access/roles'
import type { Ctx } from '@/lib/platform/gate/verb'

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
 * restricted case is on no colleague's count. `only`: one of them by id. One statement.
 */
export async function colleaguesOf({ tx, actor }: Ctx, only?: string): Promise<StaffRow[]> {
  const offices = sql.param(`{${actor.offices.join(',')}}`)
  const rows = await tx.execute<StaffRow>(sql`
    with load as materialized (select l.lead_id, count(*)::int as led, (count(*) filter (where l.due_at <= ${actor.now.toISOString()}::timestamptz))::int as late
      from app.case_lines l where l.sensitivity = 'S3' and l.office_id = any(${offices}::text[]) group by l.lead_id)
    select u.id, u.name, u.role, u.languages, o.offices, o.names as "officeNames", coalesce(load.led, 0) as led, coalesce(load.late, 0) as late,
      coalesce((select json_agg(json_build_object('id', v.id, 'from', v.from_on, 'to', v.to_on) order by v.from_on)
        from app.leaves v where v.user_id = u.id and v.to_on >= ${actor.now.toISOString()}::timestamptz::date), '[]') as leaves
    from access.users u
      join lateral (select array_agg(o.office_id order by f.name) as offices, array_agg(f.name order by f.name) as names
        from access.user_offices o join access.offices f on f.id = o.office_id
        where o.user_id = u.id and o.office_id = any(${offices}::text[])) o on o.offices is not null
      left join load on load.lead_id = u.id
    where u.active and u.role in ${[...caseworkerRoles]} and (${only ?? null}::uuid is null or u.id = ${only ?? null}::uuid)
    order by o.names[1], u.name`)
  return [...rows]
}
