import { date, integer, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns'
import { appSchema } from './schemas'

export const assessments = appSchema.table('assessments', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  instrument: text('instrument').notNull(),
  discipline: text('discipline', { enum: ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'] }).notNull(),
  state: text('state', { enum: ['DRAFT', 'FINISHED'] }).notNull(),
  results: text('results').array().notNull(),
  writtenBy: uuid('written_by').notNull(),
  begunAt: instant('begun_at').notNull(),
  changedBy: uuid('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
  finishedAt: instant('finished_at'),
  version: integer('version').notNull(),
  /** Of which monitoring visit it is the sheet. */
  visitId: uuid('visit_id'),
})

export const assessmentAnswers = appSchema.table('assessment_answers', {
  assessmentId: uuid('assessment_id').notNull(),
  version: integer('version').notNull(),
  part: text('part').notNull(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  keyId: uuid('key_id').notNull(),
  body: bytes('body').notNull(),
  writtenBy: uuid('written_by').notNull(),
  writtenAt: instant('written_at').notNull(),
})

/** Of violence based on gender: neither case nor person stands here. */
export const incidentAnswers = appSchema.table('incident_answers', {
  assessmentId: uuid('assessment_id').notNull(),
  version: integer('version').notNull(),
  part: text('part').notNull(),
  keyId: uuid('key_id').notNull(),
  body: bytes('body').notNull(),
  writtenBy: uuid('written_by').notNull(),
  writtenAt: instant('written_at').notNull(),
})

export const panelDecisions = appSchema.table('panel_decisions', {
  assessmentId: uuid('assessment_id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  decision: text('decision', { enum: ['AGREED', 'OTHER', 'MORE'] }).notNull(),
  decidedOn: date('decided_on').notNull(),
  decidedBy: uuid('decided_by').notNull(),
  decidedAt: instant('decided_at').notNull(),
  keyId: uuid('key_id').notNull(),
  words: bytes('words').notNull(),
})
