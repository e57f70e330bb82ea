import type { Writes } from '@/lib/platform/db/writes/writes'

/** Written once; what is wrong ends, with who, when and why, and is never written over. */
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
        project_id: 'any',
        for_whom: 'any',
        for_people: 'any',
        reached: 'any',
      },
    },
    {
      op: 'UPDATE',
      by: ['lead', 'member'],
      must: { ended_at: 'first', ended_by: 'me', ended_reason: 'code' },
      may: { replaced_by: 'any' },
    },
  ],
}
