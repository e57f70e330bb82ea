import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** Of a consent that was withdrawn after it left: whether the agency said that nothing is left there, and how. */
export function Deletion({ page: { t, locale }, view }: Props) {
  const { state, sentAt, partnerDeletedAt, deletionToldOn } = view
  if (state !== 'CONSENT_WITHDRAWN' || sentAt === null) return null
  const partner = partnerName(view.partner, locale)
  if (partnerDeletedAt)
    return (
      <Note tone="good">
        {t('referrals.deleted.confirmed', { partner, at: moment(locale, partnerDeletedAt) })}
      </Note>
    )
  return deletionToldOn ? (
    <Note>{t('referrals.deleted.told', { partner, on: day(locale, deletionToldOn) })}</Note>
  ) : (
    <Note tone="soon" icon="warn">
      {t('referrals.deleted.waits', { partner })}
    </Note>
  )
}
