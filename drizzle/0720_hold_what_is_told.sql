-- Notices that hold: a number belongs to one message and is committed before that message leaves; what was handed over without an
-- answer is tried once more and then said; access is asked again when it leaves; every way (mail, SMS, here) follows one rule; readers
-- choose theirs; our own read their notices here. Decision record 144.
set constraints all immediate;

select set_config('relais.maintenance', 'on', true);
-- An agency is reminded again after this at the earliest.
insert into app.settings (key, value, unit) values ('notice.again', 1, 'HOURS') on conflict (key) do nothing;
-- What a reader chooses a way for.
alter table app.notice_rules add column about text not null default 'OURS'
  check (about in ('EMERGENCY', 'HARM', 'ANSWER', 'DECISION', 'TURN', 'LATE', 'NEW', 'OURS'));
alter table app.notices add column way text not null default 'MAIL' check (way in ('MAIL', 'SMS', 'HERE')),
  -- How often the whole of it was handed over and nobody said what became of it.
  add column unsure smallint not null default 0,
  -- When whoever is told had it before them here.
  add column read_at timestamptz;
alter table app.notices drop constraint notices_state_check;
alter table app.notices add constraint notices_state_check check (state in ('QUEUED', 'SENT', 'FAILED', 'KEPT', 'DROPPED'));
create index notices_carried on app.notices (carried_by) where state = 'QUEUED';
create index notices_of_user on app.notices (to_user, made_at desc) where to_user is not null;

-- How a reader is told what, and at which number: `user:` an account of ours, `base:` a base of an agency. What is not there is by mail.
create table app.notice_choices (
  line text primary key,
  phone text not null default '' check (phone = '' or phone ~ '^[+]?[0-9]{8,15}$'),
  ways jsonb not null default '{}'
);
alter table app.notice_choices enable row level security;
alter table app.notice_choices force row level security;
create policy owner_maintains on app.notice_choices to relais_owner using (current_setting('relais.maintenance', true) = 'on')
  with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.notice_choices for select to relais_definer using (true);
create policy definer_begins on app.notice_choices for insert to relais_definer with check (line ~ '^(user|base):');
create policy definer_changes on app.notice_choices for update to relais_definer using (true) with check (line ~ '^(user|base):');
grant select, insert, update (phone, ways) on app.notice_choices to relais_definer;
select set_config('relais.maintenance', '', true);
grant update (unsure, read_at) on app.notices to relais_definer;

-- One more kind of job: what leaves by the gateway of SMS.
do $$
declare listed text;
begin
  select pg_get_constraintdef(oid) into listed from pg_constraint where conname = 'outbox_task_check';
  alter table jobs.outbox drop constraint outbox_task_check, drop constraint outbox_subject_check;
  execute 'alter table jobs.outbox add constraint outbox_task_check ' || replace(listed, '''send-notice''', '''send-sms''::text, ''send-notice''');
end $$;
alter table jobs.outbox add constraint outbox_subject_check
  check ((task in ('send-referral', 'send-notice', 'send-sms')) = (subject_id is not null));

set role relais_definer;
-- Whether it is still theirs to hear: on the team or able to decide, or a base that receives for the office.
create function app.notice_holds(n app.notices) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.referrals r where r.id = n.referral_id and case
      when n.to_user is not null then exists (select from access.users u where u.id = n.to_user and u.active) and (
        exists (select from app.case_members m where m.case_id = r.case_id and m.user_id = n.to_user and m.until is null)
        or app.able_supervisor(n.to_user, r.case_id, r.office_id, r.sensitivity))
      else n.base_id is null or exists (select from app.partner_bases b where b.id = n.base_id and b.partner_code = r.partner_code
        and coalesce(r.base_office_id, r.office_id) = any(b.offices)) end) $$;

create function app.notice_line(n app.notices) returns text
  language sql immutable set search_path = '' as $$ select coalesce('user:' || n.to_user, 'base:' || n.base_id) $$;

