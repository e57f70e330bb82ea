import type { FactKey } from '@/lib/casework/consents/facts'

/** Facts by which a partner can reach the person or meet them. */
const REACHING: readonly FactKey[] = ['phone', 'safe_contact', 'meeting_place']

/** With none of these the partner cannot find the person: the team must tell them when and where. PURE. */
export const canBeReached = (leaving: readonly FactKey[]): boolean =>
  leaving.some((fact) => REACHING.includes(fact))
