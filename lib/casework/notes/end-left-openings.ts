import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from '@/lib/platform/jobs/tasks'

/** Openings of sealed notes whose second word nobody said in time end by themselves, and their task with them. */
export const endLeftOpenings = task({
  name: 'end-left-openings',
  payload: z.strictObject({}),
  schedule: '*/10 * * * *',
  run: async ({ tx }) => {
    const [row] = await tx.execute<{ ended: number }>(sql`select app.end_left_openings() as ended`)
    return `ENDED_${row?.ended ?? 0}`
  },
})
