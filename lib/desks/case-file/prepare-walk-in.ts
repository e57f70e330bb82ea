import { asc, inArray } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { memberInReach } from '@/lib/casework/registration/member-in-reach'
import { cercleOffices } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** The first page: the cercles that this caseworker's offices look after, and a draft that came back. */
export async function prepareWalkIn(reading: Reading, query: Query) {
  const { tx, actor } = reading
  const cercles = await tx
    .select({ code: cercleOffices.cercle })
    .from(cercleOffices)
    .where(inArray(cercleOffices.officeId, [...actor.offices]))
    .orderBy(asc(cercleOffices.cercle))
  const [household, member] = [one(query, 'household'), one(query, 'member')]
  const from =
    household && isUuid(member) ? await memberInReach(reading, { code: household, id: member }) : undefined
  if ((household || member) && !from) return { missing: { type: 'case', id: household ?? '' } }
  const draft = await findDraft(tx, actor.userId, 'case.open', one(query, 'draft'))
  return {
    view: { cercles: cercles.map(({ code }) => code), draft, from },
    subject: { type: 'form', id: 'case.open' },
  }
}
