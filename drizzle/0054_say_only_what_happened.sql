-- Waiting work and the log take what happened, from who did it, when: nothing is enqueued that its verb did not want, and
-- no act is logged that nobody may do.

-- The acts a log can name. Written from the code at each start (lib/platform/db/actions.json); `writes`: a verb that
-- changes something whenever it is done.
create table audit.actions (
  action text primary key check (action ~ '^[a-z-]{1,40}\.[a-z-]{1,40}$'),
  writes boolean not null
);
alter table audit.actions enable row level security;
alter table audit.actions force row level security;
create policy owner_maintains on audit.actions to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on audit.actions for select to relais_definer using (true);
grant select on audit.actions to relais_definer;

-- What was typed into an address is no business of the log: ids, codes, months and our own names of pages are kept.
create function audit.reduced(object_id text) returns text
  language sql immutable set search_path = ''
  as $$ select case
    when object_id is null or object_id = '' then ''
    when object_id ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then object_id
    when object_id ~ '^(MLP-[0-9A-Z]{4}-[0-9A-Z*~$=]{4}|[RS]-[0-9A-Z-]{1,20}|[0-9]{4}-[0-9]{2}|[a-z][a-z-]{0,40}\.[a-z-]{1,40})$' then object_id
    else 'typed' end $$;

set role relais_definer;
create or replace function audit.append(action text, object_type text, object_id text, case_id uuid, outcome text, detail text default '{}')
  returns void language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    -- Read before this function writes anything itself.
    changed boolean := pg_catalog.pg_current_xact_id_if_assigned() is not null;
    known audit.actions;
  begin
    if (access.live_session()).id is null then
      raise exception 'nobody acts here' using errcode = 'insufficient_privilege';
    end if;
    select a.* into known from audit.actions a where a.action = append.action;
    if known.action is null or (known.writes and append.outcome = 'done' and not changed) then
      raise exception 'no such act happened' using errcode = 'check_violation';
    end if;
    if pg_catalog.octet_length(detail) > 8192 or object_type !~ '^[a-z-]{1,40}$' then
      raise exception 'the log takes no stories' using errcode = 'check_violation';
    end if;
    if append.case_id is not null and append.outcome <> 'missing' and not exists (select from app.cases c where c.id = append.case_id) then
      raise exception 'no such case' using errcode = 'check_violation';
    end if;
    perform audit.write(null, action, object_type, audit.reduced(object_id), case_id, outcome, detail);
  end $$;
reset role;
alter function audit.reduced(text) owner to relais_definer;

-- How long an approved referral waits before it leaves: stated here and in lib/casework/referrals/machine/hold.ts.
create function jobs.hold() returns interval language sql immutable set search_path = '' as $$ select interval '120 seconds' $$;

-- Only what has just been approved by this person waits to be sent, and never less than the hold. Nobody of the field
-- writes mail; what is due to be said is said by definer functions.
set role relais_definer;
create or replace function jobs.enqueue(task text, subject uuid, body jsonb, wait interval) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if task is distinct from 'send-referral' or access.login() <> 'web' or access.actor_id() is null or body <> '{}'::jsonb
      or not exists (select from app.referrals r where r.id = subject and r.state = 'APPROVED'
        and r.approved_by = access.actor_id() and app.is_now(r.approved_at))
      or exists (select from jobs.outbox o where o.task = 'send-referral' and o.subject_id = subject and o.done_at is null) then
      raise exception 'nothing of this person waits to be done' using errcode = 'insufficient_privilege';
    end if;
    insert into jobs.outbox (task, subject_id, body, run_at)
      values (task, subject, '{}', pg_catalog.now() + greatest(wait, jobs.hold()));
  end $$;
reset role;
set role relais_definer;
revoke execute on function jobs.enqueue(text, uuid, jsonb, interval) from relais_partner;
reset role;

-- Whoever has just moved it takes back what was waiting.
set role relais_definer;
create or replace function jobs.cancel(job_task text, subject uuid) returns void
  language sql volatile security definer set search_path = ''
  as $$ delete from jobs.outbox o where o.task = job_task and o.subject_id = subject and o.done_at is null
        and app.moved_by_me(subject)
        and not exists (select from app.referrals r where r.id = subject and r.state = 'APPROVED') $$;
reset role;

-- A session ends with what carried it: an account that is closed, a password that is changed. For good: opening the
-- account again brings no old session back.
create function access.sessions_end() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    update access.sessions s set revoked_at = pg_catalog.now() where s.revoked_at is null
      and s.user_id = case tg_table_name when 'users' then (pg_catalog.to_jsonb(new)->>'id')::uuid else (pg_catalog.to_jsonb(new)->>'user_id')::uuid end;
    return new;
  end $$;
create trigger sessions_end after update of active on access.users for each row
  when (old.active and not new.active) execute function access.sessions_end();
create trigger sessions_end after update of password_hash on access.credentials for each row
  when (old.password_hash is distinct from new.password_hash) execute function access.sessions_end();
-- A role, an agency or offices that change begin with a new sign-in.
create trigger sessions_end_with_role after update of role, partner_code on access.users for each row
  when (old.role is distinct from new.role or old.partner_code is distinct from new.partner_code) execute function access.sessions_end();
-- What was ended stays ended.
create function access.stays_ended() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
      new.revoked_at := old.revoked_at;
    end if;
    return new;
  end $$;
create trigger stays_ended before update on access.sessions for each row execute function access.stays_ended();
alter function jobs.hold() owner to relais_definer;
alter function access.sessions_end() owner to relais_definer;
alter function access.stays_ended() owner to relais_definer;
