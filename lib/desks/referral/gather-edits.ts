import type { Happened } from './referral-file'

/** One line of the history; `times` says how often the same was done in a row. */
export type Line = Happened & { times: number }

/** Saving a draft page by page is one piece of work, not twenty lines: runs of one person's edits become the newest. PURE. */
export function gatherEdits(events: readonly Happened[]): Line[] {
  const lines: Line[] = []
  for (const event of events) {
    const before = lines.at(-1)
    const again = before?.verb === 'edit' && event.verb === 'edit' && before.who === event.who
    if (again) lines.splice(-1, 1, { ...event, times: before.times + 1 })
    else lines.push({ ...event, times: 1 })
  }
  return lines
}
