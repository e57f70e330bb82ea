import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { referrals } from '@/lib/platform/db/schema'
import { OPEN, SETTLED } from '../machine/states'
import { statesSql } from './state-lists'
import { within } from './within'

/**
 * Referrals that hold a closing back: columns kind, id, leave, a (partner), b (service), c (state), due. One that never
 * left is finished or cancelled; one at a partner, or settled and not asked about, may run its course with a reason.
 */
export const referralsThatBlock = (actor: Actor, caseId: string): SQL => sql`
  select case when ${referrals.state} in ${statesSql(SETTLED)} then 'SETTLED_NOT_ASKED' else 'OPEN_REFERRAL' end as kind,
    ${referrals.id} as id, ${referrals.sentAt} is not null as leave, ${referrals.partnerCode} as a, ${referrals.service} as b,
    ${referrals.state} as c, ${referrals.dueAt} as due
  from ${referrals} where ${referrals.caseId} = ${caseId} and ${referrals.state} in ${statesSql([...OPEN, ...SETTLED])}
    and ${within(actor)}`
