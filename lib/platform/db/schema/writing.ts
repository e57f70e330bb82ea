import { smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const spentKeys = appSchema.table('spent_keys', {
  userId: uuid('user_id').notNull(),
  key: uuid('key').notNull(),
  bodyMac: bytes('body_mac').notNull(),
  status: smallint('status').notNull(),
  location: text('location').notNull(),
  answer: text('answer').notNull().default(databaseDefault),
  at: instant('at').notNull().default(databaseDefault),
})

export const drafts = appSchema.table('drafts', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  form: text('form').notNull(),
  about: text('about').notNull().default(databaseDefault),
  sealed: bytes('sealed').notNull(),
  at: instant('at').notNull().default(databaseDefault),
})
