-- A claim holds for alerts, closings, offers and tasks as it does for referrals; a mark ends when what it rested on changes: an earlier
-- limit, another urgency, another holder. Decision record 164.
set constraints all immediate;

alter table app.queue_marks add column transfer_id uuid references app.case_transfers on delete cascade;
alter table app.queue_marks drop constraint queue_marks_kind_check;
alter table app.queue_marks add constraint queue_marks_kind_check check (kind in ('approve', 'review', 'silent', 'unreported', 'question',
  'contested', 'unverified', 'alert', 'close', 'transfer', 'task'));
alter table app.queue_marks drop constraint queue_marks_check;
-- An offer belongs to whoever is asked: the case it is about is not theirs yet.
alter table app.queue_marks add constraint queue_marks_about_one check (num_nonnulls(case_id, alert_id, transfer_id) = 1);
create index queue_marks_of_transfer on app.queue_marks (transfer_id) where transfer_id is not null;
drop policy reach_reads on app.queue_marks;
create policy reach_reads on app.queue_marks for select to relais_web using ((select access.actor_role()) = 'SUPERVISOR' and (
  case_id = any(array(select access.my_case_ids()))
  or exists (select from app.cases c where c.id = case_id and c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices())))
  or exists (select from app.alerts a where a.id = alert_id)
  or transfer_id = any(array(select access.offered_transfers()))));

set role relais_definer;
alter function app.queue_item(text, uuid) rename to queue_item_of_case;
-- The same for an offer of another office.
create function app.queue_item(of_kind text, of_id uuid, out of_case uuid, out of_alert uuid, out of_transfer uuid, out due timestamptz,
    out may_wait boolean) returns setof record language plpgsql stable security definer set search_path = ''
  as $$ begin
    if of_kind = 'transfer' then
      return query select null::uuid, null::uuid, x.id, x.answer_by, true from app.case_transfers x
        where x.id = of_id and x.state = 'OFFERED' and x.id = any(array(select access.offered_transfers()));
    else
      return query select i.of_case, i.of_alert, null::uuid, i.due, i.may_wait from app.queue_item_of_case(of_kind, of_id) i;
    end if;
  end $$;

-- Whether whoever is at a row still decides on it: an account that works, with the reach it takes.
create function app.still_at(who uuid, of_case uuid, of_transfer uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select app.still_at(who, of_case) and (of_transfer is null or exists (select from app.case_transfers x
      join access.user_offices o on o.office_id = x.to_office and o.user_id = who join access.users u on u.id = who and u.role = 'SUPERVISOR'
      where x.id = of_transfer and (x.to_supervisor is null and x.sensitivity = 'S3' or x.to_supervisor = who))) $$;

create or replace function app.mark_item(as_what text, of_kind text, of_id uuid, hours integer, why text) returns text
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
      update app.queue_marks m set ended_at = moment where m.item_id = of_id and m.ended_at is null and m.what = 'CLAIM' and m.by_id <> me
        and not app.still_at(m.by_id, m.case_id, m.transfer_id);
      update app.queue_marks m set ended_at = moment where m.item_id = of_id and m.ended_at is null and m.by_id = me;
    else
      if not i.may_wait then return 'never'; end if;
      if exists (select from app.queue_marks m where m.item_id = of_id and m.ended_at is null and m.what = 'CLAIM' and m.by_id <> me
          and app.still_at(m.by_id, m.case_id, m.transfer_id)) then
        return 'taken';
      end if;
      ends := least(moment + pg_catalog.make_interval(hours => greatest(1, least(hours, 96))),
        case when i.due - app.setting('queue.back') > moment then i.due - app.setting('queue.back')
          when i.due > moment then i.due when i.due is not null then moment + interval '1 hour' end);
      update app.queue_marks m set ended_at = moment where m.item_id = of_id and m.ended_at is null and m.by_id = me;
    end if;
    insert into app.queue_marks (what, kind, item_id, case_id, alert_id, transfer_id, by_id, reason, due_at, at, until)
      values (as_what, of_kind, of_id, i.of_case, i.of_alert, i.of_transfer, me, case when as_what = 'LATER' then why end, i.due, moment, ends)
      on conflict do nothing;
    return case when found then 'done' else 'taken' end;
  end $$;

create or replace function app.claimed_by_other(of_id uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$ select m.by_id from app.queue_marks m where access.actor_role() = 'SUPERVISOR' and m.item_id = of_id and m.what = 'CLAIM' and m.ended_at is null
    and m.until > clock.casework_now() and m.by_id <> access.actor_id() and app.still_at(m.by_id, m.case_id, m.transfer_id) $$;

-- One code for every kind: the program says "somebody else is at this", whatever verb ran into it.
create or replace function app.claims_hold() returns trigger
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    if access.actor_role() = 'SUPERVISOR' and app.claimed_by_other(new.id) is not null then
      raise exception 'somebody else is at this row' using errcode = 'RL403';
    end if;
    return new;
  end $$;
revoke execute on function app.queue_item(text, uuid), app.still_at(uuid, uuid, uuid) from public;
grant execute on function app.claims_hold(), app.end_queue_marks() to relais_owner;
reset role;

-- Harm, danger and emergencies hold nobody back: they are never put aside, and do not wait for somebody who left their desk.
drop trigger claims_hold on app.referrals;
create trigger claims_hold before update on app.referrals for each row
  when (new.version <> old.version and new.last_verb in ('approve', 'return', 'reassign', 'review') and old.priority <> 'EMERGENCY')
  execute function app.claims_hold();
create trigger claims_hold before update of state on app.alerts for each row
  when (old.state = 'NEW' and new.state <> 'NEW' and old.urgency <> 'EMERGENCY') execute function app.claims_hold();
create trigger claims_hold before update of state on app.cases for each row
  when (old.state = 'PENDING_CLOSURE' and new.state is distinct from old.state and new.last_verb in ('close', 'return-closure'))
  execute function app.claims_hold();
create trigger claims_hold before update of state on app.case_transfers for each row
  when (old.state = 'OFFERED' and new.kind = 'INTERNAL' and new.state in ('ACCEPTED', 'REFUSED')) execute function app.claims_hold();
-- What is dropped with its case was decided by nobody.
create trigger claims_hold before update of state on app.tasks for each row
  when (old.state = 'OPEN' and new.state = 'DONE' and old.kind not in ('HARM', 'SEE_DANGER', 'CONFIRM_VITAL')) execute function app.claims_hold();

create trigger queue_marks_end after update of state on app.case_transfers for each row when (old.state is distinct from new.state)
  execute function app.end_queue_marks();
create trigger queue_marks_changed after update of due_at, priority on app.referrals for each row
  when (new.priority is distinct from old.priority or new.due_at < old.due_at or (old.due_at is null and new.due_at is not null))
  execute function app.end_queue_marks();
create trigger queue_marks_changed after update of due_at, holder_id on app.tasks for each row
  when (new.holder_id is distinct from old.holder_id or new.due_at < old.due_at or (old.due_at is null and new.due_at is not null))
  execute function app.end_queue_marks();
create trigger queue_marks_changed after update of due_at, urgency on app.alerts for each row
  when (new.urgency is distinct from old.urgency or new.due_at < old.due_at or (old.due_at is null and new.due_at is not null))
  execute function app.end_queue_marks();
create trigger queue_marks_changed after update of answer_by, to_supervisor on app.case_transfers for each row
  when (new.answer_by < old.answer_by or new.to_supervisor is distinct from old.to_supervisor) execute function app.end_queue_marks();
set role relais_definer;
revoke execute on function app.claims_hold(), app.end_queue_marks() from relais_owner;
reset role;
