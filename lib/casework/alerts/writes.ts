import type { Writes } from '@/lib/platform/db/writes/writes'

/** Raised in one's own name, as new; a supervisor says once what became of it. */
export const alertWrites: Writes = {
  table: 'app.alerts',
  writes: [
    {
      op: 'INSERT',
      by: ['enumerator'],
      // An agency's comes through `app.take_in_referral` alone.
      must: { state: '=NEW', raised_by: 'me', raised_at: 'now', version: '=1', source: '=FMP' },
      may: {
        id: 'any',
        code: 'any',
        flow_point: 'any',
        office_id: 'any',
        seen_on: 'any',
        urgency: 'any',
        sex: 'any',
        age: 'any',
        age_estimated: 'any',
        nationality: 'any',
        vulnerabilities: 'any',
        contact_agreed: 'any',
        key_id: 'any',
        identity: 'any',
        due_at: 'due',
      },
    },
    {
      op: 'UPDATE',
      by: ['supervisor'],
      must: { triaged_by: 'me', triaged_at: 'first', version: 'next' },
      may: { state: 'any', reason: 'code', case_id: 'any' },
    },
  ],
}
