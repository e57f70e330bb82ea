import { type SQL, sql } from 'drizzle-orm'
import type { LivingView } from '@/lib/casework/views/filter'
import type { KeptView } from '@/lib/casework/views/queries'
import { caseworkerRoles, isCaseworker } from '@/lib/platform/access/roles'
import type { Reading } from '@/lib/platform/gate/read'
import { countOfView, countsOfLines } from './page-of-lines'

export type Named = { id: string; name: string }
/** What a supervisor may filter by, for the words of a filter: who works in their offices, and the offices. */
export type Names = { leads: Named[]; offices: Named[] }
type Found = { leads: Named[] | null; offices: Named[] | null }
type Frame = Found & { counts: Record<LivingView, number>; held: Record<string, number | null> }

/** Whom and where a list can be narrowed to; `office` narrows whom. Nothing for a caseworker: their list is their own. */
function names({ actor }: Reading, office?: string): SQL {
  const offices = office ? [office] : actor.offices
  const supervises = !isCaseworker(actor.role)
  return sql`(select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id) from access.users u
      where ${supervises} and u.active and u.role in ${[...caseworkerRoles]} and exists (select from access.user_offices o
        where o.user_id = u.id and o.office_id = any(${sql.param(`{${offices.join(',')}}`)}::text[]))) as leads,
    (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name)
      from access.offices o where ${supervises} and o.id in ${[...actor.offices]}) as offices`
}

const read = (found: Found | undefined): Names => ({
  leads: found?.leads ?? [],
  offices: found?.offices ?? [],
})

export async function namesOf(reading: Reading): Promise<Names> {
  const [row] = await reading.tx.execute<Found>(sql`select ${names(reading)}`)
  return read(row)
}

/** How many each view holds and each kept view opens, and what a supervisor may filter by. One statement. */
export async function frameOf(reading: Reading, office: string | undefined, kept: readonly KeptView[]) {
  const each = kept.map(({ id, filter }) => sql`${id}::text, ${countOfView(reading, filter)}`)
  const [row] = await reading.tx.execute<Frame>(sql`select ${countsOfLines(reading)} as counts,
    json_build_object(${sql.join(each, sql`, `)}) as held, ${names(reading, office)}`)
  return {
    supervises: !isCaseworker(reading.actor.role),
    counts: row?.counts,
    held: row?.held ?? {},
    ...read(row),
  }
}
