import { asc, desc, eq } from 'drizzle-orm'
import { findOwnAlert } from '@/lib/casework/alerts/queries'
import { alerts, offices, userOffices } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Ctx } from '@/lib/platform/gate/verb'

/** What the empty form shows: the last place used, the office's telephone, a draft that came back, the slip just sent. */
export async function prepareAlert(ctx: Ctx, query: Query) {
  const { tx, actor } = ctx
  const [office] = await tx
    .select({ phone: offices.phone })
    .from(userOffices)
    .innerJoin(offices, eq(offices.id, userOffices.officeId))
    .where(eq(userOffices.userId, actor.userId))
    .orderBy(asc(offices.id))
    .limit(1)
  const [last] = await tx
    .select({ flowPoint: alerts.flowPoint })
    .from(alerts)
    .where(eq(alerts.raisedBy, actor.userId))
    .orderBy(desc(alerts.raisedAt))
    .limit(1)
  const sentId = one(query, 'sent')
  const draft = await findDraft(tx, actor.userId, 'alert.raise', one(query, 'draft'))
  const sent = sentId ? await findOwnAlert(ctx, sentId) : undefined
  return {
    view: { phone: office?.phone ?? '', lastPlace: last?.flowPoint, draft, sent },
    subject: { type: 'form', id: 'alert.raise' },
  }
}
