-- A colleague's no is the colleague's alone (decision 60): it stops what rests on that very answer. What it could once do to
-- a whole file in the person's name goes, with every right that was given for it.

set role relais_definer;
create or replace function app.follows_from_consent(was app.referrals, becomes app.referrals) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select becomes.last_actor_id is null and case becomes.last_verb
      when 'withdraw-consent' then becomes.reason = 'NOT_CONFIRMED' and exists (
        select from app.consent_confirmations f
        where f.consent_id = becomes.consent_id and f.says = 'NO' and app.is_now(f.at) and f.case_id = becomes.case_id)
      when 'renew' then becomes.consent_id is distinct from was.consent_id and app.consent_stands(becomes.consent_id)
        and exists (select from app.act_rules a where a.act = 'renew' and a.state = was.state)
      else false end $$;

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
        or (new.last_party = 'supervisor' and not app.able_supervisor(actor, old.id, old.office_id, old.sensitivity))) then
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

-- What a colleague's no ends: every referral under way that rests on the answer, and all that is shared on it.
create function app.recall(consent uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; r uuid; moment timestamptz := clock.casework_now(); stopped integer := 0;
  begin
    select x.* into c from app.consents x where x.id = consent;
    for r in select x.id from app.referrals x join app.referral_states s on s.state = x.state and s.life = 'OPEN'
        where x.case_id = c.case_id and x.consent_id = c.id order by x.id for update of x loop
      update app.referrals x set state = 'CONSENT_WITHDRAWN', version = x.version + 1, last_verb = 'withdraw-consent',
        last_party = 'system', last_channel = 'APP', last_actor_id = null, last_at = moment, reason = 'NOT_CONFIRMED',
        due_at = null, due_kind = null where x.id = r;
      delete from jobs.outbox o where o.task = 'send-referral' and o.subject_id = r and o.done_at is null;
      update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = moment, outcome = 'CONSENT_WITHDRAWN'
        where t.kind = 'TELL_PERSON' and t.subject_id = r and t.state = 'OPEN';
      stopped := stopped + 1;
    end loop;
    update app.shares s set ended_at = moment where s.case_id = c.case_id and s.consent_id = c.id and s.ended_at is null;
    return stopped;
  end $$;
revoke execute on function app.recall(uuid) from public;

do $$ begin
  execute replace(pg_catalog.pg_get_functiondef('app.confirm_consent(uuid, text, text)'::regprocedure),
    'app.recall(c.id, false)', 'app.recall(c.id)');
end $$;
drop function app.recall(uuid, boolean);
reset role;

-- The definer no longer moves a case and no longer ends an answer.
drop policy definer_stops on app.cases;
drop policy definer_recalls on app.consents;
revoke update (state, last_verb, last_party, last_actor_id, closure_reason, closure_asked_by) on app.cases from relais_definer;
revoke update (status, withdrawn_at, version) on app.consents from relais_definer;

select set_config('relais.maintenance', 'on', true);
delete from app.case_transitions where by_party = 'system';
select set_config('relais.maintenance', '', true);
alter table app.case_transitions drop constraint case_transitions_by_party_check,
  add constraint case_transitions_by_party_check check (by_party in ('team', 'supervisor'));
