import { sql } from 'drizzle-orm'
import { caseTransfers } from '@/lib/platform/db/schema'

/** It waits for an answer, or for an agency's yes to be handed out; word for word as the unique index says it. */
export const pending = sql`(${caseTransfers.state} = 'OFFERED' or (${caseTransfers.state} = 'ACCEPTED' and ${caseTransfers.kind} = 'EXTERNAL'))`
