import { bigint, boolean, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { accessSchema } from './schemas'

export const offices = accessSchema.table('offices', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  phone: text('phone').notNull().default(databaseDefault),
  region: text('region').notNull().default(databaseDefault),
})

export const users = accessSchema.table('users', {
  id: uuid('id').primaryKey().default(databaseDefault),
  email: text('email').notNull(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  partnerCode: text('partner_code'),
  baseId: uuid('base_id'),
  locale: text('locale').notNull().default(databaseDefault),
  active: boolean('active').notNull().default(databaseDefault),
  languages: text('languages').array().notNull().default(databaseDefault),
})

export const userOffices = accessSchema.table('user_offices', {
  userId: uuid('user_id').notNull(),
  officeId: text('office_id').notNull(),
})

export const credentials = accessSchema.table('credentials', {
  userId: uuid('user_id').primaryKey(),
  passwordHash: text('password_hash').notNull(),
  changedAt: instant('changed_at').notNull().default(databaseDefault),
})

export const sessions = accessSchema.table('sessions', {
  id: uuid('id').primaryKey().default(databaseDefault),
  tokenHash: bytes('token_hash').notNull(),
  userId: uuid('user_id').notNull(),
  kind: text('kind').notNull(),
  createdAt: instant('created_at').notNull().default(databaseDefault),
  lastSeenAt: instant('last_seen_at').notNull().default(databaseDefault),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
})

export const signInAttempts = accessSchema.table('sign_in_attempts', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  accountHash: bytes('account_hash').notNull(),
  addressHash: bytes('address_hash').notNull(),
  at: instant('at').notNull().default(databaseDefault),
})
