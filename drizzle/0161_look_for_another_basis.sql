-- "I do not confirm": the page says beforehand all that it ends, the search for another basis is opened only while one is
-- missing and ends when it is found or no longer wanted, and whose word was first is said to whoever came second that day.

-- What a no to this answer would end, for whoever may say it: what stops, and what is over and still read. No code, no name.
drop function app.rests_on(uuid);
create function app.rests_on(consent uuid) returns table (partner text, service text, state text, stops boolean)
  language sql stable security definer set search_path = ''
  as $$ select r.partner_code, r.service, r.state, s.life = 'OPEN'
    from app.referrals r join app.referral_states s on s.state = r.state
    where r.consent_id = consent and exists (select from app.consents_to_confirm() w where w.id = consent)
      and (s.life = 'OPEN' or (r.partner_deleted_at is null
        and exists (select from app.shares h where h.referral_id = r.id and h.ended_at is null)
        and case s.reading
          when 'SETTLED' then r.reading_since > clock.casework_now() - app.setting('partner.settled') - app.setting('partner.after')
          when 'AFTER' then r.reading_since > clock.casework_now() - app.setting('partner.after')
          else false end))
    order by s.life <> 'OPEN', r.id $$;
grant execute on function app.rests_on(uuid) to relais_web;

-- Whether an answer that somebody did not confirm still waits for a newer one about the same: purpose, agency and service.
-- What the person themselves took back needs no basis any more.
create function app.basis_missing(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.consents o join app.consent_confirmations f on f.consent_id = o.id and f.says = 'NO'
    where o.case_id = of_case and o.status <> 'WITHDRAWN' and o.withdrawn_at is null
      and not exists (select from app.consents n where n.case_id = o.case_id and n.id <> o.id and app.said_at(n) >= app.said_at(o)
        and app.same_kind(n.purpose, o.purpose) and (n.partner_code is null or n.partner_code is not distinct from o.partner_code)
        and (not app.carries_service(o.purpose)
          or app.service_covers(app.consent_reach(n.purpose, n.service), app.consent_reach(o.purpose, o.service))))) $$;

set role relais_definer;
create or replace function app.basis_is_found() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if not app.basis_missing(new.case_id) then
      update app.tasks t set state = 'DONE', done_by = new.recorded_by, done_at = clock.casework_now(), outcome = 'ASKED_AGAIN'
        where t.kind = 'FIND_BASIS' and t.subject_id = new.case_id and t.state = 'OPEN';
    end if;
    return null;
  end $$;

create or replace function app.confirm_consent(consent uuid, word text, why text default null) returns text
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
    insert into app.consent_confirmations (consent_id, case_id, office_id, sensitivity, says, by_id, by_role, at, reason)
      values (c.id, c.case_id, c.office_id, c.sensitivity, word, access.actor_id(), access.actor_role(), moment,
        case when word = 'NO' then why end);
    if word = 'NO' then
      perform app.recall(c.id, false);
      update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = moment, outcome = 'ENDED'
        where t.kind = 'RENEW_CONSENT' and t.state = 'OPEN'
          and t.subject_id in (select r.id from app.referrals r where r.consent_id = c.id);
      if app.basis_missing(c.case_id) then
        insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
          values ('FIND_BASIS', 'case', c.case_id, c.case_id, c.office_id, c.sensitivity,
            -- Whoever leads it and can act; else nobody, so that the whole team sees it.
            (select m.user_id from app.case_members m where m.case_id = c.case_id and m.capacity = 'LEAD' and m.until is null
              and app.able_colleague(m.user_id, c.case_id) limit 1),
            moment + interval '24 hours', c.purpose, access.actor_id())
          on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
      end if;
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
    return word;
  end $$;

-- A lost race is of the same day, within which the word had to be said; later it is nobody's business who said it.
create or replace function app.confirmed_meanwhile(consent uuid) returns table (says text, by_name text, at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select f.says, u.name, f.at
    from app.consent_confirmations f join app.consents c on c.id = f.consent_id join access.users u on u.id = f.by_id
    where f.consent_id = consent and c.recorded_by <> access.actor_id() and f.at > clock.casework_now() - interval '24 hours'
      and case when c.confirm_by = 'SUPERVISOR' then access.actor_role() = 'SUPERVISOR'
          and (c.case_id = any(array(select access.my_case_ids()))
            or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices()))))
        else access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') end $$;
reset role;

-- Taken back by the person, it needs no basis any more: the search is dropped, found by nobody.
create function app.basis_is_wanted_no_more() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if not app.basis_missing(new.case_id) then
      update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = clock.casework_now(), outcome = 'ENDED'
        where t.kind = 'FIND_BASIS' and t.subject_id = new.case_id and t.state = 'OPEN';
    end if;
    return null;
  end $$;
create trigger basis_is_wanted_no_more after update of status, withdrawn_at on app.consents for each row
  when (old.status is distinct from new.status or old.withdrawn_at is distinct from new.withdrawn_at)
  execute function app.basis_is_wanted_no_more();

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.rests_on(uuid) owner to relais_definer;
alter function app.basis_missing(uuid) owner to relais_definer;
alter function app.basis_is_wanted_no_more() owner to relais_definer;

-- What stands open now and is wanted no more.
set role relais_definer;
update app.tasks t set state = 'DROPPED', done_at = clock.casework_now(), outcome = 'ENDED'
  where t.kind = 'FIND_BASIS' and t.state = 'OPEN' and not app.basis_missing(t.subject_id);
reset role;
