-- Schemas by concern, the instance row, and casework time.
-- Every table has row-level security, forced: the owner too sees nothing unless it says that it maintains
-- (`relais.maintenance = on`), so a data migration that forgets it changes 0 rows and its assertion fails.

create schema app;      -- what the field works with
create schema access;   -- users, sessions, who may see what
create schema vault;    -- wrapped keys
create schema audit;    -- the log
create schema jobs;     -- what happens later
create schema report;   -- counts without identity
create schema clock;    -- casework time

grant usage on schema app, access, vault, audit, jobs, report, clock
  to relais_definer, relais_web, relais_partner, relais_auth, relais_worker, relais_report;
grant create on schema access, audit, jobs, report, clock, app to relais_definer;
alter default privileges revoke execute on functions from public;

create table app.instance (
  only_row boolean primary key default true check (only_row),
  id text not null,
  demo boolean not null,
  -- The demo shows a chosen day; a real instance has 0. Written once, by the owner.
  casework_offset interval not null default '0',
  created_at timestamptz not null default now()
);
alter table app.instance enable row level security;
alter table app.instance force row level security;
create policy owner_maintains on app.instance to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy everyone_reads on app.instance for select
  to relais_definer, relais_web, relais_partner, relais_auth, relais_worker, relais_report using (true);
grant select on app.instance to relais_definer, relais_web, relais_partner, relais_auth, relais_worker, relais_report;

-- Casework time: what every due date, timeline and default uses. Sessions, jobs and audit use real time.
create function clock.casework_now() returns timestamptz
  language plpgsql stable security definer set search_path = ''
  as $$ begin return (select pg_catalog.now() + i.casework_offset from app.instance i); end $$;
grant execute on function clock.casework_now()
  to relais_web, relais_partner, relais_auth, relais_worker, relais_report;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function clock.casework_now() owner to relais_definer;
set role relais_definer;
grant execute on function clock.casework_now() to relais_owner;
reset role;
