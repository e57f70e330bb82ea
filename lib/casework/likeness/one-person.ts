import { type SQL, sql } from 'drizzle-orm'
import { within } from '@/lib/casework/cases/within'
import type { Actor } from '@/lib/platform/access/actor'
import { cases } from '@/lib/platform/db/schema'

/** The code of the file at which another one points; null where it points nowhere, or out of this reach. */
export const knownCode = (actor: Actor, mergedInto: string | null): SQL =>
  sql`(select ${cases.code} from ${cases} where ${cases.id} = ${mergedInto}::uuid and ${within(actor)})`

/** The codes of the files that point at this one, as JSON, the oldest first; as far as they are in reach. */
export const pointingCodes = (actor: Actor, caseId: string): SQL =>
  sql`(select json_agg(${cases.code} order by ${cases.openedAt}) from ${cases}
    where ${cases.mergedInto} = ${caseId}::uuid and ${within(actor)})`
