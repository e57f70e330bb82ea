import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from './tasks'

/** Done jobs are forgotten after a month; what they did stands in the log. */
export const forgetDoneJobs = task({
  name: 'forget-done-jobs',
  payload: z.strictObject({}),
  schedule: '17 3 * * *',
  run: async ({ tx }) => {
    await tx.execute(sql`select jobs.forget_done()`)
    return 'DONE'
  },
})
