import { boolean, date, integer, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

const ofCase = {
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
}

export const planGoals = appSchema.table('plan_goals', {
  id: uuid('id').primaryKey(),
  ...ofCase,
  template: text('template'),
  place: smallint('place').notNull(),
  state: text('state', { enum: ['OPEN', 'MET', 'LEFT'] }).notNull(),
  endedOn: date('ended_on'),
  agreedOn: date('agreed_on').notNull(),
  keyId: uuid('key_id').notNull(),
  words: bytes('words'),
  addedBy: uuid('added_by').notNull(),
  addedAt: instant('added_at').notNull().default(databaseDefault),
  version: integer('version').notNull(),
})

export const planActions = appSchema.table('plan_actions', {
  id: uuid('id').primaryKey(),
  ...ofCase,
  goalId: uuid('goal_id').notNull(),
  template: text('template'),
  owner: text('owner', { enum: ['US', 'PERSON', 'PARTNER'] }).notNull(),
  holderId: uuid('holder_id'),
  service: text('service'),
  keyId: uuid('key_id').notNull(),
  words: bytes('words'),
  agreedOn: date('agreed_on').notNull(),
  limitHours: integer('limit_hours'),
  limitDays: integer('limit_days'),
  limitRisk: text('limit_risk', { enum: ['first-action', 'assess', 'plan', 'follow-up', 'supervise'] }),
  countedFrom: instant('counted_from').notNull(),
  dueAt: instant('due_at').notNull(),
  dueBy: text('due_by', { enum: ['HOURS', 'DAYS', 'RISK', 'CHOSEN'] }).notNull(),
  risk: text('risk'),
  movedReason: text('moved_reason'),
  redatedAt: instant('redated_at'),
  state: text('state', { enum: ['OPEN', 'DONE', 'SKIPPED'] }).notNull(),
  doneOn: date('done_on'),
  skipReason: text('skip_reason'),
  endedBy: uuid('ended_by'),
  endedAt: instant('ended_at'),
  handedBy: uuid('handed_by'),
  handedAt: instant('handed_at'),
  addedBy: uuid('added_by').notNull(),
  addedAt: instant('added_at').notNull().default(databaseDefault),
  version: integer('version').notNull(),
})

export const planApprovals = appSchema.table('plan_approvals', {
  id: uuid('id').primaryKey(),
  ...ofCase,
  askedBy: uuid('asked_by').notNull(),
  askedAt: instant('asked_at').notNull().default(databaseDefault),
  dueAt: instant('due_at').notNull(),
  decided: text('decided', { enum: ['APPROVED', 'RETURNED'] }),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  keyId: uuid('key_id').notNull(),
  comment: bytes('comment'),
  version: integer('version').notNull(),
})

export const planChanges = appSchema.table('plan_changes', {
  action: text('action').primaryKey(),
  off: boolean('off').notNull(),
  hours: integer('hours'),
  days: integer('days'),
  changedBy: uuid('changed_by').notNull(),
  changedAt: instant('changed_at').notNull().default(databaseDefault),
})
