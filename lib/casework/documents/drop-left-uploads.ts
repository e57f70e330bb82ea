import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from '@/lib/platform/jobs/tasks'

/** Files that were begun and not gone on with for a day are deleted. */
export const dropLeftUploads = task({
  name: 'drop-left-uploads',
  payload: z.strictObject({}),
  schedule: '23 * * * *',
  run: async ({ tx }) => {
    const [row] = await tx.execute<{ dropped: number }>(sql`select app.drop_left_uploads() as dropped`)
    return `DROPPED_${row?.dropped ?? 0}`
  },
})
