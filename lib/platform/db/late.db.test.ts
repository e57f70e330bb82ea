import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bucketOf, isLate } from '@/lib/base/time/late'
import { dayKinds } from '@/lib/casework/tasks/kinds'
import { openCalendar } from '@/lib/engines/clocks/calendar'
import { MALI_OFFICE } from '@/lib/engines/clocks/office'
import { officeCloses } from '@/lib/engines/clocks/office-day'
import { as, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { bucket, late } from './late'

/** A Monday, the day before it (closed), a national holiday, the turn of a year; at midnight, at the end of the office's day, and a moment beside each. */
const DAYS = ['2014-06-29', '2014-06-30', '2014-09-22', '2014-12-31', '2015-01-01']
const TIMES = [
  '00:00:00.000',
  '00:00:00.001',
  '09:00:00.000',
  '16:59:59.999',
  '17:00:00.000',
  '17:00:00.001',
  '23:59:59.999',
]
const instants = DAYS.flatMap((day) => TIMES.map((time) => new Date(`${day}T${time}Z`)))

test('the rule and its twin in SQL say the same of every instant, asked at every other', async () => {
  const reader = await signedIn('SOCIAL_WORKER', 'MOP')
  await as(reader, async ({ tx }) => {
    for (const now of instants) {
      const list = sql.param(`{${instants.map((due) => due.toISOString()).join(',')}}`)
      const rows = await tx.execute<{ late: boolean; bucket: string | null }>(
        sql`select ${late(sql`d`, now)} as late, ${bucket(sql`d`, now)} as bucket from unnest(${list}::timestamptz[]) with ordinality as x(d, n) order by n`,
      )
      expect([...rows].map((row) => [row.late, row.bucket])).toEqual(
        instants.map((due) => [isLate(due, now), bucketOf(due, now) ?? null]),
      )
    }
  })
})

test('a limit in days ends with the office’s day in the code as in the database, on holidays too', async () => {
  const calendar = openCalendar(MALI_OFFICE)
  for (const due of instants) {
    const [row] = await root()`select app.office_closes(${due.toISOString()}::timestamptz) as at`
    expect(row?.at).toEqual(officeCloses(due, calendar))
  }
})

test('the database gives days to the same work as the code', async () => {
  const rows = await root()`select kind from app.task_kinds where by_day order by 1`
  expect(rows.map(({ kind }) => String(kind))).toEqual([...dayKinds].sort())
})
