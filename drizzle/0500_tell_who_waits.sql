-- Whoever waits is told: a notice is written by the move itself, in the same transaction, to a base of the agency or to somebody of
-- ours, and a worker sends it as a message that names nothing of the referral. Which event tells whom is one list
-- (lib/casework/notices/rules.ts). Decision record 135.
set constraints all immediate;

select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values
  ('notice.remind', 50, 'PERCENT'), ('notice.escalate', 100, 'PERCENT'), ('notice.call', 4, 'HOURS')
on conflict (key) do nothing;
-- What was to be said did not reach the agency: somebody calls.
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case) values
  ('CALL_PARTNER', 'TEAM', false, false, true);

create table app.notice_rules (
  event text not null,
  tells text not null check (tells in ('BASE', 'LEAD', 'AUTHOR', 'SUPERVISOR')),
  -- As what whoever did it acted; nobody is told of their own word.
  by_party text[] not null check (cardinality(by_party) > 0),
  -- At once, or in the morning's one message.
  at_once boolean not null,
  -- An agency that no message reaches is called.
  calls boolean not null,
  primary key (event, tells)
);
insert into app.notice_rules (event, tells, by_party, at_once, calls) values
  ('send', 'BASE', '{team,author,supervisor,system}', true, true),
  ('send-emergency', 'BASE', '{team,author,supervisor,system}', true, true),
  ('answer', 'BASE', '{team,author,supervisor,system}', true, true),
  ('rebook', 'BASE', '{team,author,supervisor,system}', true, false),
  ('contest', 'BASE', '{team,author,supervisor,system}', true, false),
  ('tell-partner', 'BASE', '{team,author,supervisor,system}', true, false),
  ('cancel', 'BASE', '{team,author,supervisor,system}', true, true),
  ('withdraw-consent', 'BASE', '{team,author,supervisor,system}', true, true),
  ('remind', 'BASE', '{team,author,supervisor,system}', true, false),
  ('clock.half', 'BASE', '{team,author,supervisor,system}', true, true),
  ('ask', 'LEAD', '{partner,recorded}', true, false),
  ('ask', 'AUTHOR', '{partner,recorded}', true, false),
  ('decline', 'LEAD', '{partner,recorded}', true, false),
  ('decline', 'AUTHOR', '{partner,recorded}', true, false),
  ('accept', 'LEAD', '{partner,recorded}', false, false),
  ('accept', 'AUTHOR', '{partner,recorded}', false, false),
  ('complete', 'LEAD', '{partner,recorded}', false, false),
  ('complete', 'AUTHOR', '{partner,recorded}', false, false),
  ('report-not-accessed', 'LEAD', '{partner,recorded}', false, false),
  ('report-not-accessed', 'AUTHOR', '{partner,recorded}', false, false),
  ('rebook', 'LEAD', '{partner,recorded}', false, false),
  ('rebook', 'AUTHOR', '{partner,recorded}', false, false),
  ('submit', 'SUPERVISOR', '{team}', true, false),
  ('send-emergency', 'SUPERVISOR', '{team}', true, false),
  ('return', 'LEAD', '{supervisor,system}', true, false),
  ('return', 'AUTHOR', '{supervisor,system}', true, false),
  ('send', 'LEAD', '{system}', false, false),
  ('send', 'AUTHOR', '{system}', false, false),
  ('cancel', 'LEAD', '{supervisor}', false, false),
  ('cancel', 'AUTHOR', '{supervisor}', false, false),
  ('withdraw-consent', 'LEAD', '{system}', true, false),
  ('withdraw-consent', 'AUTHOR', '{system}', true, false),
  ('clock.late', 'LEAD', '{system}', true, false),
  ('clock.late', 'SUPERVISOR', '{system}', true, false);

