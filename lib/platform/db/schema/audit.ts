import { bigint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, databaseDefault, instant } from './columns'
import { auditSchema } from './schemas'

export const auditEvents = auditSchema.table('events', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  xid: text('xid').notNull().default(databaseDefault),
  at: instant('at').notNull().default(databaseDefault),
  actorId: uuid('actor_id'),
  sessionId: uuid('session_id'),
  onBehalfOf: uuid('on_behalf_of'),
  action: text('action').notNull(),
  objectType: text('object_type').notNull(),
  objectId: text('object_id').notNull().default(databaseDefault),
  caseId: uuid('case_id'),
  outcome: text('outcome').notNull(),
  detail: text('detail').notNull().default(databaseDefault),
  canonical: bytes('canonical').notNull(),
  mac: bytes('mac').notNull(),
})
