import type { TransactionSql } from 'postgres'
import { root } from '../database'
import { COMPARTMENTS } from '../factories/case-rows'
import { part } from '../factories/rows'
import { addDocuments } from './add-documents'
import { addPlan } from './plan'
import type { OneCase, WriteWorld } from './world'

/** What stands beside a case's own rows: one of each, so that whoever reads or writes it where they should not is seen. */
/** Of whoever raised the flags: one assessment of each kind of key, and its answers. */
export const ASSESSED = [
  ['SW_GENERAL', 'ASSESSMENT', 'TEAM'],
  ['PSY_DISTRESS', 'ASSESSMENT', 'PSYCHOLOGIST'],
  ['LAW_DETENTION', 'ASSESSMENT', 'LAWYER'],
  ['GBV_INCIDENT', 'INCIDENT', 'INCIDENT'],
  ['GBV_INCIDENT', 'INCIDENT', 'WORDS'],
] as const

export type Beside = { psea: string; alertTask: string }

const referralIn = (one: Pick<OneCase, 'referrals'>, state: string) =>
  one.referrals.find((row) => row.state === state)?.id ?? one.referrals[0]?.id ?? ''

/** Open cases of Mopti are offered to Timbuktu; every other offer was answered long ago. */
export const offeredNow = (one: Pick<OneCase, 'officeId'> & { state?: string }): boolean =>
  one.state === 'OPEN'

/** A path whose person has not answered, a step that is not needed, a grant asked for and one handed over in part. */
async function addReturn(
  tx: TransactionSql,
  { id, officeId, sensitivity, leadId }: WriteWorld['other'],
  decider: string,
): Promise<void> {
  const owner = tx`${id}, ${officeId}, ${sensitivity}`
  const key = tx`(select k.id from vault.keys k where k.case_id = ${id} and k.compartment = 'TEAM' and k.scope = 'CASE')`
  const [asked, approved] = [part(id, 'asked grant'), part(id, 'approved grant')]
  await tx`insert into app.return_paths (id, case_id, office_id, sensitivity, kind, because, origin_country, return_country, escort, opened_by)
    values (${part(id, 'path')}, ${owner}, 'TO_RETURN', 'BY_HAND', 'LBY', 'MLI', false, ${leadId})`
  await tx`insert into app.return_steps (id, case_id, office_id, sensitivity, step, state, reason, noted_by)
    values (${part(id, 'step')}, ${owner}, 'FITNESS', 'NOT_NEEDED', 'FAMILY', ${leadId})`
  await tx`insert into app.return_grants (id, case_id, office_id, sensitivity, kind, lines, key_id, supplier, state, last_verb, made_by, asked_by,
      asked_at, decided_by, decided_at)
    values (${asked}, ${owner}, 'SHOP', '{"EQUIP": 50000, "STOCK": 50000}', ${key}, '', 'ASKED', 'ask', ${leadId}, ${leadId},
        clock.casework_now() - interval '2 days', null, null),
      (${approved}, ${owner}, 'SHOP', '{"EQUIP": 50000, "RESERVE": 50000}', ${key}, '', 'APPROVED', 'approve', ${leadId}, ${leadId},
        clock.casework_now() - interval '9 days', ${decider}, clock.casework_now() - interval '8 days')`
  await tx`insert into app.grant_deliveries (id, case_id, office_id, sensitivity, grant_id, delivered_on, lines, receipt, key_id, witness, given_by)
    values (${part(id, 'delivery')}, ${owner}, ${approved}, date '2014-06-24', '{"EQUIP": 40000}', 'THUMB', ${key}, '', ${leadId}),
      (${part(id, 'second delivery')}, ${owner}, ${approved}, date '2014-06-24', '{"RESERVE": 1000}', 'THUMB', ${key}, '', ${leadId})`
  await tx`insert into app.grant_visits (id, case_id, office_id, sensitivity, grant_id, visit, visited_on, outcome, follow, visited_by)
    values (${part(id, 'visit')}, ${owner}, ${approved}, 'EXTRA', date '2014-06-25', 'RUNS_GROWS', 'NOTHING', ${leadId})`
  await tx`insert into app.delivery_receipts (id, case_id, office_id, sensitivity, delivery_id, document_id, tied_by)
    values (${part(id, 'receipt')}, ${owner}, ${part(id, 'delivery')}, ${part(id, 'document TEAM')}, ${leadId})`
}

