import { byTeam, type Deed } from './deed'
import { LATE, ME, NOW } from './deed-values'

const CASEWORKERS = ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER']
const newCase = {
  id: "'00000000-0000-4000-8000-0000000000ee'",
  code: "'MLP-0000-000X'",
  office_id: "'MOP'",
  opened_by: ME,
  opened_at: NOW,
  source: "'WALK_IN'",
  cercle: "'ML0506'",
}
const opened = {
  state: "'OPEN'",
  version: 'version + 1',
  last_verb: "'open'",
  last_party: "'team'",
  last_actor_id: ME,
}
const wrongCase = {
  opened_by: ['$other'],
  opened_at: LATE,
  state: ["'OPEN'", "'CLOSED'"],
  sensitivity: ["'S4'"],
  office_id: ["'GAO'"],
  lead_id: ['$elsewhere', '$enumerator', '$admin'],
  version: ['9'],
  registered_at: [NOW],
  closed_at: [NOW],
  risk: ["'LOW'"],
  last_contact_on: ["date '2014-06-30'"],
  alert_id: ['$alert'],
}

/** The person's yes to their file, said in the same try. */
const YES_TO_FILE = `insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, recorded_by, key_id, detail, rule)
  values (gen_random_uuid(), $case, 'MOP', $sensitivity, 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2', access.actor_id(), $teamkey, '', 'ADULT')`

/** A case begins, is registered, and ends with the person's no. */
export const REGISTRATION_DEEDS: readonly Deed[] = [
  {
    name: 'open a case of one’s own for a walk-in',
    table: 'app.cases',
    op: 'INSERT',
    set: { ...newCase, lead_id: ME },
    who: ({ role, offices }) => CASEWORKERS.includes(role) && offices.includes('MOP'),
    // A waiting alert of the office may be named; whose case it becomes is tried with the alert.
    wrong: { ...wrongCase, alert_id: [] },
  },
  {
    name: 'open a case for a colleague to lead',
    table: 'app.cases',
    op: 'INSERT',
    set: { ...newCase, lead_id: '$colleague' },
    who: ({ supervisesMopti, isColleague }) => supervisesMopti || isColleague,
    wrong: { ...wrongCase, alert_id: [] },
  },
  {
    name: 'finish a registration',
    table: 'app.cases',
    op: 'UPDATE',
    where: "id = $case and state = 'DRAFT'",
    before: YES_TO_FILE,
    set: { ...opened, registered_at: NOW },
    who: ({ relation, caseState }) => relation === 'lead' && caseState === 'DRAFT',
    wrong: {
      registered_at: LATE,
      version: ['version', 'version + 2'],
      state: ["'ON_HOLD'", "'CLOSED'", "'PENDING_CLOSURE'"],
      last_verb: ["'close'", "'withdraw-case-consent'", "'start'"],
      last_party: ["'supervisor'"],
      last_actor_id: ['$other', 'null'],
      lead_id: ['$colleague'],
      office_id: ["'GAO'"],
    },
  },
  {
    name: 'finish a registration that nobody agreed to',
    table: 'app.cases',
    op: 'UPDATE',
    where: "id = $case and state = 'DRAFT'",
    set: { ...opened, registered_at: NOW },
    who: () => false,
    wrong: {},
  },
  {
    name: 'end a file whose consent still stands',
    table: 'app.cases',
    op: 'UPDATE',
    where: 'id = $case',
    before: YES_TO_FILE,
    set: { ...opened, state: "'PENDING_CLOSURE'", last_verb: "'withdraw-case-consent'" },
    who: () => false,
    wrong: {},
  },
  {
    name: 'end a file that nobody agrees to any more',
    table: 'app.cases',
    op: 'UPDATE',
    where: 'id = $case',
    set: { ...opened, state: "'PENDING_CLOSURE'", last_verb: "'withdraw-case-consent'" },
    who: byTeam,
    wrong: {
      version: ['version', 'version + 2'],
      state: ["'ON_HOLD'", "'CLOSED'"],
      last_verb: ["'close'", "'start'"],
      last_party: ["'supervisor'"],
      last_actor_id: ['$other', 'null'],
      closure_reason: ["'OTHER'"],
      closure_asked_by: ['$other'],
      closed_at: [NOW],
      erase_on: ["date '2014-07-30'"],
      lead_id: ['$colleague'],
    },
  },
]
