import { type SQL, sql } from 'drizzle-orm'
import { UUID } from '@/lib/base/forms/uuid'
import { COUNTED_TO } from '@/lib/base/text/counted'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { atPartner, linesWithin, theirs } from '@/lib/casework/cases/lines'
import {
  type CaseFilter,
  type LivingView,
  livingViews,
  SILENT_DAYS,
  type SortKey,
} from '@/lib/casework/views/filter'
import { markOf } from '@/lib/platform/db/keyset'
import { late } from '@/lib/platform/db/late'
import type { Reading } from '@/lib/platform/gate/read'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type LineRow, lineRows } from './line-rows'
import { pageSize } from './page-of-ended'

/** The last row of a page, as the link to the next one carries it: what it is ordered by (`''`: nothing) and its id. */
export type LineMark = { at: string; id: string }
type Order = { key: SQL; mark: SQL; read: SQL; shape: RegExp }

/** What each order sorts by, and how its mark is written in an address and read again. */
const ORDERS: Record<SortKey, Order> = {
  step: {
    key: sql`l.due_at`,
    mark: markOf(sql`l.due_at`),
    read: sql`timestamptz`,
    shape: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
  },
  code: { key: sql`l.code`, mark: sql`l.code`, read: sql`text`, shape: /^[A-Z0-9-]{4,20}$/ },
  // The highest first; whoever is not rated yet comes after the lowest.
  risk: {
    key: sql`array_position('{HIGH,MEDIUM,LOW}', coalesce(l.risk, ''))`,
    mark: sql`array_position('{HIGH,MEDIUM,LOW}', coalesce(l.risk, ''))::text`,
    read: sql`integer`,
    shape: /^[1-3]$/,
  },
  turn: { key: sql`l.turn`, mark: sql`l.turn`, read: sql`text`, shape: /^[A-Z]{4,10}$/ },
  contact: {
    key: sql`l.last_contact_on`,
    mark: sql`l.last_contact_on::text`,
    read: sql`date`,
    shape: /^\d{4}-\d\d-\d\d$/,
  },
}

const MARK = new RegExp(`^(.*)_(${UUID})$`)

/** Reads the mark of a page in this order; nothing for anything else. PURE. */
export function readMark(by: SortKey, text: string | undefined): LineMark | undefined {
  const [, at = '', id] = MARK.exec(text ?? '') ?? []
  const real = at === '' || (ORDERS[by].shape.test(at) && (by !== 'contact' || !Number.isNaN(Date.parse(at))))
  return id && real ? { at, id } : undefined
}

export const writeMark = ({ at, id }: { at: string | null; id: string }): string => `${at ?? ''}_${id}`

/**
 * One page of living cases in the order that was asked for, one more than is shown. Each living case has one line
 * (app.case_lines), so the work grows with what is open within reach, not with what has ended. One statement.
 */
export function pageOfLines(
  reading: Reading,
  filter: CaseFilter,
  after: LineMark | undefined,
): Promise<LineRow[]> {
  const { by, falling } = filter.sort
  const { key, mark } = ORDERS[by]
  const order = sql`${key} ${sql.raw(falling ? 'desc' : 'asc')} nulls last, l.case_id`
  const view = filter.view === 'closed' ? 'open' : filter.view
  return lineRows(
    reading,
    sql`(select l.*, ${mark} as mark, row_number() over (order by ${order}) as place from app.case_lines l
      where ${linesWithin(reading.actor)} and ${held(view, reading)} ${filtersOf(filter, reading.actor.now)} ${beyond(filter, after)}
      order by ${order} limit ${pageSize + 1})`,
  )
}

/** How many lines each view holds, in columns of one row. The views count as they open: by the same words. */
export const countsOfLines = (ctx: Ctx): SQL => {
  const counts = livingViews.map(
    (view) => sql`'${sql.raw(view)}', count(*) filter (where ${held(view, ctx)})`,
  )
  return sql`(select json_build_object(${sql.join(counts, sql`, `)}) from app.case_lines l where ${linesWithin(ctx.actor)})`
}

/** How many lines a kept view opens, as far as it is counted; an ended list is not counted. */
export const countOfView = (ctx: Ctx, filter: CaseFilter): SQL =>
  filter.view === 'closed'
    ? sql`null`
    : sql`(select count(*)::integer from (select from app.case_lines l where ${linesWithin(ctx.actor)}
        and ${held(filter.view, ctx)} ${filtersOf(filter, ctx.actor.now)} limit ${COUNTED_TO}) x)`

/** What makes a line part of a view. */
function held(view: LivingView, { actor }: Ctx): SQL {
  switch (view) {
    case 'open':
      return sql`true`
    case 'turn':
      return theirs(actor)
    case 'late':
      return late(sql`l.due_at`, actor.now)
    case 'high':
      return sql`l.risk = 'HIGH'`
    case 'silent':
      return sql`coalesce(l.last_contact_on, l.opened_at::date) < ${isoDayOf(daysAfter(actor.now, -SILENT_DAYS))}::date`
    case 'drafts':
      return sql`l.state = 'DRAFT'`
  }
}

function filtersOf({ risk, turn, sex, office, lead }: CaseFilter, now: Date): SQL {
  const wanted: SQL[] = []
  if (risk) wanted.push(risk === 'NONE' ? sql`l.risk is null` : sql`l.risk = ${risk}`)
  if (turn) wanted.push(turn === 'them' ? atPartner(now) : sql`not (${atPartner(now)})`)
  if (office) wanted.push(sql`l.office_id = ${office}`)
  if (lead) wanted.push(sql`l.lead_id = ${lead}`)
  if (sex)
    wanted.push(
      sql`(select p.sex from app.people p where p.case_id = l.case_id and p.standing = 'PRINCIPAL') = ${sex}`,
    )
  return sql.join(
    wanted.map((one) => sql` and ${one}`),
    sql``,
  )
}

/** What lies beyond the last row of the page before; rows without a value come last, so they are always still to come. */
function beyond({ sort: { by, falling } }: CaseFilter, after: LineMark | undefined): SQL {
  if (!after) return sql``
  const { key, read } = ORDERS[by]
  if (after.at === '') return sql`and ${key} is null and l.case_id > ${after.id}::uuid`
  const value = sql`${after.at}::${read}`
  const further = sql.raw(falling ? '<' : '>')
  return sql`and (${key} ${further} ${value} or (${key} = ${value} and l.case_id > ${after.id}::uuid) or ${key} is null)`
}
