import { day } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { STATES } from '@/lib/casework/referrals/machine/states'
import type { ReferralView } from './view-referral'

type Word = 'slip' | 'day' | 'other' | 'help' | 'call' | 'rebook' | 'close'
/** One thing to do: its word (`referrals.page.next.<word>`), where, and what its sentence asks for. */
export type Next = { word: Word; href: string; values: (locale: Locale) => Record<string, string> }

type Facts = Pick<
  ReferralView,
  | 'id'
  | 'code'
  | 'state'
  | 'verbs'
  | 'onTeam'
  | 'caseOpen'
  | 'caseWorked'
  | 'reason'
  | 'expectedOn'
  | 'followedBy'
  | 'follow'
> &
  Partial<Pick<ReferralView, 'clocks' | 'sentAt'>>

const none = () => ({})

/**
 * What this person may do now about a service that was not received, and the step that the reason of a refusal or an
 * absence asks for. Once it is accepted: tell the person when and where, or ask the partner for a day. PURE.
 */
export function nextOf(view: Facts): { step: string | null; things: Next[] } {
  if (!view.onTeam) return { step: null, things: [] }
  const { id, code, state, expectedOn } = view
  const page = `/referrals/${id}`
  if (STATES[state].tabs.them === 'serving')
    return {
      step: null,
      things: [
        expectedOn
          ? { word: 'slip', href: `${page}/slip`, values: (locale) => ({ day: day(locale, expectedOn) }) }
          : { word: 'day', href: `${page}/slip`, values: none },
      ],
    }
  const wantsOther = state === 'CLOSED_UNSERVED' && view.follow === 'OTHER_REFERRAL'
  const wantsHelp = state === 'CLOSED_UNSERVED' && view.follow === 'DIRECT_HELP'
  const open =
    isSilent(view) ||
    (state === 'CANCELLED' && Boolean(view.sentAt) && !view.followedBy) ||
    state === 'CONTESTED' ||
    state === 'NOT_ACCESSED' ||
    wantsHelp ||
    ((state === 'DECLINED' || wantsOther) && !view.followedBy)
  if (!open) return { step: null, things: [] }
  const list: (Next | false)[] = [
    view.verbs.includes('rebook') && { word: 'rebook', href: `${page}/rebook`, values: none },
    view.caseOpen &&
      !wantsHelp && { word: 'other', href: `/cases/${code}/refer?previous=${id}`, values: none },
    view.caseWorked && { word: 'help', href: `/cases/${code}/assistance/new`, values: none },
    view.caseWorked &&
      state === 'CONTESTED' && { word: 'call', href: `/cases/${code}/notes/new`, values: none },
    view.verbs.includes('close-unserved') && { word: 'close', href: `${page}/close-unserved`, values: none },
  ]
  return { step: stepOf(view), things: list.filter((thing) => thing !== false) }
}

/** The agency has let its limit pass: the next one can be prepared beside it, or in its place. */
const isSilent = ({ state, clocks = [], followedBy }: Facts): boolean =>
  (state === 'SENT' || state === 'ACKNOWLEDGED') &&
  !followedBy &&
  clocks.some(({ breachedAt, stoppedAt }) => breachedAt && !stoppedAt)

function stepOf({ state, reason }: Facts): string | null {
  if (!reason) return null
  if (state === 'DECLINED') return `referrals.next-step.decline.${reason}`
  return state === 'NOT_ACCESSED' ? `referrals.next-step.report-not-accessed.${reason}` : null
}
