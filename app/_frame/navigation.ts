import type { Nav } from '@/app/_ui/frame'
import type { MessageKey } from '@/lib/base/i18n/dictionary'
import type { Translate } from '@/lib/base/i18n/translate'
import type { Actor } from '@/lib/platform/access/actor'
import { type Role, staffRoles } from '@/lib/platform/access/roles'

type Place = { href: string; label: MessageKey }

const home: Place = { href: '/work', label: 'frame.home' }
const cases: Place = { href: '/cases', label: 'frame.cases' }
const referrals: Place = { href: '/referrals', label: 'frame.referrals' }
const help: Place = { href: '/assistance', label: 'assistance.title' }
const directory: Place = { href: '/directory', label: 'frame.directory' }
const calendar: Place = { href: '/calendar', label: 'calendar.menu' }
const returns: Place = { href: '/statistics/returns', label: 'reintegration.counts.title' }
const notices: Place = { href: '/notices', label: 'notices.title' }
const loop: Place = { href: '/statistics/referrals', label: 'loop.menu' }
const caseworker: Place[][] = [
  [home, cases, referrals, calendar, help],
  [directory, notices],
]

/** What each role finds in the menu: only places it can open. */
const places: Record<Role, Place[][]> = {
  SOCIAL_WORKER: caseworker,
  PSYCHOLOGIST: caseworker,
  LAWYER: caseworker,
  SUPERVISOR: [
    [
      home,
      { href: '/queue', label: 'frame.queue' },
      { href: '/alerts', label: 'frame.alerts' },
      cases,
      referrals,
      calendar,
      help,
    ],
    [{ href: '/staff', label: 'staff.list.title' }, loop, returns, directory, notices],
  ],
  DTM_ENUM: [
    [
      { href: '/alerts/new', label: 'frame.new-alert' },
      { href: '/alerts', label: 'frame.my-alerts' },
    ],
  ],
  IM: [[home, { href: '/statistics', label: 'frame.statistics' }, loop, returns], [directory]],
  DPO: [[home, { href: '/audit', label: 'frame.audit' }]],
  ADMIN: [
    [home, directory],
    [
      { href: '/templates', label: 'plans.templates.title' },
      { href: '/projects', label: 'projects.title' },
      { href: '/outbox', label: 'frame.outbox' },
    ],
  ],
  PARTNER_FP: [
    [{ href: '/inbox', label: 'frame.inbox' }],
    [
      { href: '/services', label: 'services.ours' },
      { href: '/inbox/notices', label: 'notices.choices.menu' },
      { href: '/inbox/absence', label: 'inbox.absence.title' },
      { href: '/services/month', label: 'loop.own.menu' },
    ],
  ],
  DONOR_VIEW: [[home]],
}

/** Whoever works here may meet abuse by an aid worker: the way to say it is never further than the menu. */
const tellAbuse: Place = { href: '/psea/new', label: 'frame.tell-abuse' }

/** Nobody but whoever hears the reports reads that there is a place for them. */
const hearAbuse: Place = { href: '/psea', label: 'psea.list.title' }

const placesOf = (role: Role, hears: boolean): Place[][] => {
  if (!staffRoles.includes(role)) return places[role]
  return [...places[role], hears ? [hearAbuse, tellAbuse] : [tellAbuse]]
}

export const homeOf = (role: Role): string =>
  role === 'PARTNER_FP' ? '/inbox' : role === 'DTM_ENUM' ? '/alerts/new' : '/work'

/** What waits behind a place: reports of abuse for this person (null for everybody who hears none), notices nobody opened. */
type Counts = { psea: number | null; notices: number }

/** As the reader's session counts them. */
export const countsOf = ({ abuseWaiting, noticesUnread }: Actor): Counts => ({
  psea: abuseWaiting ?? null,
  notices: noticesUnread ?? 0,
})

export function navigation(
  role: Role,
  t: Translate,
  current: string,
  { psea, notices: unread }: Counts = { psea: null, notices: 0 },
): Nav {
  const counts: Partial<Record<string, number>> = { [hearAbuse.href]: psea ?? 0, [notices.href]: unread }
  const groups = placesOf(role, psea !== null).map((group) =>
    group.map(({ href, label }) => {
      const count = counts[href] ?? 0
      return { href, label: t(label), current: href === current, ...(count > 0 && { count }) }
    }),
  )
  return { label: t('frame.navigation'), groups }
}
