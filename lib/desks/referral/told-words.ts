import type { MessageKey } from '@/lib/base/i18n/dictionary'
import type { Told } from './referral-file'

type Key = MessageKey & (`referrals.mail.${string}` | `referrals.sms.${string}`)
type Said = { key: Key; at?: Date; failed?: true }

/** Why nobody knows that the agency has it, where more can be said than that it did not leave. */
const FAILED: Partial<Record<string, Key>> = {
  NO_ADDRESS: 'referrals.mail.no-address',
  UNSURE: 'referrals.mail.unsure',
}

/** What is told to nobody any more: the agency said no, or all of it is over. */
const OVER: readonly string[] = ['DECLINED', 'COMPLETED', 'VERIFIED', 'CLOSED_UNSERVED']

type Around = { state: string; callTask: string | null; mailLeaves: boolean }

/**
 * What is said of the newest message to an agency; `mailLeaves`: a mail server is named. Of one that waits nothing where nobody has to
 * hear it any more; where somebody is asked to call, always why. PURE.
 */
export function toldWords(told: Told | null, { state, callTask, mailLeaves }: Around): Said | undefined {
  if (callTask !== null && told?.state !== 'FAILED') return { key: 'referrals.mail.failed', failed: true }
  if (!told || (told.state !== 'SENT' && callTask === null && OVER.includes(state))) return undefined
  if (told.state === 'SENT' && told.sentAt)
    return { key: `referrals.${told.way === 'SMS' ? 'sms' : 'mail'}.sent`, at: new Date(told.sentAt) }
  if (told.state === 'FAILED')
    return { key: FAILED[told.failure ?? ''] ?? 'referrals.mail.failed', failed: true }
  return { key: `referrals.${told.way === 'SMS' ? 'sms' : 'mail'}.${mailLeaves ? 'queued' : 'resting'}` }
}
