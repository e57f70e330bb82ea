import { date, text, uuid } from 'drizzle-orm/pg-core'
import { databaseDefault } from './columns'
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
  state: text('state').notNull().default(databaseDefault),
  pausedUntil: date('paused_until'),
  verifiedOn: date('verified_on').notNull(),
  note: text('note').notNull().default(databaseDefault),
  place: text('place').notNull().default(databaseDefault),
})
