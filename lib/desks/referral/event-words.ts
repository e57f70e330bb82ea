import { partnerName } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { eventKey } from '@/lib/casework/referrals/machine/events'
import type { Happened } from './referral-file'

type Words = { t: Translate; locale: Locale }

/** The sentence of one event; a reason is said with the words of its verb. PURE. */
export function eventWords(
  event: Pick<Happened, 'verb' | 'by' | 'channel' | 'reason'>,
  partner: string,
  { t, locale }: Words,
): string {
  const reason = event.reason ?? ''
  return t(`referrals.${eventKey(event)}`, {
    partner: partnerName(partner, locale),
    reason: wordingOf(t, `referrals.reason.${event.verb}.${reason}`, reason).toLowerCase(),
    channel: t(`referrals.channel.${event.channel}`),
  })
}

/** Who did it: a colleague by name, the partner's agency, or Relais itself. PURE. */
export function doerWords(
  event: Pick<Happened, 'who' | 'by'>,
  partner: string,
  { t, locale }: Words,
): string {
  if (event.by === 'system') return t('referrals.page.system')
  return event.by === 'partner' ? partnerName(partner, locale) : (event.who ?? t('referrals.page.us'))
}
