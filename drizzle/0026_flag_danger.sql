-- The author of a note may say, in a code and without a word of the note, that somebody is in danger. The lead, the
-- supervisors who may see the case and the author read it; other members and other disciplines do not.

create table app.danger_flags (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  code text not null check (code in ('SUICIDE', 'VIOLENCE', 'CHILD_UNSAFE', 'MEDICAL', 'CONTROL', 'ARREST', 'TEAM')),
  discipline text not null check (discipline in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')),
  raised_by uuid not null references access.users,
  raised_at timestamptz not null default clock.casework_now(),
  review_on date not null,
  lowered_by uuid references access.users,
  lowered_at timestamptz,
  check ((lowered_by is null) = (lowered_at is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index flags_of_case on app.danger_flags (case_id) where lowered_at is null;
alter table app.danger_flags enable row level security;
alter table app.danger_flags force row level security;
create policy owner_maintains on app.danger_flags to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');

grant select, insert (case_id, office_id, sensitivity, code, discipline, raised_by, review_on) on app.danger_flags to relais_web;
grant update (lowered_by, lowered_at) on app.danger_flags to relais_web;
create policy lead_reads on app.danger_flags for select to relais_web using (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))
  and exists (select from app.cases c where c.id = case_id and c.lead_id = (select access.actor_id())));
create policy supervisor_reads on app.danger_flags for select to relais_web using (
  (select access.actor_role()) = 'SUPERVISOR' and (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))));
-- Who raised it, and whoever shares the discipline on this case, may lower it again.
create policy discipline_reads on app.danger_flags for select to relais_web using (
  discipline = (select access.actor_role()) and case_id = any(array(select access.my_case_ids())));
create policy author_raises on app.danger_flags for insert to relais_web with check (
  raised_by = (select access.actor_id()) and discipline = (select access.actor_role())
  and case_id = any(array(select access.my_case_ids())) and lowered_at is null);
create policy discipline_lowers on app.danger_flags for update to relais_web
  using (lowered_at is null and discipline = (select access.actor_role()) and case_id = any(array(select access.my_case_ids())))
  with check (lowered_by = (select access.actor_id()) and lowered_at <= clock.casework_now()
    and lowered_at >= raised_at and case_id = any(array(select access.my_case_ids())));