/** The colleague is the focal point of the office of Mopti; the member, a psychologist, raised the flags. */
export async function addBeside(world: WriteWorld): Promise<Beside> {
  const { people, cases, other, alert } = world
  const psea = part(alert, 'psea report')
  const alertTask = part(alert, 'task')
  await root().begin(async (tx) => {
    await tx`insert into app.staff_functions (id, person_id, function, office_id)
      values (${part(alert, 'function')}, ${people.colleague.id}, 'PSEA_FOCAL_POINT', 'MOP')`
    await tx`insert into app.psea_reports (id, office_id, author_id, named_id, safe_now, key_id, words)
      values (${psea}, 'MOP', ${people.lead.id}, ${people.supervisor.id}, 'YES', ${part(psea, 'key')}, '')`
    await tx`insert into vault.keys (id, scope, office_id, sensitivity, report_id, wrapped)
      values (${part(psea, 'key')}, 'PSEA', 'MOP', 'S4', ${psea}, '')`
    await tx`insert into app.tasks (id, kind, subject_type, subject_id, alert_id, office_id, sensitivity)
      values (${alertTask}, 'LATE_ANSWER', 'alert', ${alert}, ${alert}, 'MOP', 'S3')`
    await tx`insert into app.case_views (id, owner_id, office_id, name, of_view, sort, falling, kept_by)
      values (${part(alert, 'own view')}, ${people.lead.id}, null, 'MORNING', 'late', 'step', false, ${people.lead.id}),
        (${part(alert, 'office view')}, null, 'MOP', 'MORNING', 'late', 'step', false, ${people.supervisor.id})`
    for (const away of [people.lead, people.elsewhere, people.supervisor])
      await tx`insert into app.leaves (id, user_id, from_on, to_on, recorded_by)
        values (${part(away.id, 'leave')}, ${away.id}, date '2014-08-04', date '2014-08-08', ${people.named.id})`
    await tx`insert into app.token_makers (made_by) values (${'0'.repeat(64)}) on conflict do nothing`
    await tx`insert into app.inbound_answers (alert_id, says, way, by_id) values (${alert}, 'RECEIVED', 'PHONE', ${people.supervisor.id})`
    await tx`insert into app.alert_tokens (alert_id, office_id, tokens) values (${alert}, 'MOP', '{1}')`
    await tx`insert into app.name_tokens (person_id, case_id, office_id, tokens)
      select p.id, p.case_id, p.office_id, '{1}' from app.people p where p.sensitivity = 'S3'`
    await tx`insert into app.restricted_tokens (person_id, case_id, tokens)
      select p.id, p.case_id, '{1}' from app.people p where p.sensitivity = 'S4'`
    for (const one of cases)
      await tx`insert into app.same_person (case_id, office_id, sensitivity, into_case_id, into_office_id, into_sensitivity, said, said_by, said_at)
        values (${one.id}, ${one.officeId}, ${one.sensitivity}, ${other.id}, ${other.officeId}, ${other.sensitivity}, 'SAME', ${other.leadId}, clock.casework_now())`
    for (const one of cases)
      await tx`insert into app.household_links (case_id, office_id, sensitivity, own_case_id, own_office_id, own_sensitivity, linked_by)
        values (${one.id}, ${one.officeId}, ${one.sensitivity}, ${other.id}, ${other.officeId}, ${other.sensitivity}, ${other.leadId})`
    for (const one of [...cases, other]) {
      const { id, officeId, sensitivity, leadId } = one
      const asked = referralIn(one, 'ACCEPTED')
      const flagger = one === other ? leadId : people.member.id
      const discipline = one === other ? 'SOCIAL_WORKER' : 'PSYCHOLOGIST'
      await tx`insert into app.tasks (id, kind, subject_type, subject_id, case_id, office_id, sensitivity)
        values (${part(id, 'case task')}, 'SEE_DANGER', 'case', ${id}, ${id}, ${officeId}, ${sensitivity}),
          (${part(id, 'referral task')}, 'TELL_PERSON', 'referral', ${asked}, ${id}, ${officeId}, ${sensitivity}),
          (${part(id, 'harm task')}, 'HARM', 'referral', ${asked}, ${id}, ${officeId}, ${sensitivity})`
      await tx`insert into app.follow_ups (id, case_id, office_id, sensitivity, type, channel, on_day, outcome, recorded_by)
        values (${part(id, 'follow-up')}, ${id}, ${officeId}, ${sensitivity}, 'OFFICE', 'OFFICE', date '2014-06-10', 'SAFE', ${leadId})`
      await tx`insert into app.case_reviews (id, case_id, office_id, sensitivity, on_day, said_with, changed, leads_to, reviewed_by)
        values (${part(id, 'review')}, ${id}, ${officeId}, ${sensitivity}, date '2014-06-10', 'PERSON', '{}', 'GO_ON', ${leadId})`
      await tx`insert into app.appointments (id, case_id, office_id, sensitivity, kind, starts_at, booked_by, key_id, words)
        select ${part(id, 'appointment')}, ${id}, ${officeId}, ${sensitivity}, 'OFFICE', clock.casework_now() - interval '1 hour', ${leadId},
          k.id, '' from vault.keys k where k.case_id = ${id} and k.compartment = 'TEAM' and k.scope = 'CASE'`
      await tx`insert into vault.keys (id, scope, case_id, office_id, sensitivity, part, wrapped)
        values (${part(id, 'work key')}, 'WORK', ${id}, ${officeId}, ${sensitivity}, 'LAWYER', '')`
      await tx`insert into app.harm_reports (id, referral_id, case_id, office_id, sensitivity, kind, reported_by)
        values (${part(id, 'harm')}, ${asked}, ${id}, ${officeId}, ${sensitivity}, 'MONEY_ASKED', ${leadId})`
      await tx`insert into app.consent_confirmations (consent_id, case_id, office_id, sensitivity, says, by_id, by_role)
        values (${part(referralIn(one, 'DRAFT'), 'consent')}, ${id}, ${officeId}, ${sensitivity}, 'YES',
          ${people.supervisor.id}, 'SUPERVISOR')`
      await tx`insert into app.danger_flags (id, case_id, office_id, sensitivity, code, discipline, raised_by, review_on, raised_at)
        values (${part(id, 'flag')}, ${id}, ${officeId}, ${sensitivity}, 'VIOLENCE', ${discipline}, ${flagger},
          date '2014-07-07', clock.casework_now() - interval '3 days')`
      await tx`insert into app.key_openings (id, case_id, office_id, sensitivity, compartment, to_user, reason, asked_by, asked_as)
        values (${part(id, 'opening')}, ${id}, ${officeId}, ${sensitivity}, ${discipline}, ${flagger}, 'TOGETHER', ${people.supervisor.id}, 'SUPERVISION')`
      await tx`insert into app.queue_marks (id, what, kind, item_id, case_id, by_id, reason, at, until)
        values (${part(id, 'mark')}, 'LATER', 'task', ${part(id, 'case task')}, ${id}, ${people.supervisor.id}, 'BUSY', clock.casework_now(),
          clock.casework_now() + interval '4 hours')`
      await tx`insert into app.papers (id, case_id, office_id, sensitivity, kind, language, carry, parts, printed_by)
        values (${part(id, 'paper')}, ${id}, ${officeId}, ${sensitivity}, 'MY_DATA', 'ar', 'SAFE', '{DATA}', ${leadId})`
      for (const compartment of COMPARTMENTS)
        await tx`insert into app.note_changes (id, note_id, case_id, office_id, sensitivity, compartment, version, kind, reason, changed_by, key_id)
          select ${part(id, `change ${compartment}`)}, n.id, n.case_id, n.office_id, n.sensitivity, n.compartment, 2, 'IN_ERROR', 'TWICE', n.written_by, n.key_id
          from app.notes n where n.id = ${part(id, `note ${compartment}`)}`
      await tx`insert into app.case_restrictions (case_id, office_id, sensitivity, reason, restricted_by, undone_at, undone_stamp)
        values (${id}, ${officeId}, ${sensitivity}, 'SENSITIVE', ${leadId}, clock.casework_now(), now())`
      await tx`insert into app.case_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, chosen_risk, rated_by, rated_at)
        values (${id}, ${officeId}, ${sensitivity}, 'MEDIUM', false, 'MEDIUM', ${leadId}, clock.casework_now() - interval '3 days')`
      await tx`insert into app.earlier_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, rules, clocks,
          chosen_risk, rated_by, rated_at)
        values (${id}, ${officeId}, ${sensitivity}, 'LOW', false, '{}', '{}', 'LOW', ${leadId}, clock.casework_now())`
      // Written by the rows themselves alone: past the trigger that says so.
      await tx`set local session_replication_role = replica`
      await tx`insert into app.case_changes (case_id, person_id, what, by_id, key_id, sealed, changed)
        select p.case_id, p.id, 'CHANGED', ${leadId}, p.key_id, p.identity, '{"sex": ["U", "F"]}' from app.people p where p.case_id = ${id}`
      await tx`set local session_replication_role = origin`
      await tx`insert into app.case_closings (id, case_id, office_id, sensitivity, reason, told, evidence, checklist, left_open,
          asked_by, key_id, words, decided, decided_by, decided_at, comment)
        select ${part(id, 'closing')}, k.case_id, ${officeId}, ${sensitivity}, 'GOALS_MET', 'YES', '{}', '{}', '{}', ${leadId}, k.id, '',
          'RETURNED', ${people.supervisor.id}, clock.casework_now(), '' from vault.keys k where k.case_id = ${id} and k.compartment = 'TEAM' and k.scope = 'CASE'`
      await addDocuments(tx, one)
      await tx`insert into vault.keys (id, scope, case_id, office_id, sensitivity, transfer_id, wrapped)
        values (${part(id, 'offer key')}, 'TRANSFER', ${id}, ${officeId}, ${sensitivity}, ${part(id, 'offer')}, '')`
      await tx`insert into app.case_transfers (id, case_id, office_id, sensitivity, code, kind, from_office, to_office, to_supervisor,
          reason, told, offered_by, offered_as, offered_at, answer_by, key_id, note, state, answered_at, refusal)
        select ${part(id, 'offer')}, c.id, ${officeId}, ${sensitivity}, c.code, 'INTERNAL', ${officeId}, 'TBT',
          case ${sensitivity} when 'S4' then ${people.supervisorElsewhere.id}::uuid end, 'MOVED', 'AGREED', ${leadId}, 'lead',
          clock.casework_now() - interval '4 days', clock.casework_now() + interval '3 days', ${part(id, 'offer key')}, '',
          case when ${offeredNow(one)} then 'OFFERED' else 'REFUSED' end,
          case when not ${offeredNow(one)} then clock.casework_now() - interval '3 days' end,
          case when not ${offeredNow(one)} then 'NO_CAPACITY' end from app.cases c where c.id = ${id}`
      await addAssessments(tx, one, flagger, discipline)
      await addReturn(tx, one, people.supervisor.id)
      await addPlan(tx, { one, holder: flagger })
      await tx`insert into app.call_clearances (id, case_id, user_id, reason)
        values (${part(id, 'clearance')}, ${id}, ${leadId}, 'ASKED_NOW')`
      await tx`insert into app.referral_comments (referral_id, version, author_id, at, key_id, body)
        values (${asked}, 1, ${leadId}, clock.casework_now(), ${part(id, 'no key')}, '')`
    }
  })
  return { psea, alertTask }
}

