import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { within } from '@/lib/casework/cases/within'
import { caseworkerRoles, isCaseworker } from '@/lib/platform/access/roles'
import { readCursor, writeCursor } from '@/lib/platform/db/keyset'
import { cases, people, users } from '@/lib/platform/db/schema'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { pageOfEnded, pageSize } from './page-of-ended'
import { countsOfLines, pageOfLines, readMark, writeMark } from './page-of-lines'
import { type CaseFilter, type LivingView, readFilter } from './views'

/** The case list: a caseworker's own, or a supervisor's offices. Codes, first letters and plain facts, no names. */
export async function listCases(reading: Reading, query: Query) {
  const filter = readFilter((name) => one(query, name))
  const after = one(query, 'after')
  const around = await frameOf(reading, filter.office)
  const found = await (filter.view === 'closed'
    ? ended(reading, after, filter)
    : living(reading, after, filter))
  return {
    view: { filter, ...around, ...found, paged: after !== undefined },
    subject: { type: 'case-list', id: '' },
    detail: { view: filter.view, count: found.lines.length + found.ended.length },
  }
}
export type CaseList = Awaited<ReturnType<typeof listCases>>['view']

async function living(reading: Reading, after: string | undefined, filter: CaseFilter) {
  const found = await pageOfLines(reading, filter, readMark(filter.sort.by, after))
  const lines = found.slice(0, pageSize)
  const last = found.length > pageSize ? lines.at(-1) : undefined
  return { lines, ended: [], next: last && writeMark({ at: last.mark, id: last.id }) }
}

async function ended(reading: Reading, after: string | undefined, filter: CaseFilter) {
  const found = await pageOfEnded(reading, filter, readCursor(after))
  const shown = found.slice(0, pageSize)
  const rows = await endedRows(
    reading,
    shown.map(({ id }) => id),
  )
  const last = found.length > pageSize ? shown.at(-1) : undefined
  return { lines: [], ended: rows, next: last && writeCursor(last) }
}

type Named = { id: string; name: string }
type Frame = { counts: Record<LivingView, number>; leads: Named[] | null; offices: Named[] | null }

/** How many each view holds, and what a supervisor may filter by: who works there, their offices. One statement. */
async function frameOf(reading: Reading, office: string | undefined) {
  const { tx, actor } = reading
  const offices = office ? [office] : actor.offices
  const supervises = !isCaseworker(actor.role)
  const [row] = await tx.execute<Frame>(sql`select ${countsOfLines(reading)} as counts,
    (select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id) from access.users u
      where ${supervises} and u.active and u.role in ${[...caseworkerRoles]} and exists (select from access.user_offices o
        where o.user_id = u.id and o.office_id = any(${sql.param(`{${offices.join(',')}}`)}::text[]))) as leads,
    (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name)
      from access.offices o where ${supervises} and o.id in ${[...actor.offices]}) as offices`)
  return { supervises, counts: row?.counts, leads: row?.leads ?? [], offices: row?.offices ?? [] }
}

/** Of an ended case its end is told; nothing sealed is opened. */
async function endedRows({ tx, actor }: Reading, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({
      id: cases.id,
      code: cases.code,
      state: cases.state,
      sensitivity: cases.sensitivity,
      risk: cases.risk,
      closedAt: cases.closedAt,
      closureReason: cases.closureReason,
      lead: users.name,
      sex: people.sex,
      birthYear: people.birthYear,
    })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.leadId))
    .leftJoin(people, and(eq(people.caseId, cases.id), eq(people.standing, 'PRINCIPAL')))
    .where(and(inArray(cases.id, ids), within(actor)))
    .orderBy(asc(cases.id))
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}
export type EndedRow = Awaited<ReturnType<typeof endedRows>>[number]
