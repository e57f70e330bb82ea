import type { Columns, Writes } from '@/lib/platform/db/writes/writes'

const place: Columns = { id: 'any', case_id: 'any', office_id: 'any', sensitivity: 'any', on_day: 'any' }
const sealed: Columns = { key_id: 'any', words: 'any' }

/** Written once, in one's own name; what was said changes by nobody. */
export const followUpWrites: Writes = {
  table: 'app.follow_ups',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { recorded_by: 'me', recorded_at: 'now' },
      may: {
        ...place,
        ...sealed,
        type: 'code',
        channel: 'code',
        outcome: 'code',
        result: 'code',
        risk: 'code',
        next_on: 'any',
        later_reason: 'code',
      },
    },
  ],
}

export const reviewWrites: Writes = {
  table: 'app.case_reviews',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { reviewed_by: 'me', reviewed_at: 'now' },
      may: { ...place, ...sealed, said_with: 'code', changed: 'any', leads_to: 'code' },
    },
  ],
}
