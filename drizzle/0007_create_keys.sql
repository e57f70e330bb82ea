-- Data keys, each wrapped by the instance secret. Whoever may not read a row here cannot open what it sealed.

create table vault.keys (
  id uuid primary key,
  scope text not null check (scope in ('CASE', 'ALERT', 'SHARE')),
  case_id uuid,
  office_id text not null,
  sensitivity text not null,
  compartment text check (compartment in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')),
  alert_id uuid references app.alerts deferrable initially deferred,
  share_id uuid,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity)
    on update cascade deferrable initially deferred,
  check ((scope = 'CASE') = (compartment is not null)),
  check ((scope = 'ALERT') = (alert_id is not null)),
  check ((scope = 'SHARE') = (share_id is not null)),
  check ((scope = 'ALERT') = (case_id is null))
);
create unique index one_key_a_compartment on vault.keys (case_id, compartment) where scope = 'CASE';
create unique index one_key_a_share on vault.keys (share_id) where scope = 'SHARE';

alter table vault.keys enable row level security;
alter table vault.keys force row level security;
create policy owner_maintains on vault.keys to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');

grant select, insert on vault.keys to relais_web;
grant select (id, scope, share_id, wrapped) on vault.keys to relais_partner;
create policy team_opens on vault.keys for select to relais_web using (
  scope in ('CASE', 'SHARE') and coalesce(compartment, 'TEAM') = 'TEAM' and (
    case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))));
create policy discipline_opens on vault.keys for select to relais_web using (
  scope = 'CASE' and compartment = (select access.actor_role()) and case_id = any(array(select access.my_case_ids())));
create policy supervisor_opens_alerts on vault.keys for select to relais_web using (
  scope = 'ALERT' and office_id = any(array(select access.supervised_offices())));
create policy team_creates on vault.keys for insert to relais_web with check (
  scope in ('CASE', 'SHARE')
  -- Nobody prepares the key of another discipline.
  and coalesce(compartment, 'TEAM') in ('TEAM', (select access.actor_role())) and (
    case_id = any(array(select access.my_case_ids()))
    or (scope = 'CASE' and sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))));
create policy enumerator_creates on vault.keys for insert to relais_web with check (
  scope = 'ALERT' and (select access.actor_role()) = 'DTM_ENUM');
