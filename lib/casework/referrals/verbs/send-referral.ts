import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { task } from '@/lib/platform/jobs/tasks'

/**
 * The system sends an approved referral when the hold is over. Cover, agreement, directory, state and pinned payload are
 * judged again in the database, where nobody can bend it; what fails there goes back to the caseworker with the reason.
 */
export const sendReferral = task({
  name: 'send-referral',
  payload: z.strictObject({ subject: z.uuid() }),
  run: async ({ tx, job }) => {
    const [sent] = await tx.execute<{ result: string }>(sql`select jobs.send_referral(${job}) as result`)
    return sent?.result ?? 'NOT_DUE'
  },
})
