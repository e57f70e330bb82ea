/**
 * Who opens which page, written from what roles are for and not from the code: the tests compare the two. A page that
 * nobody's row names fails the test that counts them.
 */
const everybody = ['/help', '/glossary', '/menu']

const caseReading = [
  '/work',
  '/cases',
  '/cases/[code]',
  '/cases/[code]/name',
  '/cases/[code]/person',
  '/cases/[code]/notes',
  '/cases/[code]/consents',
  '/cases/[code]/assistance',
  '/referrals',
  '/referrals/[id]',
  '/referrals/[id]/cancel',
  '/referrals/[id]/record',
  '/search',
  '/directory',
  '/directory/[id]',
  ...everybody,
]

const casework = [
  ...caseReading,
  '/referrals/[id]/not-accessed',
  '/referrals/[id]/verify',
  '/cases/new',
  '/cases/[code]/notes/new',
  '/cases/[code]/consents/new',
  '/cases/[code]/consents/[id]/withdraw',
  '/cases/[code]/assistance/new',
  '/cases/[code]/team',
  '/cases/[code]/restrict',
  '/cases/[code]/withdraw',
  '/cases/[code]/call',
  ...['', '/identity', '/household', '/situation', '/safety', '/consent'].map(
    (part) => `/cases/[code]/register${part}`,
  ),
  '/cases/[code]/refer',
  ...['service', 'consent', 'share', 'check', 'emergency'].map((part) => `/cases/[code]/refer/[id]/${part}`),
]

const partner = ['', '/accept', '/ask', '/complete', '/decline', '/not-accessed'].map(
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
    ...triage,
    '/queue',
    '/cases/[code]/close',
    ...['return', 'reassign', 'review'].map((part) => `/queue/[id]/${part}`),
    '/queue/restricted/[id]',
  ],
  DTM_ENUM: [
    '/work',
    '/alerts',
    '/alerts/new',
    '/alerts/[id]',
    '/directory',
    '/directory/[id]',
    ...everybody,
  ],
  IM: ['/work', '/statistics', '/directory', '/directory/[id]', ...everybody],
  DPO: ['/work', '/audit', '/directory', '/directory/[id]', ...everybody],
  ADMIN: ['/work', '/outbox', '/directory', '/directory/[id]', ...everybody],
  PARTNER_FP: ['/inbox', ...partner, ...everybody],
  DONOR_VIEW: ['/work', ...everybody],
}

/** Open to nobody in particular: the front door, and the door itself. */
export const withoutRole = ['/', '/sign-in']

/** Where a person may stand by name: their own file, one alert, what will be or was shared. Nowhere else. */
export const mayName = (pattern: string): boolean =>
  /^\/cases\/\[code\]|^\/alerts\/\[id\]|^\/referrals\/\[id\]|^\/inbox\/\[id\]|^\/queue/.test(pattern)
