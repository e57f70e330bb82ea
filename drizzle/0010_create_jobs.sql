-- What happens later. A row is written in the transaction of the verb that wants it; the worker takes rows with
-- SKIP LOCKED. Jobs hold no session and no key: each task is a definer function that checks again.

create table jobs.outbox (
  id bigint generated always as identity primary key,
  task text not null check (task in ('send-referral', 'send-mail')),
  subject_id uuid not null,
  body jsonb not null default '{}',
  run_at timestamptz not null,
  attempts smallint not null default 0,
  done_at timestamptz,
  result text,
  created_at timestamptz not null default now()
);
create index outbox_due on jobs.outbox (run_at, id) where done_at is null;

alter table jobs.outbox enable row level security;
alter table jobs.outbox force row level security;
create policy owner_maintains on jobs.outbox to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_keeps on jobs.outbox to relais_definer using (true) with check (true);
create policy worker_takes on jobs.outbox to relais_worker using (true) with check (true);
grant select, insert, update, delete on jobs.outbox to relais_definer;
grant select, update on jobs.outbox to relais_worker;
grant usage on sequence jobs.outbox_id_seq to relais_definer;

create function jobs.enqueue(task text, subject uuid, body jsonb, wait interval) returns void
  language sql volatile security definer set search_path = ''
  as $$ insert into jobs.outbox (task, subject_id, body, run_at)
        select task, subject, body, pg_catalog.now() + wait
        -- Only staff approve, so only staff have something sent.
        where task <> 'send-referral' or pg_catalog.pg_has_role(session_user, 'relais_web', 'usage') $$;
grant execute on function jobs.enqueue(text, uuid, jsonb, interval) to relais_web, relais_partner;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function jobs.enqueue(text, uuid, jsonb, interval) owner to relais_definer;
