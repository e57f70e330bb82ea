import { type ClockRules, clocksOf } from '@/lib/casework/referrals/machine/due'
import { type ReferralState, STATES } from '@/lib/casework/referrals/machine/states'
import { between } from '@/lib/engines/clocks/between'
import { pressing } from '@/lib/engines/clocks/pressing'
import type { Clock, ClockEvent } from '@/lib/engines/clocks/types'
import type { ReferralClockKind } from '@/lib/engines/clocks/wiring'

/** The clocks that run at the partner's; approval, review and verification are ours. */
const theirs: readonly ReferralClockKind[] = ['acknowledge', 'decide', 'feedback', 'explain']

/** The partner's most pressing clock, paused ones included. PURE. */
export const clockOf = (
  priority: string,
  events: readonly ClockEvent[],
  now: Date,
  rules?: ClockRules,
): Clock | null =>
  pressing(clocksOf(priority, events, now, rules).filter(({ kind }) => theirs.includes(kind)))

type Row = {
  priority: string
  state: ReferralState
  sentAt: Date | null
  answeredAt: Date | null
  dueAt: Date | null
  dueKind: string | null
  readingSince: Date
}

/**
 * The clock of a list row, without its history. Where one of our own clocks is the pressing one (an emergency waiting
 * for its review), theirs is counted from what the row says. PURE.
 */
export function rowClock(row: Row, now: Date, rules?: ClockRules): Clock | null {
  const since = sinceOf(row)
  if (row.dueAt && since && theirs.some((kind) => kind === row.dueKind))
    return between(row.dueKind ?? '', { since, due: row.dueAt }, now)
  return row.state === 'INFO_REQUESTED' ? null : clockOf(row.priority, toldBy(row), now, rules)
}

function sinceOf({ dueKind, answeredAt, readingSince, sentAt }: Row): Date | null {
  if (dueKind === 'explain') return readingSince
  return dueKind === 'feedback' ? answeredAt : sentAt
}

/** The history as far as the row tells it: sent, opened, accepted, not confirmed. */
function toldBy({ state, sentAt, answeredAt, readingSince }: Row): ClockEvent[] {
  if (!sentAt) return []
  const sent = { verb: 'send', at: sentAt, from: 'APPROVED', to: 'SENT' }
  if (state === 'SENT') return [sent]
  const opened = { verb: 'acknowledge', at: sentAt, from: 'SENT', to: 'ACKNOWLEDGED' }
  if (state === 'ACKNOWLEDGED') return [sent, opened]
  if (STATES[state].tabs.them === 'explain')
    return [{ verb: 'contest', at: readingSince, from: 'COMPLETED', to: 'CONTESTED' }]
  if (!answeredAt || STATES[state].tabs.them !== 'serving') return []
  return [sent, opened, { verb: 'accept', at: answeredAt, from: 'ACKNOWLEDGED', to: 'ACCEPTED' }]
}
