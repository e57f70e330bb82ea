import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from '@/lib/platform/jobs/tasks'

/** Links that have run out end, and a letter that never left becomes a call. */
export const endLinks = task({
  name: 'end-links',
  payload: z.strictObject({}),
  schedule: '*/10 * * * *',
  run: async ({ tx, job }) => {
    const [row] = await tx.execute<{ ended: number }>(sql`select jobs.end_links(${job}) as ended`)
    return (row?.ended ?? 0) > 0 ? 'ENDED' : 'NONE'
  },
})
