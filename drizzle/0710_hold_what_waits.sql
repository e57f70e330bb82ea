-- Two supervisors of an office read one queue. A row that one of them is at says so for a while, so that nobody else begins it; a row
-- that somebody sets aside comes back by itself. Both are marks beside the row: its clock runs on, and the mark ends with the row's
-- own next move. Decision record 141.
set constraints all immediate;

select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values ('queue.claim', 1, 'HOURS'), ('queue.back', 2, 'HOURS') on conflict (key) do nothing;
select set_config('relais.maintenance', '', true);

create table app.queue_marks (
  id uuid primary key default gen_random_uuid(),
  what text not null check (what in ('CLAIM', 'LATER')),
  -- The tab it stood in, and what it is there: a referral, a case, an alert or a task.
  kind text not null check (kind in ('approve', 'review', 'silent', 'unreported', 'question', 'contested', 'unverified', 'alert', 'close', 'task')),
  item_id uuid not null,
  case_id uuid references app.cases on delete cascade,
  alert_id uuid references app.alerts on delete cascade,
  by_id uuid not null references access.users,
  reason text check (reason in ('AWAITS_INFORMATION', 'AWAITS_COLLEAGUE', 'AWAITS_PERSON', 'BUSY')),
  -- As its clock stood: nothing is put off by setting it aside.
  due_at timestamptz,
  at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(case_id, alert_id) = 1),
  check ((what = 'LATER') = (reason is not null)),
  check (until > at),
  check (ended_at >= at)
);
-- One person is at a row; what somebody sets aside is aside for themselves.
create unique index queue_marks_claimed on app.queue_marks (item_id) where what = 'CLAIM' and ended_at is null;
create unique index queue_marks_aside on app.queue_marks (by_id, item_id) where what = 'LATER' and ended_at is null;
create index queue_marks_of_item on app.queue_marks (item_id) where ended_at is null;
create index queue_marks_of_case on app.queue_marks (case_id) where case_id is not null;
create index queue_marks_of_alert on app.queue_marks (alert_id) where alert_id is not null;

alter table app.queue_marks enable row level security;
alter table app.queue_marks force row level security;
create policy owner_maintains on app.queue_marks to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.queue_marks to relais_web, relais_definer;
grant insert, update (ended_at) on app.queue_marks to relais_definer;
create policy definer_reads on app.queue_marks for select to relais_definer using (true);
create policy definer_marks on app.queue_marks for insert to relais_definer with check (by_id = access.actor_id() and ended_at is null);
create policy definer_ends on app.queue_marks for update to relais_definer using (ended_at is null) with check (ended_at is not null);
-- Follows what it is about, and only a supervisor has a queue.
create policy reach_reads on app.queue_marks for select to relais_web using ((select access.actor_role()) = 'SUPERVISOR' and (
  case_id = any(array(select access.my_case_ids()))
  or exists (select from app.cases c where c.id = case_id and c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices())))
  or exists (select from app.alerts a where a.id = alert_id)));

set role relais_definer;
-- What a row of the queue is, if it stands there for this supervisor now: its case or alert, its limit, whether it may be set aside.
create function app.queue_item(of_kind text, of_id uuid, out of_case uuid, out of_alert uuid, out due timestamptz, out may_wait boolean)
  returns setof record language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if me is null or access.actor_role() is distinct from 'SUPERVISOR' then return; end if;
    if of_kind = 'alert' then
      return query select null::uuid, a.id, a.due_at, a.urgency <> 'EMERGENCY' from app.alerts a
        where a.id = of_id and a.state = 'NEW' and a.office_id = any(array(select access.supervised_offices()));
    elsif of_kind = 'close' then
      return query select c.id, null::uuid, null::timestamptz, true from app.cases c
        where c.id = of_id and c.state = 'PENDING_CLOSURE' and app.able_supervisor(me, c.id, c.office_id, c.sensitivity);
    elsif of_kind = 'task' then
      return query select t.case_id, case when t.case_id is null then t.alert_id end, t.due_at, t.kind not in ('HARM', 'SEE_DANGER', 'CONFIRM_VITAL') from app.tasks t join app.task_kinds k on k.kind = t.kind
        where t.id = of_id and t.state = 'OPEN' and k.side = 'SUPERVISOR'
          and (case when t.case_id is null then t.office_id = any(array(select access.supervised_offices()))
            else app.able_supervisor(me, t.case_id, t.office_id, t.sensitivity) end)
          and (t.holder_id is null or t.holder_id = me or t.case_id is null or not app.able_supervisor(t.holder_id, t.case_id, t.office_id, t.sensitivity))
          and (t.kind <> 'OPENING_SUPERVISION' or t.subject_id = any(array(select o.id from app.openings_for_me() o)));
    else
      return query select r.case_id, null::uuid,
          case when of_kind = 'review' then r.sent_at + interval '4 hours' else r.due_at end, of_kind <> 'review' and r.priority <> 'EMERGENCY'
        from app.referrals r
        where r.id = of_id and app.able_supervisor(me, r.case_id, r.office_id, r.sensitivity)
          and case of_kind
            when 'approve' then r.state = 'PENDING_APPROVAL' and (r.supervisor_id is null or r.supervisor_id = me
              or not app.able_supervisor(r.supervisor_id, r.case_id, r.office_id, r.sensitivity))
            when 'review' then r.emergency_path and r.reviewed_at is null and r.sent_at is not null and r.author_id <> me
            when 'silent' then r.state in ('SENT', 'ACKNOWLEDGED')
            when 'unreported' then r.state in ('ACCEPTED', 'IN_PROGRESS')
            when 'question' then r.state = 'INFO_REQUESTED'
            when 'contested' then r.state in ('CONTESTED', 'NOT_ACCESSED')
            when 'unverified' then r.state = 'COMPLETED'
            else false end;
    end if;
  end $$;

