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
  legalBasis: string
  facts: readonly string[]
  recordedBy: string
  /** Colleague who confirmed that asking was not possible; only needed for NOT_POSSIBLE. */
  secondPerson: string | null
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
  | 'NOT_VITAL'
  | 'SECOND_PERSON_MISSING'

/**
 * Consent that could not be asked for counts only for a vital interest, and only if a second person than
 * the one who recorded it has confirmed it.
 */
function notPossible(row: ConsentRow): NotInForce | null {
  if (row.legalBasis !== 'VITAL') return 'NOT_VITAL'
  return row.secondPerson === null || row.secondPerson === row.recordedBy ? 'SECOND_PERSON_MISSING' : null
}

/** Null if the row is in force at `on`, else the reason. A stored status and the dates must both agree. */
export function notInForce(row: ConsentRow, on: Date): NotInForce | null {
  if (row.status === 'REFUSED') return 'REFUSED'
  if (row.status === 'WITHDRAWN' || row.withdrawnAt !== null) return 'WITHDRAWN'
  if (row.status === 'EXPIRED' || (row.expiresOn !== null && row.expiresOn < on.toISOString().slice(0, 10)))
    return 'EXPIRED'
  if (row.givenAt > on) return 'NOT_YET'
  return row.status === 'NOT_POSSIBLE' ? notPossible(row) : null
}
