import { and, eq } from 'drizzle-orm'
import { returnGrants } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Grant } from './queries'
import { within } from './within'

type Moved =
  | { lastVerb: 'approve'; state: 'APPROVED'; reason: null }
  | { lastVerb: 'return'; state: 'RETURNED'; reason: string }
  | { lastVerb: 'drop'; state: 'DROPPED'; reason: string }

/** Moves a grant on the version that was read; a decision carries who decided and when. False when somebody was quicker. */
export async function moveGrant({ tx, actor }: Ctx, grant: Grant, moved: Moved): Promise<boolean> {
  const decided = moved.lastVerb === 'drop' ? {} : { decidedBy: actor.userId, decidedAt: actor.now }
  const written = await tx
    .update(returnGrants)
    .set({ ...moved, ...decided, version: grant.version + 1 })
    .where(
      and(
        eq(returnGrants.id, grant.id),
        eq(returnGrants.version, grant.version),
        within(actor, returnGrants),
      ),
    )
    .returning({ id: returnGrants.id })
  return written.length === 1
}
