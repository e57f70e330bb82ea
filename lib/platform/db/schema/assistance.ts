import { date, integer, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

/** What a donor pays for, from a day until another or for good. */
export const projects = appSchema.table('projects', {
  id: text('id').primaryKey(),
  donor: text('donor').notNull(),
  name: text('name').notNull(),
  fromOn: date('from_on').notNull(),
  untilOn: date('until_on'),
  version: integer('version').notNull().default(1),
})

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
  /** PERSON, HOUSEHOLD or CHOSEN; lines from before it was asked say nothing. */
  forWhom: text('for_whom'),
  forPeople: uuid('for_people').array(),
  reached: smallint('reached'),
  projectId: text('project_id'),
  endedAt: instant('ended_at'),
  endedBy: uuid('ended_by'),
  endedReason: text('ended_reason'),
  replacedBy: uuid('replaced_by'),
})
