import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { within } from './within'

/** Papers of the person that we keep, as far as this reader sees them: columns kind, id, leave, a (what paper), b (where it lies), c, due. */
export const originalsThatBlock = (actor: Actor, caseId: string): SQL => sql`
  select 'ORIGINALS_KEPT' as kind, d.id, false as leave, d.kind as a, d.original_place as b, null as c, null::timestamptz as due
  from app.documents d where d.case_id = ${caseId} and d.original_place is not null and d.given_at is null and ${within(actor)}`
