import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from '@/lib/platform/jobs/tasks'

/** Consents that a partner at work rests on and that end soon become a task of the lead each. */
export const keepRenewals = task({
  name: 'keep-renewals',
  payload: z.strictObject({}),
  schedule: '*/10 * * * *',
  run: async ({ tx }) => {
    const [row] = await tx.execute<{ opened: number }>(sql`select app.keep_renewals() as opened`)
    return `OPENED_${row?.opened ?? 0}`
  },
})