-- Whether whoever is at a row still decides on it: an account that works, with the reach it takes.
create function app.still_at(who uuid, of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from access.users u where u.id = who and u.active) and (of_case is null
    or exists (select from app.cases c where c.id = of_case and app.able_supervisor(who, c.id, c.office_id, c.sensitivity))) $$;

-- This supervisor is at the row, or sets it aside for so many hours. Answers done, gone (it stands there no more), taken (somebody else
-- is at it) or never (harm, danger and emergencies are not set aside). What is set aside comes back before its limit, or within the hour
-- where it is late. A claim ends with the limit, and with the work of whoever made it.
create function app.mark_item(as_what text, of_kind text, of_id uuid, hours integer, why text) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    me uuid := access.actor_id();
    moment timestamptz := clock.casework_now();
    i record;
    ends timestamptz;
  begin
    select * into i from app.queue_item(of_kind, of_id);
    if not found then return 'gone'; end if;
    update app.queue_marks m set ended_at = m.until where m.item_id = of_id and m.ended_at is null and m.until <= moment;
    if as_what = 'CLAIM' then
      ends := moment + app.setting('queue.claim');
      if i.due > moment then ends := least(ends, i.due); end if;
      update app.queue_marks m set ended_at = moment
        where m.item_id = of_id and m.ended_at is null and m.what = 'CLAIM' and m.by_id <> me and not app.still_at(m.by_id, m.case_id);
      update app.queue_marks m set ended_at = moment where m.item_id = of_id and m.ended_at is null and m.by_id = me;
    else
      if not i.may_wait then return 'never'; end if;
      if exists (select from app.queue_marks m where m.item_id = of_id and m.ended_at is null and m.what = 'CLAIM' and m.by_id <> me
          and app.still_at(m.by_id, m.case_id)) then
        return 'taken';
      end if;
      ends := least(moment + pg_catalog.make_interval(hours => greatest(1, least(hours, 96))),
        case when i.due - app.setting('queue.back') > moment then i.due - app.setting('queue.back')
          when i.due > moment then i.due when i.due is not null then moment + interval '1 hour' end);
      update app.queue_marks m set ended_at = moment where m.item_id = of_id and m.ended_at is null and m.by_id = me;
    end if;
    insert into app.queue_marks (what, kind, item_id, case_id, alert_id, by_id, reason, due_at, at, until)
      values (as_what, of_kind, of_id, i.of_case, i.of_alert, me, case when as_what = 'LATER' then why end, i.due, moment, ends)
      on conflict do nothing;
    return case when found then 'done' else 'taken' end;
  end $$;

-- Lets a row go, or takes it up again: one's own marks only.
create function app.unmark_item(of_id uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.queue_marks m set ended_at = greatest(m.at, least(m.until, clock.casework_now()))
      where m.item_id = of_id and m.by_id = access.actor_id() and m.ended_at is null;
    return found;
  end $$;

-- Who is at a row other than this person, by name; nobody once it is over.
create function app.claimed_by_other(of_id uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$ select m.by_id from app.queue_marks m where access.actor_role() = 'SUPERVISOR' and m.item_id = of_id and m.what = 'CLAIM' and m.ended_at is null
    and m.until > clock.casework_now() and m.by_id <> access.actor_id() and app.still_at(m.by_id, m.case_id) $$;

-- The row moved: whoever was at it is done, and what was set aside is something else now.
create function app.end_queue_marks() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.queue_marks m set ended_at = greatest(m.at, least(m.until, clock.casework_now())) where m.item_id = new.id and m.ended_at is null;
    return null;
  end $$;

-- A decision of the queue is not taken while somebody else is at the row. The program says so first; whoever began in between is asked
-- to look again.
create function app.claims_hold() returns trigger
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    if access.actor_role() = 'SUPERVISOR' and app.claimed_by_other(new.id) is not null then
      raise exception 'somebody else is at this row' using errcode = 'serialization_failure';
    end if;
    return new;
  end $$;

revoke execute on function app.still_at(uuid, uuid), app.queue_item(text, uuid), app.mark_item(text, text, uuid, integer, text), app.unmark_item(uuid),
  app.claimed_by_other(uuid), app.end_queue_marks(), app.claims_hold() from public;
grant execute on function app.mark_item(text, text, uuid, integer, text), app.unmark_item(uuid), app.claimed_by_other(uuid) to relais_web;
grant execute on function app.end_queue_marks(), app.claims_hold() to relais_owner;
reset role;

create trigger queue_marks_end after update of state, supervisor_id, reviewed_at on app.referrals for each row
  when (old.state is distinct from new.state or old.supervisor_id is distinct from new.supervisor_id or old.reviewed_at is distinct from new.reviewed_at)
  execute function app.end_queue_marks();
create trigger queue_marks_end after update of state on app.tasks for each row when (old.state is distinct from new.state) execute function app.end_queue_marks();
create trigger queue_marks_end after update of state on app.cases for each row when (old.state is distinct from new.state) execute function app.end_queue_marks();
create trigger queue_marks_end after update of state on app.alerts for each row when (old.state is distinct from new.state) execute function app.end_queue_marks();
create trigger claims_hold before update on app.referrals for each row
  when (new.version <> old.version and new.last_verb in ('approve', 'return', 'reassign', 'review')) execute function app.claims_hold();
set role relais_definer;
revoke execute on function app.end_queue_marks(), app.claims_hold() from relais_owner;
reset role;
