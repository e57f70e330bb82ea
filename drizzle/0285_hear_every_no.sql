-- A person takes back their yes to a file whose risk nobody has rated yet: what was said first is heard first. A risk is rated
-- once the case is registered.
alter table app.cases drop constraint risk_is_rated;
alter table app.cases add constraint risk_is_rated
  check (state in ('DRAFT', 'DUPLICATE') or risk is not null or registered_at is null);

-- Whoever takes themselves off a case does so in an act that the log names; from its end on they reach it no more.
set role relais_definer;
create or replace function audit.in_reach(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.cases c where c.id = of_case and (
      c.id in (select access.my_case_ids())
      or (c.sensitivity = 'S3' and c.office_id in (select access.supervised_offices()))
      or c.id in (select access.orphaned_case_ids())
      or (access.actor_role() = 'DPO')
      or exists (select from app.case_members m where m.case_id = c.id and m.user_id = access.actor_id()
        and m.until = clock.casework_now())
      or exists (select from app.consent_confirmations f where f.case_id = c.id and f.by_id = access.actor_id() and app.is_now(f.at))
      or exists (select from app.consents w join app.consents_to_confirm() t on t.id = w.id where w.case_id = c.id)
      or exists (select from app.alerts a where a.case_id = c.id and a.raised_by = access.actor_id())
      or exists (select from app.case_transfers x where x.case_id = c.id
        and (x.id in (select access.offered_transfers()) or x.id in (select access.answered_transfers())))
      or (access.login() = 'partner' and exists (select from app.referrals r where r.case_id = c.id and r.sent_at is not null
        and r.partner_code = access.my_partner())))) $$;

-- A no to being called stands on the case, whatever became of it.
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
      perform app.must_hold('lead' = any(access.parties(old.id, old.office_id, old.sensitivity)), 'opening is the lead''s');
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
