import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { type CaseInReach, caseInReach } from './scope'
import { isWorkedOn } from './states'

/** A restriction that stands: why, by whom and when; and who was the first other person to open the case, if anybody. */
export type Restriction = {
  reason: string
  byId: string
  by: string
  at: string
  openedBy: string | null
  openedAt: string | null
}

/** The one that stands on a case, as JSON beside its row; null where none is recorded. */
export const restrictionJson = (caseId: string) =>
  sql`(select json_build_object('reason', x.reason, 'byId', x.restricted_by, 'by', u.name, 'at', x.restricted_at,
      'openedBy', o.name, 'openedAt', x.opened_at)
    from app.case_restrictions x join access.users u on u.id = x.restricted_by left join access.users o on o.id = x.opened_by
    where x.case_id = ${caseId} and x.undone_at is null)`

export type Restricted = CaseInReach & { restriction: Restriction | null }

/** A case with the restriction that stands on it; nothing when out of reach. */
export async function restrictedInReach(
  ctx: Ctx,
  code: string | undefined,
  lock = false,
): Promise<Restricted | undefined> {
  const found = await caseInReach(ctx, code, lock)
  if (!found) return undefined
  const [row] = await ctx.tx.execute<{ restriction: Restriction | null }>(
    sql`select ${restrictionJson(found.record.id)} as restriction`,
  )
  return { ...found, restriction: row?.restriction ?? null }
}

type Undoing = {
  record: { sensitivity: string; state: string; closureReason: string | null }
  restriction: Restriction | null
}

/** Taking a restriction back: whoever restricted, until somebody else has opened the case. PURE. */
export function mayUndoRestriction(actor: Pick<Actor, 'userId'>, { record, restriction }: Undoing): Verdict {
  if (record.sensitivity !== 'S4' || restriction?.byId !== actor.userId)
    return denied('restriction-not-yours')
  if (restriction.openedAt !== null) return denied('restriction-opened')
  return isWorkedOn(record) ? allowed : denied('case-not-open')
}
