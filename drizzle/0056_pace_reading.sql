-- Nobody reads hundreds of people in minutes by hand. Whoever opens more files than the budget within ten minutes is
-- slowed down, and the supervisors of their office are told. The log itself is what is counted.

alter table app.settings drop constraint settings_unit_check;
alter table app.settings add constraint settings_unit_check check (unit in ('HOURS', 'DAYS', 'COUNT'));
select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values ('reading.budget', 120, 'COUNT');
select set_config('relais.maintenance', '', true);

create table audit.hasty_readings (
  id bigint generated always as identity primary key,
  actor_id uuid not null references access.users,
  at timestamptz not null default now(),
  files integer not null
);
create index hasty_readings_by_time on audit.hasty_readings (at);
alter table audit.hasty_readings enable row level security;
alter table audit.hasty_readings force row level security;
create policy owner_maintains on audit.hasty_readings to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on audit.hasty_readings for select to relais_definer using (true);
create policy definer_notes on audit.hasty_readings for insert to relais_definer with check (actor_id = access.actor_id() and files > 0);
grant select, insert on audit.hasty_readings to relais_definer;
grant usage on sequence audit.hasty_readings_id_seq to relais_definer;

-- Files this person opened within the last ten minutes beyond the budget; 0 while within it. Noted once an hour.
create function audit.reading_excess(me uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare budget integer; opened integer;
  begin
    select s.value into budget from app.settings s where s.key = 'reading.budget';
    select pg_catalog.count(*) into opened from (select from audit.events e where e.actor_id = me and e.case_id is not null
      and e.outcome = 'done' and e.at > pg_catalog.now() - interval '10 minutes' order by e.id desc limit 5 * budget) latest;
    if opened <= budget then return 0; end if;
    if not exists (select from audit.hasty_readings h where h.actor_id = me and h.at > pg_catalog.now() - interval '1 hour') then
      insert into audit.hasty_readings (actor_id, files) values (me, opened);
    end if;
    return opened - budget;
  end $$;
alter function audit.reading_excess(uuid) owner to relais_definer;

-- The same way into the log, which now says how far beyond the budget this reading is.
set role relais_definer;
drop function audit.append(text, text, text, uuid, text, text);
create function audit.append(action text, object_type text, object_id text, case_id uuid, outcome text, detail text default '{}')
  returns integer language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    -- Read before this function writes anything itself.
    changed boolean := pg_catalog.pg_current_xact_id_if_assigned() is not null;
    own access.sessions := access.live_session();
    known audit.actions;
  begin
    if own.id is null then
      raise exception 'nobody acts here' using errcode = 'insufficient_privilege';
    end if;
    select a.* into known from audit.actions a where a.action = append.action;
    if known.action is null or (known.writes and append.outcome = 'done' and not changed) then
      raise exception 'no such act happened' using errcode = 'check_violation';
    end if;
    if pg_catalog.octet_length(detail) > 8192 or object_type !~ '^[a-z-]{1,40}$' then
      raise exception 'the log takes no stories' using errcode = 'check_violation';
    end if;
    if append.case_id is not null and append.outcome <> 'missing' and not exists (select from app.cases c where c.id = append.case_id) then
      raise exception 'no such case' using errcode = 'check_violation';
    end if;
    perform audit.write(null, action, object_type, audit.reduced(object_id), case_id, outcome, detail);
    return case when case_id is null or known.writes then 0 else audit.reading_excess(own.user_id) end;
  end $$;
revoke execute on function audit.append(text, text, text, uuid, text, text) from public;
grant execute on function audit.append(text, text, text, uuid, text, text) to relais_web, relais_partner, relais_auth;

-- Who of a supervisor's offices read hastily within a day.
create function audit.hasty_readers() returns table (name text, at timestamptz, files integer)
  language sql stable security definer set search_path = ''
  as $$
    select u.name, h.at, h.files from audit.hasty_readings h join access.users u on u.id = h.actor_id
    where h.at > pg_catalog.now() - interval '24 hours' and h.actor_id <> access.actor_id()
      and exists (select from access.user_offices o where o.user_id = h.actor_id and o.office_id in (select access.supervised_offices()))
    order by h.at desc, h.id desc limit 20 $$;
revoke execute on function audit.hasty_readers() from public;
grant execute on function audit.hasty_readers() to relais_web;
reset role;
