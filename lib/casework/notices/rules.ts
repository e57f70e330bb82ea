/**
 * Which event tells whom. PURE. The database tells by the same list (`app.notice_rules`), in the transaction of the event itself; a
 * test compares the two. Nobody is told of what they did themselves.
 */

/** A verb or an act of a referral, or of a clock of the agency: half of it is over (`clock.half`), all of it (`clock.late`). */
export type NoticeEvent = string

/** As what whoever did it acted. */
export type By = 'team' | 'author' | 'supervisor' | 'system' | 'partner' | 'recorded'

/** `BASE` the base of the agency that received it · `LEAD` of the case · `AUTHOR` of the referral, while on the team · `SUPERVISOR` whose turn it is. */
export type Reader = 'BASE' | 'LEAD' | 'AUTHOR' | 'SUPERVISOR'

export type NoticeRule = {
  event: NoticeEvent
  tells: Reader
  by: readonly By[]
  /** At once, or in the one message of the next morning. An agency is always told at once. */
  when: 'NOW' | 'MORNING'
  /** An agency that no message reaches is called by the lead; without, whoever does it speaks with the agency anyway. */
  calls?: true
}

const OURS = ['team', 'author', 'supervisor', 'system'] as const
const THEIRS = ['partner', 'recorded'] as const

/** The agency, of what we did. */
const base = (event: NoticeEvent): NoticeRule => ({ event, tells: 'BASE', by: OURS, when: 'NOW' })
const orCall = (event: NoticeEvent): NoticeRule => ({ ...base(event), calls: true })
/** Who works on it: the lead, and whoever wrote it. */
const hands = (event: NoticeEvent, by: readonly By[], when: NoticeRule['when']): NoticeRule[] =>
  (['LEAD', 'AUTHOR'] as const).map((tells) => ({ event, tells, by, when }))

export const NOTICE_RULES: readonly NoticeRule[] = [
  // It arrived; or what was asked is answered, changed or taken back.
  orCall('send'),
  orCall('send-emergency'),
  orCall('answer'),
  base('rebook'),
  base('contest'),
  base('tell-partner'),
  orCall('cancel'),
  orCall('withdraw-consent'),
  base('remind'),
  orCall('clock.half'),
  // It has no place again and again: can it receive anybody?
  base('capacity.asked'),
  // What the agency said.
  ...hands('ask', THEIRS, 'NOW'),
  ...hands('decline', THEIRS, 'NOW'),
  ...hands('accept', THEIRS, 'MORNING'),
  ...hands('complete', THEIRS, 'MORNING'),
  ...hands('report-not-accessed', THEIRS, 'MORNING'),
  ...hands('rebook', THEIRS, 'MORNING'),
  // What became of it among us.
  { event: 'submit', tells: 'SUPERVISOR', by: ['team'], when: 'NOW' },
  { event: 'send-emergency', tells: 'SUPERVISOR', by: ['team'], when: 'NOW' },
  ...hands('return', ['supervisor', 'system'], 'NOW'),
  ...hands('send', ['system'], 'MORNING'),
  ...hands('cancel', ['supervisor'], 'MORNING'),
  ...hands('withdraw-consent', ['system'], 'NOW'),
  // Nobody answered in time.
  { event: 'clock.late', tells: 'LEAD', by: ['system'], when: 'NOW' },
  { event: 'clock.late', tells: 'SUPERVISOR', by: ['system'], when: 'NOW' },
]

/** Every row of `app.notice_rules`: event, reader, parties, at once, whether an agency without an address is called. */
export const NOTICE_RULE_ROWS = NOTICE_RULES.map(
  ({ event, tells, by, when, calls }) => [event, tells, [...by], when === 'NOW', calls === true] as const,
)

/** Whom an event tells that was caused as this party. */
export const toldOf = (event: NoticeEvent, by: By): NoticeRule[] =>
  NOTICE_RULES.filter((rule) => rule.event === event && rule.by.includes(by))
