import { type SQL, sql } from 'drizzle-orm'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'

/**
 * Danger flags that are still up, as far as this reader sees them: columns kind, id, leave, a (code), b, c, due. Whoever
 * decides says that they read it; a danger of suicide that nobody judged again for the setting's days is settled first.
 */
export const dangerThatBlocks = (actor: Actor, caseId: string): SQL => sql`
  select case when d.code = 'SUICIDE' and d.raised_at < clock.casework_now() - app.setting('closure.suicide')
      then 'SUICIDE_RISK' else 'DANGER_FLAG' end as kind, d.id, true as leave, d.code as a, null as b, null as c,
    d.review_on::timestamptz as due
  from app.danger_flags d where d.case_id = ${caseId} and d.lowered_at is null and ${inReachedCase(actor, placeOf('d'))}`
