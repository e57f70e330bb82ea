-- Ruling: a draft whose risk is rated and to which the person said yes is opened by its lead, or by a supervisor who decides on it,
-- so that nobody waits because one colleague is away.
select set_config('relais.maintenance', 'on', true);
insert into app.case_transitions (verb, from_state, to_state, by_party) values ('open', 'DRAFT', 'OPEN', 'supervisor');
select set_config('relais.maintenance', '', true);

set role relais_definer;
create or replace function app.cases_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(access.works(new.lead_id, new.office_id, 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'), 'the lead is no caseworker of the office');
      perform app.must_hold(exists (select from app.flow_points f where f.code = new.flow_point and f.office_id = new.office_id)
        or (new.flow_point is null and exists (select from app.cercle_offices o where o.cercle = new.cercle and o.office_id = new.office_id)),
        'the office is not the place''s');
      perform app.must_hold(new.alert_id is null or exists (select from app.alerts a where a.id = new.alert_id and a.state = 'NEW'
        and a.office_id = new.office_id), 'the alert is not waiting for a case');
      perform app.must_hold(new.asked_at is null or (new.alert_id is not null and new.asked_at <= new.opened_at), 'nobody asked then');
      return new;
    end if;
    perform app.must_hold(old.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
      or (old.state = 'CLOSED' and new.state = 'OPEN')
      -- Whoever takes back that they may be called is heard also after the end, and nothing else is written then.
      or (new.do_not_contact and pg_catalog.to_jsonb(new) - 'do_not_contact' - 'version' = pg_catalog.to_jsonb(old) - 'do_not_contact' - 'version'),
      'the case is no longer worked on');
    if old.state = 'DRAFT' and new.state = 'OPEN' then
      perform app.must_hold(access.parties(old.id, old.office_id, old.sensitivity) && array['lead', 'supervisor'],
        'opening is the lead''s, or a supervisor''s');
      perform app.must_hold(app.is_now(new.registered_at) and new.risk is not null
        and (select c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.withdrawn_at is null and c.needs_review is null
            and (c.expires_on is null or c.expires_on >= app.today())
          from app.consents c where c.case_id = new.id and c.purpose = 'CASE_MGMT'
          order by c.given_at desc, c.withdrawn_at nulls first limit 1), 'the registration is not complete');
    else
      perform app.must_hold(new.registered_at is not distinct from old.registered_at, 'registered once');
    end if;
    if new.last_contact_on is distinct from old.last_contact_on then
      perform app.must_hold(new.last_contact_on between greatest(old.last_contact_on, new.opened_at::date - 31) and app.today(),
        'no contact on that day');
    end if;
    perform app.must_hold(new.erase_on is not distinct from old.erase_on or (new.state in ('CLOSED', 'TRANSFERRED') and old.state <> new.state), 'erased after closing');
    -- The person says no while a closing waits: then that is why it ends.
    perform app.must_hold(new.closure_reason is not distinct from old.closure_reason or new.state <> old.state
      or (new.state = 'PENDING_CLOSURE' and not app.agreed_to_file(new.id)), 'not why it ends');
    -- What is promised to the person does not fall due while the case waits.
    perform app.must_hold(new.state <> 'ON_HOLD' or new.next_due_at is null, 'the clocks rest');
    return new;
  end $$;
reset role;
