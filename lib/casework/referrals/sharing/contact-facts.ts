import { textWarnings } from '@/lib/base/text/look'
import { contactStop, liftsStop } from '@/lib/casework/cases/contact'
import { type FactKey, isFactKey } from '@/lib/casework/consents/facts'
import type { StagePayload } from './payload'

type Contact = {
  /** The alert said so, and nothing since has lifted it. */
  doNotContact: boolean
  safeContact: string | null
  /** What stands beside the way of contact, in words. */
  detail: string
  /** The person, asked again, agrees for this partner. */
  agreed: boolean
}

/**
 * Facts by which a partner could call or write to somebody who said "do not contact". They stay here, also in an
 * emergency, until the person agrees for this partner. A way of contact that itself says "in person only" protects and
 * may go, unless a number stands in its words. PURE.
 */
export function stoppedFacts({ doNotContact, safeContact, detail, agreed }: Contact): FactKey[] {
  if (agreed || contactStop({ doNotContact, safeContact }) === null) return []
  const lets = (safeContact !== null && liftsStop(safeContact)) || textWarnings(detail).includes('PHONE')
  return lets ? ['phone', 'safe_contact'] : ['phone']
}

/** A slip that left before the person said no to contact, as it is shown since: by the same rule as what leaves. PURE. */
export function withoutCalls(slip: StagePayload): StagePayload {
  const way: unknown = slip.safe_contact
  const { mode = '', detail = '' } = (typeof way === 'object' && way !== null ? way : {}) as Partial<
    Record<string, string>
  >
  const stopped = stoppedFacts({ doNotContact: true, safeContact: mode || null, detail, agreed: false })
  return Object.fromEntries(
    Object.entries(slip).filter(([fact]) => !isFactKey(fact) || !stopped.includes(fact)),
  )
}
