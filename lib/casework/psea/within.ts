import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { pseaReports } from '@/lib/platform/db/schema'

/** Which reports of abuse exist for this actor: those they hear now. Never one they wrote or are named in. */
export const within = ({ userId }: Actor) =>
  sql`(app.psea_hearer(${pseaReports.officeId}, ${pseaReports.authorId}, ${pseaReports.namedId}) = ${userId}
    and ${pseaReports.authorId} <> ${userId} and ${pseaReports.namedId} is distinct from ${userId})`
