-- Whoever did not agree to statistics is in no count. How many of them are children is shown on the screen, so that the
-- officer sees whom the rule hides: a child is counted only if somebody could answer for it.
set role relais_definer;
create or replace function report.individuals(first_day date, last_day date, agencies text[] default null)
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
      union all select 'LEFT_OUT', null, null, case
          when report.age_group(birth_year, year) in ('A0_4', 'A5_11', 'A12_17') then 'CHILD'
          when birth_year is null or year < birth_year then 'AU' else 'ADULT' end from people where not agreed and in_period
    )
    select measure, region, sex, age, count(*)::integer from counted group by measure, region, sex, age $$;
reset role;
