import type { ConsentStatus } from '@/lib/casework/consents/states'
import type { ReferralState } from '../machine/states'
import type { StagePayload } from '../sharing/payload'

/** On what a sharing rests, as the receiver is told it: no row, no witness, nobody's name. */
export type ExchangeConsent = {
  status: ConsentStatus
  /** Purpose of the sharing: a referral, or the tracing of a family. */
  purpose: 'REFERRAL' | 'TRACING'
  /** The ground (`CONSENT`, `VITAL` …). */
  basis: string
  givenOn: string
  until: string | null
}

/** All that another office or agency reads of one referral: the facts of its grant, and nothing of the case. */
export type ExchangeRecord = {
  /** What both teams call it on the telephone. */
  reference: string
  state: ReferralState
  from: string
  to: string
  sentAt: string
  consent: ExchangeConsent
  facts: StagePayload
}
