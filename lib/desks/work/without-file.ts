import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Help of one service that nobody has a file for: how often, and how much in the service's own unit. */
export type HelpWithoutFile = { service: string; unit: string; times: number; quantity: number }
/** `refused`: people who wanted no file; `left`: registrations that were begun and left without an answer for a day. */
export type WithoutFile = { refused: number; left: number; help: HelpWithoutFile[] }

/**
 * What the offices did this month for people who have no file, in counts: of whom it was is kept nowhere. A day is the one
 * of the help itself. For a select list; null where nothing was noted.
 */
export const withoutFile = ({ actor }: Pick<Ctx, 'actor'>): SQL => {
  const mine = sql`x.office_id = any(${sql.param(`{${actor.offices.join(',')}}`)}::text[])
    and x.on_day >= date_trunc('month', ${actor.now.toISOString()}::timestamptz at time zone 'UTC')::date`
  return sql`(select json_build_object('refused', people.refused, 'left', people.gone, 'help', coalesce(help.lines, '[]'::json))
    from (select count(*) filter (where x.why = 'NO')::integer as refused, count(*) filter (where x.why = 'LEFT')::integer as gone
        from app.unregistered_people x where ${mine}) people,
      (select json_agg(json_build_object('service', line.service, 'unit', line.unit, 'times', line.times, 'quantity', line.quantity)
          order by line.service) as lines
        from (select x.service, x.unit, count(*)::integer as times, sum(x.quantity)::float8 as quantity
          from app.unregistered_help x where ${mine} group by x.service, x.unit) line) help
    where people.refused + people.gone > 0 or help.lines is not null)`
}
