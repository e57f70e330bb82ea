-- Who holds the keys of a discipline on a case. A sealed note is read by whoever of its discipline holds its key: the one who
-- wrote the first with it, and whoever it was opened to since by two people, one of the discipline and one of supervision.
-- Joining a case gives no key, leaving it ends holding one. Decision record 121.

-- A colleague who joins writes with a key of their own, so a discipline may have several on a case; the team has one.
drop index vault.one_key_a_compartment;
create unique index one_team_key_a_case on vault.keys (case_id) where scope = 'CASE' and compartment = 'TEAM';
create index discipline_keys_of_case on vault.keys (case_id, compartment) where scope = 'CASE';

create table app.key_openings (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  compartment text not null check (compartment in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')),
  to_user uuid not null references access.users,
  reason text not null check (reason in ('HAND_OVER', 'LEFT', 'ABSENT', 'TOGETHER')),
  asked_by uuid not null references access.users,
  -- Which half was said first.
  asked_as text not null check (asked_as in ('DISCIPLINE', 'SUPERVISION')),
  asked_at timestamptz not null default clock.casework_now(),
  answer text check (answer in ('OPENED', 'REFUSED', 'TAKEN_BACK')),
  answered_by uuid references access.users,
  answered_at timestamptz,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  -- Nobody does both halves, and nobody opens to themselves.
  check (answer is null or (answered_by = asked_by) = (answer = 'TAKEN_BACK')),
  check (to_user <> asked_by and (answer is distinct from 'OPENED' or answered_by <> to_user)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade on delete cascade
);
create unique index one_opening_waits on app.key_openings (case_id, compartment, to_user) where answer is null;
create index openings_that_wait on app.key_openings (compartment, asked_at) where answer is null;
create index openings_of_case on app.key_openings (case_id, asked_at);

create table vault.key_holders (
  key_id uuid not null references vault.keys on delete cascade,
  user_id uuid not null references access.users,
  since timestamptz not null default clock.casework_now(),
  until timestamptz,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  compartment text not null check (compartment in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')),
  -- By which act of two people; none for whoever made the key.
  opening_id uuid references app.key_openings on delete cascade,
  primary key (key_id, user_id, since),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade on delete cascade
);
create unique index one_hold_a_key on vault.key_holders (key_id, user_id) where until is null;
create index keys_of_holder on vault.key_holders (user_id) where until is null;
create index holders_of_case on vault.key_holders (case_id);

do $$
declare t text;
begin
  foreach t in array array['app.key_openings', 'vault.key_holders'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner_maintains on %s to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('create policy definer_reads on %s for select to relais_definer using (true)', t);
    execute format('grant select on %s to relais_web, relais_definer', t);
    -- Whoever supervises the case sees who holds what, and its discipline on the case does; no other discipline knows of it.
    execute format('create policy supervision_reads on %s for select to relais_web using (
      (select access.actor_role()) = ''SUPERVISOR'' and (case_id = any(array(select access.my_case_ids()))
        or (sensitivity = ''S3'' and office_id = any(array(select access.supervised_offices())))))', t);
    execute format('create policy discipline_reads on %s for select to relais_web using (
      compartment = (select access.actor_role()) and case_id = any(array(select access.my_case_ids())))', t);
  end loop;
end $$;

-- The keys that the person of this session holds.
create function access.my_held_keys() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin
    return query select h.key_id from vault.key_holders h where h.user_id = own and h.until is null;
  end $$;

alter policy discipline_opens on vault.keys using (
  scope = 'CASE' and compartment = (select access.actor_role()) and case_id = any(array(select access.my_case_ids()))
  and id = any(array(select access.my_held_keys())));
alter policy reader_of_compartment on app.notes using (
  (compartment = 'TEAM' and (case_id = any(array(select access.my_case_ids()))
     or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))))
  or (compartment = (select access.actor_role()) and case_id = any(array(select access.my_case_ids()))
     and key_id = any(array(select access.my_held_keys()))));
alter policy caseworker_writes on app.notes with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))
  and compartment in ('TEAM', (select access.actor_role())) and written_by = (select access.actor_id())
  and (compartment = 'TEAM' or key_id = any(array(select access.my_held_keys()))));

