-- An alert stays with the case it led to: its clocks go on, and so does what the person said about contact.

alter table app.cases
  -- When the person was first reported to us: what is promised from then on is not promised anew at opening.
  add column asked_at timestamptz,
  -- "Do not contact", said in an alert. It stops every call until the team notes that calling is safe again.
  add column do_not_contact boolean not null default false;
grant update (do_not_contact) on app.cases to relais_web;

select set_config('relais.maintenance', 'on', true);
update app.cases c set asked_at = a.raised_at,
    do_not_contact = a.contact_agreed = 'NO' and coalesce((select p.safe_contact not in ('CALL_OK', 'SMS_OK', 'CALL_TIMES')
      from app.people p where p.case_id = c.id and p.standing = 'PRINCIPAL'), true),
    next_due_at = case when c.next_due_kind = 'first-action' then c.next_due_at - (c.opened_at - a.raised_at) else c.next_due_at end
  from app.alerts a where a.id = c.alert_id and a.raised_at <= c.opened_at;
select set_config('relais.maintenance', '', true);

-- The team of the case reads its alerts, and opens them.
create policy team_reads_of_case on app.alerts for select to relais_web using (
  case_id = any(array(select access.my_case_ids())));
create policy team_opens_alert_of_case on vault.keys for select to relais_web using (
  scope = 'ALERT' and exists (select from app.alerts a where a.id = alert_id and a.case_id = any(array(select access.my_case_ids()))));

-- Somebody asked to see a number although the person said no: who, why, when. Five minutes, then it is hidden again.
create table app.call_clearances (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references app.cases,
  user_id uuid not null references access.users,
  reason text not null check (reason in ('ASKED_NOW', 'LIFE_IN_DANGER')),
  at timestamptz not null default clock.casework_now()
);
create index clearances_of_case on app.call_clearances (case_id, at desc);
alter table app.call_clearances enable row level security;
alter table app.call_clearances force row level security;
create policy owner_maintains on app.call_clearances to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.call_clearances to relais_web;
grant insert (case_id, user_id, reason) on app.call_clearances to relais_web;
create policy team_reads on app.call_clearances for select to relais_web using (
  case_id = any(array(select access.my_case_ids())) or exists (select from app.cases c where c.id = case_id));
create policy team_asks on app.call_clearances for insert to relais_web with check (
  user_id = (select access.actor_id()) and (select access.is_caseworker())
  and case_id = any(array(select access.my_case_ids())));

alter table app.task_kinds no force row level security;
insert into app.task_kinds (kind, side) values ('CALLED_ANYWAY', 'SUPERVISOR');
alter table app.task_kinds force row level security;
