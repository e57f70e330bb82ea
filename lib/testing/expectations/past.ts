/**
 * Where the past of everything stands that a login may change on a case, column by column, told again from the product's
 * rules. `kept`: a line of `app.case_changes`, with who, when and from what. `events`: the machine's own list of moves.
 * `once`: written once, never again. `rows`: each has a row of its own elsewhere. `clock`: worked out. `log`: the log alone.
 */
export type Past = 'kept' | 'events' | 'once' | 'rows' | 'clock' | 'log'

const all = (past: Past, columns: string): Record<string, Past> =>
  Object.fromEntries(columns.split(' ').map((column) => [column, past]))

export const PAST: Readonly<Record<string, Readonly<Record<string, Past>>>> = {
  'app.people': {
    ...all(
      'kept',
      'household_role sex birth_year age_basis nationalities displacement_status origin_cercle document_status languages specific_needs concerns',
    ),
    ...all(
      'kept',
      'safe_contact household_size care_arrangement separation_cause tracing_status functioning identity',
    ),
    // The first of the list beside it, and the count of saves.
    ...all('rows', 'nationality version'),
  },
  'app.cases': {
    ...all('kept', 'risk do_not_contact hold_until closure_reason retention_class erase_on'),
    ...all('events', 'state version last_verb last_party last_actor_id last_reason merged_into'),
    ...all('once', 'registered_at first_action_at'),
    // A contact is a note, help that was given or an answer of the person.
    ...all('rows', 'last_contact_on'),
    ...all('clock', 'next_due_at next_due_kind'),
  },
  'app.case_proposals': {
    ...all('kept', 'risk restrict_proposed rules clocks happened_at lower_reason open_reason'),
    // The case's own risk; who and when stand beside every line.
    ...all('rows', 'chosen_risk rated_by rated_at'),
  },
  'app.case_closings': all('once', 'decided decided_by decided_at comment'),
  'app.case_members': all('log', 'until'),
  'app.consents': { ...all('once', 'status withdrawn_at'), version: 'rows' },
  'app.appointments': all('once', 'state reason ended_by ended_at version'),
  'app.assistance': all('once', 'ended_at ended_by ended_reason replaced_by'),
  'app.danger_flags': all('once', 'lowered_at lowered_by lowered_for'),
  // Each change leaves a row of `app.plan_events`, with what stood before.
  'app.plan_goals': all('rows', 'place state ended_on words version'),
  'app.plan_actions': all(
    'rows',
    'holder_id due_at due_by risk moved_reason redated_at state done_on skip_reason ended_by ended_at handed_by handed_at version',
  ),
  'app.plan_approvals': { ...all('once', 'decided decided_by decided_at comment'), version: 'rows' },
  // Each save of answers is a version of its own, under whoever saved it.
  'app.assessments': {
    ...all('rows', 'state results changed_at changed_by version'),
    ...all('once', 'finished_at'),
  },
  'app.return_paths': {
    ...all('kept', 'kind origin_country return_country transit needs departs_on arrived_on'),
    // Worked out from the age; and the count of saves.
    escort: 'clock',
    version: 'rows',
  },
  // Who asked and who decided stands beside the line, as whoever saved it.
  'app.return_grants': {
    ...all('kept', 'kind model lines supplier quotes quotes_reason state reason'),
    ...all('log', 'asked_by asked_at decided_by decided_at sure last_verb'),
    ...all('rows', 'key_id version'),
  },
  'app.harm_reports': all('once', 'handled_by handled_at action version'),
  'app.alerts': all('once', 'state reason case_id triaged_by triaged_at version'),
  'app.shares': all('once', 'ended_at'),
  // Until it leaves a referral is a draft: its saves are moves of its own machine, and what leaves is sealed whole.
  'app.referrals': all(
    'events',
    'answered_at approved_at approved_by approved_hash consent_id deletion_told_on draft due_at due_kind emergency_path entry_id expected_on facts last_actor_id last_at last_channel last_party last_verb outcome outcome_on partner_code partner_deleted_at payload_hash priority reason review_verdict reviewed_at reviewed_by sent_at service settled_at state submitted_at supervisor_id unserved_follow untold version without_name',
  ),
}

/** Of the case, kept as well, though no login changes them itself: lead, office and access change through functions. */
export const THROUGH_FUNCTIONS: readonly string[] = ['lead_id', 'office_id', 'sensitivity']
