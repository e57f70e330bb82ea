import { bigint, jsonb, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { databaseDefault, instant } from './columns'
import { jobsSchema } from './schemas'

export const outbox = jobsSchema.table('outbox', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  task: text('task').notNull(),
  subjectId: uuid('subject_id'),
  body: jsonb('body').notNull().default(databaseDefault),
  runAt: instant('run_at').notNull(),
  attempts: smallint('attempts').notNull().default(databaseDefault),
  doneAt: instant('done_at'),
  failedAt: instant('failed_at'),
  result: text('result'),
  createdAt: instant('created_at').notNull().default(databaseDefault),
})
