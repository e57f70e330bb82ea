import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Another office, with its supervisors by name: one of them is asked about a restricted case. */
export type OfficeToAsk = { id: string; name: string; supervisors: { id: string; name: string }[] }

/** Every other office in which somebody decides. */
export async function officesToAsk({ tx }: Pick<Ctx, 'tx'>, own: string): Promise<OfficeToAsk[]> {
  const rows = await tx.execute<OfficeToAsk>(sql`
    select o.id, o.name, json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name) as supervisors
    from access.offices o join access.user_offices m on m.office_id = o.id
      join access.users u on u.id = m.user_id and u.active and u.role = 'SUPERVISOR'
    where o.id <> ${own} group by o.id, o.name order by o.name`)
  return [...rows]
}