-- By which way this reader is told of this: as they chose, by SMS only where there is a number, here alone only where that is allowed.
create function app.way_of(of_line text, of_about text) returns text
  language sql stable security definer set search_path = ''
  as $$ select coalesce((select case c.ways ->> of_about when 'SMS' then case when c.phone <> '' then 'SMS' end
      when 'HERE' then case when pg_catalog.starts_with(of_line, 'user:') and of_about not in ('EMERGENCY', 'HARM') then 'HERE' end end
    from app.notice_choices c where c.line = of_line), 'MAIL') $$;

-- One more notice, and the job that sends it by its way; none where that moment told that reader already.
create function app.add_notice(n app.notices) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$ declare made uuid; begin
    insert into app.notices (key, event, referral_id, to_user, partner_code, base_id, made_at, due_at, way, state)
      values (n.key, n.event, n.referral_id, n.to_user, n.partner_code, n.base_id, n.made_at, n.due_at, n.way,
        case n.way when 'HERE' then 'KEPT' else 'QUEUED' end)
      on conflict (key) do nothing returning id into made;
    if made is not null and n.way <> 'HERE' then
      insert into jobs.outbox (task, subject_id, body, run_at) values (case n.way when 'SMS' then 'send-sms' else 'send-notice' end,
        made, '{}', pg_catalog.now() + (n.due_at - n.made_at));
    end if;
    return made;
  end $$;

