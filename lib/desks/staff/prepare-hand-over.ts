import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { isoDayOf } from '@/lib/base/time/days'
import { MOST_AT_ONCE } from '@/lib/casework/cases/hand-over'
import { linesWithin } from '@/lib/casework/cases/lines'
import { parseCode } from '@/lib/casework/numbers/case-code'
import { pending } from '@/lib/casework/transfers/pending'
import { type LineRow, lineRows } from '@/lib/desks/case-file/line-rows'
import { caseTransfers } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { colleaguesOf } from './colleagues-of-offices'
import { handedOver } from './handed-over'
import { ableFor, type Given, proposeHands } from './propose-hands'

/** `offered`: an offer of the case to others waits. */
type Beside = Given & { version: number; offered: boolean }
/** Why a case stays, told before the press or after it; `gone`: over, or not this supervisor's. */
export type Left = { code: string; why: 'moved' | 'able' | 'yours' | 'gone' }
const ONE_LEFT = /^([A-Z0-9-]{4,20})~(moved|able|yours)$/

/**
 * The cases that were ticked (`case`), or all that somebody leads (`from`), with who could take each and which stay; after it was
 * done, which went to whom and which stayed. Five statements at most.
 */
export async function prepareHandOver(reading: Reading, query: Query) {
  const left = many(query, 'left').flatMap((text) => {
    const [, code, why] = ONE_LEFT.exec(text) ?? []
    return code && why ? [{ code, why: why as Left['why'] }] : []
  })
  const draft = await findDraft(reading.tx, reading.actor.userId, 'case.hand-over', one(query, 'draft'))
  // A form that came back brings its cases: its page has an address without them.
  const sentBack = [draft?.values.moves ?? []].flat().map((text) => text.split('~')[0] ?? '')
  const named = [...many(query, 'case'), ...sentBack, ...left.map(({ code }) => code)]
  const codes = named.flatMap((code) => parseCode(code) ?? [])
  const from = one(query, 'from')
  const staff = await colleaguesOf(reading)
  const leaving = staff.find(({ id }) => id === from)
  const asked =
    isUuid(from) && !draft
      ? sql`l.lead_id = ${from}::uuid`
      : sql`l.code = any(${sql.param(`{${codes.join(',')}}`)}::text[])`
  const found = await lineRows(
    reading,
    sql`(select l.*, null as mark, row_number() over (order by l.due_at nulls last, l.case_id) as place from app.case_lines l
      where ${linesWithin(reading.actor)} and ${asked} order by l.due_at nulls last, l.case_id limit ${MOST_AT_ONCE + 1})`,
  )
  const rows = found.slice(0, MOST_AT_ONCE)
  const { given, also } = await besideOf(reading, rows, leaving?.id)
  const done = /^\d{1,3}$/.exec(one(query, 'done') ?? '')
  const shown = new Set([...rows, ...left].map(({ code }) => code))
  return {
    view: {
      rows,
      given: new Map(given.map((row) => [row.code, row])),
      staff,
      leaving,
      /** Cases that others lead and on whose team whoever leaves still is. */
      also,
      left: [
        ...left,
        ...[...new Set(codes)]
          .filter((code) => !shown.has(code))
          .map((code): Left => ({ code, why: 'gone' })),
      ],
      handed: await handedOver(
        reading,
        many(query, 'given').flatMap((code) => parseCode(code) ?? []),
      ),
      done: done !== null,
      /** More than one press takes. */
      further: found.length > rows.length,
      /** Those that nobody of the office may lead. */
      stuck: given.filter((one) => ableFor(one, staff).length === 0).length,
      draft,
      to: one(query, 'to'),
      proposals: proposeHands(given, staff, isoDayOf(reading.actor.now)),
    },
    subject: { type: 'hand-over', id: '' },
    detail: { count: rows.length },
  }
}
export type HandOverView = Awaited<ReturnType<typeof prepareHandOver>>['view']

const many = (query: Query, name: string): string[] => [query[name] ?? []].flat().slice(0, MOST_AT_ONCE)

type Around = { id: string | null; members: string[]; offered: boolean; also: string[] | null }

/** What a choice of hands looks at, in the order of the rows: beside the row who else is on the case. One statement. */
async function besideOf({ tx, actor }: Reading, rows: readonly LineRow[], leaver: string | undefined) {
  if (rows.length === 0 && !leaver) return { given: [], also: [] }
  const ids = sql.param(`{${rows.map(({ id }) => id).join(',')}}`)
  const found = await tx.execute<Around>(sql`
    select i.id, array(select m.user_id from app.case_members m where m.case_id = i.id and m.capacity = 'MEMBER' and m.until is null) as members,
      exists (select from ${caseTransfers} where ${caseTransfers.caseId} = i.id and ${pending}) as offered,
      (select json_agg(l.code order by l.code) from app.case_members m join app.case_lines l on l.case_id = m.case_id
        where m.user_id = ${leaver ?? null}::uuid and m.capacity = 'MEMBER' and m.until is null and ${linesWithin(actor)}) as also
    from (select) as once left join unnest(${ids}::uuid[]) as i(id) on true`)
  const known = new Map(found.map((one) => [one.id, one]))
  const given = rows.map(
    (row): Beside => ({
      ...row,
      members: known.get(row.id)?.members ?? [],
      offered: known.get(row.id)?.offered ?? false,
    }),
  )
  return { given, also: found[0]?.also ?? [] }
}
