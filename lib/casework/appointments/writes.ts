import type { Writes } from '@/lib/platform/db/writes/writes'

/** Booked in one's own name, ended once in one's own name; what it is, when and where changes by nobody: it is moved. */
export const appointmentWrites: Writes = {
  table: 'app.appointments',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: {
        booked_by: 'me',
        booked_at: 'now',
        state: '=PLANNED',
        version: '=1',
        reason: 'null',
        ended_by: 'null',
        ended_at: 'null',
      },
      may: {
        id: 'any',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        kind: 'code',
        starts_at: 'any',
        with_id: 'any',
        moved_from: 'any',
        key_id: 'any',
        words: 'any',
      },
    },
    {
      op: 'UPDATE',
      by: ['lead', 'member'],
      must: { state: 'code', ended_by: 'me', ended_at: 'now', version: 'next' },
      may: { reason: 'code' },
    },
  ],
}
