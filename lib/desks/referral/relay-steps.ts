import type { MessageKey } from '@/lib/base/i18n/dictionary'
import { type ReferralState, STATES } from '@/lib/casework/referrals/machine/states'
import type { Happened } from './referral-file'

export type RelayMove = {
  side: 'us' | 'them'
  key: MessageKey
  at: Date | null
  state: 'done' | 'now' | 'then'
}

const theirs = new Set<Happened['verb']>([
  'acknowledge',
  'ask',
  'accept',
  'decline',
  'begin',
  'complete',
  'report-not-accessed',
  'rebook',
])

/** Moves that show on the relay, each with its word. Editing, undoing and reminding are in the history only. */
const shown: Partial<Record<Happened['verb'], MessageKey>> = {
  start: 'referrals.step.prepared',
  submit: 'referrals.step.submitted',
  approve: 'referrals.step.approved',
  return: 'referrals.step.returned',
  send: 'referrals.step.sent',
  'send-emergency': 'referrals.step.sent',
  acknowledge: 'referrals.step.received',
  ask: 'referrals.step.asked',
  answer: 'referrals.step.answered',
  accept: 'referrals.step.accepted',
  decline: 'referrals.step.declined',
  begin: 'referrals.step.begun',
  complete: 'referrals.step.completed',
  'report-not-accessed': 'referrals.step.not-accessed',
  verify: 'referrals.step.verified',
  contest: 'referrals.step.contested',
  correct: 'referrals.step.corrected',
  rebook: 'referrals.step.rebooked',
  'close-unserved': 'referrals.step.unserved',
  cancel: 'referrals.step.cancelled',
  'withdraw-consent': 'referrals.step.withdrawn',
}

type Ahead = { side: 'us' | 'them'; key: MessageKey }
const us = (key: MessageKey): Ahead => ({ side: 'us', key })
const them = (key: MessageKey): Ahead => ({ side: 'them', key })
const toApprove = us('referrals.step.approval')
const decision = them('referrals.step.decision')
const service = them('referrals.step.service')
const confirmed = us('referrals.step.verified')

const followed = us('referrals.step.follow')

/** What still lies ahead of each state; the first one holds the baton. Nothing lies ahead of what is over. */
const ahead: Record<ReferralState, Ahead[]> = {
  DRAFT: [us('referrals.step.submitted'), toApprove, decision, service, confirmed],
  RETURNED: [us('referrals.step.submitted'), toApprove, decision, service, confirmed],
  PENDING_APPROVAL: [toApprove, decision, service, confirmed],
  APPROVED: [us('referrals.step.sent'), decision, service, confirmed],
  SENT: [them('referrals.step.received'), decision, service, confirmed],
  ACKNOWLEDGED: [decision, service, confirmed],
  INFO_REQUESTED: [us('referrals.step.answered'), decision, service, confirmed],
  ACCEPTED: [service, confirmed],
  IN_PROGRESS: [service, confirmed],
  COMPLETED: [confirmed],
  CONTESTED: [them('referrals.step.explain'), us('referrals.step.recheck')],
  NOT_ACCESSED: [followed],
  VERIFIED: [],
  CLOSED_UNSERVED: [],
  DECLINED: [],
  CANCELLED: [],
  CONSENT_WITHDRAWN: [],
}

/** At most this many past moves are drawn; the history below has all. */
const drawn = 6

/** The relay from the real history: what was done in which lane, who holds the baton, what is to come. PURE. */
export function relaySteps(state: ReferralState, events: readonly Happened[]): RelayMove[] {
  const past = events.flatMap((event): RelayMove[] => {
    const key = shown[event.verb]
    const side = theirs.has(event.verb) && event.by !== 'team' ? 'them' : 'us'
    return key ? [{ side, key, at: event.at, state: 'done' }] : []
  })
  const coming = ahead[state].map(
    (step, index): RelayMove => ({ ...step, at: null, state: index === 0 ? 'now' : 'then' }),
  )
  return [...past.slice(-drawn), ...coming]
}

/** Whose lane a state stands in. PURE. */
export const turnOf = (state: ReferralState) => STATES[state].turn
