import { isReferralAct, type ReferralAct } from './acts'
import type { ReferralState } from './states'
import {
  type Channel,
  CORRECTION,
  type Correction,
  isRecordable,
  next,
  type Party,
  partiesFor,
  type RecordableVerb,
  type ReferralVerb,
} from './transitions'

/** One row of a referral's history. `from` is null for `start`; acts keep the state. */
export type ReferralEvent = {
  verb: ReferralVerb | ReferralAct | Correction
  from: ReferralState | null
  to: ReferralState
  at: Date
  by: Party
  channel: Channel
  reason: string | null
}

/** What is wrong with a history: its position and what was broken. */
export type HistoryFault = { index: number; fault: 'BROKEN_CHAIN' | 'NO_SUCH_MOVE' | 'BACK_IN_TIME' }

function faultOf(event: ReferralEvent, before: ReferralEvent | undefined): HistoryFault['fault'] | null {
  if (event.from !== (before?.to ?? null)) return 'BROKEN_CHAIN'
  if (before && event.at < before.at) return 'BACK_IN_TIME'
  if (isReferralAct(event.verb)) return event.from === event.to ? null : 'NO_SUCH_MOVE'
  if (event.verb === CORRECTION.verb) return isCorrection(event) ? null : 'NO_SUCH_MOVE'
  const moves =
    next(event.from, event.verb) === event.to && partiesFor(event.from, event.verb).includes(event.by)
  return moves ? null : 'NO_SUCH_MOVE'
}

const isCorrection = ({ from, to, by }: ReferralEvent): boolean =>
  from === CORRECTION.from && to === CORRECTION.to && by === CORRECTION.by

/** The first fault of a history, null if each event follows from the one before. */
export function historyFault(events: readonly ReferralEvent[]): HistoryFault | null {
  for (const [index, event] of events.entries()) {
    const fault = faultOf(event, events[index - 1])
    if (fault) return { index, fault }
  }
  return null
}

const isSending = (event: ReferralEvent): boolean => event.verb === 'send' || event.verb === 'send-emergency'

/** When it left, null if it never did. A referral leaves once: after SENT nothing leads back to DRAFT. */
export const sentAt = (events: readonly ReferralEvent[]): Date | null => events.find(isSending)?.at ?? null

/** It left by the emergency way and no supervisor has reviewed that yet. */
export function reviewDue(events: readonly ReferralEvent[]): boolean {
  return (
    events.some((event) => event.verb === 'send-emergency') &&
    !events.some((event) => event.verb === 'review')
  )
}

/** Verbs whose sentence differs when staff wrote down the partner's word. */
type EventKey =
  | `event.${ReferralVerb | ReferralAct | Correction}`
  | `event.recorded.${RecordableVerb}`
  | 'event.return.system'
  | 'event.withdraw-consent.system'

/** Message key of the timeline sentence (below `referrals.`). Values: `partner`, `reason`, `channel`. */
export function eventKey(event: Pick<ReferralEvent, 'verb' | 'by'>): EventKey {
  if (isReferralAct(event.verb)) return `event.${event.verb}`
  if (event.verb === CORRECTION.verb) return `event.${CORRECTION.verb}`
  if (event.by === 'recorded' && isRecordable(event.verb)) return `event.recorded.${event.verb}`
  if (event.by === 'system' && (event.verb === 'return' || event.verb === 'withdraw-consent'))
    return `event.${event.verb}.system`
  return `event.${event.verb}`
}
