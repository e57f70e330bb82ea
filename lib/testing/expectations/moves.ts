import { isTeam, type Relation } from './relations'

/** The referral's moves as the design's table has them, with what each writes. Values are SQL of the acting person. */
export type Claim = 'team' | 'author' | 'supervisor' | 'partner' | 'recorded'
export type MoveRule = {
  verb: string
  from: readonly string[]
  /** 'same' keeps the state. */
  to: string
  by: readonly Claim[]
  /** The case must be open. */
  caseOpen?: boolean
  set?: Readonly<Record<string, string>>
  /** Not by whoever wrote it. */
  notAuthor?: boolean
  /** What the person said of the service, written in the same try. */
  before?: 'YES' | 'NO'
  /** Who must hear of it has a task: its kind and the step it asks for, opened in the same try. */
  tells?: readonly [kind: string, step: string | null]
}

const NOW = 'clock.casework_now()'
const ME = 'access.actor_id()'
const OPEN = [
  'DRAFT',
  'PENDING_APPROVAL',
  'RETURNED',
  'APPROVED',
  'SENT',
  'ACKNOWLEDGED',
  'INFO_REQUESTED',
  'ACCEPTED',
  'IN_PROGRESS',
]
const DECIDABLE = ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED']
const SERVING = ['ACCEPTED', 'IN_PROGRESS']
const DRAFTS = ['DRAFT', 'RETURNED']
const PARTNER: readonly Claim[] = ['partner', 'recorded']
const SEALED = { submitted_at: NOW }
const NO_APPROVAL = { approved_by: 'null', approved_at: 'null', approved_hash: 'null' }

export const MOVE_RULES: readonly MoveRule[] = [
  { verb: 'edit', from: DRAFTS, to: 'same', by: ['team'], caseOpen: true, set: { without_name: 'true' } },
  { verb: 'submit', from: DRAFTS, to: 'PENDING_APPROVAL', by: ['team'], caseOpen: true, set: SEALED },
  {
    verb: 'approve',
    from: ['PENDING_APPROVAL'],
    to: 'APPROVED',
    by: ['supervisor'],
    notAuthor: true,
    set: { approved_by: ME, approved_at: NOW, approved_hash: 'payload_hash' },
  },
  {
    verb: 'return',
    from: ['PENDING_APPROVAL', 'APPROVED'],
    to: 'RETURNED',
    by: ['supervisor'],
    set: { ...NO_APPROVAL, reason: "'OTHER'" },
  },
  {
    verb: 'send-emergency',
    from: DRAFTS,
    to: 'SENT',
    by: ['team'],
    caseOpen: true,
    set: { ...SEALED, sent_at: NOW, emergency_path: 'true' },
  },
  { verb: 'acknowledge', from: ['SENT'], to: 'ACKNOWLEDGED', by: PARTNER },
  { verb: 'ask', from: ['SENT', 'ACKNOWLEDGED'], to: 'INFO_REQUESTED', by: PARTNER },
  { verb: 'answer', from: ['INFO_REQUESTED'], to: 'ACKNOWLEDGED', by: ['team'] },
  {
    verb: 'accept',
    tells: ['TELL_PERSON', null],
    from: DECIDABLE,
    to: 'ACCEPTED',
    by: PARTNER,
    set: { answered_at: NOW, expected_on: "date '2014-07-03'" },
  },
  {
    verb: 'decline',
    tells: ['NEXT_STEP', 'NEXT_PROVIDER'],
    from: DECIDABLE,
    to: 'DECLINED',
    by: PARTNER,
    set: { answered_at: NOW, reason: "'NO_CAPACITY'" },
  },
  { verb: 'begin', from: ['ACCEPTED'], to: 'IN_PROGRESS', by: PARTNER },
  {
    verb: 'complete',
    from: [...SERVING, 'CONTESTED'],
    to: 'COMPLETED',
    by: PARTNER,
    set: { settled_at: NOW, outcome: "'RECEIVED'", outcome_on: "date '2014-06-30'" },
  },
  {
    verb: 'report-not-accessed',
    tells: ['NEXT_STEP', 'PAY'],
    from: SERVING,
    to: 'NOT_ACCESSED',
    by: ['partner', 'team', 'recorded'],
    set: { settled_at: NOW, outcome: "'NOT_RECEIVED'", reason: "'COST'" },
  },
  {
    verb: 'rebook',
    tells: ['TELL_PERSON', null],
    from: ['NOT_ACCESSED'],
    to: 'ACCEPTED',
    by: ['partner', 'team', 'recorded'],
    set: { expected_on: "date '2014-07-03'", settled_at: 'null', outcome: 'null' },
  },
  {
    verb: 'verify',
    from: ['COMPLETED', 'CONTESTED', 'NOT_ACCESSED'],
    to: 'VERIFIED',
    by: ['team'],
    before: 'YES',
  },
  {
    verb: 'contest',
    tells: ['NOT_CONFIRMED', null],
    from: ['COMPLETED'],
    to: 'CONTESTED',
    by: ['team'],
    before: 'NO',
  },
  {
    verb: 'close-unserved',
    tells: ['PROMISED', 'DIRECT_HELP'],
    from: ['CONTESTED', 'NOT_ACCESSED'],
    to: 'CLOSED_UNSERVED',
    by: ['team'],
    set: { unserved_follow: "'DIRECT_HELP'", reason: "'OTHER'" },
  },
  // A "no" that is told as confirmed, a "yes" that is told as contested.
  { verb: 'verify', from: [], to: 'VERIFIED', by: ['team'], before: 'NO' },
  { verb: 'contest', from: [], to: 'CONTESTED', by: ['team'], before: 'YES' },
  // Nothing in the world of writes is withheld from the partner.
  { verb: 'tell-partner', from: [], to: 'same', by: ['team'], set: { untold: 'null' } },
  { verb: 'cancel', from: OPEN, to: 'CANCELLED', by: ['author', 'supervisor'], set: { reason: "'MISTAKE'" } },
  { verb: 'undo', from: ['APPROVED'], to: 'PENDING_APPROVAL', by: ['supervisor'], set: NO_APPROVAL },
  // Deeds that leave the state alone. In the world of writes SENT and ACCEPTED went by the emergency way.
  {
    verb: 'review',
    from: ['SENT', 'ACCEPTED'],
    to: 'same',
    by: ['supervisor'],
    set: { reviewed_by: ME, reviewed_at: NOW, review_verdict: "'JUSTIFIED'" },
  },
  {
    verb: 'reassign',
    from: OPEN.filter((state) => !DRAFTS.includes(state)),
    to: 'same',
    by: ['supervisor'],
    set: { supervisor_id: "case sensitivity when 'S4' then $named::uuid else $supervisor::uuid end" },
  },
  {
    verb: 'remind',
    from: ['SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS'],
    to: 'same',
    by: ['team', 'supervisor'],
  },
  {
    verb: 'confirm-deleted',
    from: ['DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN'],
    to: 'same',
    by: ['partner'],
    set: { partner_deleted_at: NOW },
  },
  {
    verb: 'note-deleted',
    from: ['CANCELLED', 'CONSENT_WITHDRAWN'],
    to: 'same',
    by: ['recorded'],
    set: { deletion_told_on: 'clock.casework_now()::date' },
  },
  {
    verb: 'withdraw-consent',
    from: OPEN,
    to: 'CONSENT_WITHDRAWN',
    by: ['team'],
    set: { reason: "'NOT_SAID'" },
  },
]

