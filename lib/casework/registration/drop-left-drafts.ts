import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from '@/lib/platform/jobs/tasks'

/** Drafts left for a day without a yes end: nothing of the person stays but a line in the count. */
export const dropLeftDrafts = task({
  name: 'drop-left-drafts',
  payload: z.strictObject({}),
  schedule: '*/10 * * * *',
  run: async ({ tx }) => {
    const [row] = await tx.execute<{ dropped: number }>(sql`select app.drop_left_drafts() as dropped`)
    return `DROPPED_${row?.dropped ?? 0}`
  },
})
