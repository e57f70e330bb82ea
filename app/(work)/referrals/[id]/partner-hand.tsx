import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** Who of the agency has it in hand; and where everybody there is away, from when somebody is back and whom to call meanwhile. */
export function PartnerHand({
  page: { t, locale },
  view: { hand, partner: code, partnerPhone: phone },
}: Props) {
  if (!hand) return null
  const partner = partnerName(code, locale)
  if (hand.back)
    return (
      <Note tone="late" icon="warn">
        {t('referrals.hand.away', { partner, back: day(locale, hand.back) })}{' '}
        {phone && (
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{t('referrals.mail.call', { phone })}</a>
        )}
      </Note>
    )
  if (!hand.name || !hand.since) return null
  return (
    <p className="meta">
      {t('referrals.hand.with', { name: hand.name, partner, since: moment(locale, hand.since) })}
    </p>
  )
}
