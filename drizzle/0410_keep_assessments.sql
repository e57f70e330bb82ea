-- What three disciplines ask in a case. A row says which instrument, whose, whether it is finished and what follows
-- (`results`, codes that the team reads); the answers are sealed apart by who reads them, each part with a key of its own.
-- Answers are never changed: a correction is a new version beside the older ones.

create table app.assessments (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  instrument text not null check (instrument ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  -- Of whoever filled it in.
  discipline text not null check (discipline in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')),
  state text not null check (state in ('DRAFT', 'FINISHED')),
  -- What a report of abuse by an aid worker rests on is no result: it leaves nothing on the case.
  results text[] not null default '{}' check (array_to_string(results, ' ') ~ '^([A-Z][A-Z0-9_]*( |$))*$' and not 'GB_SEA' = any(results)),
  written_by uuid not null references access.users,
  begun_at timestamptz not null,
  changed_by uuid not null references access.users,
  changed_at timestamptz not null,
  finished_at timestamptz,
  version integer not null,
  check ((state = 'FINISHED') = (finished_at is not null)),
  check (state = 'FINISHED' or results = '{}'),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index assessments_of_case on app.assessments (case_id, begun_at desc);

create table app.assessment_answers (
  assessment_id uuid not null references app.assessments,
  version integer not null,
  part text not null check (part in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')),
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  key_id uuid not null references vault.keys,
  body bytea not null check (octet_length(body) <= 262144),
  written_by uuid not null references access.users,
  written_at timestamptz not null,
  primary key (assessment_id, version, part),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index answers_of_case on app.assessment_answers (case_id);

-- Violence based on gender: a table and keys of its own, in which neither case nor person stands.
create table app.incident_answers (
  assessment_id uuid not null references app.assessments,
  version integer not null,
  part text not null check (part in ('INCIDENT', 'WORDS')),
  key_id uuid not null references vault.keys,
  body bytea not null check (octet_length(body) <= 262144),
  written_by uuid not null references access.users,
  written_at timestamptz not null,
  primary key (assessment_id, version, part)
);

-- Keys: one a part. That of an incident names no case.
alter table vault.keys add column assessment_id uuid references app.assessments, add column part text;
do $$
declare c record;
begin
  for c in select conname from pg_constraint where conrelid = 'vault.keys'::regclass and contype = 'c'
    and (pg_get_constraintdef(oid) like '%case_id IS NULL%' or conname = 'keys_scope_check') loop
    execute format('alter table vault.keys drop constraint %I', c.conname);
  end loop;
end $$;
alter table vault.keys
  add constraint keys_scope_check check (scope in ('CASE', 'ALERT', 'SHARE', 'PSEA', 'TRANSFER', 'ASSESSMENT', 'INCIDENT')),
  add constraint keys_case_check check ((scope in ('ALERT', 'PSEA', 'INCIDENT')) = (case_id is null)),
  add constraint keys_part_check check (case scope
    when 'ASSESSMENT' then part in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER') and part is not null
    when 'INCIDENT' then part in ('INCIDENT', 'WORDS') and part is not null
    else part is null end),
  add constraint keys_assessment_check check ((scope in ('ASSESSMENT', 'INCIDENT')) = (assessment_id is not null));
create unique index one_key_a_part on vault.keys (assessment_id, part) where assessment_id is not null;
grant select (assessment_id, part) on vault.keys to relais_definer;

do $$
declare t text;
begin
  foreach t in array array['assessments', 'assessment_answers', 'incident_answers'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
  end loop;
end $$;
create policy definer_looks on app.assessments for select to relais_definer using (true);
grant select on app.assessments to relais_definer;

-- That it was filled in, by whom and what follows: whoever reads the case.
grant select, insert on app.assessments to relais_web;
grant update (state, results, changed_by, changed_at, finished_at, version) on app.assessments to relais_web;
create policy reach_reads on app.assessments for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy caseworker_fills on app.assessments for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))
  and written_by = (select access.actor_id()) and discipline = (select access.actor_role()));
-- Corrected by whoever filled it in, or by a colleague of the same discipline on the case.
create policy discipline_corrects on app.assessments for update to relais_web
  using ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))
    and (written_by = (select access.actor_id()) or discipline = (select access.actor_role())))
  with check (case_id = any(array(select access.my_case_ids())) and changed_by = (select access.actor_id()));

