import { asc, eq } from 'drizzle-orm'
import { findOwnAlert, lastPlaceOf } from '@/lib/casework/alerts/own-alerts'
import { offices, userOffices } from '@/lib/platform/db/schema'
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
  const lastPlace = await lastPlaceOf(ctx)
  const sentId = one(query, 'sent')
  const draft = await findDraft(tx, actor.userId, 'alert.raise', one(query, 'draft'))
  const sent = sentId ? await findOwnAlert(ctx, sentId) : undefined
  return {
    view: { phone: office?.phone ?? '', lastPlace, draft, sent },
    subject: { type: 'form', id: 'alert.raise' },
  }
}
