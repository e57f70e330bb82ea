-- Lists and counts that are ordered scans stay in their index: beside the keys stands what the policies ask of a row, so that
-- the table itself is not opened for rows that are only counted, or merged and then left out.
drop index app.cases_by_office;
create index cases_by_office on app.cases (office_id, sensitivity, state, next_due_at, id) include (lead_id);
drop index app.cases_ended;
create index cases_ended on app.cases (office_id, sensitivity, state, closed_at desc nulls last, id desc) include (lead_id)
  where state in ('CLOSED', 'TRANSFERRED', 'DUPLICATE');
drop index app.cases_carried;
create index cases_carried on app.cases (office_id, lead_id, next_due_at) include (id, sensitivity)
  where sensitivity = 'S3' and state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE');
drop index app.referrals_live_by_office;
create index referrals_live_by_office on app.referrals (office_id, sensitivity, state, due_at, id) include (case_id, supervisor_id)
  where state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
drop index app.referrals_over_by_office;
create index referrals_over_by_office on app.referrals (office_id, sensitivity, state, last_at desc, id desc) include (case_id)
  where state in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
drop index app.referrals_to_review;
create index referrals_to_review on app.referrals (office_id, sensitivity, sent_at, id) include (case_id, author_id, state)
  where emergency_path and reviewed_at is null and sent_at is not null;
drop index app.referrals_undecided;
create index referrals_undecided on app.referrals (office_id, sensitivity, sent_at, id) include (case_id)
  where state in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED');
