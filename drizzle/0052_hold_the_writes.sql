-- What must hold beside the columns: the state of the case, cover, who may join, whose key, which day. One function a
-- table, for the logins of the field alone. And no policy checks nothing.

create function app.case_in(of_case uuid, variadic states text[]) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.cases c where c.id = of_case and c.state = any(states)) $$;
create function app.worked_on(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select app.case_in(of_case, 'DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE') $$;
create function app.is_case_key(key uuid, of_case uuid, of_compartment text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from vault.keys k where k.id = key and k.scope = 'CASE' and k.case_id = of_case
          and k.compartment = of_compartment) $$;
-- Active, of one of these roles, and in that office (any office if none is named).
create function access.works(who uuid, of_office text, variadic roles text[]) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from access.users u where u.id = who and u.active and u.role = any(roles)
          and (of_office is null or exists (select from access.user_offices o where o.user_id = u.id and o.office_id = of_office))) $$;
create function app.moved_by_me(of_referral uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.referrals r where r.id = of_referral and r.last_actor_id = access.actor_id() and app.is_now(r.last_at)) $$;

create function app.must_hold(holds boolean, what text) returns void
  language plpgsql stable set search_path = ''
  as $$ begin
    if holds is not true then raise exception '%', what using errcode = 'check_violation'; end if;
  end $$;

