import { and, eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { mayFollow } from '@/lib/casework/followups/policy'
import type { Actor } from '@/lib/platform/access/actor'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { appointments } from '@/lib/platform/db/schema'
import { nameOf } from '@/lib/platform/gate/overtaken'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import { within } from './within'

export type Appointment = typeof appointments.$inferSelect
export type OnAppointment = { reach: CaseInReach; row: Appointment }

/** An appointment of a case in reach; the case locked before it, always. */
export async function appointmentInReach(
  ctx: Ctx,
  { code, id }: Params,
  lock = false,
): Promise<OnAppointment | undefined> {
  const reach = isUuid(id) ? await caseInReach(ctx, code, lock) : undefined
  return reach && id ? appointmentOf(ctx, { reach, id }, lock) : undefined
}

/** One appointment of a case that is in hand already. */
export async function appointmentOf(
  ctx: Ctx,
  { reach, id }: { reach: CaseInReach; id: string },
  lock = false,
): Promise<OnAppointment | undefined> {
  if (!isUuid(id)) return undefined
  const query = ctx.tx
    .select()
    .from(appointments)
    .where(and(eq(appointments.id, id), eq(appointments.caseId, reach.record.id), within(ctx.actor)))
  const [row] = lock ? await query.for('update') : await query
  return row && { reach, row }
}

/** What came of it is said once, by whoever works on the case. PURE. */
export function mayEnd(actor: Actor, { reach, row }: OnAppointment): Verdict {
  const verdict = mayFollow(actor, reach)
  return verdict.allowed && row.state !== 'PLANNED' ? denied('appointment-over') : verdict
}

/** What came of a day can be said once its hour has begun. PURE. */
export function mayTell(actor: Actor, on: OnAppointment): Verdict {
  const verdict = mayEnd(actor, on)
  return verdict.allowed && on.row.startsAt > actor.now ? denied('appointment-ahead') : verdict
}

/** What the verbs that end an appointment share. */
export const onAppointment = {
  session: 'staff' as const,
  roles: caseworkerRoles,
  scope: (ctx: Ctx, params: Params) => appointmentInReach(ctx, params, true),
  policy: mayEnd,
  version: ({ row }: OnAppointment) => row.version,
  overtaken: async ({ tx }: Ctx, { reach, row }: OnAppointment, reason: string) =>
    reason === 'appointment-over'
      ? {
          by: await nameOf(tx, row.endedBy),
          at: row.endedAt,
          now: `appointments.over.${row.state}` as never,
          links: [{ href: `/cases/${reach.record.code}/follow-ups`, label: 'forms.overtaken-open' as const }],
        }
      : undefined,
  audit: ({ id = '' }: Params, found: OnAppointment | undefined) => ({
    type: 'appointment',
    id,
    caseId: found?.reach.record.id ?? null,
  }),
}
