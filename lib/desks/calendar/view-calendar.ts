import { isoDayOf, startOfDay } from '@/lib/base/time/days'
import { isLate } from '@/lib/base/time/late'
import { opened } from '@/lib/casework/appointments/sealed'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import { appointmentWords, byDay, type Entry, limitWords } from './entries'
import {
  appointmentsBetween,
  type CalendarAppointment,
  limitsBefore,
  type OfficeLine,
  officeLines,
  type Span,
} from './queries'
import { daysOf, plus, weekAsked } from './week'

/** A week of one's own cases; a supervisor's: what is late in their offices, and what falls due. At most three statements. */
export async function viewCalendar(reading: Reading, query: Query) {
  const today = isoDayOf(reading.actor.now)
  const monday = weekAsked(one(query, 'week'), today)
  const days = daysOf(monday)
  const span = { from: startOfDay(monday), to: startOfDay(plus(monday, 7)) }
  const found =
    reading.actor.role === 'SUPERVISOR' ? await ofOffices(reading, span) : await own(reading, span)
  return {
    view: {
      monday,
      days,
      today,
      byDay: byDay(found.entries, days),
      late: found.late,
      lateCount: found.lateCount,
    },
    subject: { type: 'calendar', id: monday },
    detail: { count: found.entries.length },
  }
}
export type CalendarView = Awaited<ReturnType<typeof viewCalendar>>['view']

type Found = { entries: Entry[]; late: Entry[]; lateCount: number }

async function own(reading: Reading, span: Span): Promise<Found> {
  const { t, actor } = reading
  const words = { t, locale: actor.locale }
  const limits = await limitsBefore(reading, span.to)
  const appointments = await known(reading, await appointmentsBetween(reading, span))
  const entries = [
    ...limits.map(
      (limit, index): Entry => ({
        key: `limit ${index}`,
        code: limit.code,
        at: limit.at,
        hour: true,
        limit: true,
        late: isLate(limit.at, actor.now),
        words: limitWords(limit, words),
      }),
    ),
    ...appointments.map(
      ({ id, code, at, hour, ...rest }): Entry => ({
        key: id,
        code,
        at,
        hour,
        limit: false,
        late: false,
        words: appointmentWords(rest, words),
      }),
    ),
  ]
  const past = limits.filter(({ at }) => at < span.from.getTime() && isLate(at, actor.now))
  return { entries, late: [], lateCount: past.length }
}

/** What each appointment is, by the keys this reader may open: another discipline's own stays without a kind. */
async function known(ctx: Ctx, rows: CalendarAppointment[]): Promise<CalendarAppointment[]> {
  const sealed = rows.filter(({ kind }) => kind === null)
  if (sealed.length === 0) return rows
  const keys = await openKeys(
    ctx.tx,
    sealed.flatMap(({ keyId }) => keyId ?? []),
  )
  return rows.map((row) => {
    if (row.kind !== null || !row.keyId || !row.words) return row
    const { kind } = opened({ ...row, keyId: row.keyId, words: Buffer.from(row.words, 'base64') }, keys)
    return { ...row, kind }
  })
}

async function ofOffices(reading: Reading, span: Span): Promise<Found> {
  const lines = await officeLines(reading, span)
  const entry = (line: OfficeLine): Entry => ({
    key: line.code,
    code: line.code,
    at: line.at,
    hour: true,
    limit: true,
    late: line.late,
    words: limitWords(line, { t: reading.t, locale: reading.actor.locale }),
  })
  const late = lines.filter((line) => line.late)
  return {
    entries: lines.filter((line) => !line.late).map(entry),
    late: late.map(entry),
    lateCount: late[0]?.total ?? 0,
  }
}
