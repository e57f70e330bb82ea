-- What the loop of referrals says in figures: one line for each referral that left, kept by its own events and by nothing else. A month
-- costs what that month holds, however long the past is. Nobody reads the lines themselves: functions answer whoever may count them.
-- Decision record 147.
select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values
  -- So far back an agency's answers are looked at; fewer than so many say nothing; fewer people than so many are not summed up.
  ('figures.window', 180, 'DAYS'), ('figures.floor', 5, 'COUNT'), ('figures.people', 10, 'COUNT')
on conflict (key) do nothing;

create table report.referral_facts (
  referral_id uuid primary key references app.referrals on delete cascade,
  -- The month it left in, and from which office, as it was then.
  month date not null check (extract(day from month) = 1),
  office_id text not null,
  partner_code text not null,
  service text not null,
  restricted boolean not null,
  sent_at timestamptz not null,
  -- By when a first word and a decision were promised by the settings of that day; the second goes on while a question waits for us.
  word_by timestamptz not null,
  answer_by timestamptz not null,
  -- So long it waited for us; while it does there is no limit for the agency.
  paused interval not null default interval '0',
  asks_us boolean not null default false,
  first_word_at timestamptz,
  answered_at timestamptz,
  accepted boolean,
  decline_reason text,
  completed boolean not null default false,
  contested boolean not null default false,
  not_accessed boolean not null default false,
  stands text not null,
  -- We ended it before any answer.
  stopped_at timestamptz,
  check ((answered_at is null) = (accepted is null)),
  check (decline_reason is null or not accepted),
  check (stopped_at is null or answered_at is null)
);
create index referral_facts_of_month on report.referral_facts (month, office_id);
create index referral_facts_of_partner on report.referral_facts (partner_code, month);
create index referral_facts_answering on report.referral_facts (partner_code, service, sent_at)
  include (answered_at, accepted, answer_by, asks_us, paused, stopped_at) where not restricted;
alter table report.referral_facts enable row level security;
alter table report.referral_facts force row level security;
create policy owner_maintains on report.referral_facts to relais_owner using (current_setting('relais.maintenance', true) = 'on')
  with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on report.referral_facts for select to relais_definer using (true);
create policy definer_counts on report.referral_facts for insert to relais_definer with check (sent_at <= word_by and sent_at <= answer_by);
create policy definer_counts_on on report.referral_facts for update to relais_definer using (true) with check (sent_at <= answer_by);
grant select, insert, update on report.referral_facts to relais_definer;

set role relais_definer;
-- A setting as it is written: a number that is no time.
create function app.setting_value(name text) returns integer
  language sql stable security definer set search_path = ''
  as $$ select s.value from app.settings s where s.key = name $$;
-- What the events of these referrals say. Limits, month and office stay as they were when it left.
create function report.facts_of(ids uuid[]) returns setof report.referral_facts
  language sql stable security definer set search_path = ''
  as $$
    select r.id, pg_catalog.date_trunc('month', e.sent_at at time zone 'UTC')::date, coalesce(r.base_office_id, r.office_id), r.partner_code,
        r.service, r.sensitivity = 'S4', e.sent_at, e.sent_at + app.setting('referral.' || r.priority || '.acknowledge'),
        e.sent_at + app.setting('referral.' || r.priority || '.decide') + coalesce(e.paused, interval '0'),
        coalesce(e.paused, interval '0'), e.stands = 'INFO_REQUESTED', e.first_word_at, e.answered_at, e.answer = 'accept',
        case e.answer when 'decline' then e.decline_reason end, e.completed, e.contested, e.not_accessed, e.stands,
        case when e.answered_at is null and e.stands in ('CANCELLED', 'CONSENT_WITHDRAWN') then e.last_at end
      from app.referrals r cross join lateral (
        select pg_catalog.min(x.at) filter (where x.to_state = 'SENT' and x.from_state <> 'SENT') as sent_at,
          pg_catalog.min(x.at) filter (where x.verb in ('acknowledge', 'ask', 'accept', 'decline')) as first_word_at,
          pg_catalog.min(x.at) filter (where x.verb in ('accept', 'decline')) as answered_at,
          (pg_catalog.array_agg(x.verb order by x.id) filter (where x.verb in ('accept', 'decline')))[1] as answer,
          (pg_catalog.array_agg(x.reason order by x.id) filter (where x.verb = 'decline'))[1] as decline_reason,
          pg_catalog.sum(x.until - x.at) filter (where x.to_state = 'INFO_REQUESTED') as paused,
          pg_catalog.bool_or(x.to_state = 'COMPLETED') as completed, pg_catalog.bool_or(x.to_state = 'CONTESTED') as contested,
          pg_catalog.bool_or(x.to_state = 'NOT_ACCESSED') as not_accessed,
          (pg_catalog.array_agg(x.to_state order by x.id desc))[1] as stands, 
          (pg_catalog.array_agg(x.at order by x.id desc) filter (where x.to_state <> x.from_state))[1] as last_at
        from (select v.*, pg_catalog.lead(v.at) over (order by v.id) as until from app.referral_events v where v.referral_id = r.id) x) e
      where r.id = any(ids) and e.sent_at is not null $$;

