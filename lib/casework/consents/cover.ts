import { confirmationOf, mayShare } from './confirmation'
import type { Confirm } from './rule-book'
import type { ConsentStatus } from './states'

/** What cover reads of a consent row. `facts` are keys of the fact catalogue. */
export type ConsentRow = {
  id: string
  purpose: string
  /** Recipient agency, null where the purpose has none (case management, statistics). */
  partner: string | null
  /** Service asked for, null where the purpose says it all (family tracing). */
  service: string | null
  status: ConsentStatus
  giver: string
  legalBasis: string
  facts: readonly string[]
  recordedBy: string
  /** Code of the list its rule names, and the coded facts it was judged by. */
  reason: string | null
  situation: Readonly<Record<string, string>>
  /** Why no rule allows it; null = a rule does. */
  needsReview: string | null
  /** Who must confirm it themselves, and their word when they have. */
  confirmBy: Confirm['by'] | null
  confirmation: { by: string; name?: string; role: string; says: 'YES' | 'NO'; at: Date } | null
  givenAt: Date
  /** Last day it is valid, `YYYY-MM-DD`; null = until withdrawn. Days are UTC, which is Mali's time. */
  expiresOn: string | null
  withdrawnAt: Date | null
}

/** Why a consent row carries nothing at this instant. */
export type NotInForce =
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'NOT_YET'
  | 'NEEDS_REVIEW'
  | 'UNCONFIRMED'
  | 'NOT_CONFIRMED'

/** How far a yes that waits for somebody's own word may be used. */
export type Use =
  /** Something leaves now. */
  | 'SEND'
  /** An emergency leaves now: danger to life may go before its colleague's word, for a day. */
  | 'EMERGENCY'
  /** It is prepared and put before a supervisor; nothing leaves. */
  | 'PREPARE'

const WHEN = { SUPERVISOR: 'BEFORE_ANYTHING_LEAVES', COLLEAGUE: 'WITHIN_24_H' } as const

/** The confirmation a row needs, in the rule's own terms. What could not be asked always needs one. */
export const confirmOf = ({
  confirmBy,
  status,
}: Pick<ConsentRow, 'confirmBy' | 'status'>): Confirm | null => {
  const by = confirmBy ?? (status === 'NOT_POSSIBLE' ? 'COLLEAGUE' : null)
  return by && { by, when: WHEN[by], self: true }
}

function unconfirmed(row: ConsentRow, on: Date, use: Use): NotInForce | null {
  const confirm = confirmOf(row)
  const recorded = { by: row.recordedBy, at: row.givenAt }
  const state = confirmationOf(confirm, recorded, row.confirmation, on)
  if (state === 'REFUSED' || state === 'NOT_THEIRS') return 'NOT_CONFIRMED'
  if (use === 'PREPARE' && state === 'WAITING') return null
  return mayShare(confirm, state, use === 'EMERGENCY') ? null : 'UNCONFIRMED'
}

/** Null if the row is in force at `on`, else the reason. A stored status and the dates must both agree. */
export function notInForce(row: ConsentRow, on: Date, use: Use = 'SEND'): NotInForce | null {
  if (row.status === 'REFUSED') return 'REFUSED'
  if (row.status === 'WITHDRAWN' || row.withdrawnAt !== null) return 'WITHDRAWN'
  if (row.needsReview !== null) return 'NEEDS_REVIEW'
  if (row.status === 'EXPIRED' || (row.expiresOn !== null && row.expiresOn < on.toISOString().slice(0, 10)))
    return 'EXPIRED'
  if (row.givenAt > on) return 'NOT_YET'
  return unconfirmed(row, on, use)
}
