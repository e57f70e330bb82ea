import { type ConsentStatus, nextConsent } from '@/lib/casework/consents/states'

type Answer = { id: string; purpose: string; status: ConsentStatus }

/**
 * Where an answer is taken back, undefined where the verb would refuse it. Not in force is no reason: what nobody confirmed
 * yet, or whose day has passed, is still the person's to withdraw. PURE.
 */
export function withdrawPage(code: string, { id, purpose, status }: Answer): string | undefined {
  if (!nextConsent(status, 'withdraw')) return undefined
  return purpose === 'CASE_MGMT' ? `/cases/${code}/withdraw` : `/cases/${code}/consents/${id}/withdraw`
}
