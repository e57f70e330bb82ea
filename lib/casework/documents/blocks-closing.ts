import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { within } from './within'

/** Papers of the person that we keep, also with a file that points at this one, as far as this reader sees them: columns kind, id, leave, a (what paper), b (where it lies), c (the code of the file it is with, where that is another), due. */
export const originalsThatBlock = (actor: Actor, caseId: string): SQL => sql`
  select 'ORIGINALS_KEPT' as kind, d.id, false as leave, d.kind as a, d.original_place as b, case when d.case_id <> ${caseId} then (select x.code from app.cases x where x.id = d.case_id) end as c, null::timestamptz as due
  from app.documents d where d.case_id in (select x.id from app.cases x where ${caseId} in (x.id, x.merged_into)) and d.original_place is not null and d.given_at is null and ${within(actor)}`
