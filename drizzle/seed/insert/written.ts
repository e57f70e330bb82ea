import type { TransactionSql } from 'postgres'
import { CLOSED, type ReferralState } from '@/lib/casework/referrals/machine/states'
import { insertRows, type SeedRow } from './bulk'
import { insertShared, type Move, type ReferralRows } from './referrals'

/**
 * Histories written as they would come out, instead of moved through the triggers one update at a time: for measuring
 * with very many cases. A test compares the rows with those that the triggers leave.
 */
const RECORDERS = ['app.cases case_begins', 'app.referrals referral_moves', 'app.referrals referral_ends']
/** Months are counted once at the end, and not after each batch for each of four tables. */
const COUNTERS = [
  'app.assistance z_count',
  'app.consents z_count',
  'app.people z_count',
  'app.referral_events z_count',
]
/** Judges that cost most a row. What they would refuse is refused in the test, which seeds with all of them on. */
const JUDGES = [
  'app.consents basis_is_found',
  'app.consents d_is_theirs',
  'app.consents second_person_fits',
  'app.people d_after_yes_added',
  'app.people writing_goes_on',
  'app.assistance writing_goes_on',
]

/** These triggers rest within this transaction, and nobody else ever sees them resting. */
export async function withTriggersAtRest<T>(tx: TransactionSql, work: () => Promise<T>): Promise<T> {
  const turn = async (way: 'disable' | 'enable') => {
    for (const one of [...RECORDERS, ...COUNTERS, ...JUDGES]) {
      const [table, trigger] = one.split(' ')
      await tx.unsafe(`alter table ${table} ${way} trigger ${trigger}`)
    }
  }
  await turn('disable')
  const outcome = await work()
  // What waits for the end of the transaction is judged now: a table with such work pending takes no trigger back.
  await tx`set constraints all immediate`
  await turn('enable')
  return outcome
}

/** Counted anew by the rule that the triggers use, some hundred cases at a time. */
export async function countMonths(tx: TransactionSql, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += COUNTED_AT_ONCE)
    await tx`select report.recount(${ids.slice(from, from + COUNTED_AT_ONCE)}::uuid[])`
}
const COUNTED_AT_ONCE = 500

/** What `app.case_begins` records of cases that are brought in with their past. */
export async function writeCaseEvents(tx: TransactionSql, ids: readonly string[]): Promise<void> {
  await tx`insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, reason, version)
    select c.id, e.verb, e.from_state, e.to_state, e.at, e.actor_id, e.party, e.reason, c.version
    from app.cases c, lateral (values
      (1, 'start', '', 'DRAFT', c.opened_at, c.opened_by, 'team', null),
      (2, 'open', 'DRAFT', 'OPEN', c.registered_at, null, 'team', null),
      (3, 'close', 'PENDING_CLOSURE', 'CLOSED', case when c.state = 'CLOSED' then c.closed_at end, null, 'supervisor',
        c.closure_reason))
      as e(place, verb, from_state, to_state, at, actor_id, party, reason)
    where c.id = any(${ids as string[]}) and e.at is not null order by c.id, e.place`
}

type EventRow = Omit<SeedRow, 'at'> & { at: string; referralId: string; version: number }

/** Referrals where their histories led, and the histories. */
export async function writeReferrals(tx: TransactionSql, rows: ReferralRows): Promise<void> {
  const moves = new Map<string, Move[]>()
  for (const move of rows.waves.flat()) moves.set(move.id, [...(moves.get(move.id) ?? []), move])
  const events: EventRow[] = []
  const ended = rows.referrals.map((draft) => {
    const own = moves.get(String(draft.id)) ?? []
    events.push(...eventsOf(draft, own))
    return own.reduce(moved, { ...draft, ...untouched, readingSince: draft.lastAt })
  })
  await insertRows(tx, 'app.referrals', ended)
  await insertRows(tx, 'app.referral_events', inOrder(events))
  await insertShared(tx, rows)
}

const untouched = {
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  sentAt: null,
  reviewedBy: null,
  reviewedAt: null,
  reviewVerdict: null,
  answeredAt: null,
  settledAt: null,
  endedAt: null,
  reason: null,
  dueAt: null,
  dueKind: null,
  outcome: null,
  outcomeOn: null,
  unservedFollow: null,
  partnerDeletedAt: null,
}

const started = (draft: SeedRow) => ({
  verb: 'start',
  fromState: '',
  toState: String(draft.state),
  at: String(draft.lastAt),
  actorId: draft.lastActorId,
  party: draft.lastParty,
  channel: draft.lastChannel,
  reason: null,
  version: 1,
})

/** Review and the like are no moves: they carry no reason into the history. */
const ACTS: readonly string[] = ['review']

function eventsOf(draft: SeedRow, moves: readonly Move[]): EventRow[] {
  const referralId = String(draft.id)
  const before = [String(draft.state), ...moves.map(({ state }) => state)]
  return [
    { referralId, ...started(draft) },
    ...moves.map(({ verb, state, at, actor, party, channel, reason, version }, index) => ({
      referralId,
      verb,
      fromState: before[index],
      toState: state,
      at,
      actorId: actor,
      party,
      channel,
      reason: ACTS.includes(verb) ? null : reason,
      version,
    })),
  ]
}

/** As the moves are replayed: the first move of every referral before the second of any. */
const inOrder = (events: EventRow[]): EventRow[] => events.toSorted((a, b) => a.version - b.version)

const isOver = (state: unknown): boolean => CLOSED.includes(state as ReferralState)

/** The row after one more move: what the replaying statement sets, and what `app.referral_ends` says. */
function moved(row: SeedRow, move: Move): SeedRow {
  const { verb, at, actor, state } = move
  const on = (verbs: readonly string[], name: string) => (verbs.includes(verb) ? at : row[name])
  const same = row.state === state
  return {
    ...row,
    state,
    version: move.version,
    lastVerb: verb,
    lastParty: move.party,
    lastChannel: move.channel,
    lastActorId: actor,
    lastAt: at,
    reason: move.reason,
    dueAt: move.due_at,
    dueKind: move.due_kind,
    submittedAt: on(['submit', 'send-emergency'], 'submittedAt'),
    approvedBy: verb === 'approve' ? actor : verb === 'undo' ? null : row.approvedBy,
    approvedAt: verb === 'approve' ? at : verb === 'undo' ? null : row.approvedAt,
    sentAt: on(['send', 'send-emergency'], 'sentAt'),
    emergencyPath: row.emergencyPath === true || verb === 'send-emergency',
    reviewedBy: verb === 'review' ? actor : row.reviewedBy,
    reviewedAt: on(['review'], 'reviewedAt'),
    reviewVerdict: verb === 'review' ? 'JUSTIFIED' : row.reviewVerdict,
    answeredAt: on(['accept', 'decline'], 'answeredAt'),
    settledAt: on(['complete', 'report-not-accessed'], 'settledAt'),
    outcome: move.outcome ?? row.outcome,
    outcomeOn: move.outcome_on ?? row.outcomeOn,
    unservedFollow: move.unserved_follow ?? row.unservedFollow,
    partnerDeletedAt: move.deleted_at ?? row.partnerDeletedAt,
    endedAt: !isOver(state) ? null : same ? row.endedAt : at,
    readingSince: same ? row.readingSince : at,
  }
}
