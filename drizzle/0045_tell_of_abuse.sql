-- Sexual exploitation and abuse by aid workers is told to one person. The report knows no case, no referral and no task;
-- whoever it names can never read it. Its hearer is whoever holds the function now: the focal point of the office, its
-- region or the operation; the deputy where the focal point wrote it or is named.

create table app.psea_reports (
  id uuid primary key,
  office_id text not null references access.offices,
  author_id uuid not null default access.actor_id() references access.users,
  named_id uuid references access.users,
  partner_code text references app.partners,
  safe_now text not null check (safe_now in ('YES', 'NO', 'UNKNOWN')),
  reported_at timestamptz not null default clock.casework_now(),
  due_at timestamptz,
  key_id uuid not null,
  words bytea not null,
  taken_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('INVESTIGATION', 'HELP_ONLY', 'NOT_SEA')),
  version integer not null default 1,
  check ((closed_at is null) = (outcome is null))
);

-- Who hears it: never its author, never whom it names, nobody inactive. Nearest first; the deputy after every focal point.
create function app.psea_hearer(of_office text, author uuid, named uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select f.person_id from app.staff_functions f join access.users u on u.id = f.person_id and u.active
    where f.function in ('PSEA_FOCAL_POINT', 'PSEA_DEPUTY')
      and f.from_at <= clock.casework_now() and (f.until_at is null or f.until_at > clock.casework_now())
      and (f.office_id = of_office or (f.office_id is null and f.region is null)
        or f.region = (select o.region from access.offices o where o.id = of_office))
      and f.person_id is distinct from author and f.person_id is distinct from named
    order by f.function = 'PSEA_DEPUTY', f.office_id is null, f.region is null, f.from_at, f.id limit 1 $$;
grant execute on function app.psea_hearer(text, uuid, uuid) to relais_web;

alter table app.psea_reports enable row level security;
alter table app.psea_reports force row level security;
create policy owner_maintains on app.psea_reports to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select, insert on app.psea_reports to relais_web;
grant update (taken_at, closed_at, outcome, version) on app.psea_reports to relais_web;
create policy hearer_reads on app.psea_reports for select to relais_web using (
  (select access.actor_id()) = app.psea_hearer(office_id, author_id, named_id)
  and author_id <> (select access.actor_id()) and named_id is distinct from (select access.actor_id()));
create policy staff_tells on app.psea_reports for insert to relais_web with check (
  author_id = (select access.actor_id()) and reported_at = (select clock.casework_now())
  and taken_at is null and closed_at is null and version = 1 and office_id = any(array(select access.my_offices()))
  and app.psea_hearer(office_id, author_id, named_id) is not null);
create policy hearer_settles on app.psea_reports for update to relais_web using (
  closed_at is null and (select access.actor_id()) = app.psea_hearer(office_id, author_id, named_id))
  with check ((select access.actor_id()) = app.psea_hearer(office_id, author_id, named_id)
    and coalesce(taken_at, reported_at) <= (select clock.casework_now())
    and coalesce(closed_at, reported_at) <= (select clock.casework_now()));

create function app.psea_is_due() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      new.due_at := new.reported_at + app.setting('harm.PSEA');
    elsif new.version <> old.version + 1 or (old.taken_at is not null and new.taken_at is distinct from old.taken_at) then
      raise exception 'report % changes without a new version', old.id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger psea_is_due before insert or update on app.psea_reports for each row execute function app.psea_is_due();

-- A key of its own, which its hearer alone opens.
alter table vault.keys add column report_id uuid;
alter table vault.keys drop constraint keys_scope_check;
alter table vault.keys add constraint keys_scope_check check (scope in ('CASE', 'ALERT', 'SHARE', 'PSEA'));
do $$
declare c record;
begin
  -- The check that only alerts have no case.
  for c in select conname from pg_constraint where conrelid = 'vault.keys'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%ALERT%case_id IS NULL%' loop
    execute format('alter table vault.keys drop constraint %I', c.conname);
  end loop;
end $$;
alter table vault.keys add constraint keys_case_check check ((scope in ('ALERT', 'PSEA')) = (case_id is null)),
  add constraint keys_report_check check ((scope = 'PSEA') = (report_id is not null));
create unique index one_key_a_report on vault.keys (report_id) where scope = 'PSEA';
create policy staff_creates_for_report on vault.keys for insert to relais_web with check (
  scope = 'PSEA' and office_id = any(array(select access.my_offices())));
create policy hearer_opens on vault.keys for select to relais_web using (
  scope = 'PSEA' and exists (select from app.psea_reports r where r.key_id = keys.id));

-- Logged without author, session or case: that it came, and to which report. Only for this one act.
create function audit.append_unsigned(wanted_action text, object_id text, outcome text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare e audit.events;
  begin
    if wanted_action <> 'psea.report' then
      raise exception 'only a report of abuse is logged without its author' using errcode = 'insufficient_privilege';
    end if;
    e.id := pg_catalog.nextval('audit.events_id_seq');
    e.xid := pg_catalog.pg_current_xact_id();
    e.at := pg_catalog.clock_timestamp();
    e.action := wanted_action; e.object_type := 'psea-report'; e.object_id := coalesce(append_unsigned.object_id, '');
    e.outcome := append_unsigned.outcome; e.detail := '{}';
    e.canonical := audit.canonical(e);
    e.mac := audit.mac_of(e.canonical);
    insert into audit.events overriding system value values (e.*);
  end $$;
grant execute on function audit.append_unsigned(text, text, text) to relais_web;
-- The hearer sees the lines of these reports; the log as a whole stays the data protection officer's.
create policy hearer_reads on audit.events for select to relais_web using (
  object_type = 'psea-report' and object_id = any(array(select r.id::text from app.psea_reports r)));

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.psea_hearer(text, uuid, uuid) owner to relais_definer;
alter function app.psea_is_due() owner to relais_definer;
alter function audit.append_unsigned(text, text, text) owner to relais_definer;
