import { roles } from './accounts'

/**
 * Who opens which page, written from what roles are for and not from the code: the tests compare the two. A page that
 * nobody's row names fails the test that counts them.
 */
const everybody = ['/help', '/glossary', '/menu']
/** Anybody on the staff may say, from any page, that an aid worker abused somebody. */
const staff = [...everybody, '/psea/new', '/psea/sent']

const caseReading = [
  '/work',
  '/cases',
  '/cases/views',
  '/cases/views/new',
  '/cases/views/[id]',
  '/cases/[code]',
  '/cases/[code]/name',
  '/cases/[code]/person',
  '/cases/[code]/history',
  '/cases/[code]/same',
  '/cases/[code]/team/remove',
  '/cases/[code]/assessments',
  '/cases/[code]/assessments/[which]',
  '/cases/[code]/notes',
  '/cases/[code]/notes/open',
  '/openings',
  ...['', '/summary', '/plan', '/my-data', '/appointment'].map((part) => `/cases/[code]/papers${part}`),
  '/papers/[id]',
  '/cases/[code]/consents',
  '/cases/[code]/documents',
  '/cases/[code]/documents/[id]',
  '/cases/[code]/assistance',
  '/cases/[code]/follow-ups',
  '/calendar',
  '/assistance',
  '/cases/[code]/return',
  '/cases/[code]/plan',
  '/cases/[code]/plan/actions/[id]',
  '/referrals',
  '/referrals/[id]',
  '/referrals/[id]/cancel',
  '/referrals/[id]/record',
  '/referrals/[id]/exchange',
  '/referrals/[id]/form',
  '/alerts/inbound',
  ...['rebook', 'slip', 'close-unserved', 'deleted'].map((part) => `/referrals/[id]/${part}`),
  '/confirmations',
  '/confirmations/[id]',
  '/search',
  '/directory',
  '/directory/[id]',
  '/notices',
  '/notices/choices',
  ...staff,
]

const casework = [
  ...caseReading,
  '/referrals/[id]/not-accessed',
  '/referrals/[id]/harm',
  '/referrals/[id]/others',
  '/referrals/[id]/verify',
  '/referrals/[id]/link',
  '/cases/new',
  '/cases/new/no',
  '/cases/[code]/assessments/[which]/fill',
  '/cases/[code]/assessments/[which]/card',
  '/cases/[code]/notes/new',
  '/cases/[code]/documents/[id]/replace',
  '/cases/[code]/notes/[id]/correct',
  '/cases/[code]/notes/[id]/in-error',
  '/cases/[code]/danger/[id]',
  '/cases/[code]/consents/new',
  '/cases/[code]/consents/[id]/withdraw',
  '/cases/[code]/assistance/new',
  ...['new', 'attempt', 'review'].map((part) => `/cases/[code]/follow-ups/${part}`),
  '/cases/[code]/appointments/new',
  ...['', '/miss', '/move', '/cancel'].map((part) => `/cases/[code]/appointments/[id]${part}`),
  '/cases/[code]/assistance/[id]/correct',
  '/cases/[code]/assistance/[id]/cancel',
  ...[
    'new',
    'goals/new',
    'goals/[id]',
    'goals/[id]/action',
    'actions/[id]/skip',
    'actions/[id]/date',
    'actions/[id]/hand-over',
  ].map((part) => `/cases/[code]/plan/${part}`),
  '/cases/[code]/team',
  '/cases/[code]/restrict',
  ...[
    'withdraw',
    'hold',
    'ask-closure',
    'reopen',
    'transfer',
    'transfer/agency',
    'transfer/answer',
    'transfer/summary',
  ].map((part) => `/cases/[code]/${part}`),
  '/cases/[code]/call',
  ...['open', 'edit', 'step', 'grant', 'drop', 'deliver', 'visit', 'receipt'].map(
    (part) => `/cases/[code]/return/${part}`,
  ),
  ...['', '/identity', '/household', '/situation', '/safety', '/consent', '/functioning'].map(
    (part) => `/cases/[code]/register${part}`,
  ),
  '/cases/[code]/refer',
  ...['service', 'consent', 'share', 'check', 'emergency'].map((part) => `/cases/[code]/refer/[id]/${part}`),
]

