import { afterYes, type Deed } from './deed'
import { FOREIGN_KEY, LATE, ME, NOW, ofCase } from './deed-values'

const { key_id: teamKey, ...place } = ofCase
/** A day set with the person within the world's medium risk. */
const seen = {
  ...place,
  type: "'OFFICE'",
  channel: "'OFFICE'",
  on_day: "date '2014-06-30'",
  outcome: "'SAFE'",
  recorded_by: ME,
  recorded_at: NOW,
}
const WORK = "'00000000-0000-4000-8000-0000000a0c4e'"
const wrongPlace = { case_id: ['$othercase'], office_id: ["'GAO'"], sensitivity: ["'S1'"] }
const wrongDay = ["date '2014-07-20'", "date '1999-01-01'", "date '2099-01-01'"]

/** Following somebody up: contacts, attempts, reviews and appointments. Nobody is followed up before they are registered. */
export const FOLLOWING_DEEDS: readonly Deed[] = [
  {
    name: 'record a follow-up',
    table: 'app.follow_ups',
    op: 'INSERT',
    set: { ...seen, risk: "'MEDIUM'", next_on: "date '2014-07-05'", key_id: teamKey, words: "''" },
    who: afterYes,
    wrong: {
      ...wrongPlace,
      recorded_by: ['$other'],
      recorded_at: LATE,
      on_day: wrongDay,
      key_id: FOREIGN_KEY,
      // Another rhythm than the risk's, a reason without need, a day beyond the rhythm without one.
      risk: ["'LOW'"],
      next_on: ["date '2014-07-20'", "date '2014-06-30'", "date '2099-01-01'"],
      outcome: ["'NOT_REACHED'"],
      type: ["'FAILED'", "'PROVIDER_CHECK'"],
    },
  },
  {
    name: 'put the next contact off with a reason',
    table: 'app.follow_ups',
    op: 'INSERT',
    set: { ...seen, risk: "'MEDIUM'", next_on: "date '2014-07-20'", later_reason: "'TRAVELLING'" },
    who: afterYes,
    wrong: { later_reason: ['null', "'words of ours'"], next_on: ["date '2014-07-05'"] },
  },
  {
    name: 'record an attempt that reached nobody',
    table: 'app.follow_ups',
    op: 'INSERT',
    set: { ...seen, type: "'FAILED'", outcome: "'NOT_REACHED'", result: "'NOT_THERE'" },
    who: afterYes,
    wrong: { result: ['null', "'MAYBE'"], outcome: ["'SAFE'"], recorded_by: ['$other'], ...wrongPlace },
  },
  {
    name: 'review a case',
    table: 'app.case_reviews',
    op: 'INSERT',
    set: {
      ...place,
      on_day: "date '2014-06-30'",
      said_with: "'PERSON'",
      changed: "'{SAFETY}'",
      leads_to: "'GO_ON'",
      reviewed_by: ME,
      reviewed_at: NOW,
      key_id: teamKey,
      words: "''",
    },
    who: afterYes,
    wrong: {
      ...wrongPlace,
      reviewed_by: ['$other'],
      reviewed_at: LATE,
      on_day: wrongDay,
      key_id: FOREIGN_KEY,
      changed: ["'{words of ours}'"],
      leads_to: ["'REOPEN'"],
    },
  },
  {
    name: 'book an appointment',
    table: 'app.appointments',
    op: 'INSERT',
    set: {
      ...ofCase,
      kind: "'MEDICAL'",
      starts_at: "clock.casework_now() + interval '2 days'",
      booked_by: ME,
      booked_at: NOW,
      words: "''",
    },
    who: afterYes,
    wrong: {
      ...wrongPlace,
      booked_by: ['$other'],
      booked_at: LATE,
      // What is left out is one discipline's own, under its own key.
      kind: ['null', "'PARTY'"],
      starts_at: ["clock.casework_now() - interval '2 days'", "timestamptz '2099-01-01'"],
      with_id: ['$other', '$supervisor', '$ended'],
      key_id: FOREIGN_KEY,
      state: ["'KEPT'"],
      reason: ["'NOT_SAFE'"],
      moved_from: ['gen_random_uuid()'],
      ended_by: [ME],
      version: ['2'],
    },
  },
  {
    name: 'book an hour of one’s own discipline',
    table: 'app.appointments',
    op: 'INSERT',
    before: `insert into vault.keys (id, scope, case_id, office_id, sensitivity, part, wrapped)
      values (${WORK}, 'WORK', $case, 'MOP', $sensitivity, access.actor_role(), '')`,
    set: {
      ...ofCase,
      key_id: WORK,
      starts_at: "clock.casework_now() + interval '2 days'",
      booked_by: ME,
      booked_at: NOW,
      words: "''",
    },
    who: afterYes,
    wrong: {
      ...wrongPlace,
      booked_by: ['$other'],
      key_id: [...FOREIGN_KEY, '$teamkey'],
      kind: ["'MEDICAL'"],
    },
  },
  {
    name: 'say that an appointment was kept',
    table: 'app.appointments',
    op: 'UPDATE',
    where: "case_id = $case and state = 'PLANNED'",
    set: { state: "'KEPT'", ended_by: ME, ended_at: NOW, version: 'version + 1' },
    who: afterYes,
    wrong: {
      state: ["'MOVED'", "'PLANNED'", "'DONE'"],
      ended_by: ['$other', 'null'],
      ended_at: [...LATE, 'null'],
      version: ['version', 'version + 2'],
      reason: ["'NOT_COME'"],
      kind: ["'OTHER'"],
      starts_at: ["clock.casework_now() + interval '9 days'"],
      words: ["'\\x01'"],
    },
  },
  {
    name: 'cancel an appointment with its reason',
    table: 'app.appointments',
    op: 'UPDATE',
    where: "case_id = $case and state = 'PLANNED'",
    set: {
      state: "'CANCELLED'",
      reason: "'NOT_NEEDED'",
      ended_by: ME,
      ended_at: NOW,
      version: 'version + 1',
    },
    who: afterYes,
    wrong: { reason: ['null', "'words of ours'"], state: ["'KEPT'"] },
  },
]
