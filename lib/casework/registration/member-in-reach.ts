import { and, eq, notExists, sql } from 'drizzle-orm'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { type PersonView, personView } from '@/lib/casework/people/queries'
import { within } from '@/lib/casework/people/within'
import { householdLinks, people, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Somebody of a household whose own file is to begin, and the file they are noted in. */
export type MemberInReach = { reach: CaseInReach; member: PersonView }

/**
 * Nothing where the file or the line is out of reach, is not worked on by this person, or has its own file already that
 * they can see. A file out of their sight says nothing of itself, here or later: a second one may then begin, and the two
 * are compared in the background as any are. Two statements.
 */
export async function memberInReach(
  ctx: Ctx,
  { code, id }: { code: string; id: string },
): Promise<MemberInReach | undefined> {
  const reach = await caseInReach(ctx, code)
  if (!reach || !mayWorkOn(ctx.actor, reach).allowed) return undefined
  const linked = ctx.tx
    .select({ one: sql`1` })
    .from(householdLinks)
    .where(eq(householdLinks.memberId, people.id))
  const [row] = await ctx.tx
    .select({ person: people, wrapped: vaultKeys.wrapped })
    .from(people)
    .leftJoin(vaultKeys, eq(vaultKeys.id, people.keyId))
    .where(
      and(
        eq(people.id, id),
        eq(people.caseId, reach.record.id),
        eq(people.standing, 'HOUSEHOLD'),
        within(ctx.actor),
        notExists(linked),
      ),
    )
  return row && { reach, member: personView(row.person, row.wrapped) }
}
