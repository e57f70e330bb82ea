import { sql } from 'drizzle-orm'
import { pseaWaiting } from '@/lib/casework/psea/waiting'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import type { Ctx } from '@/lib/platform/gate/verb'

export type SilentRow = {
  total: number
  id: string
  code: string
  partner: string | null
  service: string | null
  due: number | null
  since: number | null
}
export type LoadRow = { name: string; offices: string; open: number; late: number }
export type Relay = { us: number; them: number; silent: number }

/** Rows of the supervised offices, and restricted ones only where named: said here, and by row security again. */
const within = (row: 'r' | 'c', { actor }: Pick<Ctx, 'actor'>) => {
  const [office, sensitivity, id] = [
    sql.raw(`${row}.office_id`),
    sql.raw(`${row}.sensitivity`),
    sql.raw(row === 'r' ? 'r.case_id' : 'c.id'),
  ]
  return sql`((${sensitivity} = 'S3' and ${office} = any(string_to_array(${actor.offices.join(',')}, ',')))
    or ${id} in (select m.case_id from app.case_members m where m.user_id = ${actor.userId} and m.until is null))`
}

/** A restricted case says no partner and no service in a list. */
const named = (column: 'partner_code' | 'service') =>
  sql`case when r.sensitivity = 'S3' then ${sql.raw(`r.${column}`)} end`

/** The oldest referrals at partners that have not decided. */
async function silentRows(ctx: Ctx): Promise<SilentRow[]> {
  const rows = await ctx.tx.execute<SilentRow>(sql`
    select count(*) over ()::integer as total, r.id, c.code, ${named('partner_code')} as partner, ${named('service')} as service, extract(epoch from r.due_at)::float8 * 1000 as due,
      extract(epoch from r.sent_at)::float8 * 1000 as since
    from app.referrals r join app.cases c on c.id = r.case_id
    where r.state in ('SENT', 'ACKNOWLEDGED') and ${within('r', ctx)}
    order by r.sent_at, r.id limit 5`)
  return [...rows]
}

/** Somebody of the offices who opened more files in ten minutes than hands open. */
type HastyRow = { name: string; files: number }
type Loads = { people: LoadRow[]; relay: Relay; hasty: HastyRow[]; psea: number | null }

/** Who carries how much of the unrestricted work, where the open referrals are, who reads hastily, what the hearer of abuse has waiting: four answers in one statement. */
async function loads(ctx: Ctx): Promise<Loads> {
  const now = ctx.actor.now.toISOString()
  const [row] = await ctx.tx.execute<{ [K in keyof Loads]: Loads[K] | null }>(sql`
    select ${pseaWaiting} as psea, (select json_agg(h) from audit.hasty_readers() h) as hasty, (select json_agg(l order by l.late desc, l.open desc, l.name) from (
        select u.name, min(o.name) as offices, count(*)::integer as open,
          count(*) filter (where c.next_due_at <= ${now}::timestamptz)::integer as late
        from app.cases c join access.users u on u.id = c.lead_id join access.offices o on o.id = c.office_id
        where c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE') and ${within('c', ctx)}
          and c.sensitivity = 'S3'
        group by u.id, u.name) l) as people,
      (select json_build_object(
        'us', count(*) filter (where r.state in ('DRAFT', 'RETURNED', 'PENDING_APPROVAL', 'APPROVED', 'INFO_REQUESTED')),
        'them', count(*) filter (where r.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS')
          and not (r.state in ('SENT', 'ACKNOWLEDGED') and coalesce(r.due_at <= ${now}::timestamptz, false))),
        'silent', count(*) filter (where r.state in ('SENT', 'ACKNOWLEDGED') and r.due_at <= ${now}::timestamptz))
        from app.referrals r where r.state in ('DRAFT', 'RETURNED', 'PENDING_APPROVAL', 'APPROVED', 'SENT', 'ACKNOWLEDGED',
          'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS') and ${within('r', ctx)}) as relay`)
  return {
    people: row?.people ?? [],
    relay: row?.relay ?? { us: 0, them: 0, silent: 0 },
    hasty: row?.hasty ?? [],
    psea: row?.psea ?? null,
  }
}

/** A supervisor's day in three statements. */
export async function supervisorDay(ctx: Ctx) {
  const waiting = await waitingPage(ctx, { size: 6 })
  const silent = await silentRows(ctx)
  const { people, relay, hasty, psea } = await loads(ctx)
  return {
    kind: 'supervisor' as const,
    psea,
    waiting,
    silent,
    people,
    relay,
    hasty,
    count: waiting.counts.total,
  }
}
export type SupervisorDay = Awaited<ReturnType<typeof supervisorDay>>