create table app.notices (
  id uuid primary key default gen_random_uuid(),
  -- Which moment it is of and whom it tells: nobody is told the same twice.
  key text not null unique,
  event text not null,
  referral_id uuid not null references app.referrals on delete cascade,
  to_user uuid references access.users,
  partner_code text references app.partners,
  -- None where the agency has nobody with an account there.
  base_id uuid references app.partner_bases,
  made_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'FAILED')),
  -- Under the number of which notice the message left: its Message-ID. Later ones of the same reader go with it.
  carried_by uuid,
  sent_at timestamptz,
  failure text check (failure ~ '^[A-Za-z0-9_]{1,40}$'),
  check ((to_user is null) <> (partner_code is null)),
  check (base_id is null or partner_code is not null),
  check ((state = 'SENT') = (sent_at is not null)),
  check ((state = 'FAILED') = (failure is not null))
);
create index notices_of_base_waiting on app.notices (base_id) where state = 'QUEUED';
create index notices_of_user_waiting on app.notices (to_user) where state = 'QUEUED';
create index notices_of_referral on app.notices (referral_id, made_at desc);

-- One line a reader: whoever sends holds it, and it says when the last message left.
create table app.notice_lines (
  line text primary key,
  last_at timestamptz not null
);
select set_config('relais.maintenance', '', true);

