import { asc, inArray } from 'drizzle-orm'
import { cercleOffices } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** The first page: the cercles that this caseworker's offices look after, and a draft that came back. */
export async function prepareWalkIn({ tx, actor }: Reading, query: Query) {
  const cercles = await tx
    .select({ code: cercleOffices.cercle })
    .from(cercleOffices)
    .where(inArray(cercleOffices.officeId, [...actor.offices]))
    .orderBy(asc(cercleOffices.cercle))
  const draft = await findDraft(tx, actor.userId, 'case.open', one(query, 'draft'))
  return {
    view: { cercles: cercles.map(({ code }) => code), draft },
    subject: { type: 'form', id: 'case.open' },
  }
}
