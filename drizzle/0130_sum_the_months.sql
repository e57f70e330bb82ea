-- A finished month is not counted from every case again: what each case adds to a month is one row, and the sums of these
-- rows are kept in the transaction that changes them. `report.counted` counts everything anew, for periods of several
-- months and for the test that compares the two.

set role relais_definer;
alter function report.individuals(date, date, text[]) rename to counted;
revoke execute on function report.counted(date, date, text[]) from relais_web;
reset role;

-- What one case adds: measures of the month by region, sex and age. A row counts from a day (help that is planned) until a
-- day (an answer that runs out); only rows that neither waits for are summed.
create table report.case_months (
  case_id uuid not null,
  measure text not null check (measure in ('NEW', 'ACTIVE', 'REFERRED', 'LEFT_OUT')),
  month date not null,
  region text not null,
  sex text not null,
  age_group text not null,
  from_day date not null,
  until_day date not null,
  summed boolean not null
);
create index case_months_of_case on report.case_months (case_id);
create index case_months_pending on report.case_months (month) where not summed;

-- EVER: NEW of all months, which stands at the first of days. COURSE: NEW without its cells.
create table report.month_sums (
  measure text not null check (measure in ('NEW', 'ACTIVE', 'REFERRED', 'LEFT_OUT', 'EVER', 'COURSE')),
  month date not null,
  region text not null,
  sex text not null,
  age_group text not null,
  persons integer not null check (persons >= 0),
  primary key (measure, month, region, sex, age_group)
);

-- Two who change the same case count it one after the other.
create table report.turns (slot smallint primary key);

