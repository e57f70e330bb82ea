import { describe, expect, test } from 'vitest'
import { root } from '@/lib/testing/database'
import { RULE_ROWS } from '@/scripts/write-rules'

const OURS = ['app', 'access', 'vault', 'audit', 'jobs', 'report', 'clock']

/** Tables that a login of the field may write and that have no list of writes: what holds them instead. */
const WITHOUT_A_LIST: Readonly<Record<string, string>> = {
  'access.sessions': 'the login that signs people in, before anybody is anybody',
  'access.sign_in_attempts': 'counts of that login, without a name',
  'app.drafts': 'a person’s own sealed forms, which nobody else reads; the latest twenty stay',
  'app.spent_keys': 'a person’s own keys, which nobody else reads; never taken back, so many a day',
  'app.unsigned_keys': 'a key without a person: one a report that was told',
  'app.call_clearances': 'three columns, the time the database’s own; call_clearances_hold',
  'app.case_proposals': 'case_proposals_hold; what stood before is kept by the database',
  'app.danger_flags': 'seven columns and two; danger_flags_hold',
  'app.plan_changes': 'an administrator’s own, now, by its policies: nothing of anybody',
  'app.directory_entries': 'an administrator’s, and an agency’s own, by policies and directory_holds: nothing of anybody',
  'app.projects': 'an administrator’s, a name and a last day, nothing deleted; projects_hold keeps what stood before',
  'app.harm_reports': 'harm_reports_hold, its due date computed, one answer',
  'app.incident_answers':
    'inserted alone: the version just written, by whoever wrote it, under its own key, by its policy',
  'app.psea_reports': 'psea_reports_hold, its due date computed, the hearer alone',
  'app.referral_comments': 'one an event of one’s own, now, by its policy',
  'report.exports': 'the officer’s own, by its policy',
  'vault.keys':
    'one a compartment, a slip, an alert, a report or a part of an assessment, by its policies and indexes',
}

describe('every table that a login of the field may write', () => {
  test('has its list of writes and the trigger that reads it, or stands here with what holds it', async () => {
    const rows = await root()`select c.oid::regclass::text as name,
        exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'allowed_columns') as guarded
      from pg_class c where c.relkind in ('r', 'p') and exists (select from pg_roles r
        where r.rolname = any(array['relais_web', 'relais_partner', 'relais_auth', 'relais_worker', 'relais_report'])
          and (has_table_privilege(r.oid, c.oid, 'insert, update, delete') or has_any_column_privilege(r.oid, c.oid, 'insert, update')))
        and c.relnamespace in (select oid from pg_namespace where nspname = any(${OURS}))`
    const listed = new Set<string>(RULE_ROWS.map(([table]) => table))
    for (const { name, guarded } of rows) expect(listed.has(String(name)), String(name)).toBe(guarded)
    const open = rows.filter(({ guarded }) => !guarded).map(({ name }) => String(name))
    expect(open.sort()).toEqual(Object.keys(WITHOUT_A_LIST).sort())
  })
})
