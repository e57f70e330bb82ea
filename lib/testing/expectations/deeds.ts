import { FOREIGN_KEY, LATE, ME, NOW, ofCase } from './deed-values'
import { CASE_DEEDS } from './deeds-of-cases'
import { PROTECTION_DEEDS } from './deeds-of-protection'
import { REFERRAL_DEEDS } from './deeds-of-referrals'
import { isTeam, type Relation, WORKED_ON } from './relations'

/** What the field writes besides a referral's moves: new rows, and the few changes that come as a whole. */
export type Standing = {
  relation: Relation
  role: string
  caseState: string
  sensitivity: string
  supervisesMopti: boolean
  offices: readonly string[]
  isColleague: boolean
}
export type Deed = {
  name: string
  table: string
  op: 'INSERT' | 'UPDATE'
  /** SQL expressions; `$case`, `$referral`, `$slip`, `$other` are filled in by the world. */
  set: Readonly<Record<string, string>>
  where?: string
  /** Statements that come first in the same try. */
  before?: string
  /** From which table the ids of the case come; a referral's children need a referral in this state. */
  referralState?: string
  who: (standing: Standing) => boolean
  /** Values that make the same deed wrong, one at a time. */
  wrong: Readonly<Record<string, readonly string[]>>
}

const byTeam = ({ relation, caseState }: Standing) => isTeam(relation) && WORKED_ON.includes(caseState)

/** Words about a person: not on the world's draft, whose person nobody has asked. */
const afterYes = (standing: Standing) => byTeam(standing) && standing.caseState !== 'DRAFT'

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

export const DEEDS: readonly Deed[] = [
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
    before: `insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, recorded_by, key_id, detail, rule)
      values (gen_random_uuid(), $case, 'MOP', $sensitivity, 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2', access.actor_id(), $teamkey, '', 'ADULT')`,
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
    before: `insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, recorded_by, key_id, detail, rule)
      values (gen_random_uuid(), $case, 'MOP', $sensitivity, 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2', access.actor_id(), $teamkey, '', 'ADULT')`,
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
  {
    name: 'write a note for the team',
    table: 'app.notes',
    op: 'INSERT',
    set: { ...ofCase, compartment: "'TEAM'", written_by: ME, written_at: NOW, body: "''" },
    who: afterYes,
    wrong: {
      written_by: ['$other'],
      written_at: LATE,
      key_id: FOREIGN_KEY,
      case_id: ['$othercase'],
      compartment: ["'LAWYER'"],
    },
  },
  {
    name: 'record assistance',
    table: 'app.assistance',
    op: 'INSERT',
    set: {
      id: 'gen_random_uuid()',
      case_id: '$case',
      office_id: "'MOP'",
      sensitivity: '$sensitivity',
      service: "'FOOD_RATION'",
      quantity: '1',
      unit: "'KIT'",
      given_on: "date '2014-06-30'",
      donor: "'CERF'",
      given_by: ME,
      recorded_at: NOW,
    },
    who: byTeam,
    wrong: {
      given_by: ['$other'],
      recorded_at: LATE,
      given_on: ["date '2014-07-20'", "date '1999-01-01'"],
      case_id: ['$othercase'],
    },
  },
  {
    name: 'record a yes to a file',
    table: 'app.consents',
    op: 'INSERT',
    set: {
      ...ofCase,
      purpose: "'STATS'",
      status: "'GIVEN'",
      giver: "'SELF'",
      wording_version: "'2014-2'",
      recorded_by: ME,
      given_at: NOW,
      rule: "'ADULT'",
      detail: "''",
    },
    who: byTeam,
    wrong: {
      recorded_by: ['$other'],
      given_at: LATE,
      status: ["'WITHDRAWN'", "'EXPIRED'"],
      version: ['2', '2147483647'],
      second_person_id: [ME, '$enumerator', '$supervisor'],
      giver: ["'PARENT'", "'INTERPRETER'"],
      rule: ['null'],
      needs_review: ["'GIVER'"],
      key_id: FOREIGN_KEY,
      expires_on: ["date '2099-01-01'"],
      case_id: ['$othercase'],
    },
  },
  {
    name: 'note somebody of the household',
    table: 'app.people',
    op: 'INSERT',
    set: { ...ofCase, standing: "'HOUSEHOLD'", sex: "'F'", identity: "''" },
    who: afterYes,
    wrong: { standing: ["'PRINCIPAL'"], key_id: FOREIGN_KEY, version: ['7'], case_id: ['$othercase'] },
  },
  {
    name: 'ask a colleague in',
    table: 'app.case_members',
    op: 'INSERT',
    set: { case_id: '$case', user_id: '$colleague', capacity: "'MEMBER'", since: NOW },
    who: ({ relation, caseState }) => relation === 'lead' && WORKED_ON.includes(caseState),
    wrong: {
      user_id: ['$elsewhere', '$enumerator', '$admin'],
      capacity: ["'LEAD'", "'NAMED_SUPERVISOR'"],
      since: LATE,
      until: [NOW],
      case_id: ['$othercase'],
    },
  },
  {
    name: 'let back in who had left',
    table: 'app.case_members',
    op: 'UPDATE',
    where: 'case_id = $case and user_id = $ended',
    set: { until: 'null' },
    who: ({ relation, caseState }) => relation === 'lead' && WORKED_ON.includes(caseState),
    wrong: { until: [NOW], capacity: ["'LEAD'"], user_id: [ME], case_id: ['$othercase'], since: LATE },
  },
  {
    name: 'withdraw a consent',
    table: 'app.consents',
    op: 'UPDATE',
    where: "id = $consent and status = 'GIVEN'",
    set: { status: "'WITHDRAWN'", withdrawn_at: NOW, version: 'version + 1' },
    who: ({ relation }) => isTeam(relation),
    wrong: {
      withdrawn_at: [...LATE, 'null'],
      version: ['version', 'version + 2', '2147483647'],
      status: ["'REFUSED'", "'EXPIRED'"],
      recorded_by: [ME, '$other'],
      second_person_id: [ME],
      facts: ["'{phone}'"],
      partner_code: ["'SAVE'"],
      given_at: LATE,
      expires_on: ["date '2015-01-01'"],
      detail: ["'\\x01'"],
      giver: ["'PARENT'"],
      purpose: ["'STATS'"],
      legal_basis: ["'VITAL'"],
    },
  },
  {
    name: 'turn a no into a yes',
    table: 'app.consents',
    op: 'UPDATE',
    where: "case_id = $case and status in ('REFUSED', 'WITHDRAWN')",
    set: { status: "'GIVEN'", withdrawn_at: 'null', version: 'version + 1' },
    who: () => false,
    wrong: {},
  },
  ...REFERRAL_DEEDS,
  ...PROTECTION_DEEDS,
  ...CASE_DEEDS,
]