const PANELLED = 'SW_GENERAL'

async function addAssessments(
  tx: TransactionSql,
  { id, officeId, sensitivity }: Pick<OneCase, 'id' | 'officeId' | 'sensitivity'>,
  author: string,
  discipline: string,
): Promise<void> {
  for (const [instrument, scope, of] of ASSESSED) {
    const [assessment, key] = [part(id, instrument), part(id, `${instrument} ${of}`)]
    const ofCase = scope === 'ASSESSMENT' ? id : null
    await tx`insert into app.assessments (id, case_id, office_id, sensitivity, instrument, discipline, state, written_by, begun_at,
        changed_by, changed_at, version)
      values (${assessment}, ${id}, ${officeId}, ${sensitivity}, ${instrument}, ${discipline}, 'DRAFT', ${author},
        clock.casework_now() - interval '3 days', ${author}, clock.casework_now() - interval '3 days', 1) on conflict do nothing`
    await tx`insert into vault.keys (id, scope, case_id, office_id, sensitivity, assessment_id, part, wrapped)
      values (${key}, ${scope}, ${ofCase}, ${officeId}, ${ofCase ? sensitivity : 'S4'}, ${assessment}, ${of}, '')`
    if (scope === 'ASSESSMENT')
      await tx`insert into app.assessment_answers (assessment_id, version, part, case_id, office_id, sensitivity, key_id, body, written_by, written_at)
        values (${assessment}, 1, ${of}, ${id}, ${officeId}, ${sensitivity}, ${key}, '', ${author}, clock.casework_now() - interval '3 days')`
    else
      await tx`insert into app.incident_answers (assessment_id, version, part, key_id, body, written_by, written_at)
        values (${assessment}, 1, ${of}, ${key}, '', ${author}, clock.casework_now() - interval '3 days')`
  }
  await tx`insert into app.panel_decisions (assessment_id, case_id, office_id, sensitivity, decision, decided_on, decided_by, decided_at, key_id, words)
    select ${part(id, PANELLED)}, k.case_id, ${officeId}, ${sensitivity}, 'AGREED', date '2014-06-20', ${author}, clock.casework_now() - interval '3 days',
      k.id, '' from vault.keys k where k.case_id = ${id} and k.scope = 'CASE' and k.compartment = 'TEAM'`
}
