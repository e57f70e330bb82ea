-- What somebody of ours still has to do about a case, a referral or an alert. A task follows the reach of what it
-- points at; it is opened and ended through two functions that check that, and written in no other way.

create table app.task_kinds (
  kind text primary key check (kind ~ '^[A-Z_]{3,40}$'),
  -- Whose work it is: the case team's, or a supervisor's.
  side text not null check (side in ('TEAM', 'SUPERVISOR')),
  -- A partner's act may open it (a service has a date, a question came).
  by_partner boolean not null default false
);
insert into app.task_kinds (kind, side, by_partner) values
  ('TELL_PERSON', 'TEAM', true), ('NOT_CONFIRMED', 'TEAM', false), ('NEXT_STEP', 'TEAM', true),
  ('RENEW_CONSENT', 'TEAM', false), ('LATE_ANSWER', 'SUPERVISOR', true), ('HARM', 'SUPERVISOR', false),
  ('CONFIRM_BEST_INTERESTS', 'SUPERVISOR', false), ('CONFIRM_VITAL', 'SUPERVISOR', false),
  ('REVIEW_CONSENT', 'SUPERVISOR', false), ('SEE_LOWER_RISK', 'SUPERVISOR', false), ('SEE_DANGER', 'SUPERVISOR', false),
  ('COMPARE_PEOPLE', 'SUPERVISOR', false);

