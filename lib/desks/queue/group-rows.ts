import { isoDayOf } from '@/lib/base/time/days'
import type { Waiting } from '@/lib/casework/tasks/waiting'

/** Under which heading rows of the queue stand, in their order: harm, late, due today, later, without a limit. */
export type Group = 'first' | 'late' | 'today' | 'soon' | 'undated'

const groupOf = ({ taskKind, late, dueAt }: Waiting, today: string): Group => {
  if (taskKind === 'HARM') return 'first'
  if (late) return 'late'
  if (!dueAt) return 'undated'
  return isoDayOf(dueAt) <= today ? 'today' : 'soon'
}

/** The rows as they are ordered already, cut where the heading changes; `from`: how many stand before. PURE. */
export function grouped(
  rows: readonly Waiting[],
  now: Date,
): { group: Group; rows: Waiting[]; from: number }[] {
  const today = isoDayOf(now)
  const cut: { group: Group; rows: Waiting[]; from: number }[] = []
  for (const [index, row] of rows.entries()) {
    const group = groupOf(row, today)
    const there = cut.find((one) => one.group === group)
    if (there) there.rows.push(row)
    else cut.push({ group, rows: [row], from: index })
  }
  return cut
}
