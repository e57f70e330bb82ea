import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { assessments } from '@/lib/platform/db/schema'
import { within } from './within'

/** When a danger of suicide was last assessed with an answer, whichever it was; as one value beside others of a statement. */
export const suicideAssessedJson = (actor: Actor, caseId: string): SQL =>
  sql`(select max(${assessments.finishedAt}) from ${assessments} where ${assessments.caseId} = ${caseId}
    and ${assessments.instrument} = 'PSY_SUICIDE' and ${assessments.results} <> '{}' and ${within(actor)})`
