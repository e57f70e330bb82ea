/**
 * Which event tells whom. PURE. The database tells by the same list (`app.notice_rules`), in the transaction of the event itself; a
 * test compares the two. Nobody is told of what they did themselves.
 */

/**
 * A verb or an act of a referral, or of a clock of the agency: half of it is over (`clock.half`), all of it (`clock.late`); or harm that
 * the supervisors hear (`harm.reported`).
 */
export type NoticeEvent = string

/** As what whoever did it acted. */
export type By = 'team' | 'author' | 'supervisor' | 'system' | 'partner' | 'recorded'

/** `BASE` the base of the agency that received it · `LEAD` of the case · `AUTHOR` of the referral, while on the team · `SUPERVISOR` whose turn it is. */
export type Reader = 'BASE' | 'LEAD' | 'AUTHOR' | 'SUPERVISOR'

/** What a reader chooses a way for: events of one kind go the same way. */
export const ABOUTS = ['EMERGENCY', 'HARM', 'TURN', 'ANSWER', 'DECISION', 'LATE', 'NEW', 'OURS'] as const
export type About = (typeof ABOUTS)[number]

export type NoticeRule = {
  event: NoticeEvent
  tells: Reader
  by: readonly By[]
  /** At once, or in the one message of the next morning. An agency is always told at once. */
  when: 'NOW' | 'MORNING'
  /** An agency that no message reaches is called by the lead; without, whoever does it speaks with the agency anyway. */
  calls?: true
  about: About
}

const OURS = ['team', 'author', 'supervisor', 'system'] as const
const THEIRS = ['partner', 'recorded'] as const

/** The agency, of what we did. */
const base = (event: NoticeEvent, about: About = 'OURS'): NoticeRule => ({
  event,
  tells: 'BASE',
  by: OURS,
  when: 'NOW',
  about,
})
const orCall = (event: NoticeEvent, about?: About): NoticeRule => ({ ...base(event, about), calls: true })
type Hands = { by: readonly By[]; when: NoticeRule['when']; about: About }
/** Who works on it: the lead, and whoever wrote it. */
const hands = (event: NoticeEvent, rest: Hands): NoticeRule[] =>
  (['LEAD', 'AUTHOR'] as const).map((tells) => ({ event, tells, ...rest }))
const answer = (event: NoticeEvent, when: NoticeRule['when']): NoticeRule[] =>
  hands(event, { by: THEIRS, when, about: 'ANSWER' })
const decision = (event: NoticeEvent, by: readonly By[], when: NoticeRule['when']): NoticeRule[] =>
  hands(event, { by, when, about: 'DECISION' })
/** Who decides, at once. */
const decides = (event: NoticeEvent, by: By, about: About): NoticeRule => ({
  event,
  tells: 'SUPERVISOR',
  by: [by],
  when: 'NOW',
  about,
})

export const NOTICE_RULES: readonly NoticeRule[] = [
  // It arrived; or what was asked is answered, changed or taken back.
  orCall('send', 'NEW'),
  orCall('send-emergency', 'EMERGENCY'),
  orCall('answer'),
  base('rebook'),
  base('contest'),
  base('tell-partner'),
  orCall('cancel'),
  orCall('withdraw-consent'),
  base('remind', 'LATE'),
  orCall('clock.half', 'LATE'),
  // Half of the time is over in which it deletes what it was sent.
  orCall('deletion.half', 'LATE'),
  // It has no place again and again: can it receive anybody?
  base('capacity.asked'),
  // A link was made: by letter, where the agency has an address and no account.
  base('link.made', 'NEW'),
  // What the agency said.
  ...answer('link.code', 'NOW'),
  ...answer('ask', 'NOW'),
  ...answer('decline', 'NOW'),
  ...answer('accept', 'MORNING'),
  ...answer('complete', 'MORNING'),
  ...answer('report-not-accessed', 'MORNING'),
  ...answer('rebook', 'MORNING'),
  // What became of it among us.
  decides('submit', 'team', 'TURN'),
  decides('send-emergency', 'team', 'EMERGENCY'),
  decides('harm.reported', 'team', 'HARM'),
  ...decision('return', ['supervisor', 'system'], 'NOW'),
  ...decision('send', ['system'], 'MORNING'),
  ...decision('cancel', ['supervisor'], 'MORNING'),
  ...decision('withdraw-consent', ['system'], 'NOW'),
  // Nobody answered in time.
  { event: 'clock.late', tells: 'LEAD', by: ['system'], when: 'NOW', about: 'LATE' },
  decides('clock.late', 'system', 'LATE'),
]

/** Every row of `app.notice_rules`: event, reader, parties, at once, whether an agency without an address is called, its kind. */
export const NOTICE_RULE_ROWS = NOTICE_RULES.map(
  ({ event, tells, by, when, calls, about }) =>
    [event, tells, [...by], when === 'NOW', calls === true, about] as const,
)

/** Whom an event tells that was caused as this party. */
export const toldOf = (event: NoticeEvent, by: By): NoticeRule[] =>
  NOTICE_RULES.filter((rule) => rule.event === event && rule.by.includes(by))
