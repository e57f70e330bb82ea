import type { MessageKey } from '@/lib/base/i18n/dictionary'
import { CARRYING_STATUSES } from '@/lib/casework/consents/states'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import type { ReferralView } from './view-referral'

/** One thing this person may do now: a link to its page, or a form sent at once. `ends` is never the filled button. */
export type PageAction = { label: MessageKey; href: string; post?: true; ends?: true }

type Facts = Pick<
  ReferralView,
  | 'id'
  | 'code'
  | 'state'
  | 'verbs'
  | 'recordable'
  | 'onTeam'
  | 'caseOpen'
  | 'consent'
  | 'silent'
  | 'followedBy'
  | 'mayLink'
  | 'mayExchange'
  | 'mayNoteDeleted'
>

/** After these the person may still need the service from somebody else. */
const unmet: readonly ReferralState[] = [
  'DECLINED',
  'NOT_ACCESSED',
  'CONTESTED',
  'CLOSED_UNSERVED',
  'CANCELLED',
]

/** What this person may do, the most fitting first; the first one is the filled button. PURE. */
export function pageActions({
  id,
  code,
  state,
  verbs,
  recordable,
  onTeam,
  caseOpen,
  consent,
  silent,
  followedBy,
  mayLink,
  mayExchange,
  mayNoteDeleted,
}: Facts): PageAction[] {
  const wizard = `/cases/${code}/refer`
  const can = (verb: ReferralView['verbs'][number]) => verbs.includes(verb)
  const list: (PageAction | false)[] = [
    can('edit') && { label: 'referrals.page.edit', href: `${wizard}/${id}/check` },
    (can('approve') || can('review') || can('undo')) && {
      label: 'referrals.page.queue',
      href: `/queue?item=${id}`,
    },
    mayNoteDeleted && { label: 'referrals.verb.note-deleted', href: `/referrals/${id}/deleted` },
    can('answer') && { label: 'referrals.verb.answer', href: '#f-message' },
    can('verify') && { label: 'referrals.verb.verify', href: `/referrals/${id}/verify` },
    can('rebook') && { label: 'referrals.verb.rebook', href: `/referrals/${id}/rebook` },
    can('tell-partner') && {
      label: 'referrals.verb.tell-partner',
      href: `/api/v1/referrals/${id}/tell-partner`,
      post: true,
    },
    (unmet.includes(state) || (silent && followedBy === null)) &&
      onTeam &&
      caseOpen && { label: 'referrals.page.other', href: `${wizard}?previous=${id}` },
    can('remind') && { label: 'referrals.verb.remind', href: `/api/v1/referrals/${id}/remind`, post: true },
    mayLink && { label: 'referrals.verb.link', href: `/referrals/${id}/link` },
    mayExchange && { label: 'exchange.link', href: `/referrals/${id}/exchange` },
    recordable.length > 0 && { label: 'referrals.page.record', href: `/referrals/${id}/record` },
    can('close-unserved') && {
      label: 'referrals.verb.close-unserved',
      href: `/referrals/${id}/close-unserved`,
      ends: true,
    },
    can('report-not-accessed') && {
      label: 'referrals.verb.report-not-accessed',
      href: `/referrals/${id}/not-accessed`,
      ends: true,
    },
    can('cancel') && { label: 'referrals.verb.cancel', href: `/referrals/${id}/cancel`, ends: true },
    onTeam &&
      consent !== null &&
      CARRYING_STATUSES.some((status) => status === consent.status) && {
        label: 'referrals.page.withdraw',
        href: `/cases/${code}/consents/${consent.id}/withdraw`,
        ends: true,
      },
  ]
  return list.filter((action) => action !== false)
}
