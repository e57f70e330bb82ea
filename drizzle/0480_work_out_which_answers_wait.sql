-- What a person answered holds while a rule allows it at the age that is known now, and while they said no newer no, on whichever of
-- their files. Until now an age corrected to a child's, or a no on the other of two files that are one, left the agencies reading, the
-- answer counting and nobody with anything to do. Which answers wait to be asked again is worked out anew, whole, whenever something
-- of that changes: an age, an answer, a merge, its undo. Decision record 113.
select set_config('relais.maintenance', 'on', true);
set constraints all immediate;
-- What marked answers in five places, each for its own reason.
drop trigger x_no_follows on app.consents;
drop trigger x_age_reviews_answers on app.people;
drop function app.no_follows();
drop function app.age_reviews_answers();
drop function app.no_decides(uuid, uuid);

-- How the pointing file said its person may be reached, for the day on which two people say that it is another person.
alter table app.same_person add column stood_way text, add column stood_stop boolean;
grant update (stood_way, stood_stop) on app.same_person to relais_definer;
-- Two different people after all: each file says of reaching its person what it said before.
create policy definer_gives_back on app.people for update to relais_definer
  using (standing = 'PRINCIPAL' and exists (select from app.same_person p where p.case_id = people.case_id and p.decided = 'YES'
    and p.undo_by is not null and p.undone_at is null)) with check (standing = 'PRINCIPAL');

set role relais_definer;
create or replace function app.keep_strictest(pair uuid, sealed bytea, as_version integer) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare p app.same_person; here app.people; known app.people; file app.cases; other app.cases; way text;
    forbids constant text[] := array['VIA_TRUSTED', 'IN_PERSON', 'NEVER_HOME', 'NONE'];
  begin
    select x.* into p from app.same_person x where x.id = pair and x.decided = 'YES' and x.decided_by = access.actor_id()
      and app.is_now(x.decided_at);
    if p.id is null then raise exception 'nobody decided this now' using errcode = 'insufficient_privilege'; end if;
    -- A seal as this release writes it, never a blank.
    if sealed is not null and (not app.opens_file(p.into_case_id) or pg_catalog.length(sealed) < 30 or pg_catalog.get_byte(sealed, 0) <> 1) then
      raise exception 'sealed by whom it does not open to' using errcode = 'insufficient_privilege';
    end if;
    select x.* into here from app.people x where x.case_id = p.case_id and x.standing = 'PRINCIPAL';
    select x.* into known from app.people x where x.case_id = p.into_case_id and x.standing = 'PRINCIPAL' for update;
    if sealed is not null and known.version is distinct from as_version then
      raise exception 'somebody saved the known person meanwhile' using errcode = 'serialization_failure';
    end if;
    select c.* into file from app.cases c where c.id = p.case_id;
    select c.* into other from app.cases c where c.id = p.into_case_id;
    update app.same_person x set stood_way = here.safe_contact, stood_stop = file.do_not_contact, version = x.version + 1 where x.id = p.id;
    way := case
      when here.safe_contact is null then known.safe_contact
      when known.safe_contact is null then here.safe_contact
      when here.safe_contact = any(forbids) and (known.safe_contact <> all(forbids)
        or coalesce(here.changed_at, file.opened_at) > coalesce(known.changed_at, other.opened_at)) then here.safe_contact
      else known.safe_contact end;
    if way is distinct from known.safe_contact or sealed is not null then
      update app.people x set safe_contact = way, identity = coalesce(sealed, x.identity), version = x.version + 1 where x.id = known.id;
    end if;
    if way is distinct from here.safe_contact then
      update app.people x set safe_contact = way, version = x.version + 1 where x.id = here.id;
    end if;
    if other.do_not_contact and not file.do_not_contact then
      update app.cases c set do_not_contact = true where c.id = p.case_id;
    end if;
    if file.do_not_contact then
      update app.cases c set do_not_contact = true, version = c.version + 1 where c.id = p.into_case_id and not c.do_not_contact;
    end if;
  end $$;
