import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { caseTransfers } from '@/lib/platform/db/schema'
import { pending } from './pending'
import { within } from './within'

/** An offer that waits, or an agency's yes that is not handed out, holds a closing back: columns kind, id, leave, a (who is asked), b, c, due. */
export const transfersThatBlock = (actor: Actor, caseId: string): SQL => sql`
  select 'TRANSFER_PENDING' as kind, ${caseTransfers.id} as id, false as leave, coalesce(${caseTransfers.toOffice}, ${caseTransfers.partnerCode}) as a,
    ${caseTransfers.kind} as b, null as c, ${caseTransfers.answerBy} as due
  from ${caseTransfers} where ${caseTransfers.caseId} = ${caseId} and ${pending} and ${within(actor)}`
