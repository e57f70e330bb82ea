import { date, integer, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

const onCase = {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
}

export const followUps = appSchema.table('follow_ups', {
  ...onCase,
  type: text('type').notNull(),
  channel: text('channel').notNull(),
  onDay: date('on_day').notNull(),
  outcome: text('outcome').notNull(),
  result: text('result'),
  risk: text('risk'),
  nextOn: date('next_on'),
  laterReason: text('later_reason'),
  recordedBy: uuid('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull().default(databaseDefault),
  keyId: uuid('key_id'),
  words: bytes('words'),
})

export const caseReviews = appSchema.table('case_reviews', {
  ...onCase,
  onDay: date('on_day').notNull(),
  saidWith: text('said_with').notNull(),
  changed: text('changed').array().notNull(),
  leadsTo: text('leads_to').notNull(),
  reviewedBy: uuid('reviewed_by').notNull(),
  reviewedAt: instant('reviewed_at').notNull().default(databaseDefault),
  keyId: uuid('key_id'),
  words: bytes('words'),
})

export const appointments = appSchema.table('appointments', {
  ...onCase,
  /** Empty where it is one discipline's own: then it is sealed with the place. */
  kind: text('kind'),
  startsAt: instant('starts_at').notNull(),
  withId: uuid('with_id'),
  state: text('state').notNull().default(databaseDefault),
  reason: text('reason'),
  movedFrom: uuid('moved_from'),
  bookedBy: uuid('booked_by').notNull(),
  bookedAt: instant('booked_at').notNull().default(databaseDefault),
  endedBy: uuid('ended_by'),
  endedAt: instant('ended_at'),
  version: integer('version').notNull().default(databaseDefault),
  keyId: uuid('key_id').notNull(),
  words: bytes('words').notNull(),
})
