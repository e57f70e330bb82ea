-- Functions beside roles: who is called for what, from when to when. A function never widens what a role reads of cases.

-- Offices stand in regions of the operation; assigned here, never derived from a place.
alter table access.offices add column region text not null default 'MALI' check (region ~ '^[A-Z_]{2,20}$');

create table app.staff_functions (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references access.users,
  function text not null check (function in ('PSEA_FOCAL_POINT', 'PSEA_DEPUTY', 'RESTRICTED_DEPUTY', 'SECOND_APPROVER',
    'SECURITY_FOCAL_POINT', 'MEDICAL_FOCAL_POINT')),
  -- For one office, for one region, or (neither) for the whole operation.
  office_id text references access.offices,
  region text,
  from_at timestamptz not null default clock.casework_now(),
  until_at timestamptz,
  check (until_at is null or until_at > from_at),
  check (office_id is null or region is null),
  check (function <> 'RESTRICTED_DEPUTY' or region is not null)
);
-- Restricted work must have one place to fall to.
create unique index one_restricted_deputy on app.staff_functions (region)
  where function = 'RESTRICTED_DEPUTY' and until_at is null;
create index functions_of_person on app.staff_functions (person_id);

alter table app.staff_functions enable row level security;
alter table app.staff_functions force row level security;
create policy owner_maintains on app.staff_functions to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.staff_functions for select to relais_definer using (true);
grant select on app.staff_functions to relais_definer;
-- Every colleague may know whom to call.
grant select on app.staff_functions to relais_web;
create policy staff_reads on app.staff_functions for select to relais_web using ((select access.actor_id()) is not null);

-- Does the session's person hold this function now, for this office (its own, its region's, or the operation's)?
create function access.holds_function(wanted text, for_office text default null) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin
    return exists (select from app.staff_functions f
      where f.person_id = own and f.function = wanted and f.from_at <= clock.casework_now()
        and (f.until_at is null or f.until_at > clock.casework_now())
        and (for_office is null or f.office_id = for_office
          or f.region = (select o.region from access.offices o where o.id = for_office)
          or (f.office_id is null and f.region is null)));
  end $$;
grant execute on function access.holds_function(text, text) to relais_web;

-- Offices of the regions whose restricted cases fall to the session's person when nobody named is left.
create function access.deputy_offices() returns setof text
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin
    return query select o.id from access.offices o join app.staff_functions f on f.region = o.region
      join access.users u on u.id = f.person_id and u.role = 'SUPERVISOR'
      where f.person_id = own and f.function = 'RESTRICTED_DEPUTY' and f.from_at <= clock.casework_now()
        and (f.until_at is null or f.until_at > clock.casework_now());
  end $$;
grant execute on function access.deputy_offices() to relais_web;

-- May this person decide on this case: an active supervisor, of its office, or named where it is restricted.
create function app.able_supervisor(person uuid, of_case uuid, of_office text, of_sensitivity text) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return exists (select from access.users u where u.id = person and u.active and u.role = 'SUPERVISOR'
      and case when of_sensitivity = 'S4'
        then exists (select from app.case_members m where m.case_id = of_case and m.user_id = person
          and m.capacity = 'NAMED_SUPERVISOR' and m.until is null)
        else exists (select from access.user_offices o where o.user_id = person and o.office_id = of_office) end);
  end $$;
grant execute on function app.able_supervisor(uuid, uuid, text, text) to relais_web;

-- May this person do the team's work on this case: active, in a role with cases, and still lead or member.
create function app.able_colleague(person uuid, of_case uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return exists (select from access.users u join app.case_members m on m.user_id = u.id
      where u.id = person and u.active and u.role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER')
        and m.case_id = of_case and m.capacity in ('LEAD', 'MEMBER') and m.until is null);
  end $$;
grant execute on function app.able_colleague(uuid, uuid) to relais_web;

-- Restricted cases of the session's regions on which nobody named can decide any more. Empty for whoever is no deputy.
create function access.orphaned_case_ids() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare mine text[] := array(select access.deputy_offices());
  begin
    if mine = '{}' then return; end if;
    return query select c.id from app.cases c
      where c.sensitivity = 'S4' and c.office_id = any(mine) and c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
        and not exists (select from app.case_members m join access.users u on u.id = m.user_id
          where m.case_id = c.id and m.capacity = 'NAMED_SUPERVISOR' and m.until is null and u.active and u.role = 'SUPERVISOR');
  end $$;
grant execute on function access.orphaned_case_ids() to relais_web;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function access.holds_function(text, text) owner to relais_definer;
alter function access.deputy_offices() owner to relais_definer;
alter function app.able_supervisor(uuid, uuid, text, text) owner to relais_definer;
alter function app.able_colleague(uuid, uuid) owner to relais_definer;
alter function access.orphaned_case_ids() owner to relais_definer;
