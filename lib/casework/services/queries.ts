import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Offered } from './asked'
import type { Entry, Rate } from './ranking'

/** How a partner has answered for a service, in all offices: one answer, whoever reads it and on whichever page. */
export const answerRate = (partner: SQLWrapper, service: SQLWrapper): SQL<Rate> =>
  sql<Rate>`app.answer_rate(${partner}, ${service})`

/** What people said of an agency, in shares and never in numbers; nothing where too few were asked. `until`: the last day looked at. */
export type PeopleSaid = { received: string; satisfied: string | null; least: number; until: string }
export const peopleSaid = (partner: SQLWrapper): SQL<PeopleSaid | null> =>
  sql<PeopleSaid | null>`app.people_said(${partner})`

/** An entry as it was written down. */
export const entryColumns =
  sql.raw(`d.id, d.partner_code as partner, d.service, d.office_id as office, d.cercles, d.state,
  d.wait_days as "waitDays", d.places, d.paused_until::text as "pausedUntil", d.eligibility, d.hours, d.price, d.languages,
  d.women_on_staff as "womenOnStaff", d.verified_on::text as "verifiedOn", d.note, d.place, d.mail, d.recipient, d.version, to_char(d.asked_at, 'YYYY-MM-DD') as "askedOn"`)

type Wanted = { office?: string | undefined; service?: string | undefined; id?: string | undefined }

/** Lines of the directory with each partner's record of answers, as far as this person may see it. One statement. */
export const directory = async (ctx: Pick<Ctx, 'tx'>, wanted: Wanted): Promise<Entry[]> =>
  (await directoryBeside(ctx, wanted, sql<null>`null`)).entries

/** The same with one more value beside it, in one statement; without an entry there is nothing to stand beside. */
export async function directoryBeside<T>(
  { tx }: Pick<Ctx, 'tx'>,
  wanted: Wanted,
  value: SQL<T>,
): Promise<{ entries: Entry[]; beside: T | undefined }> {
  const only = conditions(wanted)
  const rows = await tx.execute<Entry & { beside: T }>(sql`
    select ${entryColumns}, ${value} as beside, v.name as "verifiedBy", p.phone,
      p.agreement_from::text as "agreementFrom", p.agreement_until::text as "agreementUntil",
      ${answerRate(sql`d.partner_code`, sql`d.service`)} as rate
    from app.directory_entries d join app.partners p on p.code = d.partner_code
      left join access.users v on v.id = d.verified_by
    ${only.length > 0 ? sql`where ${sql.join(only, sql` and `)}` : sql``}
    order by d.service, d.partner_code, d.office_id`)
  return {
    entries: rows.map(({ beside: _, ...entry }) => entry as unknown as Entry),
    beside: rows[0]?.beside,
  }
}

/** What one agency offers somewhere, as the directory has it (`own`); where it has no line of it, what anybody offers. */
export async function servicesOf({ tx }: Pick<Ctx, 'tx'>, partner: string): Promise<Offered> {
  const rows = await tx.execute<{ service: string; own: boolean }>(
    sql`select d.service, bool_or(d.partner_code = ${partner}) as own from app.directory_entries d group by d.service order by d.service`,
  )
  const own = rows.filter((row) => row.own)
  return { own: own.length > 0, services: (own.length > 0 ? own : rows).map(({ service }) => service) }
}

function conditions({ office, service, id }: Wanted): SQL[] {
  const found: SQL[] = []
  if (office) found.push(sql`d.office_id = ${office}`)
  if (service) found.push(sql`d.service = ${service}`)
  if (id) found.push(sql`d.id = ${id}`)
  return found
}
