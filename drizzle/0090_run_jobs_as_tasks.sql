-- Jobs are tasks of the code, one transaction each: the runner claims a due row with SKIP LOCKED, does the task and says
-- how it went. What must be decided where nobody can bend it stays here: what is due, that a referral leaves only for a
-- job whose hold is over, that a failed job never comes earlier, that a schedule begins once.

-- The same list as lib/server/tasks.ts; a test compares them. Mail has no task yet, so none can wait.
select set_config('relais.maintenance', 'on', true);
delete from jobs.outbox where task = 'send-mail';
select set_config('relais.maintenance', '', true);
alter table jobs.outbox drop constraint outbox_task_check;
alter table jobs.outbox add constraint outbox_task_check check (task in ('send-referral', 'drop-left-drafts', 'forget-done-jobs'));

-- What a clock begins is about nobody.
alter table jobs.outbox alter column subject_id drop not null;
alter table jobs.outbox add constraint outbox_subject_check check ((task = 'send-referral') = (subject_id is not null));

-- A dead letter: given up after the last try; somebody has to look.
alter table jobs.outbox add column failed_at timestamptz;
alter table jobs.outbox add constraint outbox_ends_once check (done_at is null or failed_at is null);
drop index jobs.outbox_due;
create index outbox_due on jobs.outbox (run_at, id) where done_at is null and failed_at is null;
create index outbox_dead on jobs.outbox (id) where failed_at is not null;

-- The worker's login reaches rows through the functions below and no other way.
drop policy worker_takes on jobs.outbox;
revoke select, update on jobs.outbox from relais_worker;

-- The next due job of these tasks, locked until the transaction ends; a runner beside takes another.
create function jobs.claim(known text[]) returns table (id bigint, task text, subject_id uuid, body jsonb, attempts smallint)
  language sql volatile security definer set search_path = ''
  as $$
    select o.id, o.task, o.subject_id, o.body, o.attempts from jobs.outbox o
    where o.done_at is null and o.failed_at is null and o.run_at <= pg_catalog.now() and o.task = any(known)
    order by o.run_at, o.id limit 1 for update skip locked $$;

create function jobs.finish(job bigint, outcome text) returns void
  language sql volatile security definer set search_path = ''
  as $$
    update jobs.outbox o set done_at = pg_catalog.now(), attempts = o.attempts + 1, result = outcome
    where o.id = job and o.done_at is null and o.failed_at is null $$;

-- After a failure: later, or never again without a hand. `class` names the kind of error and nothing of its text.
create function jobs.set_aside(job bigint, class text, wait interval) returns void
  language sql volatile security definer set search_path = ''
  as $$
    update jobs.outbox o set attempts = o.attempts + 1,
      result = case when class ~ '^[A-Za-z0-9_]{1,40}$' then class else 'Error' end,
      run_at = greatest(o.run_at, pg_catalog.now() + wait),
      failed_at = case when wait is null then pg_catalog.now() end
    where o.id = job and o.done_at is null and o.failed_at is null $$;

-- Sends for a due job and for nothing else: the worker's login cannot shorten the hold.
create function jobs.send_referral(job bigint) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare referral uuid;
  begin
    select o.subject_id into referral from jobs.outbox o where o.id = job and o.task = 'send-referral'
      and o.done_at is null and o.failed_at is null and o.run_at <= pg_catalog.now();
    return case when referral is null then 'NOT_DUE' else app.send_referral(referral) end;
  end $$;
drop function jobs.run_due(integer);

-- What a clock begins: the last moment for which each task was planned.
create table jobs.schedules (
  task text primary key,
  planned_for timestamptz not null
);
alter table jobs.schedules enable row level security;
alter table jobs.schedules force row level security;
create policy owner_maintains on jobs.schedules to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_plans on jobs.schedules to relais_definer using (true) with check (planned_for <= now());
grant select, insert, update on jobs.schedules to relais_definer;

-- Plans the occurrence of a moment that has come, once, however many runners ask; moments missed before it are not made
-- up for one by one. Nothing is added while the task still waits from before.
create function jobs.plan(wanted text, moment timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  begin
    if moment > pg_catalog.now() then return false; end if;
    insert into jobs.schedules as s (task, planned_for) values (wanted, moment)
      on conflict (task) do update set planned_for = excluded.planned_for where s.planned_for < excluded.planned_for;
    if not found then return false; end if;
    insert into jobs.outbox (task, run_at) select wanted, pg_catalog.now()
      where not exists (select from jobs.outbox o where o.task = wanted and o.done_at is null and o.failed_at is null);
    return found;
  end $$;

-- Done jobs are remembered for a month; the log keeps what they did. Dead letters stay.
create function jobs.forget_done() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare forgotten integer;
  begin
    delete from jobs.outbox o where o.done_at < pg_catalog.now() - interval '30 days';
    get diagnostics forgotten = row_count;
    return forgotten;
  end $$;

-- Dead letters as the administrator sees them: kind, time, class of error, tries. What they are about stays out.
create function jobs.dead_letters() returns table (id bigint, task text, failed_at timestamptz, attempts smallint, result text)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, o.task, o.failed_at, o.attempts, o.result from jobs.outbox o
    where o.failed_at is not null and access.actor_role() = 'ADMIN' $$;

-- The administrator's "try again": everything the task checks is checked again when it runs.
create function jobs.try_again(job bigint) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  begin
    update jobs.outbox o set failed_at = null, attempts = 0, run_at = pg_catalog.now()
      where o.id = job and o.failed_at is not null and access.actor_role() = 'ADMIN';
    return found;
  end $$;

-- Dead letters stand in a list of their own.
set role relais_definer;
create or replace function jobs.listed(below bigint, most integer)
  returns table (id bigint, task text, run_at timestamptz, attempts smallint, done_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select o.id, o.task, o.run_at, o.attempts, o.done_at from jobs.outbox o
    where access.actor_role() = 'ADMIN' and o.failed_at is null and (below is null or o.id < below)
    order by o.id desc limit least(most, 100) $$;
create or replace function jobs.counted() returns table (waiting integer, late integer, done_today integer)
  language sql stable security definer set search_path = ''
  as $$
    select count(*) filter (where o.done_at is null)::integer,
      count(*) filter (where o.done_at is null and o.run_at < pg_catalog.now() - interval '10 minutes')::integer,
      count(*) filter (where o.done_at > pg_catalog.now() - interval '24 hours')::integer
    from jobs.outbox o where o.failed_at is null and access.actor_role() = 'ADMIN' $$;
reset role;

do $$
declare f text;
begin
  foreach f in array array['claim(text[])', 'finish(bigint, text)', 'set_aside(bigint, text, interval)',
      'send_referral(bigint)', 'plan(text, timestamptz)', 'forget_done()'] loop
    execute format('revoke execute on function jobs.%s from public', f);
    execute format('grant execute on function jobs.%s to relais_worker', f);
    execute format('alter function jobs.%s owner to relais_definer', f);
  end loop;
  foreach f in array array['dead_letters()', 'try_again(bigint)'] loop
    execute format('revoke execute on function jobs.%s from public', f);
    execute format('grant execute on function jobs.%s to relais_web', f);
    execute format('alter function jobs.%s owner to relais_definer', f);
  end loop;
end $$;