create function report.count_loop() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare ids uuid[] := array(select distinct f.referral_id from fresh f);
  begin
    insert into report.referral_facts as o select f.* from report.facts_of(ids) f
    on conflict (referral_id) do update set
      -- The promise of the day it left, and what a question added to it.
      answer_by = o.answer_by - o.paused + excluded.paused, paused = excluded.paused, asks_us = excluded.asks_us,
      first_word_at = excluded.first_word_at, answered_at = excluded.answered_at, accepted = excluded.accepted,
      decline_reason = excluded.decline_reason, completed = excluded.completed, contested = excluded.contested,
      not_accessed = excluded.not_accessed, stands = excluded.stands, stopped_at = excluded.stopped_at;
    return null;
  end $$;
create function report.restrict_loop() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update report.referral_facts f set restricted = new.sensitivity = 'S4' where f.referral_id = new.id;
    return null;
  end $$;
-- Whether the agency's time ran out without its word: now, or when we ended it.
create function report.was_silent(f report.referral_facts) returns boolean
  language sql stable set search_path = ''
  as $$ select f.answered_at is null and not f.asks_us and coalesce(f.stopped_at, clock.casework_now()) > f.answer_by $$;

-- What left between two months, for whoever may count it: the information officer all of it and no key, a supervisor what they may open.
-- Of a restricted case the officer reads that it left and whether it was answered: not what for, to whom, or what became of the person.
create function report.loop_between(since date, until date) returns table (referral_id uuid, month date, office_id text, partner_code text,
    service text, answer text, decline_reason text, word_in_time boolean, in_time boolean, hours double precision, completed boolean,
    confirmed boolean, contested boolean, not_accessed boolean)
  language plpgsql stable security definer set search_path = ''
  as $$
  declare
    whole boolean := access.actor_role() is not distinct from 'IM';
  begin
    if not whole and access.actor_role() is distinct from 'SUPERVISOR' then return; end if;
    return query select case when not whole then f.referral_id end, f.month, f.office_id,
        case when hidden then 'RESTRICTED' else f.partner_code end, case when hidden then 'RESTRICTED' else f.service end,
        case when f.accepted then 'ACCEPTED' when f.answered_at is not null then 'DECLINED' when report.was_silent(f) then 'SILENT'
          when f.stopped_at is not null then 'STOPPED' else 'WAITING' end, case when not hidden then f.decline_reason end,
        f.first_word_at <= f.word_by, f.answered_at <= f.answer_by,
        case when not hidden then extract(epoch from f.answered_at - f.sent_at - f.paused)::double precision / 3600 end,
        f.completed and not hidden, f.stands = 'VERIFIED' and not hidden, f.contested and not hidden, f.not_accessed and not hidden
      from report.referral_facts f cross join lateral (select whole and f.restricted as hidden) h
      where f.month between since and until and (whole or exists (select from app.referrals r where r.id = f.referral_id
        and (r.case_id = any(array(select access.my_case_ids()))
          or (r.sensitivity = 'S3' and r.office_id = any(array(select access.supervised_offices()))))));
  end $$;

-- The same for an agency, of what its base received: what it is told, and nothing that is kept from it.
create function app.received_between(since date, until date) returns table (month date, office_id text, service text, answer text,
    decline_reason text, word_in_time boolean, in_time boolean, hours double precision, completed boolean, confirmed boolean,
    contested boolean, not_accessed boolean)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    if access.login() is distinct from 'partner' or access.my_link() is not null then return; end if;
    return query select f.month, f.office_id, f.service,
        case when f.accepted then 'ACCEPTED' when f.answered_at is not null then 'DECLINED' when report.was_silent(f) then 'SILENT'
          when f.stopped_at is not null then 'STOPPED' else 'WAITING' end, f.decline_reason,
        f.first_word_at <= f.word_by, f.answered_at <= f.answer_by,
        extract(epoch from f.answered_at - f.sent_at - f.paused)::double precision / 3600, f.completed,
        r.partner_state = 'VERIFIED', r.partner_state = 'CONTESTED', r.partner_state = 'NOT_ACCESSED'
      from report.referral_facts f join app.referrals r on r.id = f.referral_id
      where f.partner_code = access.my_partner() and f.month between since and until
        and f.office_id = any(array(select access.base_offices()));
  end $$;