do $$
declare t text;
begin
  foreach t in array array['notice_rules', 'notices', 'notice_lines'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
  end loop;
end $$;
grant select on app.notice_rules to relais_definer;
grant select, insert, update (state, carried_by, sent_at, failure) on app.notices to relais_definer;
grant select, insert, update (last_at) on app.notice_lines to relais_definer;
create policy definer_tells on app.notices for insert to relais_definer with check (state <> 'SENT');
create policy definer_sends on app.notices for update to relais_definer using (true) with check (state <> 'QUEUED' or sent_at is null);
create policy definer_begins on app.notice_lines for insert to relais_definer with check (last_at = '-infinity');
create policy definer_holds on app.notice_lines for update to relais_definer using (true) with check (last_at > '-infinity');

-- Two more kinds of job; the list stands again in lib/server/tasks.ts. A message is about a notice.
do $$
declare listed text;
begin
  select pg_get_constraintdef(oid) into listed from pg_constraint where conname = 'outbox_task_check';
  alter table jobs.outbox drop constraint outbox_task_check, drop constraint outbox_subject_check;
  execute 'alter table jobs.outbox add constraint outbox_task_check '
    || replace(listed, '''forget-done-jobs''', '''send-notice''::text, ''watch-clocks''::text, ''forget-done-jobs''');
end $$;
alter table jobs.outbox add constraint outbox_subject_check
  check ((task in ('send-referral', 'send-notice')) = (subject_id is not null));

set role relais_definer;
-- The next morning at half past seven: Mali's time is UTC.
create function app.next_digest(moment timestamptz) returns timestamptz
  language sql immutable set search_path = ''
  as $$ select (d + case when d <= m then interval '1 day' else interval '0' end) at time zone 'UTC'
    from (select moment at time zone 'UTC' as m, pg_catalog.date_trunc('day', moment at time zone 'UTC') + interval '7 hours 30 minutes' as d) x $$;

-- The lead calls, while somebody works on the case.
create function app.ask_for_a_call(of_referral uuid, why text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now();
  begin
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_at)
      select 'CALL_PARTNER', 'referral', r.id, r.case_id, r.office_id, r.sensitivity,
          (select m.user_id from app.case_members m where m.case_id = r.case_id and m.capacity = 'LEAD' and m.until is null limit 1),
          moment + app.setting('notice.call'), case why when 'NO_ADDRESS' then why else 'UNDELIVERED' end, moment
        from app.referrals r where r.id = of_referral and app.worked_on(r.case_id)
      on conflict (kind, subject_id) where state = 'OPEN' do nothing;
  end $$;

-- One notice to each reader whom the list names, and the job that sends it. A moment tells each of them once, whoever asks.
create function app.tell(r app.referrals, what text, once text, party text, by_id uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notice_rules; who uuid; moment timestamptz := clock.casework_now(); made uuid; found_base boolean;
  begin
    for n in select x.* from app.notice_rules x where x.event = what and party = any(x.by_party) order by x.at_once desc, x.tells loop
      if n.tells = 'BASE' then
        continue when r.sent_at is null;
        found_base := false;
        for who in select b.id from app.partner_bases b where b.partner_code = r.partner_code
            and coalesce(r.base_office_id, r.office_id) = any(b.offices)
            and exists (select from access.users u where u.base_id = b.id and u.active and u.role = 'PARTNER_FP') order by b.id loop
          found_base := true;
          made := null;
          insert into app.notices (key, event, referral_id, partner_code, base_id, made_at, due_at)
            values (once || '/' || who, what, r.id, r.partner_code, who, moment, moment) on conflict (key) do nothing returning id into made;
          if made is not null then
            insert into jobs.outbox (task, subject_id, body, run_at) values ('send-notice', made, '{}', pg_catalog.now());
          end if;
        end loop;
        if not found_base then
          made := null;
          insert into app.notices (key, event, referral_id, partner_code, made_at, due_at, state, failure)
            values (once || '/' || r.partner_code, what, r.id, r.partner_code, moment, moment, 'FAILED', 'NO_ADDRESS')
            on conflict (key) do nothing returning id into made;
          if made is not null and n.calls then perform app.ask_for_a_call(r.id, 'NO_ADDRESS'); end if;
        end if;
      else
        for who in select u.id from access.users u where u.active and u.id is distinct from by_id and case n.tells
            when 'SUPERVISOR' then app.able_supervisor(u.id, r.case_id, r.office_id, r.sensitivity)
              and (r.supervisor_id is null or r.supervisor_id = u.id
                or not app.able_supervisor(r.supervisor_id, r.case_id, r.office_id, r.sensitivity))
            else exists (select from app.case_members m where m.case_id = r.case_id and m.user_id = u.id and m.until is null
              and case n.tells when 'LEAD' then m.capacity = 'LEAD' else u.id = r.author_id end) end order by u.id loop
          made := null;
          insert into app.notices (key, event, referral_id, to_user, made_at, due_at)
            values (once || '/' || who, what, r.id, who, moment, case when n.at_once then moment else app.next_digest(moment) end)
            on conflict (key) do nothing returning id into made;
          if made is not null then
            insert into jobs.outbox (task, subject_id, body, run_at) values ('send-notice', made, '{}',
              pg_catalog.now() + case when n.at_once then interval '0' else app.next_digest(moment) - moment end);
          end if;
        end loop;
      end if;
    end loop;
  end $$;

-- Every move and every act, as it happens; what was filled in from a past tells nobody.
create function app.referral_tells() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if not app.is_now(new.last_at) then return null; end if;
    -- The agency has spoken: nobody needs to call it any more.
    if new.last_party in ('partner', 'recorded') then
      update app.tasks t set state = 'DONE', done_by = new.last_actor_id, done_at = clock.casework_now(), outcome = 'ANSWERED'
        where t.kind = 'CALL_PARTNER' and t.subject_id = new.id and t.state = 'OPEN';
    end if;
    -- That the person did not confirm may be kept from the agency for a while.
    if new.last_verb = 'contest' and new.untold is not null then return null; end if;
    perform app.tell(new, new.last_verb, new.id || '/' || new.version, new.last_party, new.last_actor_id);
    return null;
  end $$;

-- What a job of this kind is about, for the transaction that claimed it.
create function jobs.notice_of(job bigint) returns app.notices
  language sql stable security definer set search_path = ''
  as $$ select n.* from jobs.outbox o join app.notices n on n.id = o.subject_id
    where o.id = job and o.task = 'send-notice' and o.done_at is null and o.failed_at is null
      and o.claimed_in = pg_catalog.pg_current_xact_id() $$;

-- What is to be done for a notice now: `SEND` under the number of the oldest that waits for this reader, with all that waits; `LATER`,
-- a quarter of an hour after the last message or when somebody else is at it; `DONE`, it went with another; `NO_ADDRESS`.
create function jobs.take_notice(job bigint) returns table (what text, number uuid, addresses text[], locales text[])
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notices := jobs.notice_of(job); moment timestamptz := clock.casework_now(); l app.notice_lines; of_line text; again interval;
    lead uuid; mails text[]; spoken text[];
  begin
    if n.id is null or n.state = 'SENT' or (n.state = 'FAILED' and n.base_id is null and n.to_user is null) then
      return query select 'DONE', null::uuid, null::text[], null::text[]; return;
    end if;
    of_line := coalesce('user:' || n.to_user, 'base:' || n.base_id);
    insert into app.notice_lines (line, last_at) values (of_line, '-infinity') on conflict (line) do nothing;
    select x.* into l from app.notice_lines x where x.line = of_line for update skip locked;
    again := case when l.line is null then interval '1 minute' else l.last_at + interval '15 minutes' - moment end;
    if l.line is null or again > interval '0' then
      insert into jobs.outbox (task, subject_id, body, run_at) values ('send-notice', n.id, '{}', pg_catalog.now() + again);
      return query select 'LATER', null::uuid, null::text[], null::text[]; return;
    end if;
    select pg_catalog.array_agg(u.email order by u.email), pg_catalog.array_agg(distinct u.locale) into mails, spoken
      from access.users u where u.active and (u.id = n.to_user or u.base_id = n.base_id);
    if mails is null then
      perform jobs.notice_failed(job, 'NO_ADDRESS');
      return query select 'NO_ADDRESS', null::uuid, null::text[], null::text[]; return;
    end if;
    select x.id into lead from app.notices x where (x.to_user = n.to_user or x.base_id = n.base_id) and (x.state = 'QUEUED' or x.id = n.id)
      order by x.made_at, x.id limit 1;
    update app.notices x set carried_by = lead
      where (x.to_user = n.to_user or x.base_id = n.base_id) and (x.state = 'QUEUED' or x.id = n.id);
    return query select 'SEND', lead, mails, spoken;
  end $$;

create function jobs.notice_sent(job bigint) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notices := jobs.notice_of(job); moment timestamptz := clock.casework_now();
  begin
    if n.carried_by is null then raise exception 'no message of this job' using errcode = 'insufficient_privilege'; end if;
    update app.notices x set state = 'SENT', sent_at = moment, failure = null where x.carried_by = n.carried_by and x.state <> 'SENT';
    update app.notice_lines l set last_at = moment where l.line = coalesce('user:' || n.to_user, 'base:' || n.base_id);
    -- It left after all: nobody needs to call because it had not.
    update app.tasks t set state = 'DROPPED', done_at = moment, outcome = 'LEFT_AFTER_ALL' where t.kind = 'CALL_PARTNER'
      and t.state = 'OPEN' and t.subject_id in (select x.referral_id from app.notices x where x.carried_by = n.carried_by and x.base_id is not null);
  end $$;

-- It cannot be delivered: all that went with it did not leave, and somebody calls the agency.
create function jobs.notice_failed(job bigint, class text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare n app.notices := jobs.notice_of(job); one uuid;
  begin
    if n.id is null then raise exception 'nothing that was claimed here' using errcode = 'insufficient_privilege'; end if;
    for one in update app.notices x set state = 'FAILED', failure = class
        where x.state = 'QUEUED' and (x.to_user = n.to_user or x.base_id = n.base_id)
          and (x.id = n.id or x.carried_by = coalesce(n.carried_by, n.id)) returning x.referral_id loop
      if n.base_id is not null then perform app.ask_for_a_call(one, class); end if;
    end loop;
  end $$;

-- Given up after the tenth try: as what cannot be delivered.
create or replace function jobs.set_aside(job bigint, class text, wait interval) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare said text := case when class ~ '^[A-Za-z0-9_]{1,40}$' then class else 'Error' end; last boolean;
  begin
    select wait is null and o.attempts + 1 >= 10 and o.task = 'send-notice' into last from jobs.outbox o where o.id = job;
    if last then perform jobs.notice_failed(job, said); end if;
    update jobs.outbox o set attempts = o.attempts + 1, result = said,
      run_at = greatest(o.run_at, pg_catalog.now() + case when wait between interval '1 minute' and interval '1 hour' then wait
        else interval '1 hour' end),
      failed_at = case when wait is null and o.attempts + 1 >= 10 then pg_catalog.now() end
    where o.id = job and o.done_at is null and o.failed_at is null and o.claimed_in = pg_catalog.pg_current_xact_id();
    if not found then
      raise exception 'nothing that was claimed here' using errcode = 'insufficient_privilege';
    end if;
  end $$;

-- What waits at an agency, for the clocks: no word of anybody, and what was said of it already.
create function jobs.clocks_running(job bigint) returns table (id uuid, priority text, events json, told text[], settings json)
  language sql stable security definer set search_path = ''
  as $$
    select r.id, r.priority, (select pg_catalog.json_agg(pg_catalog.json_build_object('verb', e.verb, 'from', nullif(e.from_state, ''),
          'to', e.to_state, 'at', e.at) order by e.id) from app.referral_events e where e.referral_id = r.id),
        array(select distinct n.event || '@' || pg_catalog.split_part(n.key, '/', 3) || '/' || pg_catalog.split_part(n.key, '/', 4)
          from app.notices n where n.referral_id = r.id and n.event in ('clock.half', 'clock.late')),
        (select pg_catalog.json_agg(pg_catalog.json_build_object('key', s.key, 'value', s.value, 'unit', s.unit)) from app.settings s
          where s.key like 'referral.%' or s.key in ('notice.remind', 'notice.escalate'))
      from app.referrals r
      where r.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS') and exists (select from jobs.outbox o where o.id = job
        and o.task = 'watch-clocks' and o.done_at is null and o.claimed_in = pg_catalog.pg_current_xact_id()) $$;

-- Half of a clock is over, or all of it: said once a clock, however many workers count.
create function jobs.tell_clock(job bigint, referral uuid, clock_kind text, since timestamptz, what text) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare r app.referrals; before bigint; once text;
  begin
    if not exists (select from jobs.outbox o where o.id = job and o.task = 'watch-clocks' and o.done_at is null
        and o.claimed_in = pg_catalog.pg_current_xact_id()) or what not in ('clock.half', 'clock.late')
      or clock_kind not in ('acknowledge', 'decide', 'feedback') then
      raise exception 'no clock of a job that was claimed here' using errcode = 'insufficient_privilege';
    end if;
    select x.* into r from app.referrals x where x.id = referral and x.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS')
      and since <= clock.casework_now();
    if r.id is null then return false; end if;
    once := r.id || '/' || what || '/' || clock_kind || '/' || pg_catalog.round(extract(epoch from since))::text;
    if exists (select from app.notices n where n.referral_id = r.id and pg_catalog.starts_with(n.key, once || '/')) then return false; end if;
    perform app.tell(r, what, once, 'system', null);
    return true;
  end $$;

-- What the agency was told last of a referral, for whoever works on its case.
create function app.partner_told(of_referral uuid) returns json
  language sql stable security definer set search_path = ''
  as $$
    select pg_catalog.json_build_object('state', n.state, 'madeAt', n.made_at, 'sentAt', n.sent_at, 'failure', n.failure)
    from app.referrals r join app.notices n on n.referral_id = r.id and n.partner_code is not null
    where r.id = of_referral and pg_catalog.cardinality(access.parties(r.case_id, r.office_id, r.sensitivity)) > 0
    order by n.made_at desc, case n.state when 'FAILED' then 0 when 'QUEUED' then 1 else 2 end, n.id limit 1 $$;

-- How many messages wait, and how many of them are late: the administrator's.
create function jobs.messages_waiting() returns table (waiting integer, late integer)
  language sql stable security definer set search_path = ''
  as $$
    select count(*)::integer, count(*) filter (where o.run_at < pg_catalog.now() - interval '10 minutes')::integer
    from jobs.outbox o where o.task = 'send-notice' and o.done_at is null and o.failed_at is null and access.actor_role() = 'ADMIN' $$;

revoke execute on function app.next_digest(timestamptz), app.ask_for_a_call(uuid, text), app.tell(app.referrals, text, text, text, uuid),
  app.referral_tells(), jobs.notice_of(bigint), jobs.take_notice(bigint), jobs.notice_sent(bigint), jobs.notice_failed(bigint, text),
  jobs.clocks_running(bigint), jobs.tell_clock(bigint, uuid, text, timestamptz, text), app.partner_told(uuid),
  jobs.messages_waiting() from public;
grant execute on function jobs.take_notice(bigint), jobs.notice_sent(bigint), jobs.notice_failed(bigint, text),
  jobs.clocks_running(bigint), jobs.tell_clock(bigint, uuid, text, timestamptz, text) to relais_worker;
grant execute on function app.partner_told(uuid), jobs.messages_waiting() to relais_web;
grant execute on function app.referral_tells() to relais_owner;
reset role;
create trigger zz_tells after update on app.referrals for each row when (old.version <> new.version)
  execute function app.referral_tells();
set role relais_definer;
revoke execute on function app.referral_tells() from relais_owner;
reset role;
