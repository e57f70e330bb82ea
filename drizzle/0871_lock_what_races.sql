-- What an attacker left open: a claim that somebody of another office cannot see, a limit of one's own, two who drop at once. Decision
-- record 177.
set constraints all immediate;

set role relais_definer;
-- A task that a deed elsewhere ends: a claim holds back whoever has that row in their own queue, and nobody who cannot see it there.
create function app.task_claims_hold() returns trigger
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    if access.actor_role() = 'SUPERVISOR' and (case when new.case_id is null then new.office_id = any(array(select access.supervised_offices()))
        else app.able_supervisor(access.actor_id(), new.case_id, new.office_id, new.sensitivity) end)
      and app.claimed_by_other(new.id) is not null then
      raise exception 'somebody else is at this row' using errcode = 'RL403';
    end if;
    return new;
  end $$;

-- How long somebody who was seen waits for a decision, by urgency; the engine's own table says the same (a test compares them).
create function app.triage_within(how_urgent text) returns interval
  language sql immutable set search_path = ''
  as $$ select case how_urgent when 'EMERGENCY' then interval '4 hours' when 'URGENT' then interval '24 hours' when 'NORMAL' then interval '72 hours' end $$;
create function app.alert_is_due() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(access.login() = '' or new.due_at between new.raised_at + app.triage_within(new.urgency) - interval '1 second'
      and new.raised_at + app.triage_within(new.urgency) + interval '1 second', 'not the limit of this urgency');
    return new;
  end $$;

-- Refused long enough ago: each row by one hand, as it stands once it is held.
create or replace function app.drop_refused_inbound() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare gone uuid[];
  begin
    select array_agg(x.id) into gone from (select a.id from app.alerts a where a.source = 'AGENCY' and a.state = 'NO_ACTION'
      and greatest(coalesce(a.triaged_at, a.raised_at), (select max(t.opened_at) from app.tasks t where t.alert_id = a.id and t.kind = 'TELL_OUTCOME'))
        <= clock.casework_now() - app.setting('inbound.kept')
      and not exists (select from app.cases c where c.alert_id = a.id) order by a.id limit 200 for update of a skip locked) x;
    delete from vault.keys k where k.scope = 'ALERT' and k.alert_id = any(gone);
    delete from app.tasks t where t.alert_id = any(gone);
    delete from app.drafts d where d.about = any(gone::text[]);
    delete from app.alerts a where a.id = any(gone);
    return coalesce(pg_catalog.cardinality(gone), 0);
  end $$;
revoke execute on function app.task_claims_hold(), app.triage_within(text), app.alert_is_due() from public;
grant execute on function app.task_claims_hold(), app.alert_is_due() to relais_owner;
reset role;
-- To hold a row is not to change it.
create policy definer_holds_refused on app.alerts for update to relais_definer using (source = 'AGENCY' and state = 'NO_ACTION') with check (false);
drop trigger claims_hold on app.tasks;
create trigger claims_hold before update of state on app.tasks for each row
  when (old.state = 'OPEN' and new.state = 'DONE' and old.kind not in ('HARM', 'SEE_DANGER', 'CONFIRM_VITAL')) execute function app.task_claims_hold();
create trigger alert_is_due before insert on app.alerts for each row execute function app.alert_is_due();
set role relais_definer;
revoke execute on function app.task_claims_hold(), app.alert_is_due() from relais_owner;
reset role;
