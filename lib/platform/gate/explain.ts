import { isMessageKey, type Translate } from '@/lib/base/i18n/translate'
import type { Refusal } from '@/lib/base/request/request-record'

/**
 * A policy's reason as a 403 that explains itself: `referral-OWN_WORK` has its sentence with the referral's words.
 * `back`: the page of what it is about.
 */
export function explained(reason: string, t: Translate, back?: string): Refusal {
  const key = reason.replace(/^referral-/, 'referrals.refusal.')
  const refusal = { status: 403, reason, ...(isMessageKey(key) && { values: { lead: t(key) } }) }
  return back ? { ...refusal, links: [{ href: back, label: t('forms.overtaken-open') }] } : refusal
}
