import { date, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const consents = appSchema.table('consents', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  purpose: text('purpose').notNull(),
  partnerCode: text('partner_code'),
  service: text('service'),
  status: text('status').notNull(),
  mode: text('mode'),
  giver: text('giver').notNull(),
  language: text('language'),
  wordingVersion: text('wording_version').notNull(),
  legalBasis: text('legal_basis').notNull().default(databaseDefault),
  facts: text('facts').array().notNull().default(databaseDefault),
  givenAt: instant('given_at').notNull().default(databaseDefault),
  expiresOn: date('expires_on'),
  withdrawnAt: instant('withdrawn_at'),
  recordedBy: uuid('recorded_by').notNull(),
  secondPersonId: uuid('second_person_id'),
  rule: text('rule'),
  reason: text('reason'),
  situation: jsonb('situation').$type<Record<string, string>>().notNull().default(databaseDefault),
  confirmBy: text('confirm_by'),
  needsReview: text('needs_review'),
  keyId: uuid('key_id').notNull(),
  detail: bytes('detail').notNull(),
  version: integer('version').notNull().default(databaseDefault),
})
