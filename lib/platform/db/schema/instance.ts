import { boolean, text } from 'drizzle-orm/pg-core'
import { databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const instance = appSchema.table('instance', {
  onlyRow: boolean('only_row').primaryKey().default(databaseDefault),
  id: text('id').notNull(),
  demo: boolean('demo').notNull(),
  caseworkOffset: text('casework_offset').notNull().default(databaseDefault),
  createdAt: instant('created_at').notNull().default(databaseDefault),
})