/** Which clock runs in a state; where none does, nothing is due. */
const CLOCKS: Readonly<Record<string, string>> = {
  PENDING_APPROVAL: 'approve',
  SENT: 'acknowledge',
  ACKNOWLEDGED: 'decide',
  INFO_REQUESTED: 'reply',
  ACCEPTED: 'feedback',
  IN_PROGRESS: 'feedback',
  COMPLETED: 'verify',
  CONTESTED: 'follow-on',
  NOT_ACCESSED: 'follow-on',
}
/** What a move into a state says of its clock. */
export const dueIn = (state: string): Readonly<Record<string, string>> =>
  state === 'same'
    ? {}
    : CLOCKS[state]
      ? { due_at: "clock.casework_now() + interval '50 minutes'", due_kind: `'${CLOCKS[state]}'` }
      : { due_at: 'null', due_kind: 'null' }

/** As what somebody may act on a referral. The lead of the world's cases wrote the referrals. */
export function claimsOf(relation: Relation, isAuthor: boolean): readonly Claim[] {
  if (relation === 'partner') return ['partner']
  if (isTeam(relation)) return isAuthor ? ['team', 'author', 'recorded'] : ['team', 'recorded']
  return relation === 'supervisor' ? ['supervisor', 'recorded'] : []
}

/** Columns that no move but the named ones may touch; `version` and who, when and as what are tried apart. */
export const NEVER_BY_A_MOVE: Readonly<Record<string, string>> = {
  author_id: '$other',
  office_id: "'GAO'",
  sensitivity: "case sensitivity when 'S3' then 'S4' else 'S3' end",
  partner_code: "'SAVE'",
  service: "'CP_CARE'",
  priority: "'NORMAL'",
  facts: "'{phone}'",
  payload_hash: "'\\x0102'",
  draft: "'\\x0102'",
  approved_by: '$other',
  approved_at: NOW,
  approved_hash: "'\\x0102'",
  reviewed_by: ME,
  reviewed_at: NOW,
  review_verdict: "'JUSTIFIED'",
  emergency_path: 'not emergency_path',
  sent_at: "timestamptz '2014-06-01'",
  answered_at: "timestamptz '2014-06-01'",
  settled_at: "timestamptz '2014-06-01'",
  submitted_at: "timestamptz '2014-06-01'",
  ended_at: "timestamptz '2014-06-01'",
  outcome: "'PARTLY'",
  outcome_on: "date '2014-06-29'",
  untold: "'INQUIRY'",
  unserved_follow: "'NOTHING_WANTED'",
  partner_deleted_at: NOW,
  deletion_told_on: 'clock.casework_now()::date',
  supervisor_id: ME,
  previous_id: 'id',
  consent_id: 'null',
  key_id: 'gen_random_uuid()',
}

/** Which of those a verb does write, and so is not tried as a trespass with it. */
export const ALSO_WRITES: Readonly<Record<string, readonly string[]>> = {
  edit: ['partner_code', 'service', 'priority', 'facts', 'draft'],
  contest: ['untold'],
  submit: ['draft', 'payload_hash'],
  'send-emergency': ['draft', 'payload_hash'],
  complete: ['outcome', 'outcome_on'],
}
