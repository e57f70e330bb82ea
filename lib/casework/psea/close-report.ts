import { eq, sql } from 'drizzle-orm'
import { pseaReports } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { closeForm } from './form'
import { hearing } from './report-in-reach'

/** What came of it, as a code. A report that was not called back about is called back about by closing it. */
export const closeReport = verb({
  ...hearing,
  name: 'psea.close',
  form: closeForm,
  page: ({ id }) => `/psea/${id}`,
  apply: async ({ tx }, { id, takenAt, version }, { outcome }) => {
    const now = sql`clock.casework_now()`
    await tx
      .update(pseaReports)
      .set({ closedAt: now, outcome, version: version + 1, ...(takenAt ? {} : { takenAt: now }) })
      .where(eq(pseaReports.id, id))
    return { location: `/psea?done=close`, id }
  },
})
