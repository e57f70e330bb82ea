import type { Writes } from '@/lib/platform/db/writes/writes'

export const noteWrites: Writes = {
  table: 'app.notes',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { written_by: 'me', written_at: 'now' },
      may: {
        id: 'any',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        compartment: 'any',
        key_id: 'any',
        body: 'any',
      },
    },
  ],
}
