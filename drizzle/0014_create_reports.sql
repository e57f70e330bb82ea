-- Statistics: counts of people without identity, for the information officer alone; what they took out; and what other
-- roles may know of the log and of waiting jobs.

-- One row each time a month left as a file.
create table report.exports (
  id uuid primary key default gen_random_uuid(),
  month date not null check (extract(day from month) = 1),
  made_by uuid not null references access.users,
  made_at timestamptz not null default clock.casework_now(),
  rows integer not null check (rows >= 0),
  threshold smallint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
);
create index exports_newest on report.exports (made_at desc, id);
alter table report.exports enable row level security;
alter table report.exports force row level security;
create policy owner_maintains on report.exports to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select, insert on report.exports to relais_web;
create policy im_reads on report.exports for select to relais_web using ((select access.actor_role()) = 'IM');
create policy im_exports on report.exports for insert to relais_web
  with check ((select access.actor_role()) = 'IM' and made_by = (select access.actor_id()));

create index referrals_left on app.referral_events (at) where to_state = 'SENT';

create function report.age_group(birth_year integer, in_year integer) returns text
  language sql immutable set search_path = ''
  as $$ select case when birth_year is null or in_year < birth_year then 'AU' when in_year - birth_year < 5 then 'A0_4'
    when in_year - birth_year < 12 then 'A5_11' when in_year - birth_year < 18 then 'A12_17'
    when in_year - birth_year < 60 then 'A18_59' else 'A60P' end $$;

-- Cases whose person's newest answer about statistics is yes and still in force. Withdrawing leaves every count.
create function report.consenting_cases() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select newest.case_id from (
      select distinct on (c.case_id) c.case_id, c.status, c.withdrawn_at, c.expires_on from app.consents c
      where c.purpose = 'STATS' order by c.case_id, c.given_at desc, c.id) newest
    where newest.status in ('GIVEN', 'ASSENT') and newest.withdrawn_at is null
      and (newest.expires_on is null or newest.expires_on >= (clock.casework_now() at time zone 'Africa/Bamako')::date) $$;

-- Help given up to a day, by case: the first day decides the month a person belongs to. A record of a later day is a
-- plan. A duplicate points at the case that counts.
create function report.help_until(last_day date) returns table (case_id uuid, first_on date, last_on date)
  language sql stable security definer set search_path = ''
  as $$
    select a.case_id, min(a.given_on), max(a.given_on) from app.assistance a
    where a.given_on <= least(last_day, (clock.casework_now() at time zone 'Africa/Bamako')::date)
      and not exists (select from app.cases c where c.id = a.case_id and c.state = 'DUPLICATE')
    group by a.case_id $$;

-- People (not services, not referrals) of whole months, by region of assistance, sex and age group:
--   NEW         first service in the period; age at that service; the only count that may be added over months
--   ACTIVE      any service in the period; age in the period
--   CUMULATIVE  first service up to the end of the period; age at that service
--   REFERRED    a referral to another agency left in the period (one of `agencies`, if given); age in the period
--   LEFT_OUT    served in the period, but did not agree to statistics: one number, no breakdown
create function report.individuals(first_day date, last_day date, agencies text[] default null)
  returns table (measure text, region text, sex text, age_group text, persons integer)
  language sql stable security definer set search_path = ''
  as $$
    with asked as (
      select first_day as since, last_day as until, extract(year from last_day)::integer as year
      where access.actor_role() = 'IM' and first_day <= last_day
        and first_day = date_trunc('month', first_day)::date
        and last_day = (date_trunc('month', last_day) + interval '1 month' - interval '1 day')::date
    ), helped as (
      select h.case_id, h.first_on, h.last_on >= asked.since as in_period
      from asked, lateral report.help_until(asked.until) h
    ), referred as (
      select distinct r.case_id from asked, app.referral_events e join app.referrals r on r.id = e.referral_id
      where e.to_state = 'SENT' and e.at >= asked.since::timestamp at time zone 'Africa/Bamako'
        and e.at < (asked.until + 1)::timestamp at time zone 'Africa/Bamako'
        and (agencies is null or r.partner_code = any(agencies))
    ), people as (
      select c.id as case_id, left(c.cercle, 4) as region, p.sex, p.birth_year, h.first_on, h.in_period,
        r.case_id is not null as is_referred, asked.since, asked.year, c.id in (select report.consenting_cases()) as agreed
      from asked, app.cases c join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
        left join helped h on h.case_id = c.id left join referred r on r.case_id = c.id
      where c.state <> 'DUPLICATE' and (h.case_id is not null or r.case_id is not null)
    ), counted as (
      select 'NEW' as measure, region, sex, report.age_group(birth_year, extract(year from first_on)::integer) as age
        from people where agreed and first_on >= since
      union all select 'ACTIVE', region, sex, report.age_group(birth_year, year) from people where agreed and in_period
      union all select 'CUMULATIVE', region, sex, report.age_group(birth_year, extract(year from first_on)::integer)
        from people where agreed and first_on is not null
      union all select 'REFERRED', region, sex, report.age_group(birth_year, year) from people where agreed and is_referred
      union all select 'LEFT_OUT', null, null, null from people where not agreed and in_period
    )
    select measure, region, sex, age, count(*)::integer from counted group by measure, region, sex, age $$;

