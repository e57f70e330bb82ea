import { day } from '@/lib/base/i18n/dates'
import { keptDue } from '@/lib/casework/cases/due'
import type { FollowUpsView } from '@/lib/desks/case-file/view-follow-ups'
import { whyCase } from '@/lib/desks/work/why-case'
import type { Framed } from '../case-frame'

/** When the next contact is due, and why; nothing where none is awaited. */
export function contactDue({ head, chosen }: FollowUpsView, page: Framed): string {
  const { record } = head.reach
  const due = keptDue(record)
  if (due?.kind !== 'follow-up') return page.t('followups.next.none')
  const why = whyCase({ ...record, kind: due.kind, due: due.at, chosen, alertUrgency: null }, page)
  return `${page.t('followups.next.due', { on: day(page.locale, due.at) })} ${why}`
}
