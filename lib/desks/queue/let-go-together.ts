import { sql } from 'drizzle-orm'
import { approveReferral } from '@/lib/casework/referrals/verbs/approve-referral'
import { ofLowRisk } from '@/lib/casework/tasks/low-risk'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'

type Values = Parameters<typeof approveReferral.scope>[2]
type Found = NonNullable<Awaited<ReturnType<typeof approveReferral.scope>>> & { low: boolean }

/**
 * One of several that a supervisor lets go by one press: approving, but of what is of low risk at that moment. A case that turned
 * dangerous since the page was read is decided on alone.
 */
export const letGoTogether = {
  ...approveReferral,
  scope: async (ctx: Ctx, params: Params, values: Values): Promise<Found | undefined> => {
    const found = await approveReferral.scope(ctx, params, values)
    if (!found) return undefined
    const [row] = await ctx.tx.execute(sql`select from app.referrals r join app.cases c on c.id = r.case_id
      where r.id = ${found.referral.id} and ${ofLowRisk}`)
    return { ...found, low: row !== undefined }
  },
  policy: (actor: Actor, found: Found, values: Values): Verdict => {
    const verdict = approveReferral.policy(actor, found, values)
    return verdict.allowed && !found.low ? denied('alone') : verdict
  },
}
