-- Who carries how much is counted from the index alone, the state of each case among it.
drop index app.cases_carried;
create index cases_carried on app.cases (office_id, lead_id, next_due_at) include (id, sensitivity, state)
  where sensitivity = 'S3' and state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE');
