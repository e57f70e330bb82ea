import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Overtaken } from '@/lib/platform/gate/overtaken'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { type Grant, inHand, type ReturnView, returnOf } from './queries'

export type PathInReach = ReturnView & { reach: CaseInReach }
export type GrantInReach = PathInReach & { grant: Grant | undefined }

/** The path of a case inside the actor's reach, its case locked: everything on it is written under that lock. */
export async function pathInReach(ctx: Ctx, code: string | undefined): Promise<PathInReach | undefined> {
  const reach = await caseInReach(ctx, code, true)
  return reach && { reach, ...(await returnOf(ctx, reach.record.id)) }
}

/** The same with the grant on which the team works or waits. */
export async function grantInHand(ctx: Ctx, code: string | undefined): Promise<GrantInReach | undefined> {
  const found = await pathInReach(ctx, code)
  return found && { ...found, grant: inHand(found.grants) }
}

/** The same with one grant by its id. Nothing where the case has none of that id. */
export async function oneGrant(
  ctx: Ctx,
  { code, id }: { code: string | undefined; id: string },
): Promise<GrantInReach | undefined> {
  const found = await pathInReach(ctx, code)
  const grant = found?.grants.find((one) => one.id === id)
  return found && grant && { ...found, grant }
}

/** Refusals that say that somebody was quicker with a grant. */
const GRANT_MOVED: readonly string[] = ['grant-asked', 'grant-not-asked', 'grant-not-approved', 'grant-over']

/** Who was quicker: with the grant, or with the case. */
export async function overtakenReturn(
  ctx: Ctx,
  { reach, grants }: PathInReach,
  reason: string,
): Promise<Overtaken | undefined> {
  if (!GRANT_MOVED.includes(reason)) return overtakenCase(ctx, reach.record, reason)
  const last = grants.at(-1)
  if (!last) return undefined
  const decided = last.decidedAt !== null
  return {
    by: decided ? last.decidedBy : last.askedBy,
    at: decided ? new Date(last.decidedAt ?? '') : last.askedAt ? new Date(last.askedAt) : null,
    now: `reintegration.state.${last.state}`,
    links: [{ href: `/cases/${reach.record.code}/return`, label: 'forms.overtaken-open' }],
  }
}

/** What the team's verbs on a path share. */
export const onPath = {
  session: 'staff',
  roles: caseworkerRoles,
  overtaken: (ctx: Ctx, found: PathInReach, reason: string) => overtakenReturn(ctx, found, reason),
  audit: ({ code = '' }: Params, found: PathInReach | undefined) => ({
    type: 'case',
    id: code,
    caseId: found?.reach.record.id ?? null,
  }),
} as const
