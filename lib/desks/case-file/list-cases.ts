import { and, asc, eq, inArray } from 'drizzle-orm'
import { within } from '@/lib/casework/cases/within'
import { type CaseFilter, readFilter } from '@/lib/casework/views/filter'
import { keptViews } from '@/lib/casework/views/queries'
import { readCursor, writeCursor } from '@/lib/platform/db/keyset'
import { cases, people, users } from '@/lib/platform/db/schema'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { frameOf } from './list-frame'
import { pageOfEnded, pageSize } from './page-of-ended'
import { pageOfLines, readMark, writeMark } from './page-of-lines'

/** The case list: a caseworker's own, or a supervisor's offices. Codes, first letters and plain facts, no names. */
export async function listCases(reading: Reading, query: Query) {
  const filter = readFilter((name) => one(query, name))
  const after = one(query, 'after')
  const kept = await keptViews(reading)
  const around = await frameOf(reading, filter.office, kept)
  const found = await (filter.view === 'closed'
    ? ended(reading, after, filter)
    : living(reading, after, filter))
  return {
    view: { filter, ...around, kept, ...found, paged: after !== undefined },
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
