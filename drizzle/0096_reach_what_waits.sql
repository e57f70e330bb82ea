-- What waits is reached where it stands, in the order in which it is shown, however much has ended: partial indexes
-- whose conditions the statements repeat as constants.

-- Cases that are worked on: of one's own cases only these are looked at for what is due.
create index cases_live on app.cases (id, office_id, sensitivity)
  where state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE');
create index cases_to_close on app.cases (office_id, sensitivity, id) where state = 'PENDING_CLOSURE';
-- Who carries how much, lead by lead.
create index cases_carried on app.cases (office_id, lead_id, next_due_at)
  where sensitivity = 'S3' and state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE');
create index tasks_open_by_kind on app.tasks (office_id, sensitivity, kind, due_at, id) where state = 'OPEN';
drop index app.referrals_to_review;
create index referrals_to_review on app.referrals (office_id, sensitivity, sent_at, id)
  where emergency_path and reviewed_at is null and sent_at is not null;
drop index app.tasks_of_office;
create index tasks_open_of_case on app.tasks (case_id) where state = 'OPEN';
create index referrals_undecided on app.referrals (office_id, sensitivity, sent_at, id)
  where state in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED');
