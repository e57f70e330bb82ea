import { text, uuid } from 'drizzle-orm/pg-core'
import { databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const staffFunctions = appSchema.table('staff_functions', {
  id: uuid('id').primaryKey().default(databaseDefault),
  personId: uuid('person_id').notNull(),
  function: text('function').notNull(),
  officeId: text('office_id'),
  region: text('region'),
  fromAt: instant('from_at').notNull().default(databaseDefault),
  untilAt: instant('until_at'),
})

export const tasks = appSchema.table('tasks', {
  id: uuid('id').primaryKey().default(databaseDefault),
  kind: text('kind').notNull(),
  subjectType: text('subject_type', { enum: ['case', 'referral', 'alert', 'action'] }).notNull(),
  subjectId: uuid('subject_id').notNull(),
  caseId: uuid('case_id'),
  alertId: uuid('alert_id'),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  holderId: uuid('holder_id'),
  dueAt: instant('due_at'),
  state: text('state', { enum: ['OPEN', 'DONE', 'DROPPED'] }).notNull(),
  reason: text('reason'),
  openedBy: uuid('opened_by'),
  openedAt: instant('opened_at').notNull().default(databaseDefault),
  doneBy: uuid('done_by'),
  doneAt: instant('done_at'),
  outcome: text('outcome'),
})
