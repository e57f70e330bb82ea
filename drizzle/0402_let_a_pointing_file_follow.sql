-- A file that points at another is part of it. Until now it stood alone after the merge: whoever was kept out of the known file by
-- a restriction, a move or leaving its team went on reading the other one; a no about sharing left the partners of the other one
-- reading; what it said of safe contact was lost; a file could be pointed at one where nobody works any more. Decision record 108.

-- A restriction that came from the known file, and goes with the known file's own.
alter table app.case_restrictions add column with_case uuid;
-- What ended a slip, where it may be read again: an answer that waits to be asked anew.
alter table app.shares add column ended_by text check (ended_by is null or (ended_by = 'REVIEW' and ended_at is not null));
alter table app.consents drop constraint consents_needs_review_check,
  add constraint consents_needs_review_check check (needs_review in ('GIVER', 'CHILD_ALONE', 'ADULT_BY_ANOTHER', 'NOT_VITAL', 'BASIS', 'NEWER_NO'));
grant update (ended_by) on app.shares to relais_definer;

-- Who works on the known file reads what points at it; who goes off the one goes off the other.
create function app.is_on_known(of_case uuid, person uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.cases d join app.case_members k on k.case_id = d.merged_into and k.user_id = person and k.until is null
    where d.id = of_case) $$;
create policy definer_lets_read on app.case_members for insert to relais_definer
  with check (capacity = 'MEMBER' and app.is_on_known(case_id, user_id));

-- Everybody of the known file who may read a file that points at it: nobody unnamed reads a restricted one.
create function app.let_known_team_read(pointing app.cases, known app.cases) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if pointing.sensitivity = 'S4' and known.sensitivity <> 'S4' then return; end if;
    insert into app.case_members (case_id, user_id, capacity, since)
      select pointing.id, k.user_id, 'MEMBER', clock.casework_now() from app.case_members k
        where k.case_id = known.id and k.until is null and k.capacity in ('LEAD', 'MEMBER')
          and not exists (select from app.case_members m where m.case_id = pointing.id and m.user_id = k.user_id and m.until is null)
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
    if pointing.sensitivity <> 'S4' then return; end if;
    insert into app.case_members (case_id, user_id, capacity, since)
      select pointing.id, k.user_id, 'NAMED_SUPERVISOR', clock.casework_now() from app.case_members k
        where k.case_id = known.id and k.until is null and k.capacity = 'NAMED_SUPERVISOR'
      on conflict (case_id, user_id, capacity) do update set until = null;
  end $$;