const partner = ['', '/accept', '/ask', '/complete', '/decline', '/not-accessed', '/rebook'].map(
  (part) => `/inbox/[id]${part}`,
)

const triage = ['/alerts/[id]/close', '/alerts/[id]/link', '/alerts/[id]/open']

export const pagesOf: Record<string, readonly string[]> = {
  SOCIAL_WORKER: casework,
  PSYCHOLOGIST: casework,
  LAWYER: casework,
  SUPERVISOR: [
    ...caseReading,
    '/alerts',
    '/alerts/[id]',
    '/alerts/inbound/file',
    ...triage,
    '/queue',
    ...[
      'close',
      'close/return',
      'plan/return',
      'reopen',
      'restrict',
      'risk',
      'assessments/[which]/panel',
      'transfer',
      'transfer/agency',
      'transfer/answer',
      'transfer/summary',
      'transfer/hand-out',
      'return/decide',
    ].map((part) => `/cases/[code]/${part}`),
    ...['return', 'reassign', 'review', 'aside'].map((part) => `/queue/[id]/${part}`),
    '/queue/together',
    '/queue/restricted/[id]',
    '/queue/transfers/[id]',
    '/queue/transfers/[id]/refuse',
    '/cases/hand-over',
    '/staff',
    '/staff/[id]',
    '/staff/[id]/languages',
    '/statistics/returns',
    '/statistics/referrals',
  ],
  DTM_ENUM: ['/work', '/alerts', '/alerts/new', '/alerts/[id]', '/directory', '/directory/[id]', ...staff],
  IM: [
    '/work',
    '/statistics',
    '/statistics/returns',
    '/statistics/referrals',
    '/directory',
    '/directory/[id]',
    ...staff,
  ],
  DPO: ['/work', '/audit', '/directory', '/directory/[id]', ...staff],
  ADMIN: [
    '/work',
    '/templates',
    '/templates/[id]',
    '/projects',
    '/projects/new',
    '/projects/[id]',
    '/outbox',
    ...['', '/new', '/[id]', '/[id]/edit', '/[id]/key'].map((part) => `/directory${part}`),
    ...staff,
  ],
  PARTNER_FP: [
    '/inbox',
    '/inbox/notices',
    '/inbox/absence',
    ...partner,
    '/services',
    '/services/[id]',
    '/services/[id]/edit',
    '/services/[id]/key',
    '/services/month',
    ...everybody,
  ],
  DONOR_VIEW: ['/work', ...everybody],
}

/** Pages of a role that no role before it has: what is looked at once is looked at with the first that has it. */
export const ownPagesOf = (role: string): string[] => {
  const before = new Set(roles.slice(0, roles.indexOf(role)).flatMap((one) => pagesOf[one] ?? []))
  return (pagesOf[role] ?? []).filter((pattern) => !before.has(pattern))
}

/** Open to nobody in particular: the front door, the door itself, the invitation to it, and the link of an agency without an account. */
export const withoutRole = ['/', '/sign-in', '/welcome/[token]', '/r/[token]']

/** Theirs who hold a function, whatever their role: whoever hears of abuse by aid workers, and the deputy. */
export const ofFunction = ['/psea', '/psea/[id]']

/** Where a person may stand by name: their own file, one alert, what will be or was shared. Nowhere else. */
export const mayName = (pattern: string): boolean =>
  /^\/cases\/\[code\]|^\/alerts\/\[id\]|^\/referrals\/\[id\]|^\/inbox\/\[id\]|^\/queue/.test(pattern)