do $$
declare t text;
begin
  foreach t in array array['case_months', 'month_sums', 'turns'] loop
    execute format('alter table report.%I enable row level security', t);
    execute format('alter table report.%I force row level security', t);
    execute format('create policy owner_maintains on report.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'') with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('create policy definer_reads on report.%I for select to relais_definer using (true)', t);
    execute format('grant select on report.%I to relais_definer', t);
  end loop;
end $$;
grant insert, delete on report.case_months to relais_definer;
create policy definer_counts on report.case_months for insert to relais_definer with check (extract(day from month) = 1);
create policy definer_counts_anew on report.case_months for delete to relais_definer using (true);
grant insert, update on report.month_sums to relais_definer;
create policy definer_sums on report.month_sums for insert to relais_definer with check (persons >= 0);
create policy definer_sums_on on report.month_sums for update to relais_definer using (true) with check (persons >= 0);
grant update on report.turns to relais_definer;
create policy definer_takes on report.turns for update to relais_definer using (true) with check (false);
select set_config('relais.maintenance', 'on', true);
insert into report.turns select generate_series(0, 255);
select set_config('relais.maintenance', '', true);

-- The same rules as `report.counted`, for some cases and every month of theirs.
create function report.months_of(ids uuid[]) returns setof report.case_months
  language sql stable security definer set search_path = ''
  as $$
    with today as materialized (select (clock.casework_now() at time zone 'Africa/Bamako')::date as day),
    people as materialized (
      select c.id, left(c.cercle, 4) as region, p.sex, p.birth_year,
        case when n.agreed then coalesce(n.expires_on, 'infinity') else '-infinity' end as until_day
      from unnest(ids) i(id) join app.cases c on c.id = i.id join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
        left join lateral (select x.status in ('GIVEN', 'ASSENT') and x.withdrawn_at is null and x.needs_review is null as agreed, x.expires_on
          from app.consents x where x.case_id = c.id and x.purpose = 'STATS' order by x.given_at desc, x.id limit 1) n on true
      where c.state <> 'DUPLICATE'),
    helped as materialized (
      select p.id, date_trunc('month', a.given_on)::date as month, min(a.given_on) as day
      from people p join app.assistance a on a.case_id = p.id group by 1, 2),
    rows as (
      select h.id, 'ACTIVE' as measure, h.month, h.day, extract(year from h.month)::integer as year from helped h
      union all
      select h.id, 'NEW', date_trunc('month', min(h.day))::date, min(h.day), extract(year from min(h.day))::integer from helped h group by h.id
      union all
      select p.id, 'REFERRED', date_trunc('month', e.at at time zone 'Africa/Bamako')::date, '-infinity'::date,
          extract(year from e.at at time zone 'Africa/Bamako')::integer
        from people p join app.referrals r on r.case_id = p.id join app.referral_events e on e.referral_id = r.id and e.to_state = 'SENT'
        group by 1, 3, 5),
    counting as (
      select r.id, r.measure, r.month, p.region, p.sex, report.age_group(p.birth_year, r.year) as age_group, r.day as from_day, p.until_day
        from rows r join people p on p.id = r.id where p.until_day > '-infinity'
      union all
      select r.id, 'LEFT_OUT', r.month, '', '', case
          when report.age_group(p.birth_year, r.year) in ('A0_4', 'A5_11', 'A12_17') then 'CHILD'
          when p.birth_year is null or r.year < p.birth_year then 'AU' else 'ADULT' end,
          case when isfinite(p.until_day) then greatest(r.day, p.until_day + 1) else r.day end, 'infinity'
        from rows r join people p on p.id = r.id where r.measure = 'ACTIVE' and p.until_day < 'infinity')
    select k.id, k.measure, k.month, k.region, k.sex, k.age_group, k.from_day, k.until_day,
      k.from_day <= today.day and k.until_day = 'infinity' from counting k, today $$;

-- Counts some cases anew; what did not change is not written.
create function report.recount(ids uuid[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform from report.turns t where t.slot in (select get_byte(uuid_send(i.id), 15) from unnest(ids) i(id)) order by t.slot for update;
    with fresh as materialized (select f.* from report.months_of(ids) f),
    gone as (delete from report.case_months m where m.case_id = any(ids)
      and not exists (select from fresh f where f.case_id = m.case_id and f is not distinct from m))
    insert into report.case_months select f.* from fresh f
      where not exists (select from report.case_months m where m.case_id = f.case_id and m is not distinct from f);
  end $$;

create function report.add_up() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    insert into report.month_sums as s (measure, month, region, sex, age_group, persons)
      select x.measure, x.month, x.region, x.sex, x.age_group, count(*) from changed c cross join lateral (
          select c.measure, c.month, c.region, c.sex, c.age_group
          union all select 'EVER', '-infinity', c.region, c.sex, c.age_group where c.measure = 'NEW'
          union all select 'COURSE', c.month, '', '', '' where c.measure = 'NEW') x
        where c.summed group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (measure, month, region, sex, age_group) do update set persons = s.persons + excluded.persons;
    return null;
  end $$;
create function report.take_off() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update report.month_sums s set persons = s.persons - d.persons from (
      select x.measure, x.month, x.region, x.sex, x.age_group, count(*) as persons from changed c cross join lateral (
          select c.measure, c.month, c.region, c.sex, c.age_group
          union all select 'EVER', '-infinity', c.region, c.sex, c.age_group where c.measure = 'NEW'
          union all select 'COURSE', c.month, '', '', '' where c.measure = 'NEW') x
        where c.summed group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5) d
      where (s.measure, s.month, s.region, s.sex, s.age_group) = (d.measure, d.month, d.region, d.sex, d.age_group);
    return null;
  end $$;
create trigger add_up after insert on report.case_months referencing new table as changed for each statement execute function report.add_up();
create trigger take_off after delete on report.case_months referencing old table as changed for each statement execute function report.take_off();

-- What comes in is counted a statement at a time, what changes (seldom) a row at a time.
create function report.count_fresh() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare ids uuid[];
  begin
    if tg_table_name = 'consents' then
      ids := array(select distinct f.case_id from fresh f where f.purpose = 'STATS'
        and (exists (select from app.assistance a where a.case_id = f.case_id)
          or exists (select from app.referrals r where r.case_id = f.case_id and r.sent_at is not null)));
    elsif tg_table_name = 'people' then
      ids := array(select distinct f.case_id from fresh f where exists (select from app.assistance a where a.case_id = f.case_id)
        or exists (select from app.referrals r where r.case_id = f.case_id and r.sent_at is not null));
    else
      ids := array(select distinct f.case_id from fresh f);
    end if;
    if ids <> '{}' then perform report.recount(ids); end if;
    return null;
  end $$;
create function report.count_sent() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare ids uuid[] := array(select distinct r.case_id from fresh f join app.referrals r on r.id = f.referral_id where f.to_state = 'SENT');
  begin
    if ids <> '{}' then perform report.recount(ids); end if;
    return null;
  end $$;
create function report.count_changed() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform report.recount(array[(pg_catalog.to_jsonb(case when tg_op = 'DELETE' then old else new end) ->>
      case tg_table_name when 'cases' then 'id' else 'case_id' end)::uuid]);
    return null;
  end $$;
create trigger z_count after insert on app.assistance referencing new table as fresh for each statement execute function report.count_fresh();
create trigger z_count after insert on app.consents referencing new table as fresh for each statement execute function report.count_fresh();
create trigger z_count after insert on app.people referencing new table as fresh for each statement execute function report.count_fresh();
create trigger z_count after insert on app.referral_events referencing new table as fresh for each statement execute function report.count_sent();
create trigger z_count_changed after update of given_on or delete on app.assistance for each row execute function report.count_changed();
create trigger z_count_changed after update on app.consents for each row when (new.purpose = 'STATS') execute function report.count_changed();
create trigger z_count_dropped after delete on app.consents for each row when (old.purpose = 'STATS') execute function report.count_changed();
create trigger z_count_changed after update on app.people for each row when (new.standing = 'PRINCIPAL'
  and (old.sex is distinct from new.sex or old.birth_year is distinct from new.birth_year)) execute function report.count_changed();
create trigger z_count_dropped after delete on app.people for each row when (old.standing = 'PRINCIPAL') execute function report.count_changed();
create trigger z_count_changed after update on app.cases for each row
  when (old.cercle <> new.cercle or (old.state = 'DUPLICATE') <> (new.state = 'DUPLICATE')) execute function report.count_changed();

-- One month from the sums and the few rows that wait; several months, or some agencies, from everything.
create function report.individuals(first_day date, last_day date, agencies text[] default null)
  returns table (measure text, region text, sex text, age_group text, persons integer)
  language plpgsql stable security definer set search_path = ''
  as $$
  declare today date := (clock.casework_now() at time zone 'Africa/Bamako')::date;
  begin
    if access.actor_role() is distinct from 'IM' then return; end if;
    if agencies is not null or first_day <> date_trunc('month', last_day)::date then
      return query select c.* from report.counted(first_day, last_day, agencies) c;
      return;
    end if;
    if first_day <> date_trunc('month', first_day)::date or last_day <> (first_day + interval '1 month' - interval '1 day')::date then return; end if;
    return query
      with found as (
        select s.measure, s.region, s.sex, s.age_group, s.persons from report.month_sums s
          where s.month = first_day and s.measure in ('NEW', 'ACTIVE', 'REFERRED', 'LEFT_OUT')
        union all
        select 'CUMULATIVE', s.region, s.sex, s.age_group, s.persons from report.month_sums s
          where s.measure = 'EVER' and s.month = '-infinity'
        union all
        select 'CUMULATIVE', s.region, s.sex, s.age_group, -s.persons from report.month_sums s
          where s.measure = 'NEW' and s.month > last_day
        union all
        select p.measure, p.region, p.sex, p.age_group, 1 from report.case_months p
          where not p.summed and p.month = first_day and p.from_day <= today and p.until_day >= today
        union all
        select 'CUMULATIVE', p.region, p.sex, p.age_group, 1 from report.case_months p
          where not p.summed and p.measure = 'NEW' and p.month <= first_day and p.from_day <= today and p.until_day >= today)
      select f.measure, nullif(f.region, ''), nullif(f.sex, ''), f.age_group, sum(f.persons)::integer from found f
        group by 1, 2, 3, 4 having sum(f.persons) > 0;
  end $$;

set role relais_definer;
create or replace function report.new_by_month() returns table (month date, persons integer)
  language sql stable security definer set search_path = ''
  as $$
    with today as materialized (select (clock.casework_now() at time zone 'Africa/Bamako')::date as day where access.actor_role() = 'IM'),
    counted as (
      select x.month, sum(x.persons)::integer as persons from (
        select s.month, s.persons from today, report.month_sums s where s.measure = 'COURSE' and s.persons > 0
        union all
        select p.month, 1 from today, report.case_months p
          where not p.summed and p.measure = 'NEW' and p.from_day <= today.day and p.until_day >= today.day) x group by 1)
    select m.month::date, coalesce(c.persons, 0)
    from generate_series((select min(month) from counted),
        date_trunc('month', clock.casework_now() at time zone 'Africa/Bamako'), interval '1 month') m(month)
      left join counted c on c.month = m.month::date order by 1 $$;
reset role;

do $$
declare f text;
begin
  execute 'grant execute on function report.individuals(date, date, text[]) to relais_web';
  foreach f in array array['report.months_of(uuid[])', 'report.add_up()', 'report.take_off()',
      'report.count_fresh()', 'report.count_sent()', 'report.count_changed()', 'report.individuals(date, date, text[])'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;

-- Whoever is here already is counted once.
select set_config('relais.maintenance', 'on', true);
alter function report.recount(uuid[]) owner to relais_definer;
set role relais_definer;
select report.recount(array(select c.id from app.cases c));
reset role;
select set_config('relais.maintenance', '', true);