-- The key decides who reads. The team's part like the team's notes, that of a discipline by this discipline on the case, and
-- every part by whoever filled it in, as long as they are on the case.
create policy reader_opens_assessment on vault.keys for select to relais_web using (
  scope = 'ASSESSMENT' and (
    (part = 'TEAM' and sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))
    or (case_id = any(array(select access.my_case_ids())) and (part in ('TEAM', (select access.actor_role()))
      or exists (select from app.assessments a where a.id = assessment_id and a.written_by = (select access.actor_id()))))));
create policy assessor_opens_incident on vault.keys for select to relais_web using (
  scope = 'INCIDENT' and (select access.is_caseworker()) and exists (select from app.assessments a
    where a.id = assessment_id and a.case_id = any(array(select access.my_case_ids())) and (a.written_by = (select access.actor_id())
      or (part = 'WORDS' and (select access.actor_role()) = 'PSYCHOLOGIST')
      or (part = 'INCIDENT' and exists (select from app.cases c where c.id = a.case_id and c.lead_id = (select access.actor_id()))))));
create policy assessor_seals on vault.keys for insert to relais_web with check (
  scope in ('ASSESSMENT', 'INCIDENT') and exists (select from app.assessments a where a.id = assessment_id and a.version = 1
    and a.written_by = (select access.actor_id()) and a.begun_at between (select clock.casework_now()) - interval '1 second' and (select clock.casework_now()) + interval '1 millisecond' and a.office_id = keys.office_id
    and (scope = 'INCIDENT') = (a.instrument = 'GBV_INCIDENT') and (scope = 'INCIDENT' or a.case_id = keys.case_id)));

grant select, insert on app.assessment_answers, app.incident_answers to relais_web;
create policy key_opens on app.assessment_answers for select to relais_web using (
  exists (select from vault.keys k where k.id = key_id and k.scope = 'ASSESSMENT'));
create policy key_opens on app.incident_answers for select to relais_web using (
  exists (select from vault.keys k where k.id = key_id and k.scope = 'INCIDENT'));
-- An answer belongs to the version that was just written, by whoever wrote it, and is sealed with the key of its part.
create policy writer_answers on app.assessment_answers for insert to relais_web with check (
  written_by = (select access.actor_id()) and written_at between (select clock.casework_now()) - interval '1 second' and (select clock.casework_now()) + interval '1 millisecond'
  and exists (select from vault.keys k where k.id = key_id and k.assessment_id = assessment_answers.assessment_id
    and k.scope = 'ASSESSMENT' and k.part = assessment_answers.part and k.case_id = assessment_answers.case_id)
  and exists (select from app.assessments a where a.id = assessment_id and a.version = assessment_answers.version
    and a.changed_by = (select access.actor_id()) and a.changed_at between (select clock.casework_now()) - interval '1 second' and (select clock.casework_now()) + interval '1 millisecond'));
create policy writer_answers on app.incident_answers for insert to relais_web with check (
  written_by = (select access.actor_id()) and written_at between (select clock.casework_now()) - interval '1 second' and (select clock.casework_now()) + interval '1 millisecond'
  and exists (select from vault.keys k where k.id = key_id and k.assessment_id = incident_answers.assessment_id
    and k.scope = 'INCIDENT' and k.part = incident_answers.part)
  and exists (select from app.assessments a where a.id = assessment_id and a.version = incident_answers.version
    and a.written_by = (select access.actor_id()) and a.changed_by = (select access.actor_id()) and a.changed_at between (select clock.casework_now()) - interval '1 second' and (select clock.casework_now()) + interval '1 millisecond'));

set role relais_definer;
create function app.assessments_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'the case is no longer worked on');
    if tg_op = 'UPDATE' then
      perform app.must_hold(old.state = 'DRAFT' or (new.state = 'FINISHED' and new.finished_at = old.finished_at), 'finished once');
      perform app.must_hold(old.state = 'FINISHED' or new.state = 'DRAFT' or app.is_now(new.finished_at), 'finished now');
    end if;
    return new;
  end $$;
grant execute on function app.allowed_columns() to relais_owner;
revoke all on function app.assessments_hold() from public;
grant execute on function app.assessments_hold() to relais_owner;
reset role;
create trigger allowed_columns before insert or update or delete on app.assessments for each row
  when (access.writes_itself()) execute function app.allowed_columns();
create trigger allowed_columns before insert or update or delete on app.assessment_answers for each row
  when (access.writes_itself()) execute function app.allowed_columns();
create trigger b_holds before insert or update on app.assessments for each row
  when (access.writes_itself()) execute function app.assessments_hold();
set role relais_definer;
revoke execute on function app.allowed_columns(), app.assessments_hold() from relais_owner;
reset role;
