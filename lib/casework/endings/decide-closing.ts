import { and, eq, isNull, sql } from 'drizzle-orm'
import { personInReach } from '@/lib/casework/cases/person-in-reach'
import { mayMove } from '@/lib/casework/cases/policy'
import { consentsOf } from '@/lib/casework/consents/queries'
import { saidYes } from '@/lib/casework/consents/said-yes'
import type { Actor } from '@/lib/platform/access/actor'
import { caseClosings } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { type Blocker, blockersJson, countedBlockers, stillHolding } from './blockers'
import { type Closing, newestClosing, type RetentionSettings, retentionSettings } from './closing'

type Found = NonNullable<Awaited<ReturnType<typeof personInReach>>>
/** A closing as whoever decides it finds it: the case, what was said, what holds it back now, whether the person agrees. */
export type ClosingInReach = Found & {
  closing: Closing | undefined
  blockers: Blocker[]
  settings: RetentionSettings
  agreed: boolean
}

type Row = { held: Blocker[] | null; closing: Closing | null; settings: RetentionSettings | null }

/** What holds a closing back now, what was said when it was asked for, how long it would be kept: one statement. */
export async function closingOf({ tx, actor }: Ctx, record: Found['reach']['record']) {
  const [row] = await tx.execute<Row>(sql`select ${blockersJson(actor, record.id)} as held,
    ${newestClosing(actor, record.id)} as closing, ${retentionSettings} as settings`)
  return {
    closing: row?.closing ?? undefined,
    blockers: countedBlockers(row?.held ?? null, record, record.closureReason),
    settings: row?.settings ?? {},
  }
}

export async function closingInReach(
  ctx: Ctx,
  code: string | undefined,
): Promise<ClosingInReach | undefined> {
  const found = await personInReach(ctx, code)
  if (!found) return undefined
  const { record } = found.reach
  return { ...found, ...(await closingOf(ctx, record)), agreed: saidYes(await consentsOf(ctx, record.id)) }
}

type Deciding = Pick<ClosingInReach, 'reach' | 'closing' | 'blockers' | 'agreed'>

/** A supervisor who may decide on the case and did not ask for it, with nothing left that holds it back. PURE. */
export function mayClose(actor: Actor, { reach, closing, blockers, agreed }: Deciding): Verdict {
  const { record } = reach
  const verdict = mayMove('close', actor, { ...reach, agreed, askedBy: record.closureAskedBy })
  if (!verdict.allowed) return verdict
  return stillHolding(blockers, closing?.leftOpen ?? []).length > 0 ? denied('case-held-back') : allowed
}

type Decision = { decided: 'CLOSED' } | { decided: 'RETURNED'; comment: Buffer }

/** Says on the closing that waits what was decided, in the caller's transaction; a file that ended otherwise has none. */
export const decide = ({ tx, actor }: Ctx, caseId: string, decision: Decision) =>
  tx
    .update(caseClosings)
    .set({ ...decision, decidedBy: actor.userId, decidedAt: actor.now })
    .where(and(eq(caseClosings.caseId, caseId), isNull(caseClosings.decided)))