-- New people of every month since the first one, without breakdown: the choice of months and their course.
create function report.new_by_month() returns table (month date, persons integer)
  language sql stable security definer set search_path = ''
  as $$
    with counted as (
      select date_trunc('month', h.first_on)::date as month, count(*)::integer as persons
      from report.help_until('infinity') h where access.actor_role() = 'IM'
        and h.case_id in (select report.consenting_cases()) group by 1)
    select m.month::date, coalesce(c.persons, 0)
    from generate_series((select min(month) from counted),
        date_trunc('month', clock.casework_now() at time zone 'Africa/Bamako'), interval '1 month') m(month)
      left join counted c on c.month = m.month::date order by 1 $$;

-- Rows come in the order of time: a block-range index is enough for "the last seven days", and costs nearly nothing.
create index events_by_time on audit.events using brin (at);

-- The log names cases by id; the data-protection officer asks by code and reads codes, and sees no case.
create function audit.case_id_of(case_code text) returns uuid
  language sql stable security definer set search_path = ''
  as $$ select c.id from app.cases c where c.code = case_code and access.actor_role() = 'DPO' $$;
create function audit.case_code_of(wanted uuid) returns text
  language sql stable security definer set search_path = ''
  as $$ select c.code from app.cases c where c.id = wanted and access.actor_role() = 'DPO' $$;

-- Waiting and finished jobs, without what they are about.
create function jobs.listed(below bigint, most integer)
  returns table (id bigint, task text, run_at timestamptz, attempts smallint, done_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, o.task, o.run_at, o.attempts, o.done_at from jobs.outbox o
    where access.actor_role() = 'ADMIN' and (below is null or o.id < below) order by o.id desc limit least(most, 100) $$;
create function jobs.counted() returns table (waiting integer, late integer, done_today integer)
  language sql stable security definer set search_path = ''
  as $$
    select count(*) filter (where o.done_at is null)::integer,
      count(*) filter (where o.done_at is null and o.run_at < pg_catalog.now() - interval '10 minutes')::integer,
      count(*) filter (where o.done_at > pg_catalog.now() - interval '24 hours')::integer
    from jobs.outbox o where access.actor_role() = 'ADMIN' $$;

do $$
declare f text;
begin
  foreach f in array array['report.individuals(date, date, text[])', 'report.new_by_month()', 'audit.case_id_of(text)',
    'audit.case_code_of(uuid)', 'jobs.listed(bigint, integer)', 'jobs.counted()'] loop
    execute format('grant execute on function %s to relais_web', f);
  end loop;
  -- Handed over last: the owner inherits nothing of the definer and could grant them no more.
  foreach f in array array['report.age_group(integer, integer)', 'report.consenting_cases()', 'report.help_until(date)',
    'report.individuals(date, date, text[])', 'report.new_by_month()', 'audit.case_id_of(text)', 'audit.case_code_of(uuid)',
    'jobs.listed(bigint, integer)', 'jobs.counted()'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
