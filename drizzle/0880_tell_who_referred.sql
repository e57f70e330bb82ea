-- An agency that referred somebody waits to be told: that it came, then what became of it. Each is a supervisor's task with the limit
-- that our own referrals have for being acknowledged; telling it ends it. Decision record 171.
set constraints all immediate;
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case) values
  ('TELL_RECEIVED', 'SUPERVISOR', false, false, false), ('TELL_OUTCOME', 'SUPERVISOR', false, false, false);
select set_config('relais.maintenance', '', true);

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
      where t.alert_id = new.id and t.kind = 'TELL_OUTCOME' and t.state = 'OPEN';
    insert into app.tasks (kind, subject_type, subject_id, alert_id, office_id, sensitivity, due_at, reason, opened_by, opened_at)
      values (case new.state when 'NEW' then 'TELL_RECEIVED' else 'TELL_OUTCOME' end, 'alert', new.id, new.id,
        coalesce(new.case_office_id, new.office_id), 'S3', moment + app.setting('referral.' || new.urgency || '.acknowledge'), new.urgency,
        access.actor_id(), moment)
      on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    return null;
  end $$;
-- Whoever hears what became of it heard that it came.
create function app.agency_was_told() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    update app.tasks t set state = 'DONE', done_by = new.by_id, done_at = clock.casework_now(), outcome = new.says
      where t.alert_id = new.alert_id and t.state = 'OPEN' and (t.kind = 'TELL_RECEIVED' or (t.kind = 'TELL_OUTCOME' and new.says <> 'RECEIVED'));
    return null;
  end $$;
revoke execute on function app.agency_waits(), app.agency_was_told() from public;
grant execute on function app.agency_waits(), app.agency_was_told() to relais_owner;
reset role;
create trigger y_agency_waits after insert on app.alerts for each row when (new.source = 'AGENCY') execute function app.agency_waits();
create trigger y_agency_waits_again after update of state on app.alerts for each row
  when (new.source = 'AGENCY' and new.state <> 'NEW' and new.state is distinct from old.state) execute function app.agency_waits();
create trigger y_agency_was_told after insert on app.inbound_answers for each row execute function app.agency_was_told();
set role relais_definer;
revoke execute on function app.agency_waits(), app.agency_was_told() from relais_owner;
reset role;
