import type { Deed, Standing } from './deed'
import { FOREIGN_KEY, LATE, ME, NOW, ofCase } from './deed-values'
import { isTeam, WORKED_ON } from './relations'

const byTeam = ({ relation, caseState }: Standing) => isTeam(relation) && WORKED_ON.includes(caseState)
const nobody = () => false
/** Not the moment at hand, though believable. */
const EARLIER = [...LATE, "clock.casework_now() - interval '1 hour'"]
const place = { case_id: '$case', office_id: "'MOP'", sensitivity: '$sensitivity' }

/** Danger, harm, abuse, proposals, calls against somebody's wish; and what only a function of the database writes. */
export const PROTECTION_DEEDS: readonly Deed[] = [
  {
    name: 'raise a danger flag',
    table: 'app.danger_flags',
    op: 'INSERT',
    set: {
      ...place,
      code: "'MEDICAL'",
      discipline: 'access.actor_role()',
      raised_by: ME,
      review_on: "date '2014-07-02'",
    },
    // Danger is kept with the person's answer to a file: not on the world's draft.
    who: (standing) => byTeam(standing) && standing.caseState !== 'DRAFT',
    wrong: {
      raised_by: ['$other'],
      discipline: ["'LAWYER'"],
      review_on: ["date '1999-01-01'", "date '2099-01-01'"],
      raised_at: LATE,
      lowered_by: [ME],
      case_id: ['$othercase'],
      office_id: ["'GAO'"],
    },
  },
  {
    name: 'take a danger flag down',
    table: 'app.danger_flags',
    op: 'UPDATE',
    where: 'case_id = $case and lowered_at is null',
    set: { lowered_by: ME, lowered_at: NOW, lowered_for: "'CARE_GIVEN'" },
    // It was a psychologist who raised it.
    who: (standing) => byTeam(standing) && standing.role === 'PSYCHOLOGIST',
    wrong: {
      lowered_by: ['$other', 'null'],
      lowered_at: [...EARLIER, 'null'],
      lowered_for: ['null'],
      code: ["'TEAM'"],
      raised_by: [ME],
    },
  },
  {
    name: 'report harm by whom we referred to',
    table: 'app.harm_reports',
    op: 'INSERT',
    referralState: 'ACCEPTED',
    set: {
      ...ofCase,
      referral_id: '$referral',
      kind: "'VIOLENCE'",
      reported_by: ME,
      reported_at: NOW,
      words: "''",
    },
    who: ({ relation }) => isTeam(relation),
    wrong: {
      reported_by: ['$other'],
      reported_at: EARLIER,
      key_id: FOREIGN_KEY,
      referral_id: ['$otherreferral'],
      handled_by: [ME],
      version: ['2'],
      case_id: ['$othercase'],
    },
  },
  {
    name: 'settle what was reported',
    table: 'app.harm_reports',
    op: 'UPDATE',
    where: 'case_id = $case and handled_at is null',
    set: { handled_by: ME, handled_at: NOW, action: "'PARTNER_TALKED'", version: 'version + 1' },
    who: ({ relation }) => relation === 'supervisor',
    wrong: {
      handled_by: ['$other', 'null'],
      handled_at: [...EARLIER, 'null'],
      action: ["'NOTHING_DONE'", 'null'],
      version: ['version', 'version + 2', '2147483647'],
      kind: ["'OTHER'"],
      reported_by: [ME],
      due_at: LATE,
    },
  },
  {
    name: 'tell of abuse',
    table: 'app.psea_reports',
    op: 'INSERT',
    before: `insert into vault.keys (id, scope, office_id, sensitivity, report_id, wrapped)
      values ('00000000-0000-4000-8000-0000000000f1', 'PSEA', 'MOP', 'S4', '00000000-0000-4000-8000-0000000000f2', '')`,
    set: {
      id: "'00000000-0000-4000-8000-0000000000f2'",
      office_id: "'MOP'",
      author_id: ME,
      safe_now: "'NO'",
      reported_at: NOW,
      key_id: "'00000000-0000-4000-8000-0000000000f1'",
      words: "''",
    },
    // Everybody of ours, in their office; the only one who hears there has nobody to tell.
    who: ({ offices, isColleague }) => offices.includes('MOP') && !isColleague,
    wrong: {
      author_id: ['$other'],
      named_id: ['$colleague'],
      reported_at: EARLIER,
      taken_at: [NOW],
      version: ['2'],
      office_id: ["'GAO'"],
      key_id: ['$otherkey', 'gen_random_uuid()'],
    },
  },
  ...[
    { name: 'take a report of abuse', set: { taken_at: NOW }, wrong: { taken_at: EARLIER } },
    {
      name: 'close a report of abuse',
      set: { closed_at: NOW, outcome: "'HELP_ONLY'" },
      wrong: { closed_at: [...EARLIER, 'null'], outcome: ["'FALSE'", 'null'] },
    },
  ].map(
    ({ name, set, wrong }): Deed => ({
      name,
      table: 'app.psea_reports',
      op: 'UPDATE',
      where: 'id = $psea',
      set: { ...set, version: 'version + 1' },
      who: ({ isColleague }) => isColleague,
      wrong: { ...wrong, version: ['version', 'version + 2'], words: ["'\\x01'"], named_id: ['$other'] },
    }),
  ),
  {
    name: 'rate the risk again',
    table: 'app.case_proposals',
    op: 'UPDATE',
    where: 'case_id = $case',
    set: { chosen_risk: "'HIGH'", lower_reason: 'null', rated_by: ME, rated_at: NOW },
    who: byTeam,
    wrong: {
      // Less than proposed, without a reason.
      chosen_risk: ["'LOW'"],
      rated_by: ['$other'],
      rated_at: EARLIER,
      lower_reason: ["'words of ours'", "'SAFE_NOW'"],
      office_id: ["'GAO'"],
    },
  },
  {
    name: 'call although the person asked us not to',
    table: 'app.call_clearances',
    op: 'INSERT',
    set: { case_id: '$case', user_id: ME, reason: "'LIFE_IN_DANGER'" },
    after: `select app.open_task('CALLED_ANYWAY', 'case', $case, null, clock.casework_now() + interval '23 hours', null)`,
    who: byTeam,
    // Nothing but the case says whose it is: of another case it is right for whoever leads that one.
    wrong: { user_id: ['$other'], reason: ["'WE_WANT'"], at: LATE },
  },
  {
    name: 'call although the person asked us not to, and tell nobody',
    table: 'app.call_clearances',
    op: 'INSERT',
    set: { case_id: '$case', user_id: ME, reason: "'LIFE_IN_DANGER'" },
    who: nobody,
    wrong: {},
  },
  {
    name: 'comment a move that one has not made',
    table: 'app.referral_comments',
    op: 'INSERT',
    referralState: 'SENT',
    set: { referral_id: '$referral', version: '1', author_id: ME, at: NOW, key_id: '$teamkey', body: "''" },
    who: nobody,
    wrong: {},
  },
  {
    name: 'confirm a consent past the function that asks',
    table: 'app.consent_confirmations',
    op: 'INSERT',
    referralState: 'ACCEPTED',
    set: { ...place, consent_id: '$consent', says: "'YES'", by_id: ME, by_role: "'SUPERVISOR'" },
    who: nobody,
    wrong: {},
  },
  {
    name: 'give oneself a task',
    table: 'app.tasks',
    op: 'INSERT',
    set: { ...place, kind: "'HARM'", subject_type: "'case'", subject_id: '$case' },
    who: nobody,
    wrong: {},
  },
  {
    name: 'make a task disappear',
    table: 'app.tasks',
    op: 'UPDATE',
    where: "case_id = $case and state = 'OPEN'",
    set: { state: "'DROPPED'", done_at: NOW, done_by: ME },
    who: nobody,
    wrong: {},
  },
  {
    name: 'give oneself a function',
    table: 'app.staff_functions',
    op: 'INSERT',
    set: { person_id: ME, function: "'PSEA_FOCAL_POINT'" },
    who: nobody,
    wrong: {},
  },
]
