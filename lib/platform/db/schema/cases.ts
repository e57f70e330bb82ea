import { bigint, boolean, date, integer, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const cases = appSchema.table('cases', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull().default(databaseDefault),
  state: text('state').notNull().default(databaseDefault),
  risk: text('risk'),
  leadId: uuid('lead_id').notNull(),
  openedBy: uuid('opened_by').notNull(),
  openedAt: instant('opened_at').notNull().default(databaseDefault),
  registeredAt: instant('registered_at'),
  closedAt: instant('closed_at'),
  closureReason: text('closure_reason'),
  source: text('source').notNull(),
  flowPoint: text('flow_point'),
  cercle: text('cercle').notNull(),
  alertId: uuid('alert_id'),
  lastContactOn: date('last_contact_on'),
  nextDueAt: instant('next_due_at'),
  nextDueKind: text('next_due_kind'),
  lastVerb: text('last_verb').notNull().default(databaseDefault),
  lastParty: text('last_party').notNull().default(databaseDefault),
  lastActorId: uuid('last_actor_id'),
  closureAskedBy: uuid('closure_asked_by'),
  eraseOn: date('erase_on'),
  askedAt: instant('asked_at'),
  firstActionAt: instant('first_action_at'),
  doNotContact: boolean('do_not_contact').notNull().default(databaseDefault),
  /** The same person's file, which counts; as what this one stood before is the database's to note. */
  mergedInto: uuid('merged_into'),
  mergedFrom: text('merged_from'),
  version: integer('version').notNull().default(databaseDefault),
})

export const caseMembers = appSchema.table('case_members', {
  caseId: uuid('case_id').notNull(),
  userId: uuid('user_id').notNull(),
  capacity: text('capacity').notNull(),
  since: instant('since').notNull().default(databaseDefault),
  until: instant('until'),
})

export const people = appSchema.table('people', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  standing: text('standing').notNull(),
  householdRole: text('household_role'),
  sex: text('sex').notNull(),
  birthYear: smallint('birth_year'),
  ageBasis: text('age_basis'),
  nationality: text('nationality'),
  displacementStatus: text('displacement_status'),
  originCercle: text('origin_cercle'),
  documentStatus: text('document_status'),
  languages: text('languages').array().notNull().default(databaseDefault),
  specificNeeds: text('specific_needs').array().notNull().default(databaseDefault),
  concerns: text('concerns').array().notNull().default(databaseDefault),
  safeContact: text('safe_contact'),
  householdSize: smallint('household_size'),
  keyId: uuid('key_id').notNull(),
  identity: bytes('identity').notNull(),
  version: integer('version').notNull().default(databaseDefault),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at'),
})

/** Whether two files are of one person: a first word, a second person's, and what was taken back. */
export const samePerson = appSchema.table('same_person', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  intoCaseId: uuid('into_case_id').notNull(),
  intoOfficeId: text('into_office_id').notNull(),
  intoSensitivity: text('into_sensitivity').notNull(),
  foundAt: instant('found_at').notNull(),
  said: text('said', { enum: ['SAME', 'TWO', 'UNSURE'] }),
  saidBy: uuid('said_by'),
  saidAt: instant('said_at'),
  decided: text('decided', { enum: ['YES', 'NO'] }),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  undoBy: uuid('undo_by'),
  undoAt: instant('undo_at'),
  undoneBy: uuid('undone_by'),
  undoneAt: instant('undone_at'),
  version: integer('version').notNull(),
})

export const notes = appSchema.table('notes', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
  compartment: text('compartment').notNull(),
  writtenBy: uuid('written_by').notNull(),
  writtenAt: instant('written_at').notNull().default(databaseDefault),
  keyId: uuid('key_id').notNull(),
  body: bytes('body').notNull(),
})

export const caseEvents = appSchema.table('case_events', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  caseId: uuid('case_id').notNull(),
  verb: text('verb').notNull(),
  fromState: text('from_state').notNull(),
  toState: text('to_state').notNull(),
  at: instant('at').notNull(),
  actorId: uuid('actor_id'),
  party: text('party').notNull(),
  reason: text('reason'),
  version: integer('version').notNull(),
})
