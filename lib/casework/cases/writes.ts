import type { Columns, Write, Writes } from '@/lib/platform/db/writes/writes'
import type { CaseState } from './states'
import type { CaseParty, CaseVerb } from './transitions'

const dues = { next_due_at: 'due', next_due_kind: 'any' } as const

/** What every move of the machine says of itself, wherever it leads. */
const taking = (verb: CaseVerb, by: CaseParty): Columns => ({
  version: 'next',
  last_verb: `=${verb}`,
  last_party: `=${by}`,
  last_actor_id: 'me',
})
const move = (verb: CaseVerb, state: CaseState, by: CaseParty): Columns => ({
  state: `=${state}`,
  ...taking(verb, by),
})

/**
 * Never the code, the office, who opened it, where it came from or who may see it (`app.restrict_case` does that). A change of state
 * names its verb and the party that acts; everything else names none.
 */
export const caseWrites: Writes = {
  table: 'app.cases',
  writes: [
    {
      op: 'INSERT',
      by: ['opener'],
      must: {
        opened_by: 'me',
        opened_at: 'now',
        state: '=DRAFT',
        sensitivity: '=S3',
        version: '=1',
        last_verb: '=start',
        last_party: '=team',
      },
      may: {
        id: 'any',
        code: 'any',
        office_id: 'any',
        lead_id: 'any',
        source: 'code',
        flow_point: 'any',
        cercle: 'any',
        alert_id: 'any',
        asked_at: 'due',
        do_not_contact: 'any',
        ...dues,
      },
    },
    {
      op: 'UPDATE',
      by: ['lead', 'member'],
      must: { version: 'next' },
      may: {
        risk: 'any',
        last_contact_on: 'any',
        first_action_at: 'first',
        do_not_contact: 'any',
        ...dues,
      },
    },
    // An alert that is linked here says no call: the supervisor who links it notes that, and nobody there lifts it.
    {
      op: 'UPDATE',
      by: ['supervisor'],
      must: { version: 'next', do_not_contact: '=true' },
      may: dues,
    },
    {
      op: 'UPDATE',
      verb: 'open',
      by: ['team'],
      must: { ...move('open', 'OPEN', 'team'), registered_at: 'first' },
      may: { last_contact_on: 'any', ...dues },
    },
    {
      op: 'UPDATE',
      verb: 'open',
      by: ['supervisor'],
      must: { ...move('open', 'OPEN', 'supervisor'), registered_at: 'first' },
      may: dues,
    },
    // The person says no while a closing waits: from then on that is why it ends.
    { op: 'UPDATE', by: ['lead', 'member'], may: { closure_reason: '=CONSENT_WITHDRAWN' } },
    {
      op: 'UPDATE',
      verb: 'hold',
      by: ['team'],
      must: {
        ...move('hold', 'ON_HOLD', 'team'),
        last_reason: 'code',
        hold_until: 'any',
        next_due_at: 'null',
        next_due_kind: 'null',
      },
    },
    {
      op: 'UPDATE',
      verb: 'resume',
      by: ['team'],
      must: move('resume', 'OPEN', 'team'),
      may: dues,
    },
    {
      op: 'UPDATE',
      verb: 'ask-closure',
      by: ['team'],
      must: move('ask-closure', 'PENDING_CLOSURE', 'team'),
      may: dues,
    },
    {
      op: 'UPDATE',
      verb: 'withdraw-case-consent',
      by: ['team'],
      must: move('withdraw-case-consent', 'PENDING_CLOSURE', 'team'),
      may: { closure_reason: '=CONSENT_WITHDRAWN', last_contact_on: 'any', ...dues },
    },
    {
      op: 'UPDATE',
      verb: 'close',
      by: ['supervisor'],
      must: { ...move('close', 'CLOSED', 'supervisor'), retention_class: 'code' },
      may: { erase_on: 'any', ...dues },
    },
    {
      op: 'UPDATE',
      verb: 'hand-out',
      by: ['supervisor'],
      must: { ...move('hand-out', 'TRANSFERRED', 'supervisor'), retention_class: 'code' },
      may: { erase_on: 'any', ...dues },
    },
    {
      op: 'UPDATE',
      verb: 'return-closure',
      by: ['supervisor'],
      must: move('return-closure', 'OPEN', 'supervisor'),
      may: dues,
    },
    ...(['supervisor', 'lead'] as const).map(
      (party): Write => ({
        op: 'UPDATE',
        verb: 'reopen',
        by: [party],
        must: { ...move('reopen', 'OPEN', party), last_reason: 'code' },
        may: dues,
      }),
    ),
    ...(['team', 'supervisor'] as const).flatMap((by): Write[] => [
      {
        op: 'UPDATE',
        verb: 'merge',
        by: [by],
        must: move('merge', 'DUPLICATE', by),
        may: { merged_into: 'any', ...dues },
      },
      {
        op: 'UPDATE',
        verb: 'undo-merge',
        by: [by],
        must: { ...taking('undo-merge', by), merged_into: 'null' },
        may: { state: 'any', ...dues },
      },
    ]),
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

/** Asked once in one's own name; decided once by somebody else. What is said changes by nobody. */
export const closingWrites: Writes = {
  table: 'app.case_closings',
  writes: [
    {
      op: 'INSERT',
      by: ['team'],
      must: {
        asked_by: 'me',
        asked_at: 'now',
        decided: 'null',
        decided_by: 'null',
        decided_at: 'null',
        comment: 'null',
      },
      may: {
        id: 'any',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        reason: 'code',
        told: 'code',
        evidence: 'any',
        checklist: 'any',
        left_open: 'any',
        criteria: 'any',
        key_id: 'any',
        words: 'any',
      },
    },
    {
      op: 'UPDATE',
      by: ['supervisor'],
      must: { decided: 'code', decided_by: 'me', decided_at: 'now' },
      may: { comment: 'any' },
    },
  ],
}
