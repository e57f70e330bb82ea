import { type SQL, sql } from 'drizzle-orm'

type Reader = { actor: { role: string; offices: readonly string[] } }

/** So many offices are scanned one by one; whoever has more reads one order and leaves out what is not theirs. */
const SCANNED_APART = 4

/** Nobody but a supervisor decides for an office. */
const heldBy = ({ actor }: Reader): readonly string[] => (actor.role === 'SUPERVISOR' ? actor.offices : [])

/**
 * The first rows of the reader's offices, each a scan in its order that stops by itself: one an office, or a single one
 * for whoever has many offices, so that a list costs the same with eleven offices as with four.
 * @param scan the scan, given what `office_id` is compared with; it orders and limits itself
 * @param values an `unnest` whose rows are each a scan of their own
 */
export function ofOffices(reader: Reader, scan: (held: SQL) => SQL, values?: SQL): SQL {
  const offices = sql`${sql.param(`{${heldBy(reader).join(',')}}`)}::text[]`
  const many = heldBy(reader).length > SCANNED_APART
  const from = [...(many ? [] : [sql`unnest(${offices}) as o(office)`]), ...(values ? [values] : [])]
  const one = scan(many ? sql`= any(${offices})` : sql`= o.office`)
  if (from.length === 0) return sql`(${one})`
  return sql`(select hit.* from ${sql.join(from, sql` cross join `)} cross join lateral (${one}) hit)`
}
