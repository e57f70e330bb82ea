import { and, eq, inArray, sql } from 'drizzle-orm'
import { CARRYING_STATUSES } from '@/lib/casework/consents/states'
import { within } from '@/lib/casework/consents/within'
import { consents } from '@/lib/platform/db/schema'
import type { Ctx, Done } from '@/lib/platform/gate/verb'

/**
 * The person's no to their file, said at whichever page: the draft goes with all that hangs on it. Help that was given is
 * counted by kind, the alert that led here keeps neither name nor contact, and forms that came back are forgotten.
 */
export async function dropDraft({ tx, actor }: Ctx, { id }: { id: string }): Promise<Done> {
  // A yes they gave before ends first: the database drops no draft that one stands for.
  await tx
    .update(consents)
    .set({ status: 'WITHDRAWN', withdrawnAt: actor.now, version: sql`${consents.version} + 1` })
    .where(
      and(
        eq(consents.caseId, id),
        within(actor),
        eq(consents.purpose, 'CASE_MGMT'),
        inArray(consents.status, [...CARRYING_STATUSES]),
      ),
    )
  await tx.execute(sql`select app.drop_draft(${id}::uuid)`)
  return { location: '/cases/new/no', detail: { answer: 'REFUSED' } }
}

/** A no takes the draft away with this act: the log then names it by its code alone. */
export const auditedByCode = (code: string, record: { id: string; state: string } | undefined) => ({
  type: 'case',
  id: code,
  caseId: record && record.state !== 'DRAFT' ? record.id : null,
})
