import { sql } from 'drizzle-orm'
import { bigint, boolean, date, integer, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { unions } from '@/lib/base/codes/unions'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

const state = (name: string) => text(name, { enum: unions.referral_status })
/** The database computes it; here it is only read. */
const computed = sql`default`

export const referrals = appSchema.table('referrals', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  /** The office whose partner base received it, where the case has moved to another one since. */
  baseOfficeId: text('base_office_id'),
  sensitivity: text('sensitivity').notNull(),
  partnerCode: text('partner_code').notNull(),
  entryId: uuid('entry_id'),
  service: text('service').notNull(),
  priority: text('priority').notNull(),
  state: state('state').notNull().default(databaseDefault),
  authorId: uuid('author_id').notNull(),
  supervisorId: uuid('supervisor_id'),
  consentId: uuid('consent_id'),
  previousId: uuid('previous_id'),
  facts: text('facts').array().notNull().default(databaseDefault),
  withoutName: boolean('without_name').notNull().default(databaseDefault),
  keyId: uuid('key_id').notNull(),
  draft: bytes('draft'),
  payloadHash: bytes('payload_hash'),
  approvedHash: bytes('approved_hash'),
  approvedBy: uuid('approved_by'),
  approvedAt: instant('approved_at'),
  submittedAt: instant('submitted_at'),
  sentAt: instant('sent_at'),
  answeredAt: instant('answered_at'),
  settledAt: instant('settled_at'),
  endedAt: instant('ended_at'),
  emergencyPath: boolean('emergency_path').notNull().default(databaseDefault),
  reviewedBy: uuid('reviewed_by'),
  reviewedAt: instant('reviewed_at'),
  reviewVerdict: text('review_verdict'),
  outcome: text('outcome'),
  outcomeOn: date('outcome_on'),
  expectedOn: date('expected_on'),
  reason: text('reason'),
  partnerDeletedAt: instant('partner_deleted_at'),
  dueAt: instant('due_at'),
  dueKind: text('due_kind'),
  lastVerb: text('last_verb').notNull().default(databaseDefault),
  lastParty: text('last_party').notNull().default(databaseDefault),
  lastChannel: text('last_channel').notNull().default(databaseDefault),
  lastActorId: uuid('last_actor_id'),
  lastAt: instant('last_at').notNull().default(databaseDefault),
  version: integer('version').notNull().default(databaseDefault),
  untold: text('untold'),
  unservedFollow: text('unserved_follow'),
  deletionToldOn: date('deletion_told_on'),
  readingSince: instant('reading_since').notNull().default(databaseDefault),
  // What the partner's login reads instead of state and due date.
  partnerState: state('partner_state').notNull().generatedAlwaysAs(computed),
  partnerDueAt: instant('partner_due_at').generatedAlwaysAs(computed),
  partnerDueKind: text('partner_due_kind').generatedAlwaysAs(computed),
})

export const referralEvents = appSchema.table('referral_events', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  referralId: uuid('referral_id').notNull(),
  verb: text('verb').notNull(),
  fromState: text('from_state').notNull(),
  toState: state('to_state').notNull(),
  at: instant('at').notNull(),
  actorId: uuid('actor_id'),
  party: text('party').notNull(),
  channel: text('channel').notNull(),
  reason: text('reason'),
  /** The reason where it was the partner's own word; all that a partner reads of it. The database fills it. */
  theirReason: text('their_reason').generatedAlwaysAs(
    sql`case when party in ('partner', 'recorded') then reason end`,
  ),
  version: integer('version').notNull(),
})

export const referralMessages = appSchema.table('referral_messages', {
  id: uuid('id').primaryKey(),
  referralId: uuid('referral_id').notNull(),
  at: instant('at').notNull().default(databaseDefault),
  authorId: uuid('author_id'),
  party: text('party').notNull(),
  keyId: uuid('key_id').notNull(),
  body: bytes('body').notNull(),
})

/** The words behind a coded reason; `version` is the referral's after that move. */
export const referralComments = appSchema.table('referral_comments', {
  referralId: uuid('referral_id').notNull(),
  version: integer('version').notNull(),
  authorId: uuid('author_id').notNull(),
  at: instant('at').notNull().default(databaseDefault),
  keyId: uuid('key_id').notNull(),
  body: bytes('body').notNull(),
})

export const verifications = appSchema.table('verifications', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  referralId: uuid('referral_id').notNull(),
  received: text('received').notNull(),
  satisfied: text('satisfied').notNull(),
  wanted: text('wanted'),
  askedOn: date('asked_on').notNull(),
  askedBy: uuid('asked_by').notNull(),
  keyId: uuid('key_id').notNull(),
  note: bytes('note').notNull(),
})

export const shares = appSchema.table('shares', {
  id: uuid('id').primaryKey(),
  referralId: uuid('referral_id').notNull(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  partnerCode: text('partner_code').notNull(),
  consentId: uuid('consent_id').notNull(),
  stage: smallint('stage').notNull(),
  keyId: uuid('key_id').notNull(),
  payload: bytes('payload').notNull(),
  sealedAt: instant('sealed_at').notNull().default(databaseDefault),
  endedAt: instant('ended_at'),
  until: date('until'),
})

export const referralTransitions = appSchema.table('referral_transitions', {
  verb: text('verb').notNull(),
  fromState: text('from_state').notNull(),
  toState: text('to_state').notNull(),
  byParty: text('by_party').notNull(),
})
