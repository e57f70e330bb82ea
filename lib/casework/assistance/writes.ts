import type { Writes } from '@/lib/platform/db/writes/writes'

export const assistanceWrites: Writes = {
  table: 'app.assistance',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { given_by: 'me', recorded_at: 'now' },
      may: {
        id: 'any',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        service: 'any',
        quantity: 'any',
        unit: 'any',
        given_on: 'any',
        donor: 'any',
      },
    },
  ],
}