create function app.cases_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(access.works(new.lead_id, new.office_id, 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'), 'the lead is no caseworker of the office');
      perform app.must_hold(exists (select from app.flow_points f where f.code = new.flow_point and f.office_id = new.office_id)
        or (new.flow_point is null and exists (select from app.cercle_offices o where o.cercle = new.cercle and o.office_id = new.office_id)),
        'the office is not the place''s');
      perform app.must_hold(new.alert_id is null or exists (select from app.alerts a where a.id = new.alert_id and a.state = 'NEW'
        and a.office_id = new.office_id), 'the alert is not waiting for a case');
      return new;
    end if;
    perform app.must_hold(old.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'the case is no longer worked on');
    if new.state <> old.state and new.state = 'OPEN' then
      perform app.must_hold(old.state = 'DRAFT' and app.is_now(new.registered_at) and new.risk is not null
        and (select c.status in ('GIVEN', 'ASSENT') or (c.status = 'NOT_POSSIBLE' and c.legal_basis = 'VITAL' and c.second_person_id is not null)
          from app.consents c where c.case_id = new.id and c.purpose = 'CASE_MGMT'
          order by c.given_at desc, c.withdrawn_at nulls first limit 1), 'the registration is not complete');
    else
      perform app.must_hold(new.registered_at is not distinct from old.registered_at, 'registered once');
    end if;
    if new.last_contact_on is distinct from old.last_contact_on then
      perform app.must_hold(new.last_contact_on between greatest(old.last_contact_on, new.opened_at::date - 31) and app.today(),
        'no contact on that day');
    end if;
    return new;
  end $$;

create function app.case_members_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ declare c app.cases; begin
    select x.* into c from app.cases x where x.id = new.case_id;
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(case new.capacity
      when 'LEAD' then tg_op = 'INSERT' and c.lead_id = new.user_id and not exists (select from app.case_members m where m.case_id = c.id)
      when 'MEMBER' then new.user_id <> access.actor_id() and access.works(new.user_id, c.office_id, 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')
      when 'NAMED_SUPERVISOR' then access.works(new.user_id, c.office_id, 'SUPERVISOR') end, 'they cannot join this case so');
    return new;
  end $$;

create function app.people_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(coalesce(new.case_id, old.case_id)), 'the case is no longer worked on');
    if tg_op = 'INSERT' then
      perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    end if;
    return coalesce(new, old);
  end $$;

create function app.consents_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'UPDATE' then
      perform app.must_hold(old.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE'), 'what ended or was refused stays as it is');
      return new;
    end if;
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    perform app.must_hold(new.status in ('GIVEN', 'ASSENT', 'REFUSED', 'NOT_POSSIBLE'), 'no answer begins as ended');
    perform app.must_hold(new.second_person_id is null or access.works(new.second_person_id, null, 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR'),
      'the second person is no colleague of the casework teams');
    perform app.must_hold(new.expires_on is null or new.expires_on between app.today() and app.today() + 731, 'no believable last day');
    return new;
  end $$;

create function app.assistance_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(new.given_on between (select c.opened_at::date - 31 from app.cases c where c.id = new.case_id) and app.today(), 'no help on that day');
    return new;
  end $$;

create function app.notes_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(app.is_case_key(new.key_id, new.case_id, new.compartment), 'sealed with another key');
    return new;
  end $$;

create function app.alerts_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ declare c app.cases; begin
    if tg_op = 'INSERT' then
      perform app.must_hold(new.seen_on between app.today() - 31 and app.today(), 'nobody was seen on that day');
      perform app.must_hold(exists (select from vault.keys k where k.id = new.key_id and k.alert_id = new.id), 'sealed with another key');
      perform app.must_hold(new.due_at is null or new.due_at >= new.raised_at - interval '1 second', 'due before it was raised');
      return new;
    end if;
    if new.case_id is not null then
      select x.* into c from app.cases x where x.id = new.case_id;
      perform app.must_hold('supervisor' = any(access.parties(c.id, c.office_id, c.sensitivity)), 'the case is not theirs');
      perform app.must_hold(case new.state when 'CASE_OPENED' then c.alert_id = new.id else app.worked_on(c.id) end, 'not this case');
    end if;
    return new;
  end $$;

create function app.referrals_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(app.case_in(new.case_id, 'OPEN'), 'the case is not open');
      perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
      perform app.must_hold(new.previous_id is null or exists (select from app.referrals r where r.id = new.previous_id
        and r.case_id = new.case_id), 'the one before is another person''s');
      return new;
    end if;
    if new.last_verb in ('edit', 'submit', 'send-emergency') then
      perform app.must_hold(app.case_in(new.case_id, 'OPEN'), 'the case is not open');
      perform app.must_hold(new.entry_id is null or exists (select from app.directory_entries d where d.id = new.entry_id
        and d.partner_code = new.partner_code and d.service = new.service and d.office_id = new.office_id), 'no such offer');
    end if;
    if new.last_verb in ('submit', 'send-emergency') then
      perform app.must_hold(new.entry_id is not null and app.sending_problem(new) is null, 'nothing covers it');
      perform app.must_hold(new.payload_hash is not null and (select pg_catalog.count(*) = 2 from app.shares s where s.referral_id = new.id
        and s.ended_at is null and s.consent_id = new.consent_id and s.partner_code = new.partner_code), 'nothing is sealed');
    end if;
    if exists (select from app.act_rules a where a.act = new.last_verb) then
      perform app.must_hold(exists (select from app.act_rules a where a.act = new.last_verb and a.state = old.state
        and a.party = new.last_party), 'that makes no sense here');
    end if;
    perform app.must_hold(case new.last_verb
      when 'send-emergency' then new.priority = 'EMERGENCY'
      when 'undo' then old.approved_by = access.actor_id()
      when 'accept' then new.expected_on is null or new.expected_on between new.sent_at::date and app.today() + 366
      when 'complete' then new.outcome in ('RECEIVED', 'PARTLY') and new.outcome_on between new.sent_at::date and app.today()
      when 'rebook' then new.expected_on between app.today() and app.today() + 366
      when 'verify' then exists (select from app.verifications v where v.referral_id = new.id and v.received in ('YES', 'PARTLY'))
      when 'contest' then exists (select from app.verifications v where v.referral_id = new.id and v.received = 'NO')
      when 'close-unserved' then new.unserved_follow is not null
      when 'tell-partner' then old.untold is not null
      when 'review' then new.emergency_path and new.review_verdict is not null and new.author_id <> access.actor_id()
      when 'reassign' then new.supervisor_id <> new.author_id and case new.sensitivity
        when 'S4' then access.works(new.supervisor_id, null, 'SUPERVISOR') and exists (select from app.case_members m
          where m.case_id = new.case_id and m.user_id = new.supervisor_id and m.capacity = 'NAMED_SUPERVISOR' and m.until is null)
        else access.works(new.supervisor_id, new.office_id, 'SUPERVISOR') end
      when 'confirm-deleted' then exists (select from app.referral_states t where t.state = new.state and t.partner_view = 'STUB')
        or new.reading_since < clock.casework_now() - app.setting('partner.settled')
        or not exists (select from app.shares s where s.referral_id = new.id and s.stage = 1 and s.ended_at is null and app.consent_stands(s.consent_id))
      else true end, 'what ' || new.last_verb || ' needs does not hold');
    return new;
  end $$;

create function app.shares_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ declare r app.referrals; begin
    select x.* into r from app.referrals x where x.id = new.referral_id;
    if tg_op = 'UPDATE' then
      perform app.must_hold(r.state in ('DRAFT', 'RETURNED') or app.moved_by_me(r.id) or not app.consent_stands(new.consent_id),
        'nothing ended this sharing');
      return new;
    end if;
    perform app.must_hold(r.case_id = new.case_id and r.office_id = new.office_id and r.partner_code = new.partner_code
      and r.state in ('DRAFT', 'RETURNED'), 'not what this referral shares');
    perform app.must_hold(app.consent_stands(new.consent_id) and exists (select from app.consents c where c.id = new.consent_id
      and c.case_id = new.case_id and c.partner_code = new.partner_code), 'nothing covers it');
    perform app.must_hold(exists (select from vault.keys k where k.id = new.key_id and k.share_id = new.id), 'sealed with another key');
    return new;
  end $$;

create function app.referral_messages_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.moved_by_me(new.referral_id) or (access.login() = 'web' and exists (select from app.referrals r
      where r.id = new.referral_id and r.state in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'NOT_ACCESSED', 'CONTESTED'))),
      'no word is due');
    perform app.must_hold(exists (select from vault.keys k join app.shares s on s.id = k.share_id where k.id = new.key_id
      and s.referral_id = new.referral_id and s.stage = 1), 'sealed with another key');
    return new;
  end $$;

create function app.verifications_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ declare r app.referrals; begin
    select x.* into r from app.referrals x where x.id = new.referral_id;
    perform app.must_hold(r.state in ('COMPLETED', 'CONTESTED', 'NOT_ACCESSED') or app.moved_by_me(r.id), 'there is nothing to ask about yet');
    perform app.must_hold(new.asked_on between r.sent_at::date and app.today(), 'nobody asked on that day');
    perform app.must_hold(app.is_case_key(new.key_id, r.case_id, 'TEAM'), 'sealed with another key');
    return new;
  end $$;

do $$
declare t text; f text;
begin
  foreach t in array array['cases', 'case_members', 'people', 'consents', 'assistance', 'notes', 'alerts', 'referrals',
    'shares', 'referral_messages', 'verifications'] loop
    execute format('create trigger b_holds before insert or update %s on app.%I for each row
      when (current_user ~ ''^relais_(web|partner)_'') execute function app.%I()',
      case t when 'people' then 'or delete' else '' end, t, t || '_hold');
    execute format('alter function app.%I() owner to relais_definer', t || '_hold');
  end loop;
  foreach f in array array['app.case_in(uuid, text[])', 'app.worked_on(uuid)', 'app.is_case_key(uuid, uuid, text)',
    'access.works(uuid, text, text[])', 'app.moved_by_me(uuid)', 'app.must_hold(boolean, text)'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;

-- The policies that checked nothing. A supervisor's right to change a case is the right to hold its row while deciding on
-- what hangs on it: no column of it is theirs.
alter policy team_changes on app.cases with check (
  id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
revoke update (lead_id) on app.cases from relais_web;
alter policy lead_or_supervisor_ends on app.case_members with check (
  exists (select from app.cases c where c.id = case_id and c.lead_id = (select access.actor_id())));
alter policy caseworker_changes on app.consents
  with check ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())));
alter policy supervisor_triages on app.alerts with check (
  office_id = any(array(select access.supervised_offices())) and triaged_by = (select access.actor_id()));
alter policy team_changes on app.referrals with check (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
alter policy team_ends on app.shares with check (ended_at is not null and (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))));
alter policy definer_sends on app.referrals with check (last_party = 'system' and last_actor_id is null);
alter policy definer_appends on app.referral_events with check (
  exists (select from app.referrals r where r.id = referral_id and r.version = referral_events.version));
alter policy definer_appends on audit.events with check (length(mac) = 32 and at >= now());
alter policy definer_keeps on access.sessions with check (expires_at <= created_at + interval '12 hours');
alter policy auth_keeps on access.sessions with check (
  expires_at <= created_at + interval '12 hours' and last_seen_at <= clock_timestamp());
alter policy auth_counts on access.sign_in_attempts with check (at <= clock_timestamp());
alter policy definer_keeps on jobs.outbox with check (run_at >= created_at or attempts > 0);
alter policy worker_takes on jobs.outbox with check (attempts >= 0);

-- An enumerator makes a key for a new alert only, and one.
create unique index one_key_an_alert on vault.keys (alert_id) where scope = 'ALERT';

-- A partner answers in its own name, for its own base; that it happens now is the list's to check.
alter policy partner_answers on app.referrals with check (
  partner_code = (select access.my_partner()) and office_id = any(array(select access.base_offices())) and sent_at is not null
  and last_party = 'partner' and last_actor_id = (select access.actor_id()));
