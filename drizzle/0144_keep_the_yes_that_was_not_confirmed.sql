-- "I do not confirm" is the word of whoever says it, never the person's: her answer stays as she gave it. What rests on that
-- answer leaves no more; the case goes on, and its team looks for another basis.
set role relais_definer;
create or replace function app.consent_stands(consent uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.consents c where c.id = consent and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
          and c.withdrawn_at is null and c.needs_review is null
          and (c.expires_on is null or c.expires_on >= (clock.casework_now())::date)
          and (c.confirm_by is null or not exists (select from app.consent_confirmations f where f.consent_id = c.id and f.says = 'NO'))) $$;
reset role;

-- Why it is not confirmed, in a code; what was said before this was asked has none.
alter table app.consent_confirmations add column reason text
  check (reason in ('SOMEBODY_TO_ASK', 'NOT_IN_INTEREST', 'TOO_LITTLE_KNOWN', 'PERSON_CAN_ANSWER', 'NOT_URGENT')),
  add constraint only_a_no_has_a_reason check (reason is null or says = 'NO');

select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent) values ('FIND_BASIS', 'TEAM', false, true);
insert into app.task_rules (kind, deed, subject_type, party, cause, verbs, codes, within_hours) values
  ('FIND_BASIS', 'DROPPED', 'case', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null),
  ('FIND_BASIS', 'DROPPED', 'referral', 'team', 'CONSENT_ENDED', '{}', '{CONSENT_WITHDRAWN}', null);
select set_config('relais.maintenance', '', true);

drop function app.stop_case_work(uuid);

-- What a no to this answer would stop, for whoever may say it: agency, service and state, no code and no name.
create function app.rests_on(consent uuid) returns table (partner text, service text, state text)
  language sql stable security definer set search_path = ''
  as $$ select r.partner_code, r.service, r.state
    from app.referrals r join app.referral_states s on s.state = r.state and s.life = 'OPEN'
    where r.consent_id = consent and exists (select from app.consents_to_confirm() w where w.id = consent) order by r.id $$;
grant execute on function app.rests_on(uuid) to relais_web;

drop function app.confirm_consent(uuid, text);
create function app.confirm_consent(consent uuid, word text, why text default null) returns text
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
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
        values ('FIND_BASIS', 'case', c.case_id, c.case_id, c.office_id, c.sensitivity,
          (select m.user_id from app.case_members m where m.case_id = c.case_id and m.capacity = 'LEAD' and m.until is null limit 1),
          moment + interval '24 hours', c.purpose, access.actor_id())
        on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
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
grant execute on function app.confirm_consent(uuid, text, text) to relais_web;

-- The person, somebody for them or nobody again: a new answer about the same is the other basis that was looked for.
create function app.basis_is_found() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if not exists (select from app.consents o join app.consent_confirmations f on f.consent_id = o.id and f.says = 'NO'
        where o.case_id = new.case_id and o.id <> new.id and o.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
          and not exists (select from app.consents n where n.case_id = o.case_id and n.id <> o.id and app.said_at(n) >= app.said_at(o)
            and app.same_kind(n.purpose, o.purpose) and (n.partner_code is null or n.partner_code is not distinct from o.partner_code))) then
      update app.tasks t set state = 'DONE', done_by = new.recorded_by, done_at = clock.casework_now(), outcome = 'ASKED_AGAIN'
        where t.kind = 'FIND_BASIS' and t.subject_id = new.case_id and t.state = 'OPEN';
    end if;
    return null;
  end $$;
create trigger basis_is_found after insert on app.consents for each row execute function app.basis_is_found();

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.rests_on(uuid) owner to relais_definer;
alter function app.confirm_consent(uuid, text, text) owner to relais_definer;
alter function app.basis_is_found() owner to relais_definer;
