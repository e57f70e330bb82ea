import { type SQL, sql } from 'drizzle-orm'
import { isCode } from '@/lib/base/codes/codes'
import { isoDayOf } from '@/lib/base/time/days'
import { within } from '@/lib/casework/referrals/reach/within'
import { referrals } from '@/lib/platform/db/schema'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import type { Ctx } from '@/lib/platform/gate/verb'
import { HOLDS, LOOP, type LoopMeasure, loopCounts, loopTimes } from './loop-measures'
import { monthOfDay, monthsBack, parseMonth } from './months'

/** What the referrals of a month are told apart by. */
export const BY = ['partner', 'service', 'office', 'month'] as const
export type By = (typeof BY)[number]
const COLUMN: Record<By, string> = {
  partner: 'partner_code',
  service: 'service',
  office: 'office_id',
  month: `to_char(f.month, 'YYYY-MM')`,
}
const columnOf = (by: By): SQL => sql.raw(by === 'month' ? COLUMN.month : `f.${COLUMN[by]}`)

/** Months beside each other; on a page of codes, codes. Both are bounds: no page grows with the years. */
const COURSE = 6
export const OPENED = 50

export type LoopRow = Record<LoopMeasure, number> & {
  code: string
  median: number | null
  p90: number | null
}
/** What narrows the figures: each a code that stands in them. */
export type Narrowed = Partial<Record<'partner' | 'service' | 'office', string>>
/** The count that the address asks to open. */
export type OpenedLoop = {
  code: string | undefined
  of: LoopMeasure
  reason: string | undefined
  from: number
}

type Asked = { month: string; by: By; narrowed: Narrowed }

/**
 * What left, as far as this reader counts it: the officer all of it, and no key; a supervisor what they may open, by the same conditions
 * as the list of it.
 */
function left({ actor }: Ctx, months: readonly string[], narrowed: Narrowed): SQL {
  const [since, until] = [`${months.at(-1)}-01`, `${months[0]}-01`]
  const only = Object.entries(narrowed).map(([by, code]) => sql`${columnOf(by as keyof Narrowed)} = ${code}`)
  const mine =
    actor.role === 'IM'
      ? []
      : [sql`exists (select from ${referrals} where ${referrals.id} = f.referral_id and ${within(actor)})`]
  const all = [...only, ...mine]
  return sql`(select f.* from report.loop_between(${since}::date, ${until}::date) f
    ${all.length > 0 ? sql`where ${sql.join(all, sql` and `)}` : sql``})`
}

type Found = {
  whole: LoopRow[] | null
  rows: LoopRow[] | null
  reasons: { code: string; declined: number }[] | null
  names: { id: string; name: string }[]
}

/** A month's figures in one statement: all, told apart, and why agencies said no. */
async function count(ctx: Ctx, { month, by, narrowed }: Asked) {
  const course = monthsBack(month, COURSE)
  const inMonth = sql`f.month = ${`${month}-01`}::date`
  const rows = (code: SQL, where: SQL) => sql`(select json_agg(g order by g.code) from (
    select ${code} as code, ${loopCounts}, ${loopTimes} from f where ${where} group by 1) g)`
  const [found] =
    await ctx.tx.execute<Found>(sql`with f as materialized ${left(ctx, by === 'month' ? course : [month], narrowed)}
    select ${rows(sql`''::text`, inMonth)} as whole,
      ${rows(columnOf(by), by === 'month' ? sql`true` : inMonth)} as rows,
      (select json_agg(g order by g.declined desc, g.code) from (select f.decline_reason as code, count(*)::int as declined
        from f where ${inMonth} and ${HOLDS.declined} group by 1) g) as reasons,
      (select json_agg(json_build_object('id', o.id, 'name', o.name)) from access.offices o) as names`)
  return {
    whole: found?.whole?.[0],
    rows: found?.rows ?? [],
    reasons: found?.reasons ?? [],
    names: found?.names ?? [],
  }
}

type Code = { id: string; state: string }
/** The referrals behind one count, newest first: as many as it says, some on a page. */
async function codesOf(ctx: Ctx, { month, by, narrowed }: Asked, opened: OpenedLoop): Promise<Code[]> {
  const { code, of, reason, from } = opened
  const only = [
    HOLDS[of],
    code !== undefined ? sql`${columnOf(by)} = ${code}` : sql`f.month = ${`${month}-01`}::date`,
    ...(reason ? [sql`f.decline_reason = ${reason}`] : []),
  ]
  const months = by === 'month' && code !== undefined ? [code] : [month]
  const rows =
    await ctx.tx.execute<Code>(sql`select r.id, r.state from ${left(ctx, months, narrowed)} f join app.referrals r on r.id = f.referral_id
    where ${sql.join(only, sql` and `)} order by r.sent_at desc, r.id limit ${OPENED + 1} offset ${from}`)
  return [...rows]
}

const OFFICE = /^[A-Z0-9_-]{2,20}$/
const KNOWN: Record<keyof Narrowed, (code: string) => boolean> = {
  partner: (code) => isCode('partner', code),
  service: (code) => isCode('service_type', code),
  office: (code) => OFFICE.test(code),
}

/** What the address asks for; nonsense is as if it were not there. PURE. */
export function askedOf(
  query: Query,
  today: string,
): (Asked & { opened: OpenedLoop | undefined }) | undefined {
  const month = parseMonth(one(query, 'month') ?? monthOfDay(today))?.code
  if (!month || month > monthOfDay(today)) return undefined
  const by = BY.find((name) => name === one(query, 'by')) ?? 'partner'
  const narrowed = Object.fromEntries(
    (['partner', 'service', 'office'] as const).flatMap((name) => {
      const code = one(query, name)
      return code && KNOWN[name](code) ? [[name, code]] : []
    }),
  )
  return { month, by, narrowed, opened: openedOf(query, by) }
}

function openedOf(query: Query, by: By): OpenedLoop | undefined {
  const of = LOOP.find((name) => name === one(query, 'of'))
  const code = one(query, 'code')
  const knows = by === 'month' ? parseMonth(code) !== undefined : code !== undefined && KNOWN[by](code)
  if (!of || (code !== undefined && !knows)) return undefined
  const reason = one(query, 'reason')
  const from = /^\d{1,5}$/.test(one(query, 'from') ?? '') ? Number(one(query, 'from')) : 0
  return { of, code, reason: reason && isCode('referral_decline_reason', reason) ? reason : undefined, from }
}

/** What came of the referrals that left in a month. Two statements with an opened count, else one. */
export async function readLoop(reading: Reading, query: Query) {
  const today = isoDayOf(reading.actor.now)
  const asked = askedOf(query, today)
  const subject = { type: 'month', id: asked?.month ?? String(one(query, 'month')) }
  if (!asked) return { missing: subject }
  const opens = reading.actor.role !== 'IM'
  const figures = await count(reading, asked)
  const opened = opens ? asked.opened : undefined
  const codes = opened && (await codesOf(reading, asked, opened))
  return {
    view: {
      ...asked,
      ...figures,
      opens,
      opened,
      codes: codes?.slice(0, OPENED),
      more: (codes?.length ?? 0) > OPENED,
      months: monthsBack(monthOfDay(today), 24),
    },
    subject,
    detail: { count: figures.whole?.sent ?? 0 },
  }
}
export type LoopView = Extract<Awaited<ReturnType<typeof readLoop>>, { view: unknown }>['view']
