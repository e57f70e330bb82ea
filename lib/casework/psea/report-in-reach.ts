import { and, eq } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { staffRoles } from '@/lib/platform/access/roles'
import { pseaReports } from '@/lib/platform/db/schema'
import type { Overtaken } from '@/lib/platform/gate/overtaken'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { within } from './within'

/** A report that this person hears. Anybody else's does not exist: decided by the function held now. */
export async function reportInReach({ tx, actor }: Ctx, id: string | undefined, lock = false) {
  if (!isUuid(id)) return undefined
  const one = () =>
    tx
      .select()
      .from(pseaReports)
      .where(and(eq(pseaReports.id, id), within(actor)))
  // A closed report can be read and no more be locked.
  const [locked] = lock ? await one().for('update') : []
  const [row] = locked ? [locked] : await one()
  return row
}
export type Report = NonNullable<Awaited<ReturnType<typeof reportInReach>>>

/** What every act on a report shares. */
export const hearing = {
  session: 'staff' as const,
  roles: staffRoles,
  scope: (ctx: Ctx, { id }: Params) => reportInReach(ctx, id, true),
  policy: (_: unknown, { closedAt }: Report) => (closedAt ? denied('report-closed') : allowed),
  overtaken: async (_: Ctx, { id, closedAt }: Report, reason: string): Promise<Overtaken | undefined> =>
    reason === 'report-closed'
      ? {
          by: null,
          at: closedAt,
          now: 'psea.closed-meanwhile',
          links: [{ href: `/psea/${id}`, label: 'forms.overtaken-open' }],
        }
      : undefined,
  version: ({ version }: Report) => version,
  audit: ({ id = '' }: Params) => ({ type: 'psea-report', id }),
}
