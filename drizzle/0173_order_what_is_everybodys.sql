-- A case or its person by the case's id is one step, however many there are: a tree is a level deeper at every size.
create index cases_by_id on app.cases using hash (id);
create index principal_by_case on app.people using hash (case_id) where standing = 'PRINCIPAL';

-- For whoever supervises many offices: one order of everything, that stops when a page is full, and not a step an office.
-- What is over is passed in the same order for restricted cases, whose readers are named one by one.
create index referrals_live_by_due on app.referrals (sensitivity, state, due_at, id) include (office_id, case_id, supervisor_id, author_id, emergency_path, reviewed_at, sent_at)
  where state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
create index referrals_over_by_day on app.referrals (sensitivity, state, last_at desc, id desc) include (office_id, case_id)
  where state in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
create index referrals_review_by_sent on app.referrals (sensitivity, sent_at, id) include (office_id, case_id, author_id, state)
  where emergency_path and reviewed_at is null and sent_at is not null;
create index referrals_undecided_by_sent on app.referrals (sensitivity, sent_at, id) include (office_id, case_id, state)
  where state in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED');
create index tasks_open_by_due on app.tasks (sensitivity, kind, due_at, id) include (office_id) where state = 'OPEN';
create index alerts_waiting_by_due on app.alerts (due_at, id) include (office_id) where state = 'NEW';
create index cases_live_by_due on app.cases (sensitivity, state, next_due_at, id) include (office_id, lead_id)
  where state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE');
drop index app.cases_ended_restricted;
create index cases_ended_by_day on app.cases (sensitivity, state, closed_at desc nulls last, id desc) include (office_id, lead_id)
  where state in ('CLOSED', 'TRANSFERRED', 'DUPLICATE');

-- What is late, and what is undecided, is told from the index too.
drop index app.referrals_live_by_office;
create index referrals_live_by_office on app.referrals (office_id, sensitivity, state, due_at, id)
  include (case_id, supervisor_id, author_id, emergency_path, reviewed_at, sent_at)
  where state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
drop index app.referrals_undecided;
create index referrals_undecided on app.referrals (office_id, sensitivity, sent_at, id) include (case_id, state)
  where state in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED');

-- Triaged alerts, newest first, an office at a time.
create index alerts_triaged_by_office on app.alerts (office_id, triaged_at desc, id desc) where state <> 'NEW';

-- A base reads what was sent from its own offices, and not what other bases of the agency hold.
drop index app.referrals_of_partner_by_tab;
create index referrals_of_partner_by_tab on app.referrals
  (partner_code, office_id, partner_state, coalesce(partner_due_at, '2100-01-01 00:00:00+00'::timestamptz), id)
  include (sent_at, ended_at, expected_on, partner_due_at, partner_deleted_at) where sent_at is not null;