-- One who is no more on the known file, or everybody who is not on it (`one` null), is off the file that points at it.
create function app.take_off_pointing(pointing app.cases, known app.cases, one uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.case_members m set until = clock.casework_now()
      where m.case_id = pointing.id and m.until is null and (one is null or m.user_id = one)
        -- A file that stays restricted keeps its supervisors.
        and not (m.capacity = 'NAMED_SUPERVISOR' and pointing.sensitivity = 'S4' and known.sensitivity <> 'S4')
        and not exists (select from app.case_members k where k.case_id = known.id and k.user_id = m.user_id and k.until is null);
    if not exists (select from app.case_members m where m.case_id = pointing.id and m.capacity = 'LEAD' and m.until is null) then
      insert into app.case_members (case_id, user_id, capacity, since)
        select pointing.id, known.lead_id, 'LEAD', clock.casework_now() from app.case_members k
          where k.case_id = known.id and k.user_id = known.lead_id and k.capacity = 'LEAD' and k.until is null
        on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
      if found then
        update app.case_members m set until = clock.casework_now()
          where m.case_id = pointing.id and m.user_id = known.lead_id and m.capacity = 'MEMBER' and m.until is null;
        update app.cases d set lead_id = known.lead_id where d.id = pointing.id;
      end if;
    end if;
  end $$;

-- The restriction of the known file stands on the one that points at it: the same names, the same reason, the same way back.
create function app.restrict_pointing(pointing app.cases, known app.cases) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    insert into app.case_members (case_id, user_id, capacity, since)
      select pointing.id, k.user_id, 'NAMED_SUPERVISOR', clock.casework_now() from app.case_members k
        where k.case_id = known.id and k.capacity = 'NAMED_SUPERVISOR' and k.until is null
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
    insert into app.case_restrictions (case_id, office_id, sensitivity, with_case, reason, restricted_by, restricted_at)
      values (pointing.id, pointing.office_id, pointing.sensitivity, known.id, coalesce((select r.reason from app.case_restrictions r
        where r.case_id = known.id and r.undone_at is null), 'SENSITIVE'), access.actor_id(), clock.casework_now());
    update app.cases d set sensitivity = 'S4' where d.id = pointing.id;
  end $$;

-- The restriction that came from the known file ends with it, also where somebody opened this file alone: the log knows who.
create function app.open_pointing(pointing app.cases, known uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare r app.case_restrictions;
  begin
    select x.* into r from app.case_restrictions x where x.case_id = pointing.id and x.undone_at is null and x.with_case = known;
    if r.id is null then return; end if;
    -- Stamped with the act's own beginning: whoever takes a merge back has opened the file in this very moment.
    update app.case_restrictions x set opened_by = null, opened_at = null, undone_at = clock.casework_now(),
      undone_stamp = pg_catalog.now() where x.id = r.id;
    update app.cases x set sensitivity = 'S3' where x.id = pointing.id;
    update app.case_members m set until = clock.casework_now()
      where m.case_id = pointing.id and m.capacity = 'NAMED_SUPERVISOR' and m.until is null and m.since >= r.restricted_at;
  end $$;

create function app.member_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare known app.cases; pointing app.cases;
  begin
    if not exists (select from app.cases d where d.merged_into = new.case_id) then return null; end if;
    select c.* into known from app.cases c where c.id = new.case_id;
    for pointing in select d.* from app.cases d where d.merged_into = new.case_id order by d.id loop
      if new.until is null then perform app.let_known_team_read(pointing, known);
      else perform app.take_off_pointing(pointing, known, new.user_id); end if;
    end loop;
    return null;
  end $$;
create trigger y_member_follows after insert or update of until on app.case_members for each row execute function app.member_follows();

-- The known file gets another lead, is restricted or opened again, or moves to another office.
create function app.pointing_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare d app.cases;
  begin
    for d in select x.* from app.cases x where x.merged_into = new.id order by x.id loop
      if new.sensitivity = 'S4' and d.sensitivity <> 'S4' then
        perform app.restrict_pointing(d, new);
      elsif new.sensitivity <> 'S4' and old.sensitivity = 'S4' then
        perform app.open_pointing(d, new.id);
      end if;
      if new.office_id <> old.office_id then
        update app.cases x set office_id = new.office_id where x.id = d.id and x.office_id <> new.office_id;
      end if;
      if new.office_id <> old.office_id or (new.sensitivity = 'S4' and old.sensitivity <> 'S4') then
        perform app.take_off_pointing(d, new, null);
      elsif new.lead_id <> old.lead_id then
        perform app.take_off_pointing(d, new, old.lead_id);
      end if;
      select x.* into d from app.cases x where x.id = d.id;
      perform app.let_known_team_read(d, new);
      update app.cases x set version = x.version + 1 where x.id = d.id;
    end loop;
    return null;
  end $$;
create trigger x_pointing_follows after update of office_id, sensitivity, lead_id on app.cases for each row
  when (old.office_id <> new.office_id or old.sensitivity <> new.sensitivity or old.lead_id <> new.lead_id)
  execute function app.pointing_follows();

-- Of what a person said on two files the newest answer decides: a yes with a newer no on the other file covers nothing, and is
-- asked again where somebody works on it.
create function app.no_decides(said_on uuid, other uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare file app.cases; wanes uuid[];
  begin
    wanes := array(select y.id from app.consents y where y.case_id = other and y.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
      and y.withdrawn_at is null and y.partner_code is not null and exists (select from app.consents n where n.case_id = said_on
        and app.no_to(n, y.purpose, y.partner_code, y.service) and app.said_at(n) >= app.said_at(y)));
    if wanes = '{}' then return; end if;
    update app.consents y set needs_review = 'NEWER_NO' where y.id = any(wanes) and y.needs_review is null;
    update app.shares s set ended_at = clock.casework_now(), ended_by = 'REVIEW' where s.consent_id = any(wanes) and s.ended_at is null;
    select c.* into file from app.cases c where c.id = other;
    if file.state in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE') then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
        values ('REVIEW_CONSENT', 'case', file.id, file.id, file.office_id, file.sensitivity, clock.casework_now() + interval '24 hours', 'NEWER_NO')
        on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    end if;
  end $$;
grant update (needs_review) on app.consents to relais_definer;
create policy definer_reviews on app.consents for update to relais_definer
  using (status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')) with check (status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE'));

-- From the merge on; and no more once it is taken back, for those who read it because of it alone.
create function app.merge_lets_read() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare known app.cases; pointing app.cases; merged timestamptz;
  begin
    select c.* into known from app.cases c where c.id = coalesce(new.merged_into, old.merged_into);
    if new.merged_into is not null then
      if known.sensitivity = 'S4' and new.sensitivity <> 'S4' then
        perform app.restrict_pointing(new, known);
        -- Whoever just said so goes on reading what they decided, as whoever restricts does.
        if access.actor_role() = 'SUPERVISOR' then
          insert into app.case_members (case_id, user_id, capacity, since)
            values (new.id, access.actor_id(), 'NAMED_SUPERVISOR', clock.casework_now())
            on conflict (case_id, user_id, capacity) do update set until = null;
        end if;
      end if;
      select c.* into pointing from app.cases c where c.id = new.id;
      perform app.let_known_team_read(pointing, known);
      perform app.no_decides(new.id, known.id);
      perform app.no_decides(known.id, new.id);
    else
      select max(p.decided_at) into merged from app.same_person p
        where p.case_id = new.id and p.into_case_id = known.id and p.decided = 'YES';
      update app.case_members m set until = clock.casework_now()
        where m.case_id = new.id and m.capacity = 'MEMBER' and m.until is null and m.since >= merged
          and exists (select from app.case_members k where k.case_id = known.id and k.user_id = m.user_id and k.until is null);
      select c.* into pointing from app.cases c where c.id = new.id;
      perform app.open_pointing(pointing, known.id);
    end if;
    return null;
  end $$;
create trigger x_merge_lets_read after update of merged_into on app.cases for each row
  when (old.merged_into is distinct from new.merged_into) execute function app.merge_lets_read();

-- A no about sharing is a no of the person, whichever of their files the agency reads from.
create function app.no_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.shares s set ended_at = clock.casework_now() from app.cases d, app.referrals r, app.consents y
      where d.merged_into = new.case_id and s.case_id = d.id and s.ended_at is null and r.id = s.referral_id and y.id = s.consent_id
        and app.no_to(new, y.purpose, r.partner_code, r.service);
    return null;
  end $$;
create trigger x_no_follows after insert or update of status on app.consents for each row
  when (new.status in ('REFUSED', 'WITHDRAWN')) execute function app.no_follows();

-- How the file stands at which one would point; for whoever may say the second word, also where they may not open it.
create function app.known_of(pair uuid) returns table (state text, sensitivity text)
  language sql stable security definer set search_path = ''
  as $$ select k.state, k.sensitivity from app.same_person p join app.cases k on k.id = p.into_case_id
    where p.id = pair and app.opens_file(p.case_id) $$;

-- Where somebody works on the one, somebody has to work on the other; and what is restricted does not go on in the open. The same
-- as likeness/standing `barredBy`. Held after the merge's own rules.
create function app.merge_goes_on() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare known app.cases;
  begin
    select c.* into known from app.cases c where c.id = new.merged_into;
    perform app.must_hold(known.state not in ('CLOSED', 'TRANSFERRED') or old.state in ('CLOSED', 'TRANSFERRED'), 'nobody works on the known file');
    perform app.must_hold(known.sensitivity = 'S4' or old.sensitivity <> 'S4', 'the known file is open to more');
    return new;
  end $$;
create trigger e_merge_goes_on before update on app.cases for each row
  when (access.writes_itself() and new.state = 'DUPLICATE' and old.state <> 'DUPLICATE') execute function app.merge_goes_on();

-- What the other file says of safe contact holds on the known one, where it is stricter. What a call would break:
-- cases/contact; likeness/strictest says the same before it is done; `sealed`: the person's sealed facts with whom never to tell from both, by whoever may open both.
-- In the act of the second word alone.
grant update (safe_contact, identity, version) on app.people to relais_definer;
create policy definer_keeps_strictest on app.people for update to relais_definer using (standing = 'PRINCIPAL'
    and exists (select from app.same_person p where p.into_case_id = people.case_id and p.decided = 'YES' and p.decided_by = access.actor_id()
      and app.is_now(p.decided_at)))
  with check (standing = 'PRINCIPAL');
create policy definer_stops_calls on app.cases for update to relais_definer
  using (exists (select from app.same_person p where p.into_case_id = cases.id and p.decided = 'YES' and p.decided_by = access.actor_id()
    and app.is_now(p.decided_at))) with check (do_not_contact);
grant update (do_not_contact) on app.cases to relais_definer;
create function app.keep_strictest(pair uuid, sealed bytea, as_version integer) returns void
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

-- Whoever reads the file that points reads the same of it: how the person may be reached is said on the known one alone.
create policy definer_keeps_pointing_safe on app.people for update to relais_definer
  using (standing = 'PRINCIPAL' and exists (select from app.cases d where d.id = people.case_id and d.merged_into is not null))
  with check (standing = 'PRINCIPAL');
create function app.way_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.people x set safe_contact = new.safe_contact, version = x.version + 1 from app.cases d
      where d.merged_into = new.case_id and x.case_id = d.id and x.standing = 'PRINCIPAL' and x.safe_contact is distinct from new.safe_contact;
    return null;
  end $$;
create trigger x_way_follows after update of safe_contact on app.people for each row
  when (new.standing = 'PRINCIPAL' and old.safe_contact is distinct from new.safe_contact) execute function app.way_follows();
create function app.stop_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.cases d set do_not_contact = new.do_not_contact where d.merged_into = new.id and d.do_not_contact <> new.do_not_contact;
    return null;
  end $$;
create trigger x_stop_follows after update of do_not_contact on app.cases for each row
  when (old.do_not_contact <> new.do_not_contact) execute function app.stop_follows();

-- A merge that somebody wants taken back is somebody's work; and it may be taken back when it was asked in its days.
set role relais_definer;
create or replace function app.settle_comparing(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; waits text;
  begin
    select x.* into c from app.cases x where x.id = of_case;
    select case when p.decided = 'YES' then 'UNDO_ASKED' when p.said is null then 'ELSEWHERE' when p.said = 'UNSURE' then 'UNSURE'
        else 'SAID_SAME' end into waits
      from app.same_person p where p.case_id = of_case and p.decided = 'YES' and p.undo_by is not null and p.undone_at is null
        or p.decided is null and p.said is distinct from 'TWO'
        and not exists (select from app.cases d where d.id in (p.case_id, p.into_case_id) and d.state = 'DUPLICATE')
        and (p.into_case_id = of_case and (p.said is null or p.said = 'UNSURE')
          -- The second word is spoken where the file that would point is decided on.
          or p.case_id = of_case and p.said = 'SAME')
      order by p.found_at limit 1;
    if waits is null then
      update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = clock.casework_now(), outcome = 'ANSWERED'
        where t.kind = 'COMPARE_PEOPLE' and t.subject_id = of_case and t.state = 'OPEN';
    else
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
        values ('COMPARE_PEOPLE', 'case', c.id, c.id, c.office_id, c.sensitivity, clock.casework_now() + app.setting('same.compare'), waits)
        on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason;
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
      new.hold_until := old.hold_until;
      new.last_reason := old.last_reason;
    else
      perform app.must_hold(new.merged_into is not distinct from old.merged_into and new.merged_from is not distinct from old.merged_from,
        'a file points by being merged');
    end if;
    return new;
  end $$;
create or replace function app.ask_undo(pair uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare p app.same_person;
  begin
    select x.* into p from app.same_person x where x.id = pair and x.decided = 'YES' and x.undone_at is null for update;
    if p.id is null or not app.opens_file(p.case_id) or p.decided_at + app.setting('same.undo') < clock.casework_now() then
      raise exception 'nothing to take back' using errcode = 'insufficient_privilege';
    end if;
    update app.same_person x set undo_by = access.actor_id(), undo_at = clock.casework_now(), version = x.version + 1 where x.id = pair;
    perform app.settle_comparing(p.case_id);
  end $$;
reset role;

do $$
declare f text;
begin
  foreach f in array array['app.is_on_known(uuid, uuid)', 'app.let_known_team_read(app.cases, app.cases)', 'app.take_off_pointing(app.cases, app.cases, uuid)',
      'app.restrict_pointing(app.cases, app.cases)', 'app.member_follows()', 'app.pointing_follows()', 'app.merge_lets_read()',
      'app.no_follows()', 'app.no_decides(uuid, uuid)', 'app.open_pointing(app.cases, uuid)',
      'app.way_follows()', 'app.stop_follows()', 'app.merge_goes_on()', 'app.known_of(uuid)', 'app.keep_strictest(uuid, bytea, integer)'] loop
    execute format('revoke execute on function %s from public', f);
  end loop;
  grant execute on function app.known_of(uuid), app.keep_strictest(uuid, bytea, integer) to relais_web;
  -- Handed over last: the owner inherits nothing of the definer and could grant them no more.
  foreach f in array array['app.is_on_known(uuid, uuid)', 'app.let_known_team_read(app.cases, app.cases)', 'app.take_off_pointing(app.cases, app.cases, uuid)',
      'app.restrict_pointing(app.cases, app.cases)', 'app.member_follows()', 'app.pointing_follows()', 'app.merge_lets_read()',
      'app.no_follows()', 'app.no_decides(uuid, uuid)', 'app.open_pointing(app.cases, uuid)',
      'app.way_follows()', 'app.stop_follows()', 'app.merge_goes_on()', 'app.known_of(uuid)', 'app.keep_strictest(uuid, bytea, integer)'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