-- How an agency answers for a service, to whoever has a live session: in all offices, restricted cases apart, in the days that count.
-- Asked is what was answered or what ran out in silence; under the floor nothing is said.
create or replace function app.answer_rate(partner text, service text) returns json
  language sql stable security definer set search_path = ''
  as $$
    select case when (select access.actor_id()) is not null then (
      select case when pg_catalog.count(*) >= app.setting_value('figures.floor')
        then pg_catalog.json_build_object('asked', pg_catalog.count(*), 'window', app.setting_value('figures.window'),
          'accepted', pg_catalog.count(*) filter (where f.accepted), 'silent', pg_catalog.count(*) filter (where f.answered_at is null),
          'days', pg_catalog.percentile_cont(0.5) within group (order by extract(epoch from f.answered_at - f.sent_at - f.paused) / 86400),
          'p90', pg_catalog.percentile_cont(0.9) within group (order by extract(epoch from f.answered_at - f.sent_at - f.paused) / 86400))
        else pg_catalog.json_build_object('asked', null, 'window', app.setting_value('figures.window'), 'accepted', 0, 'silent', 0, 'days', null, 'p90', null) end
      from report.referral_facts f where f.partner_code = answer_rate.partner and f.service = answer_rate.service and not f.restricted
        and f.sent_at > clock.casework_now() - app.setting('figures.window')
        and (f.answered_at is not null
          or (not f.asks_us and coalesce(f.stopped_at, clock.casework_now()) > f.answer_by))) end $$;

-- What people said of what an agency gave them, summed over whole months that are over: shares in words, for enough people, and
-- nobody's answer. Nobody can tell what one more person said. A person counts once, with the newest answer.
create function app.people_said(partner text) returns json
  language plpgsql stable security definer set search_path = ''
  as $$
  declare
    enough integer := app.setting_value('figures.people');
    until timestamptz := pg_catalog.date_trunc('month', clock.casework_now() at time zone 'UTC') at time zone 'UTC';
  begin
    if access.actor_id() is null or access.my_link() is not null
      or (access.login() = 'partner' and partner is distinct from access.my_partner()) then return null; end if;
    return (select case when pg_catalog.count(*) >= enough then pg_catalog.json_build_object('received', app.share_said(
          pg_catalog.count(*) filter (where p.received in ('YES', 'PARTLY')), pg_catalog.count(*)),
        'satisfied', case when pg_catalog.count(*) filter (where p.satisfied <> 'NOT_SAID') >= enough then app.share_said(
          pg_catalog.count(*) filter (where p.satisfied in ('YES', 'PARTLY')), pg_catalog.count(*) filter (where p.satisfied <> 'NOT_SAID')) end,
        'least', enough, 'until', pg_catalog.to_char(until - interval '1 day', 'YYYY-MM-DD')) end
      from (select distinct on (r.case_id) v.received, v.satisfied from report.referral_facts f join app.referrals r on r.id = f.referral_id
          join app.verifications v on v.referral_id = r.id
        where f.partner_code = partner and not f.restricted and f.month >= until - interval '12 months' and f.sent_at < until
          and v.asked_on < until::date and r.untold is null
        order by r.case_id, v.id desc) p);
  end $$;
create function app.share_said(part bigint, of_all bigint) returns text
  language sql immutable set search_path = ''
  as $$ select case when of_all = 0 then null when part * 10 >= of_all * 9 then 'NEARLY_ALL' when part * 10 >= of_all * 6 then 'MOST'
    when part * 10 > of_all * 4 then 'HALF' when part * 10 > of_all then 'SOME' else 'FEW' end $$;

do $$
declare f text;
begin
  foreach f in array array['app.setting_value(text)', 'report.facts_of(uuid[])', 'report.count_loop()', 'report.restrict_loop()', 'report.was_silent(report.referral_facts)',
    'report.loop_between(date, date)', 'app.received_between(date, date)', 'app.people_said(text)', 'app.share_said(bigint, bigint)'] loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function report.loop_between(date, date) to relais_web;
grant execute on function app.received_between(date, date) to relais_partner;
grant execute on function app.people_said(text) to relais_web, relais_partner;
grant execute on function report.count_loop(), report.restrict_loop() to relais_owner;
-- What left before.
insert into report.referral_facts select f.* from report.facts_of(array(select r.id from app.referrals r where r.sent_at is not null)) f;
reset role;
create trigger z_loop after insert on app.referral_events referencing new table as fresh for each statement execute function report.count_loop();
create trigger zz_loop_restricted after update of sensitivity on app.referrals for each row
  when (new.sensitivity <> old.sensitivity and new.sent_at is not null) execute function report.restrict_loop();
set role relais_definer;
revoke execute on function report.count_loop(), report.restrict_loop() from relais_owner;
reset role;
select set_config('relais.maintenance', '', true);
