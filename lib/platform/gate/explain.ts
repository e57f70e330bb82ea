import { isMessageKey, type Translate } from '@/lib/base/i18n/translate'
import type { Refusal } from '@/lib/base/request/request-record'

/** A policy's reason as a 403 that explains itself: `referral-OWN_WORK` has its sentence with the referral's words. */
export function explained(reason: string, t: Translate): Refusal {
  const key = reason.replace(/^referral-/, 'referrals.refusal.')
  return isMessageKey(key) ? { status: 403, reason, values: { lead: t(key) } } : { status: 403, reason }
}
