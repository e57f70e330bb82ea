import { text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { vaultSchema } from './schemas'

export const vaultKeys = vaultSchema.table('keys', {
  id: uuid('id').primaryKey(),
  scope: text('scope').notNull(),
  caseId: uuid('case_id'),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  compartment: text('compartment'),
  alertId: uuid('alert_id'),
  shareId: uuid('share_id'),
  reportId: uuid('report_id'),
  transferId: uuid('transfer_id'),
  assessmentId: uuid('assessment_id'),
  part: text('part'),
  documentId: uuid('document_id'),
  wrapped: bytes('wrapped').notNull(),
  createdAt: instant('created_at').notNull().default(databaseDefault),
})
