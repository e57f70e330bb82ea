/**
 * The life of one consent row: one purpose, one recipient. Nothing is prefilled, a refusal is an answer,
 * and a row that ended is never revived: a new yes is a new row.
 */
export const CONSENT_STATUSES = [
  'GIVEN',
  'ASSENT',
  'REFUSED',
  'WITHDRAWN',
  'EXPIRED',
  'NOT_POSSIBLE',
] as const
export type ConsentStatus = (typeof CONSENT_STATUSES)[number]

export type ConsentVerb = 'withdraw' | 'expire'

/** Statuses a new row may be recorded with. */
export const RECORDABLE_STATUSES: readonly ConsentStatus[] = ['GIVEN', 'ASSENT', 'REFUSED', 'NOT_POSSIBLE']
/** Statuses that can carry sharing, if nothing else speaks against it (`cover.ts`). */
export const CARRYING_STATUSES: readonly ConsentStatus[] = ['GIVEN', 'ASSENT', 'NOT_POSSIBLE']

const RESULT: Record<ConsentVerb, ConsentStatus> = { withdraw: 'WITHDRAWN', expire: 'EXPIRED' }

/** Where a verb leads, null if it does not apply. What was refused or has ended stays as it is. */
export function nextConsent(status: ConsentStatus, verb: ConsentVerb): ConsentStatus | null {
  return CARRYING_STATUSES.includes(status) ? RESULT[verb] : null
}
