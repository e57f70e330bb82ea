import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from '@/lib/platform/jobs/tasks'

/** Whom we did not take goes with all that the agency wrote of them, so many days after that was said. */
export const dropRefused = task({
  name: 'drop-refused-inbound',
  payload: z.strictObject({}),
  schedule: '20 * * * *',
  run: async ({ tx }) => {
    const [row] = await tx.execute<{ dropped: number }>(sql`select app.drop_refused_inbound() as dropped`)
    return `DROPPED_${row?.dropped ?? 0}`
  },
})
