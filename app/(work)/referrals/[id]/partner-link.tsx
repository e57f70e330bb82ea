import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** How the link of an agency without an account stands, for the team; a code that waits is said first. */
export function PartnerLink({ page: { t, locale }, view }: Props) {
  const { link, mayLink, id } = view
  if (!link || !mayLink) return null
  const stands = link.spent
    ? 'no-tries'
    : link.code
      ? 'code'
      : link.opened
        ? 'opened'
        : link.asked
          ? 'asked'
          : 'fresh'
  const partner = partnerName(view.partner, locale)
  return (
    <Note tone={link.code || link.spent ? 'soon' : undefined}>
      {t(`links.staff.stands.${stands}`, { partner, at: moment(locale, link.until) })}{' '}
      <a href={`/referrals/${id}/link`}>
        {t(link.code ? 'links.staff.stands.code-link' : 'links.staff.stands.see', { partner })}
      </a>
    </Note>
  )
}
