import { clocksOf } from '@/lib/casework/referrals/machine/due'
import { between } from '@/lib/engines/clocks/between'
import { pressing } from '@/lib/engines/clocks/pressing'
import type { Clock, ClockEvent } from '@/lib/engines/clocks/types'
import type { ReferralClockKind } from '@/lib/engines/clocks/wiring'

/** The clocks that run at the partner's; approval, review and verification are ours. */
const theirs: readonly ReferralClockKind[] = ['acknowledge', 'decide', 'feedback']

/** The partner's most pressing clock, paused ones included. PURE. */
export const clockOf = (priority: string, events: readonly ClockEvent[], now: Date): Clock | null =>
  pressing(clocksOf(priority, events, now).filter(({ kind }) => theirs.includes(kind)))

type Row = {
  priority: string
  state: string
  sentAt: Date | null
  answeredAt: Date | null
  dueAt: Date | null
  dueKind: string | null
}

/**
 * The clock of a list row, without its history. Where one of our own clocks is the pressing one (an emergency waiting
 * for its review), theirs is counted from what the row says. PURE.
 */
export function rowClock(row: Row, now: Date): Clock | null {
  const since = row.dueKind === 'feedback' ? row.answeredAt : row.sentAt
  if (row.dueAt && since && theirs.some((kind) => kind === row.dueKind))
    return between(row.dueKind ?? '', { since, due: row.dueAt }, now)
  return row.state === 'INFO_REQUESTED' ? null : clockOf(row.priority, toldBy(row), now)
}

/** The history as far as the row tells it: sent, opened, accepted. */
function toldBy({ state, sentAt, answeredAt }: Row): ClockEvent[] {
  if (!sentAt) return []
  const sent = { verb: 'send', at: sentAt, from: 'APPROVED', to: 'SENT' }
  if (state === 'SENT') return [sent]
  const opened = { verb: 'acknowledge', at: sentAt, from: 'SENT', to: 'ACKNOWLEDGED' }
  if (state === 'ACKNOWLEDGED') return [sent, opened]
  if (!answeredAt || (state !== 'ACCEPTED' && state !== 'IN_PROGRESS')) return []
  return [sent, opened, { verb: 'accept', at: answeredAt, from: 'ACKNOWLEDGED', to: 'ACCEPTED' }]
}
