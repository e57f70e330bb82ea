import { root } from '../database'

export type Column = { table: string; column: string; type: string; versioned: boolean }

/** Tables whose rows hang on a case, or say who may work on it, and every column of theirs: from the catalogue, so that a new one is tried too. */
export async function columnsOfTheWork(): Promise<Column[]> {
  const rows =
    await root()`select c.oid::regclass::text as table, a.attname::text as column, format_type(a.atttypid, null) as type,
      exists (select from pg_attribute v where v.attrelid = c.oid and v.attname = 'version') as versioned
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.oid = any(array['app.cases', 'app.case_members', 'app.people', 'app.consents', 'app.assistance', 'app.notes', 'app.follow_ups', 'app.case_reviews', 'app.appointments', 'app.assessments', 'app.assessment_answers', 'app.incident_answers', 'app.panel_decisions', 'app.note_changes', 'app.key_openings', 'app.papers', 'vault.key_holders',
      'app.alerts', 'app.referrals', 'app.referral_events', 'app.referral_messages', 'app.verifications', 'app.shares',
      'app.queue_marks', 'app.tasks', 'app.harm_reports', 'app.psea_reports', 'app.consent_confirmations', 'app.danger_flags', 'app.staff_functions',
      'app.case_events', 'app.case_changes', 'app.case_closings', 'app.plan_goals', 'app.plan_actions', 'app.plan_approvals', 'app.plan_events', 'app.case_transfers', 'app.case_lines', 'app.case_restrictions', 'app.case_proposals', 'app.earlier_proposals', 'app.call_clearances', 'app.referral_comments',
      'app.name_tokens', 'app.restricted_tokens', 'app.alert_tokens', 'app.inbound_answers', 'app.same_person', 'app.household_links', 'app.case_views', 'app.documents', 'app.document_pieces', 'app.share_papers', 'app.leaves', 'app.return_paths', 'app.return_steps', 'app.return_grants', 'app.grant_deliveries', 'app.grant_visits', 'app.delivery_receipts', 'app.token_makers', 'access.live_members', 'vault.keys']::regclass[]) order by 1, a.attnum`
  return rows.map((row) => row as unknown as Column)
}
