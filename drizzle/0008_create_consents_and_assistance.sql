-- Consent: one row per purpose and recipient. Assistance: what we gave ourselves, in the service's own unit.

create table app.consents (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  purpose text not null check (purpose in ('CASE_MGMT', 'REFERRAL', 'TRACING', 'TRANSFER', 'STATS', 'CONTACT', 'PHOTO_STORY', 'RETURN')),
  partner_code text references app.partners,
  service text,
  status text not null check (status in ('GIVEN', 'ASSENT', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'NOT_POSSIBLE')),
  mode text,
  giver text not null,
  language text,
  wording_version text not null,
  legal_basis text not null default 'CONSENT',
  facts text[] not null default '{}',
  given_at timestamptz not null default clock.casework_now(),
  expires_on date,
  withdrawn_at timestamptz,
  recorded_by uuid not null references access.users,
  second_person_id uuid references access.users check (second_person_id <> recorded_by),
  key_id uuid not null,
  detail bytea not null,
  version integer not null default 1,
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade,
  -- A refusal may come before a partner is chosen: then it is about the service.
  check (purpose not in ('REFERRAL', 'TRACING', 'TRANSFER') or partner_code is not null or status = 'REFUSED'),
  check ((status = 'WITHDRAWN') = (withdrawn_at is not null))
);
create index consents_of_case on app.consents (case_id);
create index consents_for_statistics on app.consents (case_id) where purpose = 'STATS';

create table app.assistance (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  service text not null,
  quantity integer not null check (quantity between 1 and 100000000),
  unit text not null,
  given_on date not null,
  donor text not null,
  given_by uuid not null references access.users,
  recorded_at timestamptz not null default clock.casework_now(),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index assistance_of_case on app.assistance (case_id, given_on desc);

create table app.notes (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  -- TEAM, or the discipline it is sealed for.
  compartment text not null check (compartment in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')),
  written_by uuid not null references access.users,
  written_at timestamptz not null default clock.casework_now(),
  key_id uuid not null,
  body bytea not null,
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index notes_of_case on app.notes (case_id, written_at desc);

do $$
declare t text;
begin
  foreach t in array array['consents', 'assistance', 'notes'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
  end loop;
  foreach t in array array['consents', 'assistance'] loop
    execute format('create policy team_reads on app.%I for select to relais_web using (
      case_id = any(array(select access.my_case_ids()))
      or (sensitivity = ''S3'' and office_id = any(array(select access.supervised_offices()))))', t);
    execute format('create policy caseworker_adds on app.%I for insert to relais_web with check (
      (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
    execute format('grant select, insert on app.%I to relais_web', t);
    execute format('grant select on app.%I to relais_definer', t);
  end loop;
end $$;
grant update (status, withdrawn_at, version) on app.consents to relais_web;
create policy caseworker_changes on app.consents for update to relais_web
  using ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))) with check (true);

grant select, insert on app.notes to relais_web;
create policy reader_of_compartment on app.notes for select to relais_web using (
  (compartment = 'TEAM' and (case_id = any(array(select access.my_case_ids()))
     or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))))
  or (compartment = (select access.actor_role()) and case_id = any(array(select access.my_case_ids()))));
create policy caseworker_writes on app.notes for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))
  and compartment in ('TEAM', (select access.actor_role())) and written_by = (select access.actor_id()));
