import { sql } from 'drizzle-orm'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { finishForm } from './form'
import { onCase } from './on-case'
import { refileCase } from './refile-case'
import { mayUndoRestriction, restrictedInReach } from './restriction'

/**
 * S4 → S3 again, by whoever restricted, until somebody else has opened the case: nobody then knew of it. Who was named for it
 * goes off the case, and its people are found by name as before.
 */
export const undoRestriction = verb({
  ...onCase,
  name: 'case.undo-restriction',
  roles: caseRoles,
  form: finishForm,
  page: ({ code }) => `/cases/${code}`,
  scope: (ctx, { code }) => restrictedInReach(ctx, code, true),
  policy: (actor, found) => mayUndoRestriction(actor, found),
  // Opened in the very moment: the database looked last, and says so.
  changed: async (ctx, { record }) => {
    const now = await restrictedInReach(ctx, record.code)
    const at = now?.restriction?.openedAt
    return {
      by: now?.restriction?.openedBy ?? null,
      at: at ? new Date(at) : null,
      now: 'cases.overtaken.restriction-opened',
    }
  },
  apply: async (ctx, { record }) => {
    const [row] = await ctx.tx.execute<{ came: string }>(
      sql`select app.undo_restriction(${record.id}::uuid) as came`,
    )
    if (row?.came !== 'done') return { conflict: true }
    await refileCase(ctx, record.id, 'S3')
    return { location: `/cases/${record.code}?done=unrestricted`, id: record.code }
  },
})