-- Whoever makes a key of their discipline holds it. Somebody who holds one already makes no second.
create function app.key_begins() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if me is null then return null; end if;
    perform app.must_hold(not exists (select from vault.key_holders h where h.case_id = new.case_id and h.user_id = me
      and h.compartment = new.compartment and h.until is null), 'a key of this discipline is held already');
    insert into vault.key_holders (key_id, user_id, case_id, office_id, sensitivity, compartment)
      values (new.id, me, new.case_id, new.office_id, new.sensitivity, new.compartment);
    return null;
  end $$;
create trigger f_key_begins after insert on vault.keys for each row
  when (new.scope = 'CASE' and new.compartment in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')) execute function app.key_begins();

-- Who is off the case when the transaction ends holds none of its keys; a member who becomes the lead keeps theirs.
create function app.holding_ends() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    update vault.key_holders h set until = clock.casework_now()
      where h.case_id = new.case_id and h.user_id = new.user_id and h.until is null
        and not exists (select from app.case_members m where m.case_id = new.case_id and m.user_id = new.user_id
          and m.until is null and m.capacity in ('LEAD', 'MEMBER'));
    return null;
  end $$;
create constraint trigger z_holding_ends after update of until on app.case_members deferrable initially deferred for each row
  when (new.until is not null and old.until is null) execute function app.holding_ends();

-- Holds a key now and can be asked: still of this discipline, active, not away.
create function app.holder_is_there(holder uuid, discipline text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select access.works(holder, null, discipline)
    and not exists (select from app.leaves l where l.user_id = holder and app.today() between l.from_on and l.to_on) $$;

-- May this person say the discipline's half? Whoever holds a key; where nobody who holds one is there, a colleague of the discipline
-- in the case's office, or one of any office where the office has no other. Never the one it is opened to.
create function app.speaks_for_discipline(person uuid, of_case uuid, discipline text, successor uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
  declare office text;
  begin
    if person = successor or not app.holder_is_there(person, discipline) then return false; end if;
    if exists (select from vault.key_holders h where h.case_id = of_case and h.compartment = discipline and h.until is null
        and h.user_id = person) then
      return true;
    end if;
    -- A key that somebody holds who is there is theirs to open.
    if not exists (select from vault.keys k where k.case_id = of_case and k.scope = 'CASE' and k.compartment = discipline
        and not exists (select from vault.key_holders h where h.key_id = k.id and h.until is null and h.user_id <> successor
          and app.holder_is_there(h.user_id, discipline))
        and not exists (select from vault.key_holders h where h.key_id = k.id and h.until is null and h.user_id = successor)) then
      return false;
    end if;
    select c.office_id into office from app.cases c where c.id = of_case;
    return access.works(person, office, discipline) or not exists (select from access.users u
      where u.id <> successor and access.works(u.id, office, discipline) and app.holder_is_there(u.id, discipline));
  end $$;

-- The first half. Answers what came of it: done; waits = the same is asked already; able = this colleague is not on the case,
-- not of the discipline or reads it all; yours = not this person's half.
create function app.ask_opening(of_id uuid, of_case uuid, successor uuid, discipline text, because text) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; me uuid := access.actor_id(); half text;
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    if c.id is null or me is null or me = successor or not app.worked_on(c.id) then return 'yours'; end if;
    half := case when 'supervisor' = any(access.parties(c.id, c.office_id, c.sensitivity)) then 'SUPERVISION'
      when access.actor_role() = discipline and exists (select from vault.key_holders h where h.case_id = c.id
        and h.user_id = me and h.compartment = discipline and h.until is null) then 'DISCIPLINE' end;
    if half is null then return 'yours'; end if;
    if not app.misses_a_key(successor, c.id, discipline) then return 'able'; end if;
    if exists (select from app.key_openings o where o.case_id = c.id and o.compartment = discipline and o.to_user = successor
        and o.answer is null) then
      return 'waits';
    end if;
    insert into app.key_openings (id, case_id, office_id, sensitivity, compartment, to_user, reason, asked_by, asked_as)
      values (of_id, c.id, c.office_id, c.sensitivity, discipline, successor, because, me, half);
    return 'done';
  end $$;

-- On the case, of the discipline, and without one of its keys there.
create function app.misses_a_key(person uuid, of_case uuid, discipline text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select access.works(person, null, discipline)
    and exists (select from app.case_members m where m.case_id = of_case and m.user_id = person and m.until is null
      and m.capacity in ('LEAD', 'MEMBER'))
    and exists (select from vault.keys k where k.case_id = of_case and k.scope = 'CASE' and k.compartment = discipline
      and not exists (select from vault.key_holders h where h.key_id = k.id and h.user_id = person and h.until is null)) $$;

-- Whether this person may say the other half of what waits.
create function app.may_answer_opening(o app.key_openings) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if me is null or o.answer is not null or me in (o.asked_by, o.to_user) then return false; end if;
    if o.asked_as = 'DISCIPLINE' then return 'supervisor' = any(access.parties(o.case_id, o.office_id, o.sensitivity)); end if;
    return access.actor_role() = o.compartment and app.speaks_for_discipline(me, o.case_id, o.compartment, o.to_user);
  end $$;

-- The other half. The keys that the discipline's half holds are opened, and those whose holders are all gone or away.
-- Answers: opened, refused, taken-back; moved = somebody was quicker, or there is nothing to open any more; yours = not theirs.
create function app.answer_opening(of_opening uuid, says text) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare o app.key_openings; me uuid := access.actor_id(); speaker uuid; opened integer;
  begin
    -- The case first, always: whoever waited for it reads how the opening stands now.
    perform 1 from app.cases c join app.key_openings x on x.case_id = c.id where x.id = of_opening for update of c;
    select x.* into o from app.key_openings x where x.id = of_opening;
    if o.id is null or me is null or says not in ('OPENED', 'REFUSED', 'TAKEN_BACK') then return 'yours'; end if;
    if o.answer is not null then return case when me = o.asked_by or me = o.answered_by then 'moved' else 'yours' end; end if;
    if (says = 'TAKEN_BACK') <> (me = o.asked_by) or (says <> 'TAKEN_BACK' and not app.may_answer_opening(o)) then return 'yours'; end if;
    if says = 'OPENED' then
      -- Who spoke for the discipline must still do so.
      speaker := case o.asked_as when 'DISCIPLINE' then o.asked_by else me end;
      if not app.worked_on(o.case_id) or not app.misses_a_key(o.to_user, o.case_id, o.compartment)
        or not app.speaks_for_discipline(speaker, o.case_id, o.compartment, o.to_user) then
        return 'moved';
      end if;
      insert into vault.key_holders (key_id, user_id, case_id, office_id, sensitivity, compartment, opening_id)
        select k.id, o.to_user, o.case_id, o.office_id, o.sensitivity, o.compartment, o.id from vault.keys k
        where k.case_id = o.case_id and k.scope = 'CASE' and k.compartment = o.compartment
          and not exists (select from vault.key_holders h where h.key_id = k.id and h.user_id = o.to_user and h.until is null)
          and (exists (select from vault.key_holders h where h.key_id = k.id and h.user_id = speaker and h.until is null)
            or not exists (select from vault.key_holders h where h.key_id = k.id and h.until is null
              and app.holder_is_there(h.user_id, o.compartment)));
      get diagnostics opened = row_count;
      if opened = 0 then return 'moved'; end if;
    end if;
    update app.key_openings x set answer = says, answered_by = me, answered_at = clock.casework_now() where x.id = o.id;
    return case says when 'OPENED' then 'opened' when 'REFUSED' then 'refused' else 'taken-back' end;
  end $$;

-- What waits for this person's half, also where the case itself is out of their reach: of that nothing but the office,
-- the discipline, who asks, for whom and why.
create function app.openings_for_me() returns table (id uuid, office_id text, compartment text, to_name text, by_name text,
    asked_at timestamptz, reason text, asked_as text, case_code text)
  language plpgsql stable security definer set search_path = ''
  as $$
  declare my_role text := access.actor_role();
  begin
    if my_role not in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') then return; end if;
    return query select o.id, o.office_id, o.compartment, t.name, b.name, o.asked_at, o.reason, o.asked_as,
        case when pg_catalog.cardinality(access.parties(o.case_id, o.office_id, o.sensitivity)) > 0 then c.code end
      from app.key_openings o join access.users t on t.id = o.to_user join access.users b on b.id = o.asked_by
        join app.cases c on c.id = o.case_id
      where o.answer is null and (my_role = 'SUPERVISOR') = (o.asked_as = 'DISCIPLINE')
        and (my_role = 'SUPERVISOR' or o.compartment = my_role) and app.may_answer_opening(o)
      order by o.asked_at, o.id;
  end $$;

-- How many sealed notes of the reader's own discipline on this case they hold no key of.
create function app.notes_closed_to_me(of_case uuid) returns integer
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if not exists (select from app.case_members m where m.case_id = of_case and m.user_id = me and m.until is null) then return 0; end if;
    return (select count(*) from app.notes n where n.case_id = of_case and n.compartment = access.actor_role()
      and not exists (select from vault.key_holders h where h.key_id = n.key_id and h.user_id = me and h.until is null));
  end $$;

-- Who of the case's team misses a key of their discipline that somebody else made: to whom it may be opened.
create function app.missing_holders(of_case uuid) returns table (id uuid, name text, role text)
  language plpgsql stable security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    select x.* into c from app.cases x where x.id = of_case;
    if c.id is null or pg_catalog.cardinality(access.parties(c.id, c.office_id, c.sensitivity)) = 0 then return; end if;
    return query select distinct u.id, u.name, u.role from app.case_members m join access.users u on u.id = m.user_id
      where m.case_id = of_case and m.until is null and m.capacity in ('LEAD', 'MEMBER') and u.id is distinct from access.actor_id()
        and (access.actor_role() = 'SUPERVISOR' or (u.role = access.actor_role() and exists (select from vault.key_holders h
          where h.case_id = of_case and h.user_id = access.actor_id() and h.until is null)))
        and app.misses_a_key(u.id, of_case, u.role)
      order by u.name;
  end $$;

-- Which notes there are and with which key, for counting; never their bytes.
grant select (id, case_id, office_id, sensitivity, compartment, key_id) on app.notes to relais_definer;
drop policy definer_sees_this_moment on app.notes;
create policy definer_counts on app.notes for select to relais_definer using (true);
grant insert, update (until) on vault.key_holders to relais_definer;
grant insert, update (answer, answered_by, answered_at) on app.key_openings to relais_definer;
create policy definer_gives on vault.key_holders for insert to relais_definer with check (until is null);
create policy definer_ends on vault.key_holders for update to relais_definer using (until is null) with check (until is not null);
create policy definer_asks on app.key_openings for insert to relais_definer with check (answer is null and asked_by = access.actor_id());
create policy definer_answers on app.key_openings for update to relais_definer using (answer is null)
  with check (answer is not null and answered_by = access.actor_id());

do $$
declare f text;
begin
  foreach f in array array['access.my_held_keys()', 'app.holder_is_there(uuid, text)', 'app.speaks_for_discipline(uuid, uuid, text, uuid)',
      'app.misses_a_key(uuid, uuid, text)', 'app.may_answer_opening(app.key_openings)', 'app.ask_opening(uuid, uuid, uuid, text, text)',
      'app.answer_opening(uuid, text)', 'app.openings_for_me()', 'app.notes_closed_to_me(uuid)', 'app.missing_holders(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
alter function app.key_begins() owner to relais_definer;
alter function app.holding_ends() owner to relais_definer;
set role relais_definer;
grant execute on function access.my_held_keys(), app.ask_opening(uuid, uuid, uuid, text, text), app.answer_opening(uuid, text),
  app.openings_for_me(), app.notes_closed_to_me(uuid), app.missing_holders(uuid) to relais_web;
reset role;

-- Until today whoever joined read all of their discipline: who is on a case now goes on reading what they read.
select set_config('relais.maintenance', 'on', true);
insert into vault.key_holders (key_id, user_id, case_id, office_id, sensitivity, compartment)
  select distinct k.id, m.user_id, k.case_id, k.office_id, k.sensitivity, k.compartment from vault.keys k
    join app.case_members m on m.case_id = k.case_id and m.until is null and m.capacity in ('LEAD', 'MEMBER')
    join access.users u on u.id = m.user_id and u.role = k.compartment
  where k.scope = 'CASE' and k.compartment <> 'TEAM';
