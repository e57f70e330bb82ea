import { asc, inArray } from 'drizzle-orm'
import { cercleOffices } from '../db/schema'
import { one, type Query } from '../read/query'
import type { Reading } from '../read/read'
import { findDraft } from '../write/drafts'

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
