import { eq, sql } from 'drizzle-orm'
import { pseaReports } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { takeForm } from './form'
import { hearing } from './report-in-reach'

/** The focal point has called back: the hour ends. */
export const takeReport = verb({
  ...hearing,
  name: 'psea.take',
  form: takeForm,
  page: ({ id }) => `/psea/${id}`,
  apply: async ({ tx }, { id, takenAt, version }) => {
    if (takenAt) return { conflict: true }
    await tx
      .update(pseaReports)
      .set({ takenAt: sql`clock.casework_now()`, version: version + 1 })
      .where(eq(pseaReports.id, id))
    return { location: `/psea/${id}?done=take`, id }
  },
})
