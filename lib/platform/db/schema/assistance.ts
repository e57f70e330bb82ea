import { date, integer, text, uuid } from 'drizzle-orm/pg-core'
import { databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const assistance = appSchema.table('assistance', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  service: text('service').notNull(),
  quantity: integer('quantity').notNull(),
  unit: text('unit').notNull(),
  givenOn: date('given_on').notNull(),
  donor: text('donor').notNull(),
  givenBy: uuid('given_by').notNull(),
  recordedAt: instant('recorded_at').notNull().default(databaseDefault),
})
