import { type SQL, sql } from 'drizzle-orm'
import { UUID } from '@/lib/base/forms/uuid'

/** The last row of a page: the instant it is ordered by, empty for a row without one, and its id. */
export type Cursor = { at: string; id: string }
export type Keyed = { id: string; at: string | null }

const PAGE_MARK = new RegExp(String.raw`^(\d{4}-\d\d-\d\dT[\d:.]+Z)?_(${UUID})$`)

/** Reads the mark that a link to the next page carries; nothing for anything else. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const parts = PAGE_MARK.exec(text ?? '')
  if (!parts?.[2] || (parts[1] && Number.isNaN(Date.parse(parts[1])))) return undefined
  return { at: parts[1] ?? '', id: parts[2] }
}

export const writeCursor = ({ id, at }: Keyed): string => `${at ?? ''}_${id}`

/** An instant as the mark carries it: every microsecond of it, or the next page would begin inside this one. */
export const markOf = (instant: SQL): SQL =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/**
 * What lies beyond the last row of the page before. Rows without an instant come last: after a dated row both the later
 * dates and those without one are still to come, each a scan of its own, so that both stay ordered scans of an index.
 */
export function rangesBeyond(after: Cursor | undefined, by: { key: SQL; id: SQL; way: '<' | '>' }): SQL[] {
  if (!after) return [sql``]
  const beyond = sql.raw(by.way)
  if (!after.at) return [sql`and ${by.key} is null and ${by.id} ${beyond} ${after.id}::uuid`]
  return [
    sql`and (${by.key}, ${by.id}) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)`,
    sql`and ${by.key} is null`,
  ]
}
