import { label, partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Blocker } from '@/lib/casework/endings/blockers'
import { detailed } from '@/lib/casework/tasks/detail'
import { taskPlace } from '@/lib/desks/case-file/next-things'
import { actionName } from '@/lib/desks/case-file/plan-words'
import type { Framed } from './case-frame'

type Words = Pick<Framed, 't' | 'locale'>

/** Where what holds a closing back is settled: on the thing's own page. */
export function blockerHref({ kind, id, a, b, c }: Blocker, code: string): string {
  if (kind === 'OPEN_REFERRAL' || kind === 'SETTLED_NOT_ASKED') return `/referrals/${id}`
  if (kind === 'TRANSFER_PENDING') return `/cases/${code}#state`
  if (kind === 'DANGER_FLAG' || kind === 'SUICIDE_RISK') return `/cases/${code}`
  if (kind === 'ORIGINALS_KEPT') return `/cases/${c ?? code}/documents/${id}`
  if (a === 'CONFIRM_BEST_INTERESTS' || a === 'CONFIRM_VITAL') return `/cases/${code}/consents`
  if (a === 'GRANT') return `/cases/${code}/return`
  if (b === 'referral') return `/referrals/${c}`
  return taskPlace(a, code, c ?? '') ?? `/cases/${code}#to-see`
}

/** What it is, by the noun's own codes. */
export function blockerName({ kind, a, b, detail, action }: Blocker, words: Words): string {
  const { t, locale } = words
  if (kind === 'OPEN_REFERRAL' || kind === 'SETTLED_NOT_ASKED')
    return `${partnerName(a, locale)}, ${label('service_type', b ?? '', locale)}`
  if (kind === 'DANGER_FLAG' || kind === 'SUICIDE_RISK') return label('danger_flag', a, locale)
  if (kind === 'ORIGINALS_KEPT')
    return `${label('document_kind', a, locale)}, ${label('original_place', b ?? '', locale)}`
  const what = wordingOf(t, `queue.task.${kind === 'TRANSFER_PENDING' ? 'TRANSFER_WAITS' : a}`, a)
  if (!action) return detailed(a, detail, what, words)
  const { template, text = '' } = action
  return t('frame.said', { what, how: actionName({ template, text }, locale) })
}

/** Why it holds back: how a referral stands, until when a task is due. */
export function blockerState({ kind, c, due }: Blocker, { t, locale }: Words): string {
  const why = label('closure_blocker', kind, locale)
  if (kind === 'OPEN_REFERRAL' || kind === 'SETTLED_NOT_ASKED')
    return `${wordingOf(t, `referrals.state.${c}`, c ?? '')}. ${why}`
  return due ? t('frame.said', { what: why, how: moment(locale, new Date(due)) }) : why
}
