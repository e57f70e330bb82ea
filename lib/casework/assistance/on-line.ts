import { and, eq } from 'drizzle-orm'
import { UUID } from '@/lib/base/forms/uuid'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { assistance } from '@/lib/platform/db/schema'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import { within } from './within'

type Line = typeof assistance.$inferSelect
export type LineInReach = CaseInReach & { line: Line }

/** A line of a case, inside what exists for this actor; the case's row is locked first, as by everybody. */
async function lineOf(ctx: Ctx, { code, id }: Params): Promise<LineInReach | undefined> {
  const found = await caseInReach(ctx, code, true)
  if (!found || !id || !new RegExp(`^${UUID}$`).test(id)) return undefined
  const [line] = await ctx.tx
    .select()
    .from(assistance)
    .where(and(eq(assistance.id, id), eq(assistance.caseId, found.record.id), within(ctx.actor)))
  return line && { ...found, line }
}

/** Who may change a line: the team while the case is worked on, and only what still stands. PURE. */
export function mayEndLine(
  actor: Actor,
  reach: Omit<LineInReach, 'line'> & { line: { ended: boolean } },
): Verdict {
  const verdict = mayWorkOn(actor, reach)
  return verdict.allowed && reach.line.ended ? denied('line-ended') : verdict
}

/** What correcting and cancelling share: the line behind its case's code, and the case locked. */
export const onLine = {
  ...onCase,
  scope: lineOf,
  policy: (actor: Actor, reach: LineInReach) =>
    mayEndLine(actor, { ...reach, line: { ended: reach.line.endedAt !== null } }),
} as const

/** Ends a line in this session's name; what stands in its place, where something does. */
export async function endLine(
  { tx, actor }: Ctx,
  { id }: Pick<Line, 'id'>,
  { reason, by }: { reason: string; by?: string },
): Promise<void> {
  await tx
    .update(assistance)
    .set({ endedAt: actor.now, endedBy: actor.userId, endedReason: reason, replacedBy: by ?? null })
    .where(and(eq(assistance.id, id), within(actor)))
}