create or replace function app.merge_holds() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if new.state = 'DUPLICATE' and old.state <> 'DUPLICATE' then
      perform app.must_hold(new.last_verb = 'merge' and new.merged_into is not null, 'a duplicate points at a file');
      perform app.must_hold(exists (select from app.same_person p where p.case_id = new.id and p.into_case_id = new.merged_into
          and p.said = 'SAME' and p.decided is null and p.said_by <> me), 'two people say that two files are one');
      -- Held: the known file may itself be pointed elsewhere just now.
      perform from app.cases t where t.id = new.merged_into for share;
      perform app.must_hold((select t.state not in ('DRAFT', 'DUPLICATE') from app.cases t where t.id = new.merged_into), 'a known file');
      perform app.must_hold(not exists (select from app.cases d where d.merged_into = new.id), 'another file points here');
      perform app.must_hold(not app.still_runs(new.id), 'work on this file still runs');
      new.merged_from := old.state;
      -- What a case waits for stays with it.
      new.hold_until := old.hold_until;
      new.last_reason := old.last_reason;
    elsif old.state = 'DUPLICATE' and new.state <> 'DUPLICATE' then
      perform app.must_hold(new.last_verb = 'undo-merge' and new.state = old.merged_from and new.merged_into is null, 'as it stood before');
      -- Asked for in its days: the second word may come later.
      perform app.must_hold(exists (select from app.same_person p where p.case_id = new.id and p.into_case_id = old.merged_into
          and p.decided = 'YES' and p.undone_at is null and p.undo_by <> me), 'two people take it back');
      new.merged_from := null;
      -- What was said of another person is said of this one no more.
      new.do_not_contact := coalesce((select p.stood_stop from app.same_person p where p.case_id = new.id and p.into_case_id = old.merged_into
        and p.decided = 'YES' and p.undone_at is null), old.do_not_contact);
      new.hold_until := old.hold_until;
      new.last_reason := old.last_reason;
    else
      perform app.must_hold(new.merged_into is not distinct from old.merged_into and new.merged_from is not distinct from old.merged_from,
        'a file points by being merged');
    end if;
    return new;
  end $$;
reset role;

-- Every file of the person of a case: the known one and those that point at it. By whoever asks: of what they may read.
create function app.files_of_person(of_case uuid) returns uuid[]
  language sql stable set search_path = ''
  as $$ select array(select d.id from app.cases c join app.cases d on coalesce(c.merged_into, c.id) in (d.id, d.merged_into)
    where c.id = of_case) $$;

