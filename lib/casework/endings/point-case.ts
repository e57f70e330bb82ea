import { and, eq } from 'drizzle-orm'
import { pressingDue } from '@/lib/casework/cases/due'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { isCaseworker } from '@/lib/platform/access/roles'
import { cases } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/**
 * Points a file at another (`into`), or takes it back (`null`) to how it stood before. No other row moves. On the version that
 * was read; false when somebody was quicker. Who may, and whose two words it needs, the database asks again.
 */
export async function pointCase({ tx, actor }: Ctx, record: CaseRow, into: string | null): Promise<boolean> {
  const state = into ? 'DUPLICATE' : (record.mergedFrom ?? 'OPEN')
  const due = pressingDue({ ...record, state }, actor.now)
  const moved = await tx
    .update(cases)
    .set({
      state,
      mergedInto: into,
      lastVerb: into ? 'merge' : 'undo-merge',
      lastParty: isCaseworker(actor.role) ? 'team' : 'supervisor',
      lastActorId: actor.userId,
      nextDueAt: due?.at ?? null,
      nextDueKind: due?.kind ?? null,
      version: record.version + 1,
    })
    .where(and(eq(cases.id, record.id), eq(cases.version, record.version)))
    .returning({ id: cases.id })
  return moved.length === 1
}
