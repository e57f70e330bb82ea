import type { Writes } from '@/lib/platform/db/writes/writes'

const TEAM = ['lead', 'member'] as const
const ofCase = { id: 'any', case_id: 'any', office_id: 'any', sensitivity: 'any', key_id: 'any' } as const
const added = { added_by: 'me', added_at: 'now', state: '=OPEN', version: '=1' } as const

/** Agreed by the team; its words, order and end change, what it was agreed as does not. */
export const goalWrites: Writes = {
  table: 'app.plan_goals',
  writes: [
    {
      op: 'INSERT',
      by: TEAM,
      must: added,
      may: { ...ofCase, template: 'code', place: 'any', agreed_on: 'any', words: 'any' },
    },
    {
      op: 'UPDATE',
      by: TEAM,
      must: { version: 'next' },
      may: { place: 'any', state: 'any', ended_on: 'any', words: 'any' },
    },
  ],
}

/** Who did or left it, and who handed it on, is whoever writes it. */
export const actionWrites: Writes = {
  table: 'app.plan_actions',
  writes: [
    {
      op: 'INSERT',
      by: TEAM,
      must: added,
      may: {
        ...ofCase,
        goal_id: 'any',
        template: 'code',
        owner: 'any',
        holder_id: 'any',
        service: 'code',
        words: 'any',
        agreed_on: 'any',
        limit_hours: 'any',
        limit_days: 'any',
        limit_risk: 'any',
        counted_from: 'any',
        due_at: 'due',
        due_by: 'any',
        risk: 'any',
      },
    },
    {
      op: 'UPDATE',
      by: TEAM,
      must: { version: 'next' },
      may: {
        holder_id: 'any',
        handed_by: 'me',
        handed_at: 'now',
        due_at: 'due',
        due_by: 'any',
        risk: 'any',
        moved_reason: 'code',
        redated_at: 'now',
        state: 'any',
        done_on: 'any',
        skip_reason: 'code',
        // Nobody and never again, when it is taken back; else this person, now (`app.plan_actions_hold`).
        ended_by: 'any',
        ended_at: 'any',
      },
    },
  ],
}

/** Asked in one's own name and by the team made new while it waits; decided once by somebody else. */
export const approvalWrites: Writes = {
  table: 'app.plan_approvals',
  writes: [
    {
      op: 'INSERT',
      by: TEAM,
      must: {
        asked_by: 'me',
        asked_at: 'now',
        decided: 'null',
        decided_by: 'null',
        decided_at: 'null',
        comment: 'null',
        version: '=1',
      },
      may: { ...ofCase, due_at: 'due' },
    },
    { op: 'UPDATE', by: TEAM, must: { version: 'next' } },
    {
      op: 'UPDATE',
      by: ['supervisor'],
      must: { version: 'next', decided_by: 'me', decided_at: 'now' },
      may: { decided: 'code', comment: 'any' },
    },
  ],
}
