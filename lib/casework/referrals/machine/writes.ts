import type { Columns, Write, Writes, WritingParty } from '@/lib/platform/db/writes/writes'
import { ACTS, actParties, type ReferralAct } from './acts'
import { REFERRAL_STATES } from './states'
import { MOVES, type ReferralVerb, requirementOf } from './transitions'

/** What a verb writes besides the move itself. `must` always; `may` if it likes. */
type Written = { must?: Columns; may?: Columns }

const sealed: Written = {
  must: { submitted_at: 'now' },
  may: { consent_id: 'any', facts: 'any', payload_hash: 'any', draft: 'any' },
}
const unapproved: Written = { must: { approved_by: 'null', approved_at: 'null', approved_hash: 'null' } }

/** The columns of each verb. A verb without an entry does not compile; a column that stands nowhere is nobody's. */
export const WRITTEN: Readonly<Record<ReferralVerb | ReferralAct, Written>> = {
  start: {},
  edit: {
    may: {
      service: 'any',
      partner_code: 'any',
      entry_id: 'any',
      priority: 'any',
      facts: 'any',
      without_name: 'any',
      draft: 'any',
    },
  },
  submit: sealed,
  'send-emergency': {
    must: { ...sealed.must, sent_at: 'first', emergency_path: '=true' },
    may: sealed.may ?? {},
  },
  approve: { must: { approved_by: 'me', approved_at: 'now', approved_hash: '@payload_hash' } },
  undo: unapproved,
  return: unapproved,
  send: {},
  acknowledge: {},
  ask: {},
  answer: {},
  accept: { must: { answered_at: 'now' }, may: { expected_on: 'any' } },
  decline: { must: { answered_at: 'now' } },
  begin: {},
  complete: { must: { settled_at: 'now' }, may: { outcome: 'any', outcome_on: 'any' } },
  'report-not-accessed': { must: { settled_at: 'now', outcome: '=NOT_RECEIVED' } },
  rebook: { must: { settled_at: 'null', outcome: 'null' }, may: { expected_on: 'any' } },
  verify: {},
  contest: { may: { untold: 'any' } },
  'close-unserved': { may: { unserved_follow: 'code' } },
  'tell-partner': { must: { untold: 'null' } },
  cancel: {},
  'withdraw-consent': {},
  review: { must: { reviewed_by: 'me', reviewed_at: 'first' }, may: { review_verdict: 'any' } },
  reassign: { may: { supervisor_id: 'any' } },
  remind: {},
  'confirm-deleted': { must: { partner_deleted_at: 'first' } },
  'note-deleted': { may: { deletion_told_on: 'any' } },
  renew: {},
}

/** Whatever an act asks for beside the state. */
const ANYWHERE = { reads: 'STUB', untold: true, left: true } as const
const isAct = (verb: ReferralVerb | ReferralAct): verb is ReferralAct => ACTS.some((act) => act === verb)

/** People who may do it at all; the system acts without a session and is not listed. */
function partiesOf(verb: ReferralVerb | ReferralAct): WritingParty[] {
  const parties = isAct(verb)
    ? REFERRAL_STATES.flatMap((state) => actParties(verb, { state, ...ANYWHERE }))
    : MOVES.filter((move) => move.verb === verb).map(({ by }) => by)
  return [...new Set(parties)].filter((party) => party !== 'system')
}

/** What every move writes: the version, who, when, which clock runs. An act leaves state and reason alone. */
const moveOf = (verb: ReferralVerb | ReferralAct, party: WritingParty): Write => ({
  op: 'UPDATE',
  verb,
  by: [party],
  must: {
    version: 'next',
    last_actor_id: 'me',
    last_at: 'now',
    last_party: `=${party}`,
    ...(party !== 'recorded' && { last_channel: '=APP' }),
    ...(!isAct(verb) && { reason: requirementOf(verb) === 'reason' ? 'code' : 'null' }),
    ...WRITTEN[verb].must,
  },
  may: {
    last_verb: `=${verb}`,
    ...(party === 'recorded' && { last_channel: 'any' }),
    ...(!isAct(verb) && { state: 'any' }),
    due_at: 'due',
    due_kind: 'any',
    ...WRITTEN[verb].may,
  },
})

const start: Write = {
  op: 'INSERT',
  verb: 'start',
  by: ['team'],
  must: {
    state: '=DRAFT',
    author_id: 'me',
    last_actor_id: 'me',
    last_at: 'now',
    last_party: '=team',
    last_channel: '=APP',
    version: '=1',
    emergency_path: '=false',
  },
  may: {
    id: 'any',
    case_id: 'any',
    office_id: 'any',
    sensitivity: 'any',
    partner_code: 'any',
    service: 'any',
    priority: 'any',
    previous_id: 'any',
    entry_id: 'any',
    facts: 'any',
    without_name: 'any',
    key_id: 'any',
    draft: 'any',
    last_verb: '=start',
    // The machine's own to say, whatever is sent.
    reading_since: 'any',
  },
}

const VERBS = Object.keys(WRITTEN) as (ReferralVerb | ReferralAct)[]

export const referralWrites: Writes = {
  table: 'app.referrals',
  writes: [
    start,
    ...VERBS.filter((verb) => verb !== 'start').flatMap((verb) =>
      partiesOf(verb).map((party) => moveOf(verb, party)),
    ),
  ],
}

/** The rows of `app.act_rules`: what leaves the state alone, where it makes sense and who may do it. */
export const ACT_ROWS: readonly (readonly [act: string, state: string, party: string])[] = ACTS.flatMap(
  (act) =>
    REFERRAL_STATES.flatMap((state) =>
      actParties(act, { state, ...ANYWHERE }).map((party) => [act, state, party] as const),
    ),
)
