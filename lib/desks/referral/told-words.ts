import type { MessageKey } from '@/lib/base/i18n/dictionary'
import type { Told } from './referral-file'

type Said = { key: MessageKey & `referrals.mail.${string}`; at?: Date; failed?: true }

/** What is said of the newest message to an agency; `mailLeaves`: a mail server is named. PURE. */
export function toldWords(told: Told | null, mailLeaves: boolean): Said | undefined {
  if (!told) return undefined
  if (told.state === 'SENT' && told.sentAt) return { key: 'referrals.mail.sent', at: new Date(told.sentAt) }
  if (told.state === 'FAILED')
    return {
      key: told.failure === 'NO_ADDRESS' ? 'referrals.mail.no-address' : 'referrals.mail.failed',
      failed: true,
    }
  return { key: mailLeaves ? 'referrals.mail.queued' : 'referrals.mail.resting' }
}
