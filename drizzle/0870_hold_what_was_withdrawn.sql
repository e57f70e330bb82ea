-- After a withdrawal the agency deletes what it was sent. Until it says so, itself or by telephone to us, the supervisors' queue holds it
-- with a limit; half of the limit over, the agency is reminded. Decision record 176.
set constraints all immediate;
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case) values ('AWAIT_DELETION', 'SUPERVISOR', false, false, false);
insert into app.settings (key, value, unit) values ('withdrawal.deleted', 7, 'DAYS') on conflict (key) do nothing;
insert into app.notice_rules (event, tells, by_party, at_once, calls, about)
  values ('deletion.half', 'BASE', '{team,author,supervisor,system}', true, true, 'LATE');
select set_config('relais.maintenance', '', true);

-- What the agency told us; its own word stays `partner_deleted_at`, and may still come.
alter table app.referrals add column deletion_told_on date;

alter policy mover_writes on app.referral_comments with check (
  author_id = (select access.actor_id()) and at = (select clock.casework_now())
  and exists (select from app.referral_events e where e.referral_id = referral_comments.referral_id
    and e.version = referral_comments.version and e.actor_id = (select access.actor_id())
    and e.verb in ('return', 'cancel', 'report-not-accessed', 'note-deleted')));

alter table app.queue_marks drop constraint queue_marks_kind_check;
alter table app.queue_marks add constraint queue_marks_kind_check check (kind in ('approve', 'review', 'silent', 'unreported', 'question',
  'contested', 'unverified', 'withdrawn', 'alert', 'close', 'transfer', 'task'));

set role relais_definer;
create or replace function app.queue_item(of_kind text, of_id uuid, out of_case uuid, out of_alert uuid, out of_transfer uuid, out due timestamptz,
    out may_wait boolean) returns setof record language plpgsql stable security definer set search_path = ''
  as $$ begin
    if of_kind = 'transfer' then
      return query select null::uuid, null::uuid, x.id, x.answer_by, true from app.case_transfers x
        where x.id = of_id and x.state = 'OFFERED' and x.id = any(array(select access.offered_transfers()));
    else
      return query select i.of_case, i.of_alert, null::uuid, i.due, i.may_wait
        from app.queue_item_of_case(case of_kind when 'withdrawn' then 'task' else of_kind end, of_id) i;
    end if;
  end $$;

create function app.agency_still_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now();
  begin
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, opened_by, opened_at)
      values ('AWAIT_DELETION', 'referral', new.id, new.case_id, new.office_id, new.sensitivity, moment + app.setting('withdrawal.deleted'),
        access.actor_id(), moment)
      on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    return null;
  end $$;
create function app.agency_holds_no_more() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = clock.casework_now(),
        outcome = case when new.partner_deleted_at is null then 'TOLD' else 'CONFIRMED' end
      where t.kind = 'AWAIT_DELETION' and t.subject_id = new.id and t.state = 'OPEN';
    return null;
  end $$;
-- Their word by telephone or on paper, written down by whoever works on the case or supervises it: of what left, is asked to be deleted and is
-- not said to be yet; on a day since it ended.
create function app.deletion_is_told() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(new.sent_at is not null and old.deletion_told_on is null and old.partner_deleted_at is null
      and new.deletion_told_on between coalesce(new.ended_at, new.sent_at)::date and app.today() and exists (select from app.referral_states s
        where s.state = new.state and s.their_tab = 'erase'), 'nothing there is to be deleted');
    return new;
  end $$;

-- Half of the limit is over: the agency is reminded, once.
create function jobs.remind_deletions(job bigint) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare one record; told integer := 0; once text; moment timestamptz := clock.casework_now();
  begin
    if not exists (select from jobs.outbox o where o.id = job and o.task = 'watch-clocks' and o.done_at is null
        and o.claimed_in = pg_catalog.pg_current_xact_id()) then
      raise exception 'no clock of a job that was claimed here' using errcode = 'insufficient_privilege';
    end if;
    for one in select t.id, t.subject_id from app.tasks t where t.kind = 'AWAIT_DELETION' and t.state = 'OPEN'
        and t.opened_at + (t.due_at - t.opened_at) * app.setting_value('notice.remind') / 100.0 <= moment order by t.id loop
      once := one.subject_id || '/deletion.half/' || one.id;
      continue when exists (select from app.notices n where n.referral_id = one.subject_id and pg_catalog.starts_with(n.key, once || '/'));
      perform app.tell(r, 'deletion.half', once, 'system', null) from app.referrals r where r.id = one.subject_id;
      told := told + 1;
    end loop;
    return told;
  end $$;
revoke execute on function app.agency_still_holds(), app.agency_holds_no_more(), app.deletion_is_told(), jobs.remind_deletions(bigint) from public;
grant execute on function app.agency_still_holds(), app.agency_holds_no_more(), app.deletion_is_told() to relais_owner;
grant execute on function jobs.remind_deletions(bigint) to relais_worker;
reset role;
create trigger y_agency_still_holds after update of state on app.referrals for each row
  when (new.state = 'CONSENT_WITHDRAWN' and old.state <> new.state and new.sent_at is not null and new.partner_deleted_at is null)
  execute function app.agency_still_holds();
create trigger y_agency_holds_no_more after update of partner_deleted_at, deletion_told_on on app.referrals for each row
  when ((old.partner_deleted_at is null and new.partner_deleted_at is not null) or (old.deletion_told_on is null and new.deletion_told_on is not null))
  execute function app.agency_holds_no_more();
create trigger deletion_is_told before update on app.referrals for each row
  when (new.last_verb = 'note-deleted' and new.version <> old.version and access.writes_itself()) execute function app.deletion_is_told();
set role relais_definer;
revoke execute on function app.agency_still_holds(), app.agency_holds_no_more(), app.deletion_is_told() from relais_owner;
reset role;

-- What was withdrawn before: its limit counts from the withdrawal, so that what is late says so.
select set_config('relais.maintenance', 'on', true);
insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, opened_at)
  select 'AWAIT_DELETION', 'referral', r.id, r.case_id, r.office_id, r.sensitivity, r.last_at + interval '7 days', r.last_at
    from app.referrals r where r.state = 'CONSENT_WITHDRAWN' and r.sent_at is not null and r.partner_deleted_at is null
  on conflict (kind, subject_id) where state = 'OPEN' do nothing;
select set_config('relais.maintenance', '', true);
set constraints all immediate;
