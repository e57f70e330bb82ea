-- Of the files of one person the last word about figures decides, also where it took back an earlier yes: a yes that was said on
-- one file before did not outlive a later no on the other. Before, answers were ordered by when they were given alone.
set role relais_definer;
create or replace function report.consenting_cases() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select newest.person from (
      select distinct on (coalesce(k.merged_into, c.case_id)) coalesce(k.merged_into, c.case_id) as person, c.status, c.withdrawn_at,
        c.expires_on, c.needs_review from app.consents c join app.cases k on k.id = c.case_id
      where c.purpose = 'STATS' order by coalesce(k.merged_into, c.case_id),
        greatest(c.given_at, c.withdrawn_at) desc, c.given_at desc, c.id) newest
    where newest.status in ('GIVEN', 'ASSENT') and newest.withdrawn_at is null and newest.needs_review is null
      and (newest.expires_on is null or newest.expires_on >= (clock.casework_now() at time zone 'Africa/Bamako')::date) $$;

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
          order by greatest(x.given_at, x.withdrawn_at) desc, x.given_at desc, x.id limit 1) n on true
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

-- Help that stands on a file that points here is the person's own: an answer about figures recounts it too.
create function report.has_work(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.cases k where (k.id = of_case or k.merged_into = of_case)
    and (exists (select from app.assistance a where a.case_id = k.id)
      or exists (select from app.referrals r where r.case_id = k.id and r.sent_at is not null))) $$;
revoke execute on function report.has_work(uuid) from public;
create or replace function report.count_fresh() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare ids uuid[];
  begin
    if tg_table_name = 'consents' then
      ids := array(select distinct f.case_id from fresh f where f.purpose = 'STATS' and report.has_work(f.case_id));
    elsif tg_table_name = 'people' then
      ids := array(select distinct f.case_id from fresh f where f.standing = 'PRINCIPAL' and report.has_work(f.case_id));
    else
      ids := array(select distinct f.case_id from fresh f);
    end if;
    if ids <> '{}' then perform report.recount(ids); end if;
    return null;
  end $$;
reset role;
select set_config('relais.maintenance', 'on', true);
select report.recount(array(select c.merged_into from app.cases c where c.merged_into is not null));
select set_config('relais.maintenance', '', true);
