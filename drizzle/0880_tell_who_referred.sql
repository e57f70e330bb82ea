-- An agency that referred somebody waits to be told: that it came, then what became of it. Each is a supervisor's task with the limit
-- that our own referrals have for being acknowledged; telling it ends it. It follows the
-- case that the referral led to, so that it stands with whoever may act, and comes back to the office where none is left. Decision record 171.
set constraints all immediate;
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case) values
  ('TELL_RECEIVED', 'SUPERVISOR', false, false, false), ('TELL_OUTCOME', 'SUPERVISOR', false, false, false);
select set_config('relais.maintenance', '', true);

do $$
declare found text;
begin
  for found in select c.conname from pg_constraint c where c.conrelid = 'app.tasks'::regclass and c.contype = 'c'
      and pg_get_constraintdef(c.oid) ~ 'subject_type' and pg_get_constraintdef(c.oid) ~ '(case_id|alert_id) IS NULL' loop
    execute format('alter table app.tasks drop constraint %I', found);
  end loop;
end $$;
-- About an alert: the office's, or its case's.
alter table app.tasks add constraint tasks_point_somewhere check (case when subject_type = 'alert' then num_nonnulls(case_id, alert_id) = 1
  else case_id is not null and alert_id is null end);
grant update (case_id, alert_id, office_id, sensitivity) on app.tasks to relais_definer;

set role relais_definer;
-- Its reason is the urgency, by which the limit is read. Decided otherwise later, the agency is told again: what waited till then waits no
-- more, and the limit begins anew.
create function app.agency_waits() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now();
  begin
    if new.state <> 'NEW' and exists (select from app.inbound_answers n where n.alert_id = new.id
        and n.says = case new.state when 'NO_ACTION' then 'REFUSED' else 'OPENED' end) then
      return null;
    end if;
    update app.tasks t set state = 'DROPPED', done_at = moment, outcome = 'DECIDED_OTHERWISE'
      where t.subject_type = 'alert' and t.subject_id = new.id and t.kind = 'TELL_OUTCOME' and t.state = 'OPEN';
    insert into app.tasks (kind, subject_type, subject_id, case_id, alert_id, office_id, sensitivity, due_at, reason, opened_by, opened_at)
      values (case new.state when 'NEW' then 'TELL_RECEIVED' else 'TELL_OUTCOME' end, 'alert', new.id, new.case_id,
        case when new.case_id is null then new.id end, coalesce(new.case_office_id, new.office_id), coalesce(new.case_sensitivity, 'S3'),
        moment + app.setting('referral.' || new.urgency || '.acknowledge'), new.urgency, access.actor_id(), moment)
      on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    return null;
  end $$;
-- Whoever hears what became of it heard that it came.
create function app.agency_was_told() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    update app.tasks t set state = 'DONE', done_by = new.by_id, done_at = clock.casework_now(), outcome = new.says
      where t.subject_type = 'alert' and t.subject_id = new.alert_id and t.state = 'OPEN'
        and (t.kind = 'TELL_RECEIVED' or (t.kind = 'TELL_OUTCOME' and new.says <> 'RECEIVED'));
    return null;
  end $$;
-- Before the case of a draft goes, what is open is back at the office.
create function app.waiting_follows_the_case() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    update app.tasks t set case_id = new.case_id, alert_id = case when new.case_id is null then new.id end,
        office_id = coalesce(new.case_office_id, new.office_id), sensitivity = coalesce(new.case_sensitivity, 'S3')
      where t.subject_type = 'alert' and t.subject_id = new.id and t.state = 'OPEN';
    return null;
  end $$;
revoke execute on function app.agency_waits(), app.agency_was_told(), app.waiting_follows_the_case() from public;
grant execute on function app.agency_waits(), app.agency_was_told(), app.waiting_follows_the_case() to relais_owner;
reset role;
create trigger y_agency_waits after insert on app.alerts for each row when (new.source = 'AGENCY') execute function app.agency_waits();
create trigger y_agency_waits_again after update of state on app.alerts for each row
  when (new.source = 'AGENCY' and new.state <> 'NEW' and new.state is distinct from old.state) execute function app.agency_waits();
create trigger x_waiting_follows_the_case after update of case_id on app.alerts for each row
  when (new.source = 'AGENCY' and new.case_id is distinct from old.case_id) execute function app.waiting_follows_the_case();
create trigger y_agency_was_told after insert on app.inbound_answers for each row execute function app.agency_was_told();
set role relais_definer;
revoke execute on function app.agency_waits(), app.agency_was_told(), app.waiting_follows_the_case() from relais_owner;
reset role;
