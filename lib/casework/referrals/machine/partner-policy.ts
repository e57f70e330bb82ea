import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { ReferralAct } from './acts'
import { type HeldRow, type Looking, partnerSituation } from './partner-situation'
import { mayReferral } from './policy'
import type { ReferralVerb } from './transitions'

type Row = HeldRow & { partnerDeletedAt: Date | null }
export type Asked = ReferralVerb | ReferralAct

/** May the partner do this now? The machine decides; a deletion is confirmed once. PURE. */
export function mayAnswer(asked: Asked, row: Row, looking: Looking): Verdict {
  if (asked === 'confirm-deleted' && row.partnerDeletedAt) return denied('referral-NOT_IN_STATE')
  const answer = mayReferral(asked, partnerSituation(row, looking))
  return answer.allowed ? allowed : denied(`referral-${answer.reason}`)
}

/** Everything a partner may do with a referral, in the order of its pages. */
export const ANSWERS = [
  'acknowledge',
  'accept',
  'ask',
  'decline',
  'begin',
  'complete',
  'report-not-accessed',
  'rebook',
  'confirm-deleted',
] as const satisfies readonly Asked[]
export type Answer = (typeof ANSWERS)[number]

export const answersOpen = (row: Row, looking: Looking): Answer[] =>
  ANSWERS.filter((answer) => mayAnswer(answer, row, looking).allowed)
