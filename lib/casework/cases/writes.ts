import type { Writes } from '@/lib/platform/db/writes/writes'

const dues = { next_due_at: 'due', next_due_kind: 'any' } as const

/** Never the code, the office, who opened it or where it came from; who leads changes by no verb yet. */
export const caseWrites: Writes = {
  table: 'app.cases',
  writes: [
    {
      op: 'INSERT',
      by: ['opener'],
      must: { opened_by: 'me', opened_at: 'now', state: '=DRAFT', sensitivity: '=S3', version: '=1' },
      may: {
        id: 'any',
        code: 'any',
        office_id: 'any',
        lead_id: 'any',
        source: 'code',
        flow_point: 'any',
        cercle: 'any',
        alert_id: 'any',
        ...dues,
      },
    },
    {
      op: 'UPDATE',
      by: ['lead', 'member'],
      must: { version: 'next' },
      may: { risk: 'any', last_contact_on: 'any', ...dues },
    },
    {
      op: 'UPDATE',
      by: ['lead'],
      may: { state: '=OPEN', registered_at: 'first', sensitivity: '=S4' },
    },
  ],
}

/** Who joins; `until` only ever goes away again, when somebody who left comes back. */
export const memberWrites: Writes = {
  table: 'app.case_members',
  writes: [
    {
      op: 'INSERT',
      by: ['opener'],
      must: { capacity: '=LEAD', since: 'now', until: 'null' },
      may: { case_id: 'any', user_id: 'any' },
    },
    {
      op: 'INSERT',
      by: ['lead'],
      must: { since: 'now', until: 'null' },
      may: { case_id: 'any', user_id: 'any', capacity: 'any' },
    },
    { op: 'UPDATE', by: ['lead'], may: { until: 'null' } },
  ],
}
