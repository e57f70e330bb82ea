/** What the data dictionary says of tables: how close to a person, who reads, how long. PURE. */
export const LEVELS = {
  person: 'Of a person',
  work: 'Of the work on a case',
  staff: 'Of staff and accounts',
  reference: 'Nothing of anybody',
  technical: 'Of the machine',
  figures: 'Counts without a person',
} as const

export const READERS = {
  reach:
    'whoever may reach the case: its team, supervisors of its office; where it is restricted only its team and those named on it (`access.may_see_case`)',
  team: 'the team of the case, and the supervisors who may reach it',
  part: 'the team’s part whoever may reach the case, that of a discipline this discipline on the case, and all of it whoever filled it in',
  incident:
    'whoever filled it in, and the lead of the case; the survivor’s own words whoever filled it in and the psychologists of the case',
  compartment:
    'by what it was written for: the team, or those of one discipline on the case who hold its key',
  queue: 'supervisors who may reach what it is about',
  holding: 'the supervisors who may reach the case, and that discipline on it',
  document:
    'whoever it is sealed for: the team, those of one discipline who hold its key, or its author and the lead; one that goes along with a referral, the agency while it reads that',
  flag: 'the lead, the supervisors who may reach the case, and the discipline on the case that raised it',
  shared: 'whoever may reach the case; the agency it was sent to, marked columns only, while it may read',
  triage:
    'supervisors of its office, and whoever may reach its case; whoever raised it asks for its state alone',
  offered: 'whoever may reach the case, and while it waits the supervisor whom it was offered to',
  view: 'who keeps it; an office’s whoever works there',
  pair: 'whoever may reach both cases',
  hearer: 'whoever was named to hear it, nobody else',
  staff: 'staff who are signed in',
  kept: 'staff who are signed in; accounts of an agency what concerns its own entries, in the offices of their base',
  everybody: 'staff and partners who are signed in',
  self: 'whoever it belongs to',
  told: 'whoever is told, while they may still read what it is about',
  sender: 'whoever sends it',
  leave: 'whoever is away, and who supervises them',
  office: 'supervisors of the office',
  signIn: 'the sign-in login alone, which reads no case',
  log: 'no login; the lines of a report of abuse whoever was named to hear it; `npm run audit:verify` checks it as the owner',
  instance: 'every login of the product',
  exporter: 'the information officer',
  nobody: 'no login; functions of the database only',
} as const

export const SPANS = {
  case: 'as long as its case: until `app.cases.erase_on`; with a draft that is dropped it goes at once',
  alert:
    'as its case, and with a draft that is dropped its key goes and nobody opens it again; for one that became no case no day is set yet',
  report: 'until somebody sets a day: none is set yet',
  person: 'as long as the account: accounts are closed, not deleted',
  session: 'a session 12 hours at most; ended rows stay',
  tries: 'looked at for an hour; cleared with the next attempts',
  month: '30 days',
  upload: 'a day',
  drafts: 'the latest twenty of a person, until they are sent or their case is dropped',
  reference: 'until it is changed',
  log: 'for ever; nothing of it is changed or deleted',
  figures: 'as long as the figures are asked for; they name nobody',
  instance: 'as long as the instance',
  living: 'while its case is worked on',
} as const

export type TableWords = {
  /** What one row is. */
  row: string
  level: keyof typeof LEVELS
  read: keyof typeof READERS
  span: keyof typeof SPANS
  /** What a column means, where no form asks for it and its name does not say it already. */
  columns?: Readonly<Record<string, string>>
}

/** Columns that mean the same wherever they stand. */
export const SHARED_COLUMNS: Readonly<Record<string, string>> = {
  id: 'the number of the row',
  case_id: 'the case it belongs to',
  office_id: 'the office it belongs to; it follows its case',
  sensitivity: 'S3, or S4 where the case is restricted; it follows its case',
  key_id: 'under which key the sealed value lies',
  version: 'how often it was changed; whoever saves says which one they saw',
  user_id: 'which account',
  person_id: 'which person of the case',
  referral_id: 'which referral',
  alert_id: 'which alert',
  partner_code: 'which agency',
  actor_id: 'who did it',
  at: 'when',
  created_at: 'when it was made',
  verb: 'which verb',
  from_state: 'the state before',
  to_state: 'the state after',
  party: 'as what they acted: team, lead, supervisor, partner, recorded, system',
  due_at: 'until when something is owed; empty where nothing is',
  tokens: 'keyed numbers of words, places and telephones; nothing can be read out of them',
  region: 'the region',
  month: 'the month',
  sex: 'sex as it counts',
  age_group: 'age group as it counts',
}

/** A table of places, agencies or rules, which says nothing of anybody. */
export const reference = (row: string, columns?: Record<string, string>): TableWords => ({
  row,
  level: 'reference',
  read: 'staff',
  span: 'reference',
  ...(columns && { columns }),
})
