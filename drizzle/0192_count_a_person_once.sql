-- A file that points at another is the same person's: help and referrals on it count with the other one, once, and of two
-- answers about statistics the newer decides. Taking the merge back counts two again.

set role relais_definer;
create or replace function report.consenting_cases() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select newest.person from (
      select distinct on (coalesce(k.merged_into, c.case_id)) coalesce(k.merged_into, c.case_id) as person, c.status, c.withdrawn_at,
        c.expires_on, c.needs_review from app.consents c join app.cases k on k.id = c.case_id
      where c.purpose = 'STATS' order by coalesce(k.merged_into, c.case_id), c.given_at desc, c.id) newest
    where newest.status in ('GIVEN', 'ASSENT') and newest.withdrawn_at is null and newest.needs_review is null
      and (newest.expires_on is null or newest.expires_on >= (clock.casework_now() at time zone 'Africa/Bamako')::date) $$;

create or replace function report.help_until(last_day date) returns table (case_id uuid, first_on date, last_on date)
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(k.merged_into, a.case_id), min(a.given_on), max(a.given_on)
    from app.assistance a join app.cases k on k.id = a.case_id
    where a.given_on <= least(last_day, (clock.casework_now() at time zone 'Africa/Bamako')::date)
      and (k.state <> 'DUPLICATE' or k.merged_into is not null)
    group by 1 $$;

create or replace function report.counted(first_day date, last_day date, agencies text[] default null)
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
      select distinct coalesce(k.merged_into, r.case_id) as case_id from asked, app.referral_events e
        join app.referrals r on r.id = e.referral_id join app.cases k on k.id = r.case_id
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
      union all select 'LEFT_OUT', null, null, case
          when report.age_group(birth_year, year) in ('A0_4', 'A5_11', 'A12_17') then 'CHILD'
          when birth_year is null or year < birth_year then 'AU' else 'ADULT' end from people where not agreed and in_period
    )
    select measure, region, sex, age, count(*)::integer from counted group by measure, region, sex, age $$;

create or replace function report.months_of(ids uuid[]) returns setof report.case_months
  language sql stable security definer set search_path = ''
  as $$
    with today as materialized (select (clock.casework_now() at time zone 'Africa/Bamako')::date as day),
    -- A person's files: their own, and those that point at it.
    files as materialized (
      select i.id, i.id as file from unnest(ids) i(id)
      union all select i.id, d.id from unnest(ids) i(id) join app.cases d on d.merged_into = i.id),
    people as materialized (
      select c.id, left(c.cercle, 4) as region, p.sex, p.birth_year,
        case when n.agreed then coalesce(n.expires_on, 'infinity') else '-infinity' end as until_day
      from unnest(ids) i(id) join app.cases c on c.id = i.id join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
        left join lateral (select x.status in ('GIVEN', 'ASSENT') and x.withdrawn_at is null and x.needs_review is null as agreed, x.expires_on
          from files f join app.consents x on x.case_id = f.file where f.id = c.id and x.purpose = 'STATS'
          order by x.given_at desc, x.id limit 1) n on true
      where c.state <> 'DUPLICATE'),
    helped as materialized (
      select p.id, date_trunc('month', a.given_on)::date as month, min(a.given_on) as day
      from people p join files f on f.id = p.id join app.assistance a on a.case_id = f.file group by 1, 2),
    rows as (
      select h.id, 'ACTIVE' as measure, h.month, h.day, extract(year from h.month)::integer as year from helped h
      union all
      select h.id, 'NEW', date_trunc('month', min(h.day))::date, min(h.day), extract(year from min(h.day))::integer from helped h group by h.id
      union all
      select p.id, 'REFERRED', date_trunc('month', e.at at time zone 'Africa/Bamako')::date, '-infinity'::date,
          extract(year from e.at at time zone 'Africa/Bamako')::integer
        from people p join files f on f.id = p.id join app.referrals r on r.case_id = f.file
          join app.referral_events e on e.referral_id = r.id and e.to_state = 'SENT'
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

-- What changes on a file that points at another counts with the other.
create or replace function report.recount(ids uuid[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    ids := array(select i.id from unnest(ids) i(id) union
      select c.merged_into from app.cases c where c.id = any(ids) and c.merged_into is not null);
    perform from report.turns t where t.slot in (select get_byte(uuid_send(i.id), 15) from unnest(ids) i(id)) order by t.slot for update;
    with fresh as materialized (select f.* from report.months_of(ids) f),
    gone as (delete from report.case_months m where m.case_id = any(ids)
      and not exists (select from fresh f where f.case_id = m.case_id and f is not distinct from m))
    insert into report.case_months select f.* from fresh f
      where not exists (select from report.case_months m where m.case_id = f.case_id and m is not distinct from f);
  end $$;

create function report.count_taken_back() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform report.recount(array[old.id, old.merged_into]);
    return null;
  end $$;
reset role;
create trigger z_count_taken_back after update of merged_into on app.cases for each row
  when (old.merged_into is not null and new.merged_into is distinct from old.merged_into) execute function report.count_taken_back();
set role relais_definer;
revoke execute on function report.count_taken_back() from public;
reset role;
