-- A consent that a partner at work rests on is asked for again before it ends: a task of the lead, which goes by itself.
-- A new yes carries what runs from then on. A colleague's no recalls what left, in the same transaction; said of the file
-- itself it ends the work as the person's own no would.

-- The parties of a move now know the system twice more: what follows from a colleague's no, and from a new yes. It is a
-- condition on rows, so that no login can claim it.
create function app.follows_from_consent(was app.referrals, becomes app.referrals) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select becomes.last_actor_id is null and case becomes.last_verb
      when 'withdraw-consent' then becomes.reason = 'NOT_CONFIRMED' and exists (
        select from app.consent_confirmations f join app.consents c on c.id = f.consent_id
        where f.says = 'NO' and app.is_now(f.at) and c.case_id = becomes.case_id
          and (c.id = becomes.consent_id or c.purpose = 'CASE_MGMT'))
      when 'renew' then becomes.consent_id is distinct from was.consent_id and app.consent_stands(becomes.consent_id)
        and exists (select from app.act_rules a where a.act = 'renew' and a.state = was.state)
      else false end $$;

set role relais_definer;
create or replace function app.referral_moves() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    web_login boolean := pg_catalog.pg_has_role(session_user, 'relais_web', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage');
    partner_login boolean := pg_catalog.pg_has_role(session_user, 'relais_partner', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_web', 'usage');
    cached text[] := array['due_at', 'due_kind', 'partner_due_at', 'partner_due_kind', 'office_id', 'sensitivity'];
    is_act boolean := exists (select from app.referral_acts a where a.verb = new.last_verb);
    by_system boolean := false;
  begin
    if tg_op = 'INSERT' then
      insert into app.referral_events (referral_id, verb, from_state, to_state, at, actor_id, party, channel, version)
        values (new.id, 'start', '', new.state, new.last_at, new.last_actor_id, new.last_party, new.last_channel, new.version);
      return new;
    end if;
    if new.version = old.version then
      if pg_catalog.to_jsonb(new) - cached <> pg_catalog.to_jsonb(old) - cached then
        raise exception 'referral % changes without a new version', old.id using errcode = 'check_violation';
      end if;
      return new;  -- a cascade or a cached due date: no move
    end if;
    by_system := web_login and new.last_party = 'system' and app.follows_from_consent(old, new);
    if not by_system and ((partner_login and (new.last_party <> 'partner' or old.partner_state <> old.state))
      or (web_login and (new.last_party in ('partner', 'system')
        or (new.last_party = 'supervisor' and access.actor_role() is distinct from 'SUPERVISOR')
        or (new.last_party = 'author' and access.actor_id() is distinct from new.author_id)
        or (new.last_party = 'team' and new.case_id <> all (array(select access.my_case_ids())))))
      or ((partner_login or web_login) and new.last_actor_id is distinct from access.actor_id())) then
      raise exception 'referral %: % is not the party of this session', old.id, new.last_party using errcode = 'check_violation';
    end if;
    -- Only contesting withholds it from the partner, and only telling or the next move ends that.
    if new.untold is distinct from old.untold and new.last_verb not in ('contest', 'tell-partner')
      and (new.untold is not null or new.state = 'CONTESTED') then
      raise exception 'referral %: % does not decide what the partner is told', old.id, new.last_verb using errcode = 'check_violation';
    end if;
    if new.last_verb = 'rebook' and not app.consent_stands(new.consent_id) then
      raise exception 'referral %: its consent no longer stands', old.id using errcode = 'check_violation';
    end if;
    if is_act then
      if new.state <> old.state then
        raise exception 'referral %: % does not change the state', old.id, new.last_verb using errcode = 'check_violation';
      end if;
    elsif not exists (select from app.referral_transitions t where t.verb = new.last_verb and t.from_state = old.state
        and t.to_state = new.state and t.by_party = new.last_party)
      or (new.last_party = 'recorded') <> (new.last_channel <> 'APP') then
      raise exception 'referral % cannot % from % to % as %', old.id, new.last_verb, old.state, new.state, new.last_party
        using errcode = 'check_violation';
    end if;
    insert into app.referral_events (referral_id, verb, from_state, to_state, at, actor_id, party, channel, reason, version)
      values (new.id, new.last_verb, old.state, new.state, new.last_at, new.last_actor_id, new.last_party, new.last_channel,
        case when is_act then null else new.reason end, new.version);
    return new;
  end $$;
reset role;

-- That the person was asked again is said among us.
alter policy partner_reads on app.referral_events using (
  exists (select from app.referrals r where r.id = referral_id and at >= r.sent_at)
  and verb not in ('cancel', 'withdraw-consent', 'review', 'reassign', 'verify', 'close-unserved', 'tell-partner', 'renew')
  and (verb not in ('contest', 'correct') or app.contest_told(referral_id)));

-- A new yes, once nobody else's word is missing, carries what runs with that partner for that service and shares no more
-- than it covers: the partner reads on until its last day. Answers how many.
grant update (consent_id, until) on app.shares to relais_definer;
create policy definer_renews on app.shares for update to relais_definer using (ended_at is null)
  with check (ended_at is null and app.consent_stands(consent_id));
create function app.carry_over(consent uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; r uuid; carried integer := 0;
  begin
    select x.* into c from app.consents x where x.id = consent;
    if not coalesce(c.recorded_by = access.actor_id() and app.is_now(c.given_at), false)
      and not exists (select from app.consent_confirmations f where f.consent_id = c.id and f.by_id = access.actor_id()
        and app.is_now(f.at)) then
      raise exception 'not an answer of this moment' using errcode = 'insufficient_privilege';
    end if;
    if c.partner_code is null or not app.consent_stands(c.id)
      or ((c.confirm_by is not null or c.status = 'NOT_POSSIBLE') and not exists (
        select from app.consent_confirmations f where f.consent_id = c.id and f.says = 'YES')) then
      return 0;
    end if;
    for r in select x.id from app.referrals x join app.consents o on o.id = x.consent_id
        join app.act_rules a on a.act = 'renew' and a.state = x.state
        where x.case_id = c.case_id and x.partner_code = c.partner_code and (c.service is null or c.service = x.service)
          and x.sent_at is not null and x.facts <@ c.facts and o.id <> c.id and o.purpose = c.purpose
          and o.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and o.withdrawn_at is null and o.needs_review is null
        order by x.id for update of x loop
      update app.referrals x set consent_id = c.id, version = x.version + 1, last_verb = 'renew', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = clock.casework_now() where x.id = r;
      update app.shares s set consent_id = c.id, until = c.expires_on where s.referral_id = r and s.ended_at is null;
      carried := carried + 1;
    end loop;
    return carried;
  end $$;
grant execute on function app.carry_over(uuid) to relais_web;

-- The task. A setting's length before the last day, due half-way so that there is time left; past the last day it stays
-- until somebody has asked. Only where a partner is at work or may still be: a settled one only while it is read.
create function app.keep_renewals() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now(); before interval := app.setting('consent.renew'); opened integer;
  begin
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at)
      select 'RENEW_CONSENT', 'referral', r.id, r.case_id, r.office_id, r.sensitivity,
        case when app.able_colleague(k.lead_id, k.id) then k.lead_id end, greatest(moment, c.expires_on - before / 2)
      from app.referrals r join app.act_rules a on a.act = 'renew' and a.state = r.state
        join app.referral_states s on s.state = r.state
        join app.cases k on k.id = r.case_id and k.state in ('OPEN', 'ON_HOLD')
        join app.consents c on c.id = r.consent_id
      where r.sent_at is not null and c.expires_on <= (moment + before)::date
        and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.withdrawn_at is null and c.needs_review is null
        and (s.life = 'OPEN' or r.reading_since > moment - app.setting('partner.settled'))
        and not exists (select from app.tasks t where t.kind = 'RENEW_CONSENT' and t.subject_id = r.id and t.state = 'OPEN')
      on conflict do nothing;
    get diagnostics opened = row_count;
    return opened;
  end $$;
grant execute on function app.keep_renewals() to relais_worker;

-- It goes with its cause, whoever ends that: another consent, the consent's own end, the end of the referral.
create function app.renewal_is_over() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare over boolean := tg_table_name = 'consents'; renewed boolean := false;
  begin
    if not over then
      renewed := (pg_catalog.to_jsonb(new)->>'consent_id') is distinct from (pg_catalog.to_jsonb(old)->>'consent_id');
      over := exists (select from app.referral_states s where s.state = new.state and s.life = 'CLOSED');
    end if;
    if over or renewed then
      update app.tasks t set state = case when over then 'DROPPED' else 'DONE' end, done_by = access.actor_id(),
          done_at = clock.casework_now(), outcome = case when over then 'ENDED' else 'RENEWED' end
        where t.kind = 'RENEW_CONSENT' and t.state = 'OPEN' and t.case_id = new.case_id
          and case when tg_table_name = 'consents'
            then t.subject_id in (select r.id from app.referrals r where r.consent_id = new.id) else t.subject_id = new.id end;
    end if;
    return null;
  end $$;
create trigger renewal_is_over after update on app.referrals for each row
  when (old.state is distinct from new.state or old.consent_id is distinct from new.consent_id)
  execute function app.renewal_is_over();
create trigger renewal_is_over after update of status on app.consents for each row
  when (old.status is distinct from new.status and new.status not in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE'))
  execute function app.renewal_is_over();

-- What a colleague's no ends: every referral under way that rests on the answer (or on the file), and all that is shared.
create function app.recall(consent uuid, whole_file boolean) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; r uuid; moment timestamptz := clock.casework_now(); stopped integer := 0;
  begin
    select x.* into c from app.consents x where x.id = consent;
    for r in select x.id from app.referrals x join app.referral_states s on s.state = x.state and s.life = 'OPEN'
        where x.case_id = c.case_id and (whole_file or x.consent_id = c.id) order by x.id for update of x loop
      update app.referrals x set state = 'CONSENT_WITHDRAWN', version = x.version + 1, last_verb = 'withdraw-consent',
        last_party = 'system', last_channel = 'APP', last_actor_id = null, last_at = moment, reason = 'NOT_CONFIRMED',
        due_at = null, due_kind = null where x.id = r;
      delete from jobs.outbox o where o.task = 'send-referral' and o.subject_id = r and o.done_at is null;
      update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = moment, outcome = 'CONSENT_WITHDRAWN'
        where t.kind = 'TELL_PERSON' and t.subject_id = r and t.state = 'OPEN';
      stopped := stopped + 1;
    end loop;
    update app.shares s set ended_at = moment
      where s.case_id = c.case_id and (whole_file or s.consent_id = c.id) and s.ended_at is null;
    return stopped;
  end $$;

-- The file itself: as if the person had said it, but for statistics, which stay as they answered.
alter table app.case_transitions drop constraint case_transitions_by_party_check,
  add constraint case_transitions_by_party_check check (by_party in ('team', 'supervisor', 'system'));
select set_config('relais.maintenance', 'on', true);
insert into app.case_transitions (verb, from_state, to_state, by_party) values
  ('withdraw-case-consent', 'OPEN', 'PENDING_CLOSURE', 'system'),
  ('withdraw-case-consent', 'ON_HOLD', 'PENDING_CLOSURE', 'system');
select set_config('relais.maintenance', '', true);
-- Which kinds of task rest on the person's agreement and end with it.
alter table app.task_kinds add column ends_with_consent boolean not null default false;
select set_config('relais.maintenance', 'on', true);
update app.task_kinds set ends_with_consent = true where kind in ('TELL_PERSON', 'NOT_CONFIRMED', 'NEXT_STEP', 'RENEW_CONSENT',
  'CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL', 'REVIEW_CONSENT', 'SEE_LOWER_RISK');
select set_config('relais.maintenance', '', true);

set role relais_definer;
create or replace function app.case_moves() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    web boolean := pg_catalog.pg_has_role(session_user, 'relais_web', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage');
    actor uuid := access.actor_id();
  begin
    if not exists (select from app.case_transitions t where t.verb = new.last_verb and t.from_state = old.state
        and t.to_state = new.state and t.by_party = new.last_party) then
      raise exception 'case % cannot % from % to % as %', old.id, new.last_verb, old.state, new.state, new.last_party
        using errcode = 'check_violation';
    end if;
    if new.version <> old.version + 1 then
      raise exception 'case % moves without a new version', old.id using errcode = 'check_violation';
    end if;
    if web and (actor is null or new.last_actor_id is distinct from actor
        or (new.last_party = 'team' and not app.able_colleague(actor, old.id))
        or (new.last_party = 'supervisor' and not app.able_supervisor(actor, old.id, old.office_id, old.sensitivity))
        -- Of any office: whoever has just said no to what somebody else recorded.
        or (new.last_party = 'system' and not exists (select from app.consent_confirmations f
          join app.consents c on c.id = f.consent_id and c.purpose = 'CASE_MGMT'
          where f.case_id = old.id and f.says = 'NO' and f.by_id = actor and app.is_now(f.at)))) then
      raise exception 'case %: % is not the party of this session', old.id, new.last_party using errcode = 'check_violation';
    end if;
    if new.last_verb = 'withdraw-case-consent' then
      -- Said by the person: from here on nothing carries the work any more.
      if exists (select from app.consents s where s.case_id = old.id and s.purpose = 'CASE_MGMT'
          and s.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and s.withdrawn_at is null) then
        raise exception 'case %: its consent still stands', old.id using errcode = 'check_violation';
      end if;
      new.closure_reason := 'CONSENT_WITHDRAWN';
      new.closure_asked_by := new.last_actor_id;
    elsif new.last_verb = 'close' then
      if web and old.closure_asked_by = actor then
        raise exception 'case %: whoever asked to close does not close', old.id using errcode = 'check_violation';
      end if;
      new.closed_at := clock.casework_now();
    end if;
    insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, reason, version)
      values (old.id, new.last_verb, old.state, new.state, clock.casework_now(), new.last_actor_id, new.last_party,
        new.closure_reason, new.version);
    return new;
  end $$;
reset role;

grant update (state, version, last_verb, last_party, last_actor_id, closure_reason, closure_asked_by, next_due_at, next_due_kind)
  on app.cases to relais_definer;
create policy definer_stops on app.cases for update to relais_definer using (state in ('OPEN', 'ON_HOLD'))
  with check (state = 'PENDING_CLOSURE' and last_party = 'system' and closure_reason = 'CONSENT_WITHDRAWN');
drop policy definer_recalls on app.consents;
create policy definer_recalls on app.consents for update to relais_definer
  using (status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')) with check (status = 'WITHDRAWN');

-- An open case whose consent a colleague did not confirm, unless the person has said yes since. Answers whether it stopped.
create function app.stop_case_work(consent uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; moment timestamptz := clock.casework_now();
  begin
    select x.* into c from app.consents x where x.id = consent;
    if not exists (select from app.cases k where k.id = c.case_id and k.state in ('OPEN', 'ON_HOLD'))
      or exists (select from app.consents n left join app.consent_confirmations f on f.consent_id = n.id
        where n.case_id = c.case_id and n.purpose = 'CASE_MGMT' and n.id <> c.id and n.given_at > c.given_at
          and app.consent_stands(n.id) and (n.confirm_by is null or f.says = 'YES')) then
      return false;
    end if;
    update app.consents x set status = 'WITHDRAWN', withdrawn_at = moment, version = x.version + 1
      where x.case_id = c.case_id and x.purpose <> 'STATS' and x.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE');
    perform app.recall(c.id, true);
    update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = moment, outcome = 'CONSENT_WITHDRAWN'
      from app.task_kinds k where k.kind = t.kind and k.ends_with_consent and t.case_id = c.case_id and t.state = 'OPEN';
    update app.cases k set state = 'PENDING_CLOSURE', version = k.version + 1, last_verb = 'withdraw-case-consent',
        last_party = 'system', last_actor_id = access.actor_id(), closure_reason = 'CONSENT_WITHDRAWN',
        next_due_at = null, next_due_kind = null where k.id = c.case_id;
    return true;
  end $$;

set role relais_definer;
create or replace function app.confirm_consent(consent uuid, word text) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; moment timestamptz := clock.casework_now();
  begin
    -- Case before consent, as every other ending locks them.
    perform from app.cases k where k.id = (select x.case_id from app.consents x where x.id = consent) for update;
    select x.* into c from app.consents x where x.id = consent for update;
    if c.id is null or not exists (select from app.consents_to_confirm() w where w.id = consent) then
      raise exception 'nothing to confirm for this person' using errcode = 'insufficient_privilege';
    end if;
    insert into app.consent_confirmations (consent_id, case_id, office_id, sensitivity, says, by_id, by_role, at)
      values (c.id, c.case_id, c.office_id, c.sensitivity, word, access.actor_id(), access.actor_role(), moment);
    if word = 'NO' then
      update app.consents x set status = 'WITHDRAWN', withdrawn_at = moment, version = x.version + 1 where x.id = c.id;
      perform app.recall(c.id, false);
    else
      perform app.carry_over(c.id);
    end if;
    -- The supervisor's task ends with the last answer that waited on this case.
    if not exists (select from app.consents o where o.case_id = c.case_id and o.confirm_by = c.confirm_by
        and o.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        and not exists (select from app.consent_confirmations f where f.consent_id = o.id)) then
      update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = moment, outcome = word
        where t.subject_id = c.case_id and t.state = 'OPEN'
          and t.kind = case when c.confirm_by = 'SUPERVISOR' then 'CONFIRM_BEST_INTERESTS' else 'CONFIRM_VITAL' end;
    end if;
    if word = 'NO' and exists (select from app.referrals r where r.consent_id = c.id and r.sent_at is not null) then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
        values ('REVIEW_CONSENT', 'case', c.case_id, c.case_id, c.office_id, c.sensitivity, moment + interval '24 hours', 'NOT_CONFIRMED',
          access.actor_id())
        on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
    end if;
    if word = 'NO' and c.purpose = 'CASE_MGMT' then perform app.stop_case_work(c.id); end if;
    return word;
  end $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.follows_from_consent(app.referrals, app.referrals) owner to relais_definer;
alter function app.carry_over(uuid) owner to relais_definer;
alter function app.keep_renewals() owner to relais_definer;
alter function app.renewal_is_over() owner to relais_definer;
alter function app.recall(uuid, boolean) owner to relais_definer;
alter function app.stop_case_work(uuid) owner to relais_definer;
