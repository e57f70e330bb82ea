import type { Columns, Writes } from '@/lib/platform/db/writes/writes'

const OF_CASE: Columns = { id: 'any', case_id: 'any', office_id: 'any', sensitivity: 'any' }
const TEAM = ['lead', 'member'] as const

const PATH: Columns = {
  kind: 'any',
  origin_country: 'any',
  transit: 'any',
  return_country: 'any',
  needs: 'any',
  escort: 'any',
  departs_on: 'any',
  arrived_on: 'any',
}
export const pathWrites: Writes = {
  table: 'app.return_paths',
  writes: [
    {
      op: 'INSERT',
      by: TEAM,
      must: { opened_by: 'me', opened_at: 'now', version: '=1' },
      may: { ...OF_CASE, ...PATH, because: 'code' },
    },
    { op: 'UPDATE', by: TEAM, must: { version: 'next' }, may: PATH },
  ],
}

/** What was noted of a step, handed over or found at a visit is written once. */
export const stepWrites: Writes = {
  table: 'app.return_steps',
  writes: [
    {
      op: 'INSERT',
      by: TEAM,
      must: { noted_by: 'me', noted_at: 'now' },
      may: { ...OF_CASE, step: 'code', state: 'code', on_day: 'any', reason: 'code' },
    },
  ],
}

const BUDGET: Columns = {
  kind: 'code',
  model: 'code',
  lines: 'any',
  quotes: 'any',
  quotes_reason: 'code',
  sure: 'any',
  key_id: 'any',
  supplier: 'any',
}
const MADE: Columns = { made_by: 'me', made_at: 'now', version: '=1' }
const UNDECIDED: Columns = { decided_by: 'null', decided_at: 'null', reason: 'null' }
const ASKED: Columns = { state: '=ASKED', last_verb: '=ask', asked_by: 'me', asked_at: 'now' }
const DRAFT: Columns = { state: '=DRAFT', last_verb: '=save' }
const DECIDED: Columns = { decided_by: 'me', decided_at: 'first', version: 'next' }
export const grantWrites: Writes = {
  table: 'app.return_grants',
  writes: [
    { op: 'INSERT', verb: 'save', by: TEAM, must: { ...MADE, ...DRAFT }, may: { ...OF_CASE, ...BUDGET } },
    { op: 'INSERT', verb: 'ask', by: TEAM, must: { ...MADE, ...ASKED }, may: { ...OF_CASE, ...BUDGET } },
    { op: 'UPDATE', verb: 'save', by: TEAM, must: { ...DRAFT, ...UNDECIDED, version: 'next' }, may: BUDGET },
    { op: 'UPDATE', verb: 'ask', by: TEAM, must: { ...ASKED, ...UNDECIDED, version: 'next' }, may: BUDGET },
    {
      op: 'UPDATE',
      verb: 'approve',
      by: ['supervisor'],
      must: { state: '=APPROVED', last_verb: '=approve', reason: 'null', ...DECIDED },
    },
    {
      op: 'UPDATE',
      verb: 'return',
      by: ['supervisor'],
      must: { state: '=RETURNED', last_verb: '=return', reason: 'code', ...DECIDED },
    },
    {
      op: 'UPDATE',
      verb: 'drop',
      by: TEAM,
      must: { state: '=DROPPED', last_verb: '=drop', reason: 'code', version: 'next' },
    },
  ],
}

export const deliveryWrites: Writes = {
  table: 'app.grant_deliveries',
  writes: [
    {
      op: 'INSERT',
      by: TEAM,
      must: { given_by: 'me', noted_at: 'now' },
      may: {
        ...OF_CASE,
        grant_id: 'any',
        delivered_on: 'any',
        lines: 'any',
        receipt: 'code',
        key_id: 'any',
        witness: 'any',
      },
    },
  ],
}

/** Tied once, and never untied: a document that is withdrawn says so itself. */
export const receiptWrites: Writes = {
  table: 'app.delivery_receipts',
  writes: [
    {
      op: 'INSERT',
      by: TEAM,
      must: { tied_by: 'me', tied_at: 'now' },
      may: { ...OF_CASE, delivery_id: 'any', document_id: 'any' },
    },
  ],
}

export const visitWrites: Writes = {
  table: 'app.grant_visits',
  writes: [
    {
      op: 'INSERT',
      by: TEAM,
      must: { visited_by: 'me', noted_at: 'now' },
      may: {
        ...OF_CASE,
        grant_id: 'any',
        visit: 'code',
        visited_on: 'any',
        outcome: 'code',
        follow: 'code',
      },
    },
  ],
}
