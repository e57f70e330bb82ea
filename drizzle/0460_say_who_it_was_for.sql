-- A line of help says whom in the household it was for, out of which project of its donor, and, where it was wrong, when, by
-- whom and why it ended and which line stands in its place. What ended is kept and counts nowhere.

create table app.projects (
  id text primary key check (id ~ '^[A-Z][A-Z0-9_]{0,59}$'),
  donor text not null check (donor ~ '^[A-Z][A-Z0-9_]{0,59}$'),
  name text not null check (char_length(name) between 1 and 80),
  from_on date not null,
  until_on date check (until_on >= from_on)
);
alter table app.projects enable row level security;
alter table app.projects force row level security;
create policy owner_maintains on app.projects to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy casework_reads on app.projects for select to relais_web
  using ((select access.is_caseworker()) or (select access.actor_role()) = 'SUPERVISOR');
create policy definer_reads on app.projects for select to relais_definer using (true);
grant select on app.projects to relais_web, relais_definer;

-- Who pays for protection, as the programme says; until when, it does not say.
select set_config('relais.maintenance', 'on', true);
insert into app.projects (id, donor, name, from_on) values
  ('CERF_PROTECTION', 'CERF', 'Protection', '2013-04-01'),
  ('AECID_PROTECTION', 'AECID', 'Protection', '2013-04-01'),
  ('OFDA_PROTECTION', 'OFDA', 'Protection', '2013-04-01');
select set_config('relais.maintenance', '', true);

alter table app.assistance
  -- Lines from before this was asked say nothing.
  add column for_whom text check (for_whom in ('PERSON', 'HOUSEHOLD', 'CHOSEN')),
  add column for_people uuid[],
  add column reached smallint check (reached between 1 and 100),
  add column project_id text references app.projects,
  add column ended_at timestamptz,
  add column ended_by uuid references access.users,
  add column ended_reason text check (ended_reason ~ '^[A-Z][A-Z0-9_]{0,59}$'),
  add column replaced_by uuid references app.assistance,
  add constraint whom_is_whole check ((for_whom is null) = (for_people is null) and (for_whom is null) = (reached is null)),
  add constraint end_is_whole check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_reason is null)
    and (replaced_by is null or ended_at is not null));
create unique index assistance_replaced on app.assistance (replaced_by) where replaced_by is not null;
create index assistance_of_office on app.assistance (office_id, given_on desc, id desc) where ended_at is null;
grant update (ended_at, ended_by, ended_reason, replaced_by) on app.assistance to relais_web;
create policy caseworker_ends on app.assistance for update to relais_web
  using ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))
  with check ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())));
grant select on app.assistance to relais_definer;

set role relais_definer;
-- Who was reached, as the household stands: the person, so many as were chosen, or as many as the person said or are listed.
create function app.reached_by(of_case uuid, whom text, people uuid[]) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select case whom when 'PERSON' then 1 when 'CHOSEN' then pg_catalog.cardinality(people)
      else greatest(count(*)::integer, max(p.household_size) filter (where p.standing = 'PRINCIPAL')) end
    from app.people p where p.case_id = of_case $$;

create or replace function app.assistance_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare
    -- Why a line was wrong while help was given, and why there was none.
    corrects constant text[] := array['QUANTITY', 'SERVICE', 'DAY', 'PEOPLE', 'FUND'];
    cancels constant text[] := array['NEVER_GIVEN', 'TWICE', 'OTHER_CASE'];
  begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    if tg_op = 'UPDATE' then
      perform app.must_hold(old.ended_at is null, 'what ended stays as it is');
      perform app.must_hold(new.ended_reason = any(case when new.replaced_by is null then cancels else corrects end), 'no reason for that');
      perform app.must_hold(new.replaced_by is null or exists (select from app.assistance a where a.id = new.replaced_by and a.id <> new.id
        and a.case_id = new.case_id and a.ended_at is null and a.given_by = access.actor_id() and app.is_now(a.recorded_at)),
        'nothing stands in its place');
      return new;
    end if;
    perform app.must_hold(new.given_on between (select c.opened_at::date - 31 from app.cases c where c.id = new.case_id) and app.today(), 'no help on that day');
    perform app.must_hold(new.for_people is null or (new.for_people <> '{}'
      and (select count(distinct p.id) = pg_catalog.cardinality(new.for_people) and (new.for_whom <> 'PERSON' or bool_and(p.standing = 'PRINCIPAL'))
        from app.people p where p.case_id = new.case_id and p.id = any(new.for_people))), 'not of this household');
    perform app.must_hold(new.reached is not distinct from case when new.for_whom is not null
      then app.reached_by(new.case_id, new.for_whom, new.for_people) end, 'not so many');
    perform app.must_hold(new.project_id is null or exists (select from app.projects p where p.id = new.project_id and p.donor = new.donor
      and new.given_on between p.from_on and coalesce(p.until_on, 'infinity')), 'that project did not run');
    return new;
  end $$;

-- What is given most at an office, of its last lines; restricted files say nothing here.
create function app.usual_services(of_office text) returns setof text
  language sql stable security definer set search_path = ''
  as $$
    select service from (select a.service from app.assistance a where a.office_id = of_office and a.sensitivity = 'S3'
        and a.ended_at is null and of_office in (select access.my_offices())
      order by a.given_on desc, a.id desc limit 400) last
    group by service order by count(*) desc, service $$;

create or replace function report.help_until(last_day date) returns table (case_id uuid, first_on date, last_on date)
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(k.merged_into, a.case_id), min(a.given_on), max(a.given_on)
    from app.assistance a join app.cases k on k.id = a.case_id
    where a.given_on <= least(last_day, (clock.casework_now() at time zone 'Africa/Bamako')::date) and a.ended_at is null
      and (k.state <> 'DUPLICATE' or k.merged_into is not null)
    group by 1 $$;
revoke execute on function app.reached_by(uuid, text, uuid[]), app.usual_services(text) from public;
grant execute on function app.usual_services(text) to relais_web;
grant execute on function report.count_changed() to relais_owner;
reset role;

-- The rest of these functions stays as it is, whatever else grew in them.
do $$
declare was text; one record;
begin
  for one in select * from (values
    ('report.months_of(uuid[])', 'join app.assistance a on a.case_id = f.file', 'join app.assistance a on a.case_id = f.file and a.ended_at is null'),
    ('app.erase_draft(uuid, text)', 'from app.assistance a where a.case_id = draft', 'from app.assistance a where a.case_id = draft and a.ended_at is null')
  ) as c(name, said, says) loop
    was := pg_catalog.pg_get_functiondef(one.name::regprocedure);
    if pg_catalog.strpos(was, one.said) = 0 then raise exception '% does not count help', one.name; end if;
    execute 'set role relais_definer';
    execute pg_catalog.replace(was, one.said, one.says);
    execute 'reset role';
  end loop;
end $$;
create trigger z_count_ended after update of ended_at on app.assistance for each row execute function report.count_changed();
set role relais_definer;
revoke execute on function report.count_changed() from relais_owner;
reset role;
