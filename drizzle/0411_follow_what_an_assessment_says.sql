-- What a finished assessment sets going: a screening for trafficking where answers call for one, a panel where a decision about
-- a child is heavy, care in time where an act of violence was told. Each follows from the assessment just saved, and says
-- nothing of its answers.

insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case, comes_back) values
  ('SCREEN_TRAFFICKING', 'TEAM', false, true, true, 'STILL'), ('DECIDE_PANEL', 'SUPERVISOR', false, true, false, null);

-- What a panel decided on a best interests assessment: a code, a day, and why, sealed with the team's key of the case.
create table app.panel_decisions (
  assessment_id uuid primary key references app.assessments,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  decision text not null check (decision in ('AGREED', 'OTHER', 'MORE')),
  decided_on date not null,
  decided_by uuid not null references access.users,
  decided_at timestamptz not null,
  key_id uuid not null references vault.keys,
  words bytea not null check (octet_length(words) <= 262144),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index panels_of_case on app.panel_decisions (case_id);
alter table app.panel_decisions enable row level security;
alter table app.panel_decisions force row level security;
create policy owner_maintains on app.panel_decisions to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_looks on app.panel_decisions for select to relais_definer using (true);
create policy definer_looks on app.incident_answers for select to relais_definer using (true);
grant select on app.panel_decisions to relais_definer;
grant select (assessment_id, version, part, written_by, written_at) on app.incident_answers to relais_definer;
grant select, insert on app.panel_decisions to relais_web;
create policy reach_reads on app.panel_decisions for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
-- Whoever supervises the case says what the panel decided, once, on a finished assessment of this case.
create policy supervisor_decides on app.panel_decisions for insert to relais_web with check (
  (select access.actor_role()) = 'SUPERVISOR' and decided_by = (select access.actor_id())
  and (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))))
  and exists (select from app.assessments a where a.id = assessment_id and a.case_id = panel_decisions.case_id
    and a.instrument = 'BEST_INTERESTS' and a.state = 'FINISHED')
  and exists (select from vault.keys k where k.id = key_id and k.scope = 'CASE' and k.compartment = 'TEAM'
    and k.case_id = panel_decisions.case_id));

set role relais_definer;
grant execute on function app.allowed_columns() to relais_owner;
reset role;
create trigger allowed_columns before insert or update or delete on app.panel_decisions for each row
  when (access.writes_itself()) execute function app.allowed_columns();

set role relais_definer;
revoke execute on function app.allowed_columns() from relais_owner;
-- What this person just saved: a finished assessment of one of these instruments, an incident, a panel's word.
create function app.assessment_asks(cause text, verbs text[], about app.tasks, code text) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    return case cause
      when 'ASSESSED' then exists (select from app.assessments a where a.case_id = about.case_id and a.changed_by = me
        and app.is_now(a.changed_at) and a.state = 'FINISHED' and a.instrument = any(verbs))
      when 'INCIDENT_TOLD' then exists (select from app.incident_answers i join app.assessments a on a.id = i.assessment_id
        where a.case_id = about.case_id and a.state = 'FINISHED' and i.version = a.version and i.written_by = me and app.is_now(i.written_at))
      when 'PANEL_DECIDED' then exists (select from app.panel_decisions p where p.case_id = about.case_id and p.decided_by = me
        and app.is_now(p.decided_at) and p.decision = assessment_asks.code)
      else false end;
  end $$;
revoke all on function app.assessment_asks(text, text[], app.tasks, text) from public;
create or replace function app.must_follow(about app.tasks, wanted_deed text, code text, due timestamptz) returns void
  language plpgsql stable security definer set search_path = ''
  as $$
  declare parties text[] := app.task_parties(about);
  begin
    -- Nobody of the field: the worker and the owner open and end what the code says.
    if access.login() = '' then return; end if;
    if access.actor_id() is null or not exists (select from app.task_rules t where t.kind = about.kind and t.deed = wanted_deed
        and t.subject_type = about.subject_type and t.party = any(parties)
        and case when t.codes is null then code ~ '^[A-Z][A-Z0-9_]{1,59}$'
          when t.codes = '{}' then code is null else code = any(t.codes) end
        and case when wanted_deed <> 'OPEN' then true when t.within_hours is null then due is null
          else due <= case t.cause when 'RATED_CARE' then app.care_from(about.case_id) else clock.casework_now() end
            + pg_catalog.make_interval(hours => t.within_hours) + interval '1 second' end
        and (app.task_fits(case t.cause when 'RATED_CARE' then 'RATED' else t.cause end, t.verbs, about, code, due)
          or app.assessment_asks(t.cause, t.verbs, about, code))) then
      raise exception 'nothing that this session did asks for %', about.kind using errcode = 'insufficient_privilege';
    end if;
  end $$;
reset role;
