-- What follows from a deed stands in the deed's own transaction: whoever must be told of it is, what rested on an answer goes
-- with it, and a stop is lifted by what lifts it. Said to the verbs of the product already; from here on the database asks too.

-- A deed that somebody else has to know of opens its task, and at the end of the transaction that task is open.
create function app.is_followed() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare wanted text[]; about uuid;
  begin
    case tg_table_name
      when 'call_clearances' then wanted := '{CALLED_ANYWAY}'; about := new.case_id;
      when 'danger_flags' then wanted := '{SEE_DANGER}'; about := new.case_id;
      when 'harm_reports' then wanted := '{HARM}'; about := new.referral_id;
      when 'consents' then
        -- Until somebody has said their word, or the answer ended in the same moment.
        if exists (select from app.consents c where c.id = new.id and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
            and not exists (select from app.consent_confirmations f where f.consent_id = c.id)) then
          wanted := array[case new.confirm_by when 'SUPERVISOR' then 'CONFIRM_BEST_INTERESTS' else 'CONFIRM_VITAL' end];
        end if;
        about := new.case_id;
      else
        -- On a case that has ended nobody of the team works; what is answered late is the supervisor's.
        if exists (select from app.referrals r join app.cases c on c.id = r.case_id where r.id = new.id and r.version = new.version
            and c.state not in ('CLOSED', 'TRANSFERRED', 'DUPLICATE')) then
          wanted := array(select t.kind from app.task_rules t where t.deed = 'OPEN' and t.cause = 'MOVE'
            and t.subject_type = 'referral' and new.last_verb = any(t.verbs)
            -- Whoever wants nothing more was promised nothing.
            and (new.last_verb <> 'close-unserved' or new.unserved_follow = any(t.codes)));
        end if;
        about := new.id;
    end case;
    perform app.must_hold(not exists (select from unnest(wanted) w(kind) where not exists (select from app.tasks t
      where t.kind = w.kind and t.subject_id = about and t.state = 'OPEN')), 'nobody was told of it');
    return null;
  end $$;
do $$
declare t text;
begin
  foreach t in array array['call_clearances', 'danger_flags', 'harm_reports'] loop
    execute format('create constraint trigger e_is_followed after insert on app.%I deferrable initially deferred for each row
      when (access.writes_itself()) execute function app.is_followed()', t);
  end loop;
end $$;
create constraint trigger e_is_followed after insert on app.consents deferrable initially deferred for each row
  when (new.confirm_by is not null and access.writes_itself()) execute function app.is_followed();
create constraint trigger e_is_followed after update on app.referrals deferrable initially deferred for each row
  when (new.state is distinct from old.state and access.writes_itself()) execute function app.is_followed();

-- An answer that is taken back takes along what rested on it: referrals under way, and all that is shared.
create function app.nothing_rests_on_it() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(not exists (select from app.referrals r join app.referral_states s on s.state = r.state and s.life = 'OPEN'
        where r.consent_id = new.id)
      and not exists (select from app.shares h join app.referrals r on r.id = h.referral_id
        join app.referral_states s on s.state = r.state and s.partner_view in ('STAGE_1', 'STAGE_2')
        where h.consent_id = new.id and h.ended_at is null), 'something still rests on it');
    return null;
  end $$;
create constraint trigger e_nothing_rests after update of status on app.consents deferrable initially deferred for each row
  when (new.status = 'WITHDRAWN' and old.status is distinct from new.status and access.writes_itself())
  execute function app.nothing_rests_on_it();

-- A slip ends with what ends sharing, under whichever verb somebody has just moved its referral.
set role relais_definer;
create or replace function app.shares_hold() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ declare r app.referrals; begin
    select x.* into r from app.referrals x where x.id = new.referral_id;
    if tg_op = 'UPDATE' then
      perform app.must_hold(r.state in ('DRAFT', 'RETURNED') or not app.consent_stands(new.consent_id)
        or (app.moved_by_me(r.id) and r.last_verb in ('decline', 'cancel', 'withdraw-consent')), 'nothing ended this sharing');
      return new;
    end if;
    perform app.must_hold(r.case_id = new.case_id and r.office_id = new.office_id and r.partner_code = new.partner_code
      and r.state in ('DRAFT', 'RETURNED'), 'not what this referral shares');
    perform app.must_hold(app.consent_stands(new.consent_id) and exists (select from app.consents c where c.id = new.consent_id
      and c.case_id = new.case_id and c.partner_code = new.partner_code), 'nothing covers it');
    perform app.must_hold(exists (select from vault.keys k where k.id = new.key_id and k.share_id = new.id), 'sealed with another key');
    return new;
  end $$;
reset role;

-- "Do not call" is lifted by a way of contact that allows calls, noted with the person in the same moment, and by nothing
-- else; a case that begins with an alert whose person said no begins with it (lib/casework/cases/contact.ts).
create function app.stop_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(not exists (select from app.alerts a where a.id = new.alert_id and a.contact_agreed = 'NO'),
        'the person said not to call');
    else
      perform app.must_hold(exists (select from app.people p where p.case_id = new.id and p.standing = 'PRINCIPAL'
        and p.safe_contact in ('CALL_OK', 'SMS_OK', 'CALL_TIMES') and p.changed_by = access.actor_id() and app.is_now(p.changed_at)),
        'nothing lifts the stop');
    end if;
    return new;
  end $$;
create trigger c_stop_begins before insert on app.cases for each row
  when (new.alert_id is not null and not new.do_not_contact and access.writes_itself()) execute function app.stop_holds();
create trigger c_stop_holds before update of do_not_contact on app.cases for each row
  when (old.do_not_contact and not new.do_not_contact and access.writes_itself()) execute function app.stop_holds();

-- A key for a slip or a report belongs to it when the transaction ends; keys of cases and alerts do by their references.
create function app.key_belongs() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(case new.scope when 'SHARE' then exists (select from app.shares s where s.id = new.share_id and s.key_id = new.id)
      else exists (select from app.psea_reports r where r.id = new.report_id and r.key_id = new.id) end, 'a key of nothing');
    return null;
  end $$;
create constraint trigger e_belongs after insert on vault.keys deferrable initially deferred for each row
  when (new.scope in ('SHARE', 'PSEA') and access.writes_itself()) execute function app.key_belongs();

-- What is sealed has an end: the longest form is a tenth of it.
do $$
declare place text[];
begin
  foreach place slice 1 in array array[['notes', 'body'], ['people', 'identity'], ['consents', 'detail'], ['alerts', 'identity'],
      ['shares', 'payload'], ['referral_messages', 'body'], ['verifications', 'note'], ['harm_reports', 'words'],
      ['psea_reports', 'words'], ['referrals', 'draft']] loop
    execute format('alter table app.%I add constraint %I check (octet_length(%I) <= 262144) not valid', place[1],
      place[1] || '_' || place[2] || '_has_an_end', place[2]);
  end loop;
  alter table vault.keys add constraint keys_have_an_end check (octet_length(wrapped) <= 1024) not valid;
end $$;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
do $$
declare f text;
begin
  foreach f in array array['is_followed', 'nothing_rests_on_it', 'stop_holds', 'key_belongs'] loop
    execute format('revoke execute on function app.%s() from public', f);
    execute format('alter function app.%s() owner to relais_definer', f);
  end loop;
end $$;
