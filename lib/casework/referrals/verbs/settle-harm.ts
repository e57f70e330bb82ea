import { and, eq, isNull, sql } from 'drizzle-orm'
import { endTask } from '@/lib/casework/tasks/end-task'
import { harmReports } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { supervises } from '../machine/policy'
import { staffSituation } from '../machine/situation'
import { harmWithin } from '../reach/within'
import { locked } from '../sharing/judged'
import { settleHarmForm } from './forms'

/** A supervisor says what was done about a harm; the task ends with the last open report of this referral. */
export const settleHarm = verb({
  ...locked,
  name: 'referral.settle-harm',
  form: settleHarmForm,
  page: ({ id }) => `/referrals/${id}`,
  policy: (actor, found) =>
    supervises(staffSituation(actor, found.referral, found)) ? allowed : denied('referral-SUPERVISOR_ONLY'),
  apply: async (ctx, { referral }, { report, action }) => {
    const { id } = referral
    const settled = await ctx.tx
      .update(harmReports)
      .set({
        handledBy: ctx.actor.userId,
        handledAt: sql`clock.casework_now()`,
        action,
        version: sql`${harmReports.version} + 1`,
      })
      .where(
        and(
          eq(harmReports.id, report),
          eq(harmReports.referralId, id),
          isNull(harmReports.handledAt),
          harmWithin(ctx.actor),
        ),
      )
      .returning({ id: harmReports.id })
    if (settled.length === 0) return { conflict: true }
    if (!(await stillOpen(ctx, id)))
      await endTask(ctx, { kind: 'HARM', subject: { type: 'referral', id }, outcome: action })
    return { location: `/referrals/${id}?done=harm-settled`, id, detail: { report } }
  },
})

async function stillOpen({ tx, actor }: Ctx, referralId: string): Promise<boolean> {
  const open = await tx
    .select({ id: harmReports.id })
    .from(harmReports)
    .where(and(eq(harmReports.referralId, referralId), isNull(harmReports.handledAt), harmWithin(actor)))
  return open.length > 0
}
