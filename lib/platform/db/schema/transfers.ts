import { integer, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns'
import { appSchema } from './schemas'

export const caseTransfers = appSchema.table('case_transfers', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  code: text('code').notNull(),
  kind: text('kind', { enum: ['INTERNAL'] }).notNull(),
  fromOffice: text('from_office').notNull(),
  toOffice: text('to_office'),
  toSupervisor: uuid('to_supervisor'),
  reason: text('reason').notNull(),
  told: text('told').notNull(),
  offeredBy: uuid('offered_by').notNull(),
  offeredAs: text('offered_as', { enum: ['lead', 'supervisor'] }).notNull(),
  offeredAt: instant('offered_at').notNull(),
  answerBy: instant('answer_by').notNull(),
  keyId: uuid('key_id').notNull(),
  note: bytes('note').notNull(),
  state: text('state', { enum: ['OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'ENDED'] }).notNull(),
  answeredBy: uuid('answered_by'),
  answeredAt: instant('answered_at'),
  refusal: text('refusal'),
  toLead: uuid('to_lead'),
  version: integer('version').notNull(),
})
