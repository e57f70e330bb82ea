import { type SQL, sql } from 'drizzle-orm'
import { late } from '@/lib/platform/db/late'
import { ofOffices } from '@/lib/platform/db/offices'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { WaitingCursor, WaitingKind } from './waiting'

/** Beyond which row a page begins, how many rows of each kind are wanted; or one row alone. */
export type Cut = { after?: WaitingCursor | undefined; most: number; id?: string }
/** Ordered by this instant, then by id; a row without one comes last. */
type Order = { key: SQL; id: SQL; undated?: boolean }

/** A mark `m` by which somebody set a row aside, until it comes back. */
export const isAside = sql.raw(`m.what = 'LATER' and m.ended_at is null and m.until > clock.casework_now()`)
/** Not set aside by the reader; the one row where one is asked for. */
const inSight = ({ id }: Cut) =>
  sql`w.id <> all(array(select item_id from aside)) ${id ? sql`and w.id = ${id}::uuid` : sql``}`

type Scanned = {
  table: string
  by: Order
  columns: SQL
  holds: SQL
  /** A column whose values are each a scan of their own, so that each stays in order. */
  each?: { column: 'state' | 'kind'; of: readonly string[] }
}

/**
 * One kind of what waits, in its order, as far as a page goes: an ordered scan an office, and the named cases beside
 * them. Row security says the same on its own.
 */
export function scan(ctx: Ctx, cut: Cut, from: Scanned): SQL {
  const row = sql.raw(`app.${from.table} w`)
  const { key, id } = from.by
  const most = sql.raw(String(cut.most))
  const own = sql.raw(from.table === 'cases' ? 'w.id' : 'w.case_id')
  const values = from.each && sql`unnest(${sql.param(`{${from.each.of.join(',')}}`)}::text[]) as e(value)`
  const column = from.each && sql.raw(`w.${from.each.column}`)
  const one = column ? sql`and ${column} = e.value` : sql``
  const any = from.each
    ? sql`and ${column} = any(${sql.param(`{${from.each.of.join(',')}}`)}::text[])`
    : sql``
  const named =
    from.table === 'referrals'
      ? sql`named_referrals w where true`
      : sql`${row} where ${own} = any(array(select id from named))`
  const ordinary = from.table === 'alerts' ? sql`` : sql`and w.sensitivity = 'S3'`
  const parts = rangesOf(cut.after, from.by).flatMap((range) => [
    ofOffices(
      ctx,
      (held) => sql`select ${from.columns} from ${row} where w.office_id ${held} ${ordinary}
        ${one} and ${from.holds} and ${inSight(cut)} ${range} order by ${key}, ${id} limit ${most}`,
      values,
    ),
    ...(from.table === 'alerts'
      ? []
      : [sql`(select ${from.columns} from ${named} ${any} and ${from.holds} and ${inSight(cut)} ${range})`]),
  ])
  return sql`(select * from (${sql.join(parts, sql` union all `)}) part order by sort, id limit ${most})`
}

/** Before a dated row nothing, after it later ones and then those without a date; each a range of its own. */
function rangesOf(after: WaitingCursor | undefined, { key, id, undated }: Order): SQL[] {
  if (!after || after.at === '-infinity') return [sql``]
  const last = after.at === 'infinity'
  if (last)
    return undated === false ? [sql`and false`] : [sql`and ${key} is null and ${id} > ${after.id}::uuid`]
  const later = sql`and (${key}, ${id}) > (${after.at}::timestamptz, ${after.id}::uuid)`
  return undated === false ? [later] : [later, sql`and ${key} is null`]
}

export const hit = (kind: WaitingKind, sort: SQL, now: Date, ofKind = sql`'${sql.raw(kind)}'`): SQL =>
  sql`${ofKind} as kind, w.id, coalesce(${sort}, 'infinity'::timestamptz) as sort, coalesce(${late(sort, now)}, false) as late`
