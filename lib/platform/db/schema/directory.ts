import { bigint, boolean, date, integer, jsonb, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { databaseDefault, instant } from './columns'
import { appSchema } from './schemas'

export const flowPoints = appSchema.table('flow_points', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  officeId: text('office_id').notNull(),
  cercle: text('cercle').notNull(),
})

export const cercleOffices = appSchema.table('cercle_offices', {
  cercle: text('cercle').primaryKey(),
  officeId: text('office_id').notNull(),
})

export const partners = appSchema.table('partners', {
  code: text('code').primaryKey(),
  nameFr: text('name_fr').notNull(),
  nameEn: text('name_en').notNull(),
  shortName: text('short_name').notNull(),
  providerType: text('provider_type').notNull(),
  agreementFrom: date('agreement_from'),
  agreementUntil: date('agreement_until'),
  phone: text('phone').notNull().default(databaseDefault),
})

export const directoryEntries = appSchema.table('directory_entries', {
  id: uuid('id').primaryKey().default(databaseDefault),
  partnerCode: text('partner_code').notNull(),
  service: text('service').notNull(),
  officeId: text('office_id').notNull(),
  cercles: text('cercles').array().notNull(),
  state: text('state', { enum: ['OPEN', 'WAITING', 'FULL', 'PAUSED'] })
    .notNull()
    .default(databaseDefault),
  waitDays: smallint('wait_days'),
  places: smallint('places'),
  pausedUntil: date('paused_until'),
  eligibility: text('eligibility').notNull().default(databaseDefault),
  hours: text('hours').notNull().default(databaseDefault),
  price: text('price').notNull().default(databaseDefault),
  languages: text('languages').array().notNull().default(databaseDefault),
  womenOnStaff: boolean('women_on_staff'),
  verifiedOn: date('verified_on').notNull(),
  verifiedBy: uuid('verified_by'),
  note: text('note').notNull().default(databaseDefault),
  place: text('place').notNull().default(databaseDefault),
  mail: text('mail').notNull().default(databaseDefault),
  version: integer('version').notNull().default(databaseDefault),
  /** Since when its keeper is asked about places, as the database found it. */
  askedAt: instant('asked_at'),
  /** The public key to which files for this entry are sealed; empty where the agency gave none. */
  recipient: text('recipient').notNull().default(databaseDefault),
})

export const directoryChanges = appSchema.table('directory_changes', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
  entryId: uuid('entry_id').notNull(),
  kind: text('kind', { enum: ['ADDED', 'VERIFIED', 'CHANGED'] }).notNull(),
  at: instant('at').notNull().default(databaseDefault),
  byId: uuid('by_id').notNull(),
  /** Each column that changed, before and after. */
  changed: jsonb('changed').$type<Record<string, [unknown, unknown]>>().notNull(),
})
