import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { daysAfter } from '@/lib/base/time/days'
import { within } from '@/lib/casework/cases/within'
import { duties } from '@/lib/desks/work/duties'
import { caseworkerRoles, isCaseworker } from '@/lib/platform/access/roles'
import { readCursor, writeCursor } from '@/lib/platform/db/keyset'
import { cases, people, users } from '@/lib/platform/db/schema'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { pageOfCases, pageSize } from './page-of-cases'
import { readFilter } from './views'

/** The case list: a caseworker's own, or a supervisor's offices. Codes and plain facts, no names. */
export async function listCases(reading: Reading, query: Query) {
  const filter = readFilter((name) => one(query, name))
  const found = await pageOfCases(reading, filter, readCursor(one(query, 'after')))
  const ids = found.slice(0, pageSize).map(({ id }) => id)
  const rows = await rowsOf(reading, ids)
  const last = found[pageSize - 1]
  const next = found.length > pageSize && last ? writeCursor(last) : undefined
  const office = filter.office ?? reading.actor.offices[0] ?? ''
  const supervises = !isCaseworker(reading.actor.role)
  const { leads, offices } = supervises ? await choicesOf(reading, office) : { leads: [], offices: [] }
  return {
    view: { filter, rows, next, paged: one(query, 'after') !== undefined, leads, offices, supervises },
    subject: { type: 'case-list', id: '' },
    detail: { view: filter.view, count: rows.length },
  }
}

type Named = { id: string; name: string }

/** What a supervisor may filter by: who works in this office, and their offices by name. One statement. */
async function choicesOf({ tx, actor }: Reading, office: string) {
  const [row] = await tx.execute<{ leads: Named[] | null; offices: Named[] | null }>(sql`select
    (select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.role, u.name)
      from access.users u join access.user_offices o on o.user_id = u.id
      where o.office_id = ${office} and u.active and u.role in ${[...caseworkerRoles]}) as leads,
    (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name)
      from access.offices o where o.id in ${[...actor.offices]}) as offices`)
  return { leads: row?.leads ?? [], offices: row?.offices ?? [] }
}

/** The nearest of everything that falls due on a case of the list, by the rule of home and case page. */
const nearestOf = (now: Date) => {
  const asked = {
    cases: sql`(select ${cases.id} as case_id)`,
    holder: sql`t.holder_id`,
    now: now.toISOString(),
    until: daysAfter(now, 3660).toISOString(),
  }
  return sql<Nearest | null>`(select json_build_object('kind', d.kind, 'due', extract(epoch from d.due_at)::float8 * 1000,
    'since', extract(epoch from d.since)::float8 * 1000) from (${duties(asked)}) d order by d.due_at limit 1)`
}
type Nearest = { kind: string; due: number; since: number | null }

async function rowsOf({ tx, actor }: Reading, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({
      id: cases.id,
      code: cases.code,
      state: cases.state,
      sensitivity: cases.sensitivity,
      officeId: cases.officeId,
      risk: cases.risk,
      closedAt: cases.closedAt,
      lastContactOn: cases.lastContactOn,
      nearest: nearestOf(actor.now),
      lead: users.name,
      sex: people.sex,
      birthYear: people.birthYear,
      specificNeeds: people.specificNeeds,
      concerns: people.concerns,
      displacementStatus: people.displacementStatus,
    })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.leadId))
    .leftJoin(people, and(eq(people.caseId, cases.id), eq(people.standing, 'PRINCIPAL')))
    .where(and(inArray(cases.id, ids), within(actor)))
    .orderBy(asc(cases.id))
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}
export type ListedCase = Awaited<ReturnType<typeof rowsOf>>[number]
export type CaseList = Awaited<ReturnType<typeof listCases>>['view']