create or replace function app.tell(r app.referrals, what text, once text, party text, by_id uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notice_rules; new_one app.notices; who uuid; moment timestamptz := clock.casework_now(); made uuid; found_base boolean;
  begin
    for n in select x.* from app.notice_rules x where x.event = what and party = any(x.by_party) order by x.at_once desc, x.tells loop
      new_one := null;
      new_one.event := what; new_one.referral_id := r.id; new_one.made_at := moment; new_one.due_at := moment;
      if n.tells = 'BASE' then
        continue when r.sent_at is null;
        found_base := false;
        new_one.partner_code := r.partner_code;
        for who in select b.id from app.partner_bases b where b.partner_code = r.partner_code
            and coalesce(r.base_office_id, r.office_id) = any(b.offices)
            and exists (select from access.users u where u.base_id = b.id and u.active and u.role = 'PARTNER_FP') order by b.id loop
          found_base := true;
          new_one.key := once || '/' || who; new_one.base_id := who; new_one.way := app.way_of('base:' || who, n.about);
          perform app.add_notice(new_one);
        end loop;
        if not found_base then
          made := null;
          insert into app.notices (key, event, referral_id, partner_code, made_at, due_at, state, failure)
            values (once || '/' || r.partner_code, what, r.id, r.partner_code, moment, moment, 'FAILED', 'NO_ADDRESS')
            on conflict (key) do nothing returning id into made;
          if made is not null and n.calls then perform app.ask_for_a_call(r.id, 'NO_ADDRESS'); end if;
        end if;
      else
        if not n.at_once then new_one.due_at := app.next_digest(moment); end if;
        for who in select u.id from access.users u where u.active and u.id is distinct from by_id and case n.tells
            when 'SUPERVISOR' then app.able_supervisor(u.id, r.case_id, r.office_id, r.sensitivity)
              and (r.supervisor_id is null or r.supervisor_id = u.id
                or not app.able_supervisor(r.supervisor_id, r.case_id, r.office_id, r.sensitivity))
            else exists (select from app.case_members m where m.case_id = r.case_id and m.user_id = u.id and m.until is null
              and case n.tells when 'LEAD' then m.capacity = 'LEAD' else u.id = r.author_id end) end order by u.id loop
          new_one.key := once || '/' || who; new_one.to_user := who; new_one.way := app.way_of('user:' || who, n.about);
          perform app.add_notice(new_one);
        end loop;
      end if;
    end loop;
  end $$;

-- Somebody was harmed: who decides is told at once. What is abuse by an aid worker stands elsewhere and tells nobody here.
create function app.harm_tells() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ declare r app.referrals; begin
    if not app.is_now(new.reported_at) then return null; end if;
    select x.* into r from app.referrals x where x.id = new.referral_id;
    -- It is for whoever may decide, whosever turn it was.
    r.supervisor_id := null;
    perform app.tell(r, 'harm.reported', new.id || '/harm', 'team', new.reported_by);
    return null;
  end $$;

create or replace function jobs.notice_of(job bigint) returns app.notices
  language sql stable security definer set search_path = ''
  as $$ select n.* from jobs.outbox o join app.notices n on n.id = o.subject_id
    where o.id = job and o.task = case n.way when 'SMS' then 'send-sms' else 'send-notice' end and o.done_at is null and o.failed_at is null
      and o.claimed_in = pg_catalog.pg_current_xact_id() $$;

-- The same job again, later, with the tries it had.
create function jobs.again(job bigint, wait interval, tries integer) returns void
  language sql volatile security definer set search_path = ''
  as $$ insert into jobs.outbox (task, subject_id, body, run_at, attempts)
    select o.task, o.subject_id, '{}', pg_catalog.now() + wait, o.attempts + tries from jobs.outbox o
    where o.id = job and o.claimed_in = pg_catalog.pg_current_xact_id() $$;

-- What is to be done for a notice now. `NUMBERED`: all that waits for this reader by this way is one message with a number of its own;
-- it leaves in the next transaction, so that whatever happens then the number and what it carries are known. `SEND` it. `LATER`, a
-- quarter of an hour after the last message or when somebody else is at it; `DONE`, it went with another; `NOT_THEIRS` any more;
-- `NO_ADDRESS`.
create or replace function jobs.take_notice(job bigint) returns table (what text, number uuid, addresses text[], locales text[])
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notices := jobs.notice_of(job); moment timestamptz := clock.casework_now(); l app.notice_lines; of_line text; again interval;
    fresh uuid; reached text[]; spoken text[]; number_at text;
  begin
    if n.id is null or n.state in ('SENT', 'KEPT', 'DROPPED') or (n.state = 'FAILED' and n.base_id is null and n.to_user is null) then
      return query select 'DONE', null::uuid, null::text[], null::text[]; return;
    end if;
    of_line := app.notice_line(n);
    insert into app.notice_lines (line, last_at) values (of_line, '-infinity') on conflict (line) do nothing;
    select x.* into l from app.notice_lines x where x.line = of_line for update skip locked;
    again := case when l.line is null then interval '1 minute' else l.last_at + interval '15 minutes' - moment end;
    if l.line is null or again > interval '0' then
      perform jobs.again(job, again, 0);
      return query select 'LATER', null::uuid, null::text[], null::text[]; return;
    end if;
    -- Between the event and now somebody may have left the case, or the base the office.
    update app.notices x set state = 'DROPPED', failure = null where (x.to_user = n.to_user or x.base_id = n.base_id) and x.way = n.way
      and (x.state = 'QUEUED' or x.id = n.id) and not app.notice_holds(x);
    select x.* into n from app.notices x where x.id = n.id;
    if n.state = 'DROPPED' then
      return query select 'NOT_THEIRS', null::uuid, null::text[], null::text[]; return;
    end if;
    select pg_catalog.array_agg(u.email order by u.email), pg_catalog.array_agg(distinct u.locale) into reached, spoken
      from access.users u where u.active and (u.id = n.to_user or u.base_id = n.base_id);
    if n.way = 'SMS' then
      select c.phone into number_at from app.notice_choices c where c.line = of_line and c.phone <> '' and reached is not null;
      reached := case when number_at is not null then array[number_at] end;
    end if;
    if reached is null then
      perform jobs.notice_failed(job, 'NO_ADDRESS');
      return query select 'NO_ADDRESS', null::uuid, null::text[], null::text[]; return;
    end if;
    if n.carried_by is null or n.state = 'FAILED' then
      fresh := pg_catalog.gen_random_uuid();
      update app.notices x set carried_by = fresh, state = 'QUEUED', failure = null, unsure = 0
        where (x.to_user = n.to_user or x.base_id = n.base_id) and x.way = n.way
          and ((x.state = 'QUEUED' and x.carried_by is null) or x.id = n.id or (n.state = 'FAILED' and x.state = 'FAILED' and x.carried_by = n.carried_by));
      perform jobs.again(job, interval '0', 0);
      return query select 'NUMBERED', null::uuid, null::text[], null::text[]; return;
    end if;
    return query select 'SEND', n.carried_by, reached, spoken;
  end $$;

create or replace function jobs.notice_sent(job bigint) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notices := jobs.notice_of(job); moment timestamptz := clock.casework_now();
  begin
    if n.carried_by is null then raise exception 'no message of this job' using errcode = 'insufficient_privilege'; end if;
    update app.notices x set state = 'SENT', sent_at = moment, failure = null where x.carried_by = n.carried_by and x.state = 'QUEUED';
    update app.notice_lines l set last_at = moment where l.line = app.notice_line(n);
    -- It left after all: nobody needs to call because it had not.
    update app.tasks t set state = 'DROPPED', done_at = moment, outcome = 'LEFT_AFTER_ALL' where t.kind = 'CALL_PARTNER'
      and t.state = 'OPEN' and t.subject_id in (select x.referral_id from app.notices x where x.carried_by = n.carried_by and x.base_id is not null);
  end $$;

create or replace function jobs.notice_failed(job bigint, class text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notices := jobs.notice_of(job); one uuid;
  begin
    if n.id is null then raise exception 'nothing that was claimed here' using errcode = 'insufficient_privilege'; end if;
    for one in update app.notices x set state = 'FAILED', failure = class
        where x.state = 'QUEUED' and (x.id = n.id or x.carried_by = n.carried_by) returning x.referral_id loop
      if n.base_id is not null then perform app.ask_for_a_call(one, class); end if;
    end loop;
  end $$;

-- The whole message was handed over and nobody said what became of it: once more under the same number, then a person asks.
create function jobs.notice_unsure(job bigint) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notices := jobs.notice_of(job);
  begin
    if n.carried_by is null then raise exception 'no message of this job' using errcode = 'insufficient_privilege'; end if;
    update app.notices x set unsure = x.unsure + 1 where x.carried_by = n.carried_by and x.state = 'QUEUED';
    if n.unsure >= 1 then
      perform jobs.notice_failed(job, 'UNSURE');
      return 'UNSURE';
    end if;
    perform jobs.again(job, interval '15 minutes', 1);
    return 'UNSURE_AGAIN';
  end $$;

create or replace function jobs.set_aside(job bigint, class text, wait interval) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare said text := case when class ~ '^[A-Za-z0-9_]{1,40}$' then class else 'Error' end; n app.notices := jobs.notice_of(job); last boolean;
  begin
    select wait is null and o.attempts + 1 >= 10 into last from jobs.outbox o where o.id = job;
    if n.id is not null and last then
      perform jobs.notice_failed(job, said);
    elsif n.id is not null then
      -- Nothing of it was handed over: the next try takes what waits by then, under a number of its own.
      update app.notices x set carried_by = null where x.carried_by = n.carried_by and x.state = 'QUEUED' and x.unsure = 0;
    end if;
    update jobs.outbox o set attempts = o.attempts + 1, result = said,
      run_at = greatest(o.run_at, pg_catalog.now() + case when wait between interval '1 minute' and interval '1 hour' then wait
        else interval '1 hour' end),
      failed_at = case when wait is null and o.attempts + 1 >= 10 then pg_catalog.now() end
    where o.id = job and o.done_at is null and o.failed_at is null and o.claimed_in = pg_catalog.pg_current_xact_id();
    if not found then
      raise exception 'nothing that was claimed here' using errcode = 'insufficient_privilege';
    end if;
  end $$;

-- The transaction of a try was lost while whoever did it lives on: the try counts, and a message that may have left keeps its number.
create function jobs.count_lost(job bigint, tries integer, class text, wait interval) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notices;
  begin
    update jobs.outbox o set claimed_in = pg_catalog.pg_current_xact_id() where o.id = (select x.id from jobs.outbox x where x.id = job
      and x.attempts = tries and x.done_at is null and x.failed_at is null for update skip locked);
    -- Somebody else has it by now: their try counts.
    if not found then return; end if;
    n := jobs.notice_of(job);
    if n.carried_by is not null and n.state = 'QUEUED' then
      update app.notices x set unsure = x.unsure + 1 where x.carried_by = n.carried_by and x.state = 'QUEUED';
      if n.unsure >= 1 then perform jobs.notice_failed(job, 'UNSURE'); end if;
    end if;
    perform jobs.set_aside(job, class, wait);
  end $$;

create or replace function app.partner_told(of_referral uuid) returns json
  language sql stable security definer set search_path = ''
  as $$
    select pg_catalog.json_build_object('state', n.state, 'madeAt', n.made_at, 'sentAt', n.sent_at, 'failure', n.failure, 'way', n.way)
    from app.referrals r join app.notices n on n.referral_id = r.id and n.partner_code is not null and n.state <> 'DROPPED'
    where r.id = of_referral and pg_catalog.cardinality(access.parties(r.case_id, r.office_id, r.sensitivity)) > 0
    order by n.made_at desc, case n.state when 'FAILED' then 0 when 'QUEUED' then 1 else 2 end, n.id limit 1 $$;

create or replace function jobs.messages_waiting() returns table (waiting integer, late integer)
  language sql stable security definer set search_path = ''
  as $$
    select count(*)::integer, count(*) filter (where o.run_at < pg_catalog.now() - interval '10 minutes')::integer
    from jobs.outbox o where o.task in ('send-notice', 'send-sms') and o.done_at is null and o.failed_at is null and access.actor_role() = 'ADMIN' $$;

-- The same by way: the administrator's. `refused`: the server or the gateway does not take them from us; `clear`: it offers no lock.
-- What was given up for that stands for a day: nothing else would say why.
create function jobs.messages_by_way() returns table (way text, waiting integer, late integer, refused integer, clear integer)
  language sql stable security definer set search_path = ''
  as $$
    select case o.task when 'send-sms' then 'SMS' else 'MAIL' end, count(*) filter (where o.failed_at is null)::integer,
      count(*) filter (where o.failed_at is null and o.run_at < pg_catalog.now() - interval '10 minutes')::integer,
      count(*) filter (where o.result = 'RefusesUs')::integer, count(*) filter (where o.result = 'NoTls')::integer
    from jobs.outbox o where o.task in ('send-notice', 'send-sms') and o.done_at is null
      and (o.failed_at is null or o.failed_at > pg_catalog.now() - interval '1 day') and access.actor_role() = 'ADMIN'
    group by 1 $$;

-- Whom of ours the last message did not reach, and why: the administrator mends an address or asks them. Of what it was nobody reads here.
create function app.unreached() returns table (id uuid, name text, way text, failure text, at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select u.id, u.name, n.way, n.failure, n.made_at from access.users u
      join lateral (select x.way, x.failure, x.made_at, x.state from app.notices x where x.to_user = u.id and x.state in ('SENT', 'FAILED')
        order by x.made_at desc, x.id limit 1) n on n.state = 'FAILED'
    where u.active and access.actor_role() = 'ADMIN' order by n.made_at desc limit 50 $$;

-- Which reader the actor is: an account of ours, or the base of an agency.
create function app.my_line() returns text
  language sql stable security definer set search_path = ''
  as $$ select case when u.role = 'PARTNER_FP' then 'base:' || u.base_id else 'user:' || u.id end
    from access.users u where u.id = access.actor_id() and (u.role <> 'PARTNER_FP' or u.base_id is not null) $$;

create function app.my_notice_choices() returns table (phone text, ways jsonb, failed boolean)
  language sql stable security definer set search_path = ''
  as $$ select coalesce(c.phone, ''), coalesce(c.ways, '{}'), coalesce((select x.state = 'FAILED' from app.notices x
      where app.notice_line(x) = l.line and (x.to_user = access.actor_id() or x.base_id is not null) and x.state in ('SENT', 'FAILED')
      order by x.made_at desc, x.id limit 1), false)
    from (select app.my_line() as line) l left join app.notice_choices c on c.line = l.line where l.line is not null $$;

-- What is chosen counts from the next event on. An agency is always told outside; so is everybody of an emergency and of harm.
create function app.choose_notices(number text, chosen jsonb) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare of_line text := app.my_line();
  begin
    if of_line is null or number is null or (number <> '' and number !~ '^[+]?[0-9]{8,15}$')
      or exists (select from pg_catalog.jsonb_each_text(chosen) c where c.value not in ('MAIL', 'SMS', 'HERE')
        or (c.value = 'SMS' and number = '')
        or (c.value = 'HERE' and (pg_catalog.starts_with(of_line, 'base:') or c.key in ('EMERGENCY', 'HARM')))
        or not exists (select from app.notice_rules r where r.about = c.key
          and (r.tells = 'BASE') = pg_catalog.starts_with(of_line, 'base:'))) then
      raise exception 'not a way of being told' using errcode = 'insufficient_privilege';
    end if;
    insert into app.notice_choices (line, phone, ways) values (of_line, number, chosen)
      on conflict (line) do update set phone = excluded.phone, ways = excluded.ways;
  end $$;

-- One of one's own notices was opened, or all of them are put aside.
create function app.read_notices(one uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$ declare how_many integer; begin
    update app.notices x set read_at = clock.casework_now()
      where x.to_user = access.actor_id() and x.read_at is null and (one is null or x.id = one);
    get diagnostics how_many = row_count;
    return how_many;
  end $$;

revoke execute on function app.notice_holds(app.notices), app.notice_line(app.notices), app.way_of(text, text), app.add_notice(app.notices),
  app.harm_tells(), jobs.again(bigint, interval, integer), jobs.notice_unsure(bigint), jobs.count_lost(bigint, integer, text, interval),
  jobs.messages_by_way(), app.unreached(), app.my_line(), app.my_notice_choices(), app.choose_notices(text, jsonb),
  app.read_notices(uuid) from public;
grant execute on function jobs.notice_unsure(bigint), jobs.count_lost(bigint, integer, text, interval) to relais_worker;
grant execute on function jobs.messages_by_way(), app.unreached(), app.my_notice_choices(), app.choose_notices(text, jsonb),
  app.read_notices(uuid) to relais_web;
grant execute on function app.my_notice_choices(), app.choose_notices(text, jsonb) to relais_partner;
grant execute on function app.harm_tells() to relais_owner;
reset role;
create trigger zz_harm_tells after insert on app.harm_reports for each row execute function app.harm_tells();
set role relais_definer;
revoke execute on function app.harm_tells() from relais_owner;
reset role;

-- One's own, while what they are about may still be read: whoever left the case reads nothing of it, and nothing counts it.
grant select (id, event, referral_id, to_user, made_at, read_at) on app.notices to relais_web;
create policy own_reads on app.notices for select to relais_web using (to_user = (select access.actor_id())
  and exists (select from app.referrals r where r.id = referral_id));
-- The hundred newest of thirty days; the page lists them and the frame counts the unread among them. With the reader's own reach.
create function app.my_notices() returns table (id uuid, event text, referral_id uuid, made_at timestamptz, read_at timestamptz)
  language sql stable set search_path = ''
  as $$ select n.id, n.event, n.referral_id, n.made_at, n.read_at from app.notices n
    where n.to_user = (select access.actor_id()) and n.made_at > clock.casework_now() - interval '30 days'
    order by n.made_at desc, n.id limit 100 $$;
-- Nothing for roles that are told of nothing.
create function app.notices_unread() returns integer
  language plpgsql stable set search_path = ''
  as $$ begin
    if access.actor_role() not in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') then return null; end if;
    return (select count(*) from app.my_notices() n where n.read_at is null);
  end $$;
revoke execute on function app.my_notices(), app.notices_unread() from public;
grant execute on function app.my_notices(), app.notices_unread() to relais_web;

-- Which event tells whom, with its kind (scripts/write-rules.ts notices).
select set_config('relais.maintenance', 'on', true);
delete from app.notice_rules;
insert into app.notice_rules (event, tells, by_party, at_once, calls, about) values
  ('send', 'BASE', '{team,author,supervisor,system}', true, true, 'NEW'),
  ('send-emergency', 'BASE', '{team,author,supervisor,system}', true, true, 'EMERGENCY'),
  ('answer', 'BASE', '{team,author,supervisor,system}', true, true, 'OURS'),
  ('rebook', 'BASE', '{team,author,supervisor,system}', true, false, 'OURS'),
  ('contest', 'BASE', '{team,author,supervisor,system}', true, false, 'OURS'),
  ('tell-partner', 'BASE', '{team,author,supervisor,system}', true, false, 'OURS'),
  ('cancel', 'BASE', '{team,author,supervisor,system}', true, true, 'OURS'),
  ('withdraw-consent', 'BASE', '{team,author,supervisor,system}', true, true, 'OURS'),
  ('remind', 'BASE', '{team,author,supervisor,system}', true, false, 'LATE'),
  ('clock.half', 'BASE', '{team,author,supervisor,system}', true, true, 'LATE'),
  ('ask', 'LEAD', '{partner,recorded}', true, false, 'ANSWER'),
  ('ask', 'AUTHOR', '{partner,recorded}', true, false, 'ANSWER'),
  ('decline', 'LEAD', '{partner,recorded}', true, false, 'ANSWER'),
  ('decline', 'AUTHOR', '{partner,recorded}', true, false, 'ANSWER'),
  ('accept', 'LEAD', '{partner,recorded}', false, false, 'ANSWER'),
  ('accept', 'AUTHOR', '{partner,recorded}', false, false, 'ANSWER'),
  ('complete', 'LEAD', '{partner,recorded}', false, false, 'ANSWER'),
  ('complete', 'AUTHOR', '{partner,recorded}', false, false, 'ANSWER'),
  ('report-not-accessed', 'LEAD', '{partner,recorded}', false, false, 'ANSWER'),
  ('report-not-accessed', 'AUTHOR', '{partner,recorded}', false, false, 'ANSWER'),
  ('rebook', 'LEAD', '{partner,recorded}', false, false, 'ANSWER'),
  ('rebook', 'AUTHOR', '{partner,recorded}', false, false, 'ANSWER'),
  ('submit', 'SUPERVISOR', '{team}', true, false, 'TURN'),
  ('send-emergency', 'SUPERVISOR', '{team}', true, false, 'EMERGENCY'),
  ('harm.reported', 'SUPERVISOR', '{team}', true, false, 'HARM'),
  ('return', 'LEAD', '{supervisor,system}', true, false, 'DECISION'),
  ('return', 'AUTHOR', '{supervisor,system}', true, false, 'DECISION'),
  ('send', 'LEAD', '{system}', false, false, 'DECISION'),
  ('send', 'AUTHOR', '{system}', false, false, 'DECISION'),
  ('cancel', 'LEAD', '{supervisor}', false, false, 'DECISION'),
  ('cancel', 'AUTHOR', '{supervisor}', false, false, 'DECISION'),
  ('withdraw-consent', 'LEAD', '{system}', true, false, 'DECISION'),
  ('withdraw-consent', 'AUTHOR', '{system}', true, false, 'DECISION'),
  ('clock.late', 'LEAD', '{system}', true, false, 'LATE'),
  ('clock.late', 'SUPERVISOR', '{system}', true, false, 'LATE');
select set_config('relais.maintenance', '', true);
