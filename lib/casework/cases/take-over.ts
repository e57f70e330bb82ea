import { sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { finishForm } from './form'

type Orphan = { caseId: string; what: number; dueAt: string | null }

/** Restricted work that falls to this deputy: how much waits and until when. Nothing of the case itself. */
export async function orphanOf({ tx }: Pick<Ctx, 'tx'>, id: string | undefined): Promise<Orphan | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await tx.execute<Orphan>(
    sql`select o.case_id as "caseId", o.what, o.due_at as "dueAt" from app.orphaned_work() o where o.case_id = ${id}::uuid`,
  )
  return row
}

/**
 * Nobody named on a restricted case can decide any more: the region's deputy takes it on and becomes a named supervisor.
 * Only while that is so; the database looks again, with the case locked.
 */
export const takeOver = verb({
  name: 'case.take-over',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: finishForm,
  page: ({ id }) => `/queue/restricted/${id}`,
  scope: (ctx, { id }) => orphanOf(ctx, id),
  policy: () => allowed,
  audit: ({ id = '' }, orphan) => ({ type: 'case', id, caseId: orphan?.caseId ?? null }),
  apply: async ({ tx }, { caseId }) => {
    const [row] = await tx.execute<{ code: string | null }>(
      sql`select app.take_over(${caseId}::uuid) as code`,
    )
    return row?.code ? { location: `/cases/${row.code}?done=taken-over`, id: row.code } : { conflict: true }
  },
})
