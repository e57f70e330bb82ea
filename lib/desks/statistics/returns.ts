import { type SQL, sql } from 'drizzle-orm'
import { isCode } from '@/lib/base/codes/codes'
import { within } from '@/lib/casework/reintegration/within'
import { placeOf } from '@/lib/casework/staff/reach'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import type { Ctx } from '@/lib/platform/gate/verb'

/** What can be counted of a country and of a kind of grant. */
export const OF_COUNTRY = ['paths', 'gone', 'arrived'] as const
export const OF_KIND = ['grants', 'approved', 'delivered'] as const
type CountryCount = Record<(typeof OF_COUNTRY)[number], number> & { code: string }
/** `amount`: what was handed over, in whole XOF. */
type KindCount = Record<(typeof OF_KIND)[number], number> & { code: string; amount: number }

/** Which count is opened: of a country or of a kind of grant, and what of it. */
export type Opened =
  | { by: 'country'; code: string; of: (typeof OF_COUNTRY)[number] }
  | { by: 'kind'; code: string; of: (typeof OF_KIND)[number] }

const done = (
  step: string,
) => sql`coalesce((select s.state = 'DONE' from app.return_steps s where s.case_id = p.case_id
  and s.step = ${step} order by s.noted_at desc, s.id desc limit 1), false)`

/** One row a path in the reader's reach: counted by its country, and opened by the same conditions. */
const paths = ({
  actor,
}: Ctx) => sql`(select c.code as case_code, p.return_country as code, true as paths, ${done('DEPARTURE')} as gone,
    p.arrived_on is not null or ${done('ARRIVAL')} as arrived
  from app.return_paths p join app.cases c on c.id = p.case_id where ${within(actor, placeOf('p'))})`

/** One row a grant that was asked for, the same way. */
const grants = ({
  actor,
}: Ctx) => sql`(select c.code as case_code, g.kind as code, true as grants, g.state = 'APPROVED' as approved,
    d.total is not null as delivered, coalesce(d.total, 0) as amount
  from app.return_grants g join app.cases c on c.id = g.case_id
    left join lateral (select sum(x.total)::bigint as total from app.grant_deliveries x where x.grant_id = g.id) d on true
  where g.state in ('ASKED', 'APPROVED') and ${within(actor, placeOf('g'))})`

const counted = (rows: SQL, of: readonly string[], more: SQL) =>
  sql`(select json_agg(k order by k.code) from (select r.code, ${sql.join(
    of.map((name) => sql`count(*) filter (where ${sql.raw(`r.${name}`)})::integer as ${sql.raw(name)}`),
    sql`, `,
  )}${more} from ${rows} r group by r.code) k)`

type Counts = { countries: CountryCount[]; kinds: KindCount[] }

/** What a supervisor may open, counted. One statement. */
async function inReach(ctx: Ctx): Promise<Counts> {
  const [row] = await ctx.tx.execute<{ countries: CountryCount[] | null; kinds: KindCount[] | null }>(sql`
    select ${counted(paths(ctx), OF_COUNTRY, sql``)} as countries,
      ${counted(grants(ctx), OF_KIND, sql`, sum(r.amount)::float8 as amount`)} as kinds`)
  return { countries: row?.countries ?? [], kinds: row?.kinds ?? [] }
}

type Everything = {
  what: 'country' | 'grant'
  code: string
  paths: number
  gone: number
  arrived: number
  approved: number
  delivered: number
  amount: string
}

/** Everything, for whoever counts and opens no case: the database answers the information officer alone. */
async function ofEverybody({ tx }: Ctx): Promise<Counts> {
  const rows = [...(await tx.execute<Everything>(sql`select r.* from app.count_returns() r order by r.code`))]
  return {
    countries: rows.filter(({ what }) => what === 'country'),
    kinds: rows
      .filter(({ what }) => what === 'grant')
      .map((row) => ({ ...row, grants: row.paths, amount: Number(row.amount) })),
  }
}

/** Which count the address asks to open; nothing for what is no count. PURE. */
export function openedBy(query: Query): Opened | undefined {
  const [country, kind, of] = [one(query, 'country'), one(query, 'kind'), one(query, 'of')]
  const ofCountry = OF_COUNTRY.find((name) => name === of)
  const ofKind = OF_KIND.find((name) => name === of)
  if (country && ofCountry && isCode('return_country', country))
    return { by: 'country', code: country, of: ofCountry }
  if (kind && ofKind && isCode('business_state', kind)) return { by: 'kind', code: kind, of: ofKind }
  return undefined
}

/** The codes of the cases behind one count: as many rows as it says. */
async function casesOf(ctx: Ctx, { by, code, of }: Opened): Promise<string[]> {
  const rows = by === 'country' ? paths(ctx) : grants(ctx)
  const found = await ctx.tx.execute<{ code: string }>(sql`select r.case_code as code from ${rows} r
    where r.code = ${code} and ${sql.raw(`r.${of}`)} order by r.case_code`)
  return [...found].map((row) => row.code)
}

/** Returns by country and grants by kind. Supervisors open what they may; who counts everything opens nothing. */
export async function countReturns(reading: Reading, query: Query) {
  const all = reading.actor.role === 'IM'
  const opened = all ? undefined : openedBy(query)
  const counts = all ? await ofEverybody(reading) : await inReach(reading)
  const cases = opened && (await casesOf(reading, opened))
  const subject = { type: 'returns', id: opened ? `${opened.code} ${opened.of}` : '' }
  return { view: { ...counts, all, opened, cases }, subject }
}
export type ReturnCounts = Awaited<ReturnType<typeof countReturns>>['view']
