import { isoDayOf } from '@/lib/base/time/days'
import type { Reading } from '@/lib/platform/gate/read'
import { isOver, monthOfDay, parseMonth } from './months'
import { individuals, lastExports, newByMonth } from './queries'

/** The statistics page: one month's counts of people, the course of new people, and the files taken out. */
export async function readMonth({ tx, actor }: Reading, asked: string | undefined) {
  const today = isoDayOf(actor.now)
  const month = parseMonth(asked ?? monthOfDay(today))
  const subject = { type: 'month', id: month?.code ?? String(asked) }
  if (!month || month.code > monthOfDay(today)) return { missing: subject }
  const months = await newByMonth(tx)
  const counts = await individuals(tx, month)
  const exports = await lastExports(tx, 3)
  const view = { month, over: isOver(month, today), months, counts, exports }
  return { view, subject, detail: { count: counts.length } }
}
export type MonthView = Extract<Awaited<ReturnType<typeof readMonth>>, { view: unknown }>['view']
