import { bigint, integer, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const harmReports = appSchema.table('harm_reports', {
  id: uuid('id').primaryKey(),
  referralId: uuid('referral_id').notNull(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  kind: text('kind').notNull(),
  reportedBy: uuid('reported_by').notNull(),
  reportedAt: instant('reported_at').notNull().default(databaseDefault),
  dueAt: instant('due_at'),
  keyId: uuid('key_id'),
  words: bytes('words'),
  verificationId: bigint('verification_id', { mode: 'number' }),
  handledBy: uuid('handled_by'),
  handledAt: instant('handled_at'),
  action: text('action'),
  version: integer('version').notNull().default(databaseDefault),
})

/** Knows no case and no referral: who told it and whom it names stand for its hearer alone. */
export const pseaReports = appSchema.table('psea_reports', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  authorId: uuid('author_id').notNull().default(databaseDefault),
  namedId: uuid('named_id'),
  partnerCode: text('partner_code'),
  safeNow: text('safe_now').notNull(),
  reportedAt: instant('reported_at').notNull().default(databaseDefault),
  dueAt: instant('due_at'),
  keyId: uuid('key_id').notNull(),
  words: bytes('words').notNull(),
  takenAt: instant('taken_at'),
  closedAt: instant('closed_at'),
  outcome: text('outcome'),
  version: integer('version').notNull().default(databaseDefault),
})