-- Whether an answer of the person that no rule allows any more has no newer one for the same purpose, recipient and service yet.
create function app.answers_wait(of_case uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (select from app.consents o where o.case_id = any(f.files) and o.needs_review is not null
      and not exists (select from app.consents n where n.case_id = any(f.files) and n.given_at > o.given_at and n.purpose = o.purpose
        and n.partner_code is not distinct from o.partner_code and (n.service is null or n.service is not distinct from o.service)
        and n.needs_review is null)) from (select app.files_of_person(of_case) as files) f $$;
revoke execute on function app.files_of_person(uuid), app.answers_wait(uuid) from public;
grant execute on function app.files_of_person(uuid), app.answers_wait(uuid) to relais_web, relais_definer;

create function app.settle_answers(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now(); files uuid[] := app.files_of_person(of_case); known app.cases; born integer;
    worked_out constant text[] := array['CHILD_ALONE', 'ADULT_BY_ANOTHER', 'NEWER_NO'];
  begin
    select k.* into known from app.cases c join app.cases k on k.id = coalesce(c.merged_into, c.id) where c.id = of_case;
    select p.birth_year into born from app.people p where p.case_id = known.id and p.standing = 'PRINCIPAL';
    -- Marks of another reason (from before the rules) are not worked out here.
    update app.consents y set needs_review = j.why from (
        select x.id, case
            when a.rule in ('CHILD_ALONE', 'ADULT_BY_ANOTHER') then a.rule
            when x.partner_code is not null and exists (select from app.consents n where n.case_id = any(files) and n.case_id <> x.case_id
              and app.no_to(n, x.purpose, x.partner_code, x.service) and app.said_at(n) >= app.said_at(x)) then 'NEWER_NO'
          end as why
        from app.consents x, lateral (select app.no_rule_allows(x.status, x.giver, x.legal_basis, x.purpose, x.reason,
            x.situation ->> 'capacity', born, x.given_at::date) as rule) a
        where x.case_id = any(files) and x.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and x.withdrawn_at is null
          and (x.needs_review is null or x.needs_review = any(worked_out))) j
      where y.id = j.id and y.needs_review is distinct from j.why;
    update app.shares s set ended_at = moment, ended_by = 'REVIEW' from app.consents y
      where y.id = s.consent_id and y.case_id = any(files) and y.needs_review = any(worked_out) and s.ended_at is null;
    update app.shares s set ended_at = null, ended_by = null from app.consents y, app.referrals r
      where y.id = s.consent_id and y.case_id = any(files) and y.needs_review is null and y.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        and y.withdrawn_at is null and s.ended_by = 'REVIEW' and r.id = s.referral_id and r.consent_id = y.id
        and r.state not in ('DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN')
        and not exists (select from app.shares o where o.referral_id = s.referral_id and o.stage = s.stage and o.ended_at is null);
    if known.state not in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE') then return; end if;
    if app.answers_wait(known.id) then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
        values ('REVIEW_CONSENT', 'case', known.id, known.id, known.office_id, known.sensitivity, moment + interval '24 hours',
          case when exists (select from app.consents y where y.case_id = any(files) and y.needs_review = 'NEWER_NO') then 'NEWER_NO' else 'NO_RULE' end)
        on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    else
      update app.tasks t set state = 'DROPPED', done_by = access.actor_id(), done_at = moment, outcome = 'CORRECTED'
        where t.kind = 'REVIEW_CONSENT' and t.subject_id = known.id and t.state = 'OPEN' and t.reason in ('NO_RULE', 'NEWER_NO');
    end if;
  end $$;

create function app.age_settles() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin perform app.settle_answers(new.case_id); return null; end $$;
create trigger x_age_settles after update of birth_year on app.people for each row
  when (new.standing = 'PRINCIPAL' and old.birth_year is distinct from new.birth_year) execute function app.age_settles();
-- Of a person with one file its own endings say what a no does.
create function app.answer_settles() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if exists (select from app.cases d where d.merged_into = new.case_id or (d.id = new.case_id and d.merged_into is not null)) then
      perform app.settle_answers(new.case_id);
    end if;
    return null;
  end $$;
create trigger x_answer_settles after insert or update of status on app.consents for each row execute function app.answer_settles();
-- Two files are one, or two again: each person for themselves.
create function app.merge_settles() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.settle_answers(new.id);
    if old.merged_into is not null then perform app.settle_answers(old.merged_into); end if;
    return null;
  end $$;
create trigger y_merge_settles after update of merged_into on app.cases for each row
  when (old.merged_into is distinct from new.merged_into) execute function app.merge_settles();

do $$
declare f text;
begin
  foreach f in array array['app.settle_answers(uuid)', 'app.age_settles()', 'app.answer_settles()', 'app.merge_settles()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;

-- A new yes carries what an answer that waited to be asked again had let go: the agency reads on from there.
set role relais_definer;
create or replace function app.carry_over(consent uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; r uuid; carried integer := 0; fresh boolean; asked_again constant text[] := array['CHILD_ALONE', 'ADULT_BY_ANOTHER', 'NEWER_NO'];
  begin
    select x.* into c from app.consents x where x.id = consent;
    select x.xmin = pg_catalog.pg_current_xact_id()::xid into fresh from app.consents x where x.id = consent;
    if not coalesce(c.recorded_by = access.actor_id() and (app.is_now(c.given_at) or fresh), false)
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
        where x.case_id = c.case_id and x.partner_code = c.partner_code
          and app.service_covers(app.consent_reach(c.purpose, c.service), x.service)
          and x.sent_at is not null and x.facts <@ c.facts and o.id <> c.id and app.same_kind(o.purpose, c.purpose)
          and o.given_at <= c.given_at
          and o.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and o.withdrawn_at is null
          and (o.needs_review is null or o.needs_review = any(asked_again))
          and (app.is_shared(x) or (x.partner_deleted_at is null and exists (select from app.shares h where h.referral_id = x.id
            and h.consent_id = o.id and h.ended_by = 'REVIEW')))
        order by x.id for update of x loop
      update app.referrals x set consent_id = c.id, version = x.version + 1, last_verb = 'renew', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = clock.casework_now() where x.id = r;
      update app.shares s set ended_at = null, ended_by = null where s.referral_id = r and s.ended_by = 'REVIEW'
        and not exists (select from app.shares o where o.referral_id = r and o.stage = s.stage and o.ended_at is null);
      update app.shares s set consent_id = c.id, until = c.expires_on where s.referral_id = r and s.ended_at is null;
      carried := carried + 1;
    end loop;
    return carried;
  end $$;
reset role;
