import type { Refusal } from '../http/request-record'
import { isMessageKey, type Translate } from '../i18n/translate'

/** A policy's reason as a 403 that explains itself: `referral-OWN_WORK` has its sentence with the referral's words. */
export function explained(reason: string, t: Translate): Refusal {
  const key = reason.replace(/^referral-/, 'referrals.refusal.')
  return isMessageKey(key) ? { status: 403, reason, values: { lead: t(key) } } : { status: 403, reason }
}
