import { boolean, date, integer, jsonb, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

/** Amounts in XOF by line of the budget. */
export type GrantLines = Partial<Record<string, number>>

const ofCase = {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  sensitivity: text('sensitivity').notNull(),
}

export const returnPaths = appSchema.table('return_paths', {
  ...ofCase,
  kind: text('kind', { enum: ['TO_RETURN', 'HOME'] }).notNull(),
  because: text('because').notNull(),
  originCountry: text('origin_country').notNull(),
  transit: text('transit').array().notNull(),
  returnCountry: text('return_country').notNull(),
  needs: text('needs').array().notNull(),
  escort: boolean('escort').notNull(),
  departsOn: date('departs_on'),
  arrivedOn: date('arrived_on'),
  openedBy: uuid('opened_by').notNull(),
  openedAt: instant('opened_at').notNull().default(databaseDefault),
  version: integer('version').notNull(),
})

export const returnSteps = appSchema.table('return_steps', {
  ...ofCase,
  step: text('step').notNull(),
  state: text('state', { enum: ['DONE', 'NOT_NEEDED', 'TODO'] }).notNull(),
  onDay: date('on_day'),
  reason: text('reason'),
  notedBy: uuid('noted_by').notNull(),
  notedAt: instant('noted_at').notNull().default(databaseDefault),
})

export const returnGrants = appSchema.table('return_grants', {
  ...ofCase,
  kind: text('kind'),
  model: text('model'),
  lines: jsonb('lines').$type<GrantLines>().notNull(),
  total: integer('total').generatedAlwaysAs(databaseDefault).notNull(),
  quotes: smallint('quotes').notNull(),
  quotesReason: text('quotes_reason'),
  sure: boolean('sure').notNull(),
  keyId: uuid('key_id').notNull(),
  supplier: bytes('supplier').notNull(),
  state: text('state', { enum: ['DRAFT', 'ASKED', 'APPROVED', 'RETURNED', 'DROPPED'] }).notNull(),
  lastVerb: text('last_verb', { enum: ['save', 'ask', 'approve', 'return', 'drop'] }).notNull(),
  madeBy: uuid('made_by').notNull(),
  madeAt: instant('made_at').notNull().default(databaseDefault),
  askedBy: uuid('asked_by'),
  askedAt: instant('asked_at'),
  decidedBy: uuid('decided_by'),
  decidedAt: instant('decided_at'),
  reason: text('reason'),
  version: integer('version').notNull(),
})

export const grantDeliveries = appSchema.table('grant_deliveries', {
  ...ofCase,
  grantId: uuid('grant_id').notNull(),
  deliveredOn: date('delivered_on').notNull(),
  lines: jsonb('lines').$type<GrantLines>().notNull(),
  total: integer('total').generatedAlwaysAs(databaseDefault).notNull(),
  receipt: text('receipt', { enum: ['SIGNED', 'THUMB'] }).notNull(),
  keyId: uuid('key_id').notNull(),
  witness: bytes('witness').notNull(),
  givenBy: uuid('given_by').notNull(),
  notedAt: instant('noted_at').notNull().default(databaseDefault),
})

/** A document of the case that is the receipt of a delivery. */
export const deliveryReceipts = appSchema.table('delivery_receipts', {
  ...ofCase,
  deliveryId: uuid('delivery_id').notNull(),
  documentId: uuid('document_id').notNull(),
  tiedBy: uuid('tied_by').notNull(),
  tiedAt: instant('tied_at').notNull().default(databaseDefault),
})

export const grantVisits = appSchema.table('grant_visits', {
  ...ofCase,
  grantId: uuid('grant_id').notNull(),
  visit: text('visit').notNull(),
  visitedOn: date('visited_on').notNull(),
  outcome: text('outcome').notNull(),
  follow: text('follow').notNull(),
  visitedBy: uuid('visited_by').notNull(),
  notedAt: instant('noted_at').notNull().default(databaseDefault),
})
