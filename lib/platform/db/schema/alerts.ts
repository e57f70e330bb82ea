import { boolean, date, integer, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const alerts = appSchema.table('alerts', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull(),
  state: text('state').notNull().default(databaseDefault),
  /** Of displacement-tracking staff; nothing where an agency referred the person. */
  flowPoint: text('flow_point'),
  source: text('source', { enum: ['FMP', 'AGENCY'] })
    .notNull()
    .default(databaseDefault),
  agency: text('agency'),
  cercle: text('cercle'),
  /** What the agency wrote, sealed. */
  referral: bytes('referral'),
  officeId: text('office_id').notNull(),
  raisedBy: uuid('raised_by').notNull(),
  raisedAt: instant('raised_at').notNull().default(databaseDefault),
  seenOn: date('seen_on').notNull(),
  urgency: text('urgency').notNull(),
  sex: text('sex').notNull(),
  age: smallint('age').notNull(),
  ageEstimated: boolean('age_estimated').notNull().default(databaseDefault),
  nationality: text('nationality').notNull(),
  vulnerabilities: text('vulnerabilities').array().notNull(),
  contactAgreed: text('contact_agreed').notNull(),
  keyId: uuid('key_id').notNull(),
  identity: bytes('identity').notNull(),
  dueAt: instant('due_at'),
  reason: text('reason'),
  caseId: uuid('case_id'),
  /** The reach of its case; nobody writes it. */
  caseOfficeId: text('case_office_id'),
  caseSensitivity: text('case_sensitivity'),
  triagedBy: uuid('triaged_by'),
  triagedAt: instant('triaged_at'),
  version: integer('version').notNull().default(databaseDefault),
})
