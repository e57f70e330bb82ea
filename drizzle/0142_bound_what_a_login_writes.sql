-- What a login may ask and write beside the lists: answers only about what is in its reach, rows only up to a bound, jobs
-- only those it holds, a risk only as it was rated.

-- How partners answer is said to whoever has a live session.
set role relais_definer;
create or replace function app.answer_rate(partner text, service text) returns json
  language sql stable security definer set search_path = ''
  as $$
    select case when (select access.actor_id()) is not null then (
      select pg_catalog.json_build_object('decided', pg_catalog.count(*),
          'accepted', pg_catalog.count(*) filter (where x.state <> 'DECLINED'),
          'days', pg_catalog.percentile_cont(0.5) within group (order by extract(epoch from x.answered_at - x.sent_at) / 86400))
        from app.referrals x where x.partner_code = answer_rate.partner and x.service = answer_rate.service
          and x.answered_at is not null and x.sensitivity = 'S3') end $$;
-- The triggers judge by these two, of whichever case; nobody of the field asks them directly any more.
revoke execute on function app.able_colleague(uuid, uuid) from relais_web;
revoke execute on function app.able_supervisor(uuid, uuid, text, text) from relais_web;
reset role;

-- The cases whose tasks this session reads.
create function app.reaches_work_of(of_case uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return of_case = any(array(select access.my_case_ids()))
      or exists (select from app.cases c where c.id = of_case and c.sensitivity = 'S3'
        and c.office_id = any(array(select access.supervised_offices())))
      or of_case = any(array(select access.orphaned_case_ids()));
  end $$;
-- Whether somebody can act, as far as the asker's reach goes: beyond it nobody can.
create function app.colleague_can_act(person uuid, of_case uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return app.able_colleague(person, of_case) and app.reaches_work_of(of_case);
  end $$;
-- Of an ordinary case it says no more than who supervises an office.
create function app.supervisor_can_act(person uuid, of_case uuid, of_office text, of_sensitivity text) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return app.able_supervisor(person, of_case, of_office, of_sensitivity)
      and (of_sensitivity is distinct from 'S4' or app.reaches_work_of(of_case));
  end $$;

-- A job is ended or set aside only by the transaction that claimed it. A referral that still waits to leave was not sent,
-- whatever is said of its job.
alter table jobs.outbox add column claimed_in xid8;
set role relais_definer;
create or replace function jobs.claim(known text[]) returns table (id bigint, task text, subject_id uuid, body jsonb, attempts smallint)
  language sql volatile security definer set search_path = ''
  as $$
    update jobs.outbox o set claimed_in = pg_catalog.pg_current_xact_id()
    where o.id = (select w.id from jobs.outbox w
      where w.done_at is null and w.failed_at is null and w.run_at <= pg_catalog.now() and w.task = any(known)
      order by w.run_at, w.id limit 1 for update skip locked)
    returning o.id, o.task, o.subject_id, o.body, o.attempts $$;

create or replace function jobs.finish(job bigint, outcome text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update jobs.outbox o set done_at = pg_catalog.now(), attempts = o.attempts + 1, result = outcome
    where o.id = job and o.done_at is null and o.failed_at is null and o.claimed_in = pg_catalog.pg_current_xact_id()
      and (o.task <> 'send-referral'
        or not exists (select from app.referrals r where r.id = o.subject_id and r.state = 'APPROVED'));
    if not found then
      raise exception 'nothing that was claimed here and is done' using errcode = 'insufficient_privilege';
    end if;
  end $$;

-- Never longer than an hour, never given up before the tenth try (lib/platform/jobs/back-off.ts).
create or replace function jobs.set_aside(job bigint, class text, wait interval) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update jobs.outbox o set attempts = o.attempts + 1,
      result = case when class ~ '^[A-Za-z0-9_]{1,40}$' then class else 'Error' end,
      run_at = greatest(o.run_at, pg_catalog.now() + case when wait between interval '1 minute' and interval '1 hour' then wait
        else interval '1 hour' end),
      failed_at = case when wait is null and o.attempts + 1 >= 10 then pg_catalog.now() end
    where o.id = job and o.done_at is null and o.failed_at is null and o.claimed_in = pg_catalog.pg_current_xact_id();
    if not found then
      raise exception 'nothing that was claimed here' using errcode = 'insufficient_privilege';
    end if;
  end $$;
reset role;

-- A spent key stays spent for thirty days, and nobody spends more than five thousand in one.
revoke delete on app.spent_keys from relais_web, relais_partner;
create index spent_keys_of_user on app.spent_keys (user_id, at);
grant select (user_id, at), delete on app.spent_keys to relais_definer;
create policy definer_counts on app.spent_keys for select to relais_definer using (true);
create policy definer_forgets on app.spent_keys for delete to relais_definer using (at < now() - interval '30 days');
create function app.keys_have_an_end() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    new.at := pg_catalog.now();
    perform app.must_hold(pg_catalog.octet_length(new.location) + pg_catalog.octet_length(new.answer) <= 8192, 'an address and an id');
    perform app.must_hold((select pg_catalog.count(*) from (select from app.spent_keys k where k.user_id = new.user_id
      and k.at > pg_catalog.now() - interval '1 day' limit 5000) latest) < 5000, 'nobody sends so many forms in a day');
    return new;
  end $$;
create trigger a_has_an_end before insert on app.spent_keys for each row
  when (access.writes_itself()) execute function app.keys_have_an_end();

-- A key without a person goes with a report told now, and there are never more of a day's keys than of its reports; who
-- tells is not kept beside the key.
grant select (on_day), delete on app.unsigned_keys to relais_definer;
create policy definer_counts on app.unsigned_keys for select to relais_definer using (true);
create policy definer_forgets on app.unsigned_keys for delete to relais_definer using (on_day < (clock.casework_now())::date - 30);
create function app.unsigned_keys_have_an_end() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(exists (select from app.psea_reports r where r.author_id = access.actor_id() and app.is_now(r.reported_at))
      and (select pg_catalog.count(*) from app.unsigned_keys k where k.on_day = new.on_day)
        < (select pg_catalog.count(*) from app.psea_reports r where r.reported_at::date = new.on_day), 'no report was told here');
    return new;
  end $$;
create trigger a_has_an_end before insert on app.unsigned_keys for each row
  when (access.writes_itself()) execute function app.unsigned_keys_have_an_end();
create function app.reports_have_an_end() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold((select pg_catalog.count(*) from app.psea_reports r where r.author_id = new.author_id
      and r.reported_at > clock.casework_now() - interval '1 day') < 50, 'nobody tells so many reports in a day');
    return new;
  end $$;
create trigger a_has_an_end before insert on app.psea_reports for each row
  when (access.writes_itself()) execute function app.reports_have_an_end();

-- The latest twenty drafts of a person stay, whoever writes them.
grant select (user_id, at) on app.drafts to relais_definer;
create policy definer_keeps_the_latest on app.drafts for delete to relais_definer using (user_id = (select access.draft_owner()));
create function app.drafts_have_an_end() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin
    new.at := pg_catalog.clock_timestamp();
    perform app.must_hold(pg_catalog.octet_length(new.form) + pg_catalog.octet_length(new.about) <= 8192, 'an act and its record');
    delete from app.drafts d where d.id in (select o.id from app.drafts o where o.user_id = new.user_id
      order by o.at desc, o.id desc offset 19);
    return new;
  end $$;
create trigger a_has_an_end before insert on app.drafts for each row
  when (access.writes_itself()) execute function app.drafts_have_an_end();

-- Keys that ran out go with the jobs of a month ago.
set role relais_definer;
create or replace function jobs.forget_done() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare forgotten integer;
  begin
    delete from app.spent_keys k where k.at < pg_catalog.now() - interval '30 days';
    delete from app.unsigned_keys k where k.on_day < (clock.casework_now())::date - 30;
    delete from jobs.outbox o where o.done_at < pg_catalog.now() - interval '30 days';
    get diagnostics forgotten = row_count;
    return forgotten;
  end $$;
reset role;

-- A case has the risk that its rating of this moment chose; until then it has none.
create function app.risk_follows_a_rating() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(new.risk is null, 'nobody has rated it yet');
    elsif new.risk is distinct from old.risk then
      perform app.must_hold(exists (select from app.case_proposals p where p.case_id = new.id and p.chosen_risk = new.risk
        and p.rated_by = access.actor_id() and app.is_now(p.rated_at)), 'a risk is rated');
    end if;
    return new;
  end $$;
create trigger c_risk_is_rated before insert or update on app.cases for each row
  when (access.writes_itself()) execute function app.risk_follows_a_rating();

-- Chosen below what was proposed, or left open against it: before a supervisor at the end of the transaction.
create function app.lower_is_seen() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if (new.lower_reason is not null or new.open_reason is not null)
      and exists (select from app.case_proposals p where p.case_id = new.case_id and p.rated_at = new.rated_at) then
      perform app.must_hold(exists (select from app.tasks t where t.case_id = new.case_id and t.kind = 'SEE_LOWER_RISK'
        and t.state = 'OPEN'), 'less than proposed goes before a supervisor');
    end if;
    return null;
  end $$;
create constraint trigger d_is_seen after insert or update on app.case_proposals deferrable initially deferred for each row
  when (access.writes_itself()) execute function app.lower_is_seen();

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
do $$
declare f text;
begin
  foreach f in array array['reaches_work_of(uuid)', 'colleague_can_act(uuid, uuid)', 'supervisor_can_act(uuid, uuid, text, text)'] loop
    execute format('revoke execute on function app.%s from public', f);
    if f not like 'reaches%' then execute format('grant execute on function app.%s to relais_web', f); end if;
    execute format('alter function app.%s owner to relais_definer', f);
  end loop;
  foreach f in array array['keys_have_an_end', 'unsigned_keys_have_an_end', 'reports_have_an_end', 'drafts_have_an_end',
      'risk_follows_a_rating', 'lower_is_seen'] loop
    execute format('revoke execute on function app.%s() from public', f);
    execute format('alter function app.%s() owner to relais_definer', f);
  end loop;
end $$;
