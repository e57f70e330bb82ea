-- The second wall holds what stands beside a case as strictly as the case itself: whose moment, whose key, whether the case
-- is still worked on. And a task about an alert follows the alert, also once it belongs to a restricted case.

alter policy reach_reads on app.tasks using (
  case_id = any(array(select access.my_case_ids()))
  or (alert_id is null and sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))
  or (alert_id is not null and exists (select from app.alerts a where a.id = alert_id))
  or (case_id = any(array(select access.orphaned_case_ids()))
    and kind = any(array(select k.kind from app.task_kinds k where k.side = 'SUPERVISOR'))));

create function app.danger_flags_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    if tg_op = 'INSERT' then
      perform app.must_hold(new.review_on between app.today() and app.today() + 60, 'nobody looks again on that day');
    else
      perform app.must_hold(app.is_now(new.lowered_at), 'lowered now');
    end if;
    return new;
  end $$;

create function app.harm_reports_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(new.key_id is null or app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    else
      perform app.must_hold(new.version = old.version + 1, 'the next version');
      -- A supervisor of the office, or the one named where the case is restricted, as everywhere else.
      perform app.must_hold(app.able_supervisor(access.actor_id(), new.case_id, new.office_id, new.sensitivity),
        'no supervisor of this case');
    end if;
    return new;
  end $$;

grant select (report_id) on vault.keys to relais_definer;
create function app.psea_reports_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(exists (select from vault.keys k where k.id = new.key_id and k.scope = 'PSEA' and k.report_id = new.id),
        'sealed with another key');
    else
      perform app.must_hold(new.taken_at is not distinct from old.taken_at or app.is_now(new.taken_at), 'taken now');
      perform app.must_hold(new.closed_at is not distinct from old.closed_at or app.is_now(new.closed_at), 'closed now');
    end if;
    return new;
  end $$;

create function app.case_proposals_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(app.is_now(new.rated_at), 'rated now');
    return new;
  end $$;

create function app.call_clearances_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    return new;
  end $$;

do $$
declare t text;
begin
  foreach t in array array['danger_flags', 'harm_reports', 'psea_reports', 'case_proposals', 'call_clearances'] loop
    execute format('create trigger b_holds before insert or update on app.%I for each row
      when (current_user ~ ''^relais_(web|partner)_'') execute function app.%I()', t, t || '_hold');
    execute format('alter function app.%I() owner to relais_definer', t || '_hold');
  end loop;
end $$;
