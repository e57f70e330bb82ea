import { label } from '@/lib/base/codes/codes'
import { dayNear } from '@/lib/base/i18n/dates'
import { isoDayOf } from '@/lib/base/time/days'
import type { StaffRow } from '@/lib/desks/staff/colleagues-of-offices'
import { awayOn } from '@/lib/desks/staff/propose-hands'
import type { Page } from '@/lib/platform/gate/read'

/** What somebody offered works as, leads and speaks, and when they are away: the same wherever a supervisor chooses hands. */
export function aboutColleague(
  { role, led, languages, leaves }: StaffRow,
  { t, locale, actor }: Omit<Page<unknown>, 'view'>,
): string {
  const away = awayOn(leaves, isoDayOf(actor.now))
  const days = away && {
    from: dayNear(locale, away.from, actor.now),
    to: dayNear(locale, away.to, actor.now),
  }
  return [
    t(`session.role.${role}`),
    t('transfers.lead.led', { count: led }),
    languages.map((code) => label('language', code, locale)).join(', '),
    days && t('staff.leave.now', days),
  ]
    .filter(Boolean)
    .join(' · ')
}