create table app.tasks (
  id uuid primary key default gen_random_uuid(),
  kind text not null references app.task_kinds,
  subject_type text not null check (subject_type in ('case', 'referral', 'alert')),
  subject_id uuid not null,
  case_id uuid,
  alert_id uuid references app.alerts,
  office_id text not null references access.offices,
  sensitivity text not null,
  -- Whose turn it is; nobody: everybody who can see and act. A holder who cannot any more counts as nobody.
  holder_id uuid references access.users,
  due_at timestamptz,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
  reason text,
  opened_by uuid references access.users,
  opened_at timestamptz not null default clock.casework_now(),
  done_by uuid references access.users,
  done_at timestamptz,
  outcome text,
  check ((case_id is null) = (subject_type = 'alert')),
  check ((alert_id is null) = (subject_type <> 'alert')),
  check ((state = 'OPEN') = (done_at is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
-- The same thing is asked once: opening it again moves its date and reason.
create unique index one_open_task on app.tasks (kind, subject_id) where state = 'OPEN';
create index tasks_of_office on app.tasks (office_id, sensitivity, due_at, id) where state = 'OPEN';
create index tasks_of_case on app.tasks (case_id) where case_id is not null;
create index tasks_of_alert on app.tasks (alert_id) where alert_id is not null;

do $$
declare t text;
begin
  foreach t in array array['task_kinds', 'tasks'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('grant select on app.%I to relais_web, relais_definer', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
  end loop;
end $$;
create policy everyone_reads on app.task_kinds for select to relais_web using ((select access.actor_id()) is not null);
-- The deputy of a region reads a supervisor's tasks of restricted cases that nobody named can decide any more.
create policy reach_reads on app.tasks for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))
  or (case_id = any(array(select access.orphaned_case_ids()))
    and kind = any(array(select k.kind from app.task_kinds k where k.side = 'SUPERVISOR'))));
grant insert, update (holder_id, due_at, reason, state, done_by, done_at, outcome) on app.tasks to relais_definer;
create policy definer_opens on app.tasks for insert to relais_definer with check (state = 'OPEN' and done_at is null);
create policy definer_ends on app.tasks for update to relais_definer using (state = 'OPEN')
  with check (opened_at <= clock.casework_now());

-- What a task points at, and whether this session may speak about it. Nothing found is an error, told apart for nobody.
create function app.task_subject(of_type text, of_id uuid, wanted text) returns app.tasks
  language plpgsql stable security definer set search_path = ''
  as $$
  declare
    found_task app.tasks;
    partner boolean := pg_catalog.pg_has_role(session_user, 'relais_partner', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_web', 'usage');
    web boolean := pg_catalog.pg_has_role(session_user, 'relais_web', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage');
  begin
    found_task.subject_type := of_type;
    found_task.subject_id := of_id;
    found_task.kind := wanted;
    if of_type = 'case' then
      select c.id, c.office_id, c.sensitivity into found_task.case_id, found_task.office_id, found_task.sensitivity
        from app.cases c where c.id = of_id and not partner;
    elsif of_type = 'referral' then
      select r.case_id, r.office_id, r.sensitivity into found_task.case_id, found_task.office_id, found_task.sensitivity
        from app.referrals r where r.id = of_id
          and (not partner or (r.partner_code = access.my_partner() and r.sent_at is not null
            and exists (select from app.task_kinds k where k.kind = wanted and k.by_partner)));
    elsif of_type = 'alert' then
      select a.id, a.office_id, 'S3' into found_task.alert_id, found_task.office_id, found_task.sensitivity
        from app.alerts a where a.id = of_id and not partner;
    end if;
    if found_task.office_id is null or (web and not (
        coalesce(found_task.case_id = any(array(select access.my_case_ids())), false)
        or coalesce(found_task.case_id = any(array(select access.orphaned_case_ids())), false)
        or (found_task.sensitivity = 'S3' and found_task.office_id = any(array(select access.supervised_offices()))))) then
      raise exception 'no % to open a task about', of_type using errcode = 'insufficient_privilege';
    end if;
    return found_task;
  end $$;

-- Opens a task, or moves the one that is already open. Its holder must be able to act when it is given; nobody is nobody.
create function app.open_task(wanted text, of_type text, of_id uuid, holder uuid, due timestamptz, why text) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    about app.tasks := app.task_subject(of_type, of_id, wanted);
    side text := (select k.side from app.task_kinds k where k.kind = wanted);
    opened uuid;
  begin
    if pg_catalog.length(why) > 60 then
      raise exception 'a task carries a code, not a text' using errcode = 'check_violation';
    end if;
    if side = 'SUPERVISOR' and not app.able_supervisor(holder, about.case_id, about.office_id, about.sensitivity)
      or side = 'TEAM' and not app.able_colleague(holder, about.case_id) then
      holder := null;
    end if;
    insert into app.tasks (kind, subject_type, subject_id, case_id, alert_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      values (wanted, of_type, of_id, about.case_id, about.alert_id, about.office_id, about.sensitivity, holder, due, why,
        access.actor_id())
      on conflict (kind, subject_id) where state = 'OPEN'
        do update set holder_id = excluded.holder_id, due_at = excluded.due_at, reason = excluded.reason
      returning id into opened;
    return opened;
  end $$;
grant execute on function app.open_task(text, text, uuid, uuid, timestamptz, text) to relais_web, relais_partner;

-- Ends the open task of a kind about a subject. Answers how many: none was open, or one.
create function app.end_task(wanted text, of_type text, of_id uuid, as_state text, how text) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare ended integer;
  begin
    perform app.task_subject(of_type, of_id, wanted);
    if as_state is null or as_state not in ('DONE', 'DROPPED') or pg_catalog.length(how) > 60 then
      raise exception 'a task ends as done or dropped, with a code' using errcode = 'check_violation';
    end if;
    update app.tasks t set state = as_state, done_by = access.actor_id(), done_at = clock.casework_now(), outcome = how
      where t.kind = wanted and t.subject_id = of_id and t.state = 'OPEN';
    get diagnostics ended = row_count;
    return ended;
  end $$;
grant execute on function app.end_task(text, text, uuid, text, text) to relais_web, relais_partner;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.task_subject(text, uuid, text) owner to relais_definer;
alter function app.open_task(text, text, uuid, uuid, timestamptz, text) owner to relais_definer;
alter function app.end_task(text, text, uuid, text, text) owner to relais_definer;
