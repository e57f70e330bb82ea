-- Cases, who works on them, and the people in them. Identity is sealed (bytea); codes, dates and states stay plain,
-- so that statistics need no key. Children carry the case's office and sensitivity, kept true by a cascading
-- composite key, so that every policy reads its own row only.

create table app.cases (
  id uuid primary key,
  code text not null unique check (code ~ '^MLP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}.$'),
  office_id text not null references access.offices,
  sensitivity text not null default 'S3' check (sensitivity in ('S3', 'S4')),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE', 'CLOSED', 'TRANSFERRED', 'DUPLICATE')),
  risk text check (risk in ('HIGH', 'MEDIUM', 'LOW')),
  lead_id uuid not null references access.users,
  opened_by uuid not null references access.users,
  opened_at timestamptz not null default clock.casework_now(),
  registered_at timestamptz,
  closed_at timestamptz,
  closure_reason text,
  source text not null,
  flow_point text references app.flow_points,
  cercle text not null references app.cercle_offices,
  alert_id uuid,
  last_contact_on date,
  -- Pressing due date, kept beside the events it is computed from so that lists can be ordered and paged.
  next_due_at timestamptz,
  next_due_kind text,
  version integer not null default 1,
  unique (id, office_id, sensitivity),
  check (state = 'DRAFT' or risk is not null)
);
create index cases_by_office on app.cases (office_id, sensitivity, state, next_due_at, id);
create index cases_by_lead on app.cases (lead_id, state, next_due_at, id);
create index cases_ended on app.cases (office_id, sensitivity, state, closed_at desc nulls last, id desc)
  where state in ('CLOSED', 'TRANSFERRED', 'DUPLICATE');

create table app.case_members (
  case_id uuid not null references app.cases,
  user_id uuid not null references access.users,
  capacity text not null check (capacity in ('LEAD', 'MEMBER', 'NAMED_SUPERVISOR')),
  since timestamptz not null default clock.casework_now(),
  until timestamptz,
  primary key (case_id, user_id, capacity)
);
create unique index one_lead on app.case_members (case_id) where capacity = 'LEAD' and until is null;
create index members_by_user on app.case_members (user_id, case_id) where until is null;

create table app.people (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  standing text not null check (standing in ('PRINCIPAL', 'HOUSEHOLD')),
  household_role text,
  sex text not null check (sex in ('F', 'M', 'X', 'U')),
  birth_year smallint check (birth_year between 1890 and 2100),
  age_basis text check (age_basis in ('DOC', 'STATED', 'EVENT', 'ESTIMATE')),
  nationality text,
  displacement_status text,
  origin_cercle text,
  document_status text,
  languages text[] not null default '{}',
  specific_needs text[] not null default '{}',
  concerns text[] not null default '{}',
  safe_contact text,
  household_size smallint check (household_size between 1 and 60),
  key_id uuid not null,
  identity bytea not null,
  version integer not null default 1,
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create unique index one_principal on app.people (case_id) where standing = 'PRINCIPAL';
create index people_of_case on app.people (case_id);

-- Who may see which case: members (lead and named supervisor among them), read once a query. Whoever changed to a role
-- without cases keeps no membership.
grant select on app.cases, app.case_members, app.people to relais_definer;

create function access.my_case_ids() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin
    return query select m.case_id from app.case_members m join access.users u on u.id = m.user_id
      where m.user_id = own and m.until is null and u.role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR');
  end $$;
grant execute on function access.my_case_ids() to relais_web;

-- Those of them where somebody else leads: a list merges them with the ones found by lead or office.
create function access.shared_case_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select m.case_id from app.case_members m
        where m.user_id = access.actor_id() and m.until is null and m.capacity <> 'LEAD' $$;
grant execute on function access.shared_case_ids() to relais_web;

do $$
declare t text;
begin
  foreach t in array array['cases', 'case_members', 'people'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
  end loop;
end $$;

grant select, insert on app.cases to relais_web;
-- Never the code, the office or where it came from.
grant update (sensitivity, state, risk, lead_id, registered_at, closed_at, closure_reason, last_contact_on, next_due_at,
  next_due_kind, version) on app.cases to relais_web;
create policy team_reads on app.cases for select to relais_web using (
  id = any(array(select access.my_case_ids()))
  or (lead_id = (select access.actor_id()) and (select access.is_caseworker()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
-- A supervisor opens cases of the offices they supervise; a caseworker opens one they lead, in their office.
create policy staff_opens on app.cases for insert to relais_web with check (
  sensitivity = 'S3' and opened_by = (select access.actor_id()) and (
    office_id = any(array(select access.supervised_offices()))
    or ((select access.is_caseworker()) and lead_id = (select access.actor_id())
        and office_id = any(array(select access.my_offices())))));
create policy team_changes on app.cases for update to relais_web using (
  id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))))
  with check (true);

grant select, insert, update (until) on app.case_members to relais_web;
-- One's own cases first: they need no look at the case, which would scan all cases for a list.
create policy team_reads on app.case_members for select to relais_web using (
  case_id = any(array(select access.my_case_ids())) or exists (select from app.cases c where c.id = case_id));
create policy lead_or_supervisor_adds on app.case_members for insert to relais_web with check (
  exists (select from app.cases c where c.id = case_id
    and (c.lead_id = (select access.actor_id()) or (select access.actor_role()) = 'SUPERVISOR')));
create policy lead_or_supervisor_ends on app.case_members for update to relais_web
  using (exists (select from app.cases c where c.id = case_id
    and (c.lead_id = (select access.actor_id()) or (select access.actor_role()) = 'SUPERVISOR'))) with check (true);

grant select, insert, update on app.people to relais_web;
create policy team_reads on app.people for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy team_adds on app.people for insert to relais_web with check (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy team_changes on app.people for update to relais_web using (
  case_id = any(array(select access.my_case_ids()))) with check (case_id = any(array(select access.my_case_ids())));
-- A household member entered by mistake goes away; the person the case is about never does.
grant delete on app.people to relais_web;
create policy team_removes on app.people for delete to relais_web using (
  standing = 'HOUSEHOLD' and (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())));

-- A case is raised to S4 with somebody who may decide on it, in the same transaction, and never lowered.
create function app.restricted_has_supervisor() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if old.sensitivity = 'S4' and new.sensitivity <> 'S4' then
      raise exception 'case % stays restricted', new.id using errcode = 'check_violation';
    end if;
    if new.sensitivity = 'S4' and old.sensitivity <> 'S4' and not exists (select from app.case_members m where m.case_id = new.id
        and m.capacity = 'NAMED_SUPERVISOR' and m.until is null) then
      raise exception 'case % is restricted without a named supervisor', new.id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create constraint trigger restricted_has_supervisor after update of sensitivity on app.cases
  deferrable initially deferred for each row execute function app.restricted_has_supervisor();

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function access.my_case_ids() owner to relais_definer;
alter function access.shared_case_ids() owner to relais_definer;
alter function app.restricted_has_supervisor() owner to relais_definer;
