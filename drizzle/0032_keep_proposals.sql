-- What the codes of a case proposed when the risk was rated, what was chosen, and with which reason it was less. The
-- clinical clocks run from the event where its hour is known, else from the day the case began.

create table app.case_proposals (
  case_id uuid primary key,
  office_id text not null,
  sensitivity text not null,
  risk text not null check (risk in ('HIGH', 'MEDIUM', 'LOW')),
  restrict_proposed boolean not null,
  rules text[] not null default '{}',
  clocks text[] not null default '{}' check (clocks <@ array['PEP_72', 'EC_120', 'INJURY_NOW']),
  happened_at timestamptz,
  chosen_risk text not null check (chosen_risk in ('HIGH', 'MEDIUM', 'LOW')),
  lower_reason text check (lower_reason ~ '^[A-Z0-9_]{2,40}$'),
  open_reason text check (open_reason ~ '^[A-Z0-9_]{2,40}$'),
  rated_by uuid not null references access.users,
  rated_at timestamptz not null default clock.casework_now(),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade,
  -- Less than proposed has its reason; no reason stands where nothing was lowered.
  check ((lower_reason is not null) = (array_position(array['LOW', 'MEDIUM', 'HIGH'], chosen_risk)
    < array_position(array['LOW', 'MEDIUM', 'HIGH'], risk))),
  check (open_reason is null or restrict_proposed)
);
create index proposals_below on app.case_proposals (office_id, rated_at) where lower_reason is not null or open_reason is not null;
alter table app.case_proposals enable row level security;
alter table app.case_proposals force row level security;
create policy owner_maintains on app.case_proposals to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select, insert on app.case_proposals to relais_web;
grant update (risk, restrict_proposed, rules, clocks, happened_at, chosen_risk, lower_reason, open_reason, rated_by, rated_at)
  on app.case_proposals to relais_web;
create policy team_reads on app.case_proposals for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy team_rates on app.case_proposals for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())) and rated_by = (select access.actor_id()));
create policy team_rates_again on app.case_proposals for update to relais_web
  using ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))
  with check (case_id = any(array(select access.my_case_ids())) and rated_by = (select access.actor_id()));
grant select on app.case_proposals to relais_definer;
create policy definer_reads on app.case_proposals for select to relais_definer using (true);
grant delete on app.case_proposals to relais_definer;
create policy definer_drops on app.case_proposals for delete to relais_definer
  using (exists (select from app.cases c where c.id = case_id and c.state = 'DRAFT'));
