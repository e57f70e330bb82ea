-- A supervisor gives cases into other hands: one, some, or all that somebody who leaves was leading.

-- The languages somebody of ours works in, for whoever chooses who takes a case.
alter table access.users add column languages text[] not null default '{}';
grant select (languages) on access.users to relais_web;

-- When somebody is away. Nobody is asked why.
create table app.leaves (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references access.users,
  from_on date not null,
  to_on date not null,
  recorded_by uuid not null references access.users,
  recorded_at timestamptz not null default clock.casework_now(),
  check (to_on between from_on and from_on + 730)
);
create index leaves_of on app.leaves (user_id, to_on);
alter table app.leaves enable row level security;
alter table app.leaves force row level security;
create policy owner_maintains on app.leaves to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.leaves for select to relais_definer using (true);
grant select on app.leaves to relais_web, relais_definer;

-- Whether this supervisor decides about somebody: a caseworker of an office that they supervise.
create function access.supervises(person uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select access.actor_role() = 'SUPERVISOR' and exists (select from access.user_offices o join access.users u on u.id = o.user_id
    where o.user_id = person and u.role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')
      and o.office_id = any(array(select access.supervised_offices()))) $$;

-- Somebody's own, and those of the people whose supervisor reads.
create policy own_or_supervised_reads on app.leaves for select to relais_web using (
  user_id = (select access.actor_id()) or (select access.supervises(user_id)));

create function app.note_leave(person uuid, first_day date, last_day date) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if not access.supervises(person) then return false; end if;
    -- Together with those it touches it is longer than one absence may be.
    if (select greatest(last_day, max(l.to_on)) - least(first_day, min(l.from_on)) > 730 from app.leaves l
        where l.user_id = person and l.from_on <= last_day + 1 and l.to_on >= first_day - 1) then return false; end if;
    -- Two that overlap are one.
    with touched as (delete from app.leaves l where l.user_id = person and l.from_on <= last_day + 1 and l.to_on >= first_day - 1
      returning l.from_on, l.to_on)
    insert into app.leaves (user_id, from_on, to_on, recorded_by)
      select person, least(first_day, min(t.from_on)), greatest(last_day, max(t.to_on)), access.actor_id() from touched t;
    return true;
  end $$;
create function app.drop_leave(leave uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    delete from app.leaves l where l.id = leave and access.supervises(l.user_id);
    return found;
  end $$;
grant insert, delete on app.leaves to relais_definer;
create policy definer_notes on app.leaves for insert to relais_definer with check (recorded_by = access.actor_id());
create policy definer_drops on app.leaves for delete to relais_definer using (access.supervises(user_id));

-- One case gets another lead. Answers what came of it: done; moved = somebody was quicker; able = this colleague cannot lead it;
-- yours = not this supervisor's to decide. Whoever led is off the case; work that was theirs on it goes along.
create function app.hand_over(of_case uuid, of_version int, to_person uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; before uuid;
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    if c.id is null or access.actor_role() <> 'SUPERVISOR' or not app.able_supervisor(access.actor_id(), c.id, c.office_id, c.sensitivity) then
      return 'yours';
    end if;
    if c.version is distinct from of_version or c.state not in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE') then return 'moved'; end if;
    if c.lead_id = to_person or not access.works(to_person, c.office_id, 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')
      -- A restricted case stays among those who are on it.
      or (c.sensitivity = 'S4' and not exists (select from app.case_members m where m.case_id = c.id and m.user_id = to_person
        and m.capacity = 'MEMBER' and m.until is null)) then
      return 'able';
    end if;
    before := c.lead_id;
    update app.case_members m set until = clock.casework_now()
      where m.case_id = c.id and m.until is null and (m.capacity = 'LEAD' or (m.capacity = 'MEMBER' and m.user_id = to_person));
    insert into app.case_members (case_id, user_id, capacity, since) values (c.id, to_person, 'LEAD', clock.casework_now())
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
    update app.cases x set lead_id = to_person, version = x.version + 1 where x.id = c.id;
    update app.tasks t set holder_id = to_person where t.case_id = c.id and t.state = 'OPEN' and t.holder_id = before;
    insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, version)
      values (c.id, 'hand-over', c.state, c.state, clock.casework_now(), access.actor_id(), 'supervisor', c.version + 1);
    return 'done';
  end $$;

-- Somebody goes off a case: the lead or the supervisor takes a member off, a member takes themselves off.
create function app.leave_case(of_case uuid, person uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; me uuid := access.actor_id();
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    if c.id is null or me is null or not app.worked_on(c.id)
      or not coalesce(me = person or array['lead', 'supervisor'] && access.parties(c.id, c.office_id, c.sensitivity), false) then
      return false;
    end if;
    update app.case_members m set until = clock.casework_now()
      where m.case_id = c.id and m.user_id = person and m.capacity = 'MEMBER' and m.until is null;
    if not found then return false; end if;
    -- What was theirs to do is the team's again.
    update app.tasks t set holder_id = null where t.case_id = c.id and t.state = 'OPEN' and t.holder_id = person
      and not exists (select from app.case_members m where m.case_id = c.id and m.user_id = person and m.until is null);
    return true;
  end $$;

grant update (lead_id) on app.cases to relais_definer;
create policy definer_hands_over on app.cases for update to relais_definer using (state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'))
  with check (state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'));
create policy definer_leads on app.case_members for insert to relais_definer with check (capacity = 'LEAD');
create policy definer_releases on app.case_members for update to relais_definer using (capacity in ('LEAD', 'MEMBER'))
  with check (capacity in ('LEAD', 'MEMBER'));

alter function access.supervises(uuid) owner to relais_definer;
alter function app.note_leave(uuid, date, date) owner to relais_definer;
alter function app.drop_leave(uuid) owner to relais_definer;
alter function app.hand_over(uuid, int, uuid) owner to relais_definer;
alter function app.leave_case(uuid, uuid) owner to relais_definer;
set role relais_definer;
revoke execute on function access.supervises(uuid), app.note_leave(uuid, date, date), app.drop_leave(uuid),
  app.hand_over(uuid, int, uuid), app.leave_case(uuid, uuid) from public;
grant execute on function access.supervises(uuid), app.note_leave(uuid, date, date), app.drop_leave(uuid),
  app.hand_over(uuid, int, uuid), app.leave_case(uuid, uuid) to relais_web;
reset role;
