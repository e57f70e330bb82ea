import { type SQL, sql } from 'drizzle-orm'
import { inReachedCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { householdLinks } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Files of one household that know of each other. A link exists for whoever may open both files. */
export type HouseholdLink = {
  code: string
  /** The line of this file's household that became that file; null seen from the other side, or once it is gone. */
  memberId: string | null
}

/** Which links exist for this actor: those of which they may open both sides. */
const linksWithin = (actor: Actor) =>
  sql`(${inReachedCase(actor, householdLinks)} and ${inReachedCase(actor, {
    caseId: householdLinks.ownCaseId,
    officeId: householdLinks.ownOfficeId,
    sensitivity: householdLinks.ownSensitivity,
  })})`

/** The other files of this case's household, in the order they were begun, as JSON for a statement that asks for more. */
export const linksJson = (actor: Actor, caseId: string): SQL =>
  sql`(select coalesce(json_agg(json_build_object('code', c.code, 'memberId',
      case when ${householdLinks.caseId} = ${caseId} then ${householdLinks.memberId} end)
      order by ${householdLinks.linkedAt}, c.code), '[]')
    from ${householdLinks} join app.cases c
      on c.id = case when ${householdLinks.caseId} = ${caseId} then ${householdLinks.ownCaseId} else ${householdLinks.caseId} end
    where ${caseId} in (${householdLinks.caseId}, ${householdLinks.ownCaseId}) and ${linksWithin(actor)})`

export async function linksOf({ tx, actor }: Ctx, caseId: string): Promise<HouseholdLink[]> {
  const [row] = await tx.execute<{ links: HouseholdLink[] }>(sql`select ${linksJson(actor, caseId)} as links`)
  return row?.links ?? []
}

/** The new file is that of this line of a household. Refused where either is out of the session's reach. */
export const linkMember = async ({ tx }: Pick<Ctx, 'tx'>, member: string, ownCase: string): Promise<void> => {
  await tx.execute(sql`select app.link_member(${member}::uuid, ${ownCase}::uuid)`)
}
