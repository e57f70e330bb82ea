import { textWarnings } from '@/lib/base/text/look'
import { contactStop, liftsStop } from '@/lib/casework/cases/contact'
import type { FactKey } from '@/lib/casework/consents/facts'

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
