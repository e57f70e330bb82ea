-- The case as a machine, as far as its work begins, ends and stops. The application knows the same table in
-- lib/casework/cases/transitions.ts; a test compares the two.

create table app.case_transitions (
  verb text not null,
  from_state text not null,
  to_state text not null,
  by_party text not null check (by_party in ('team', 'supervisor')),
  primary key (verb, from_state, to_state, by_party)
);
insert into app.case_transitions (verb, from_state, to_state, by_party) values
  ('open', 'DRAFT', 'OPEN', 'team'),
  ('withdraw-case-consent', 'DRAFT', 'PENDING_CLOSURE', 'team'),
  ('withdraw-case-consent', 'OPEN', 'PENDING_CLOSURE', 'team'),
  ('withdraw-case-consent', 'ON_HOLD', 'PENDING_CLOSURE', 'team'),
  ('close', 'PENDING_CLOSURE', 'CLOSED', 'supervisor');

alter table app.cases
  -- Written with each change of state; the trigger turns them into the event.
  add column last_verb text not null default 'start',
  add column last_party text not null default 'team',
  add column last_actor_id uuid references access.users,
  -- Who asked to close: somebody else decides.
  add column closure_asked_by uuid references access.users,
  -- The day the file is to be erased, where one is set at closing.
  add column erase_on date;
grant update (last_verb, last_party, last_actor_id, closure_asked_by, erase_on) on app.cases to relais_web;

create table app.case_events (
  id bigint generated always as identity primary key,
  case_id uuid not null references app.cases,
  verb text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid references access.users,
  party text not null,
  reason text,
  version integer not null
);
create index events_of_case on app.case_events (case_id, id);

-- What is known of cases that were there before; asserted, because a backfill that missed some would be believed.
select set_config('relais.maintenance', 'on', true);
insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, version)
  select c.id, 'start', '', 'DRAFT', c.opened_at, c.opened_by, 'team', 1 from app.cases c
  union all select c.id, 'open', 'DRAFT', 'OPEN', c.registered_at, null, 'team', 1 from app.cases c where c.registered_at is not null
  union all select c.id, 'close', 'PENDING_CLOSURE', 'CLOSED', c.closed_at, null, 'supervisor', 1 from app.cases c
    where c.state = 'CLOSED' and c.closed_at is not null;
do $$
begin
  if (select count(*) from app.case_events where verb = 'start') <> (select count(*) from app.cases) then
    raise exception 'the events of some cases were not found';
  end if;
end $$;
select set_config('relais.maintenance', '', true);

do $$
declare t text;
begin
  foreach t in array array['case_transitions', 'case_events'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('grant select on app.%I to relais_web, relais_definer', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
  end loop;
end $$;
create policy everyone_reads on app.case_transitions for select to relais_web using ((select access.actor_id()) is not null);
create policy team_reads on app.case_events for select to relais_web using (
  case_id = any(array(select access.my_case_ids())) or exists (select from app.cases c where c.id = case_id));
grant insert on app.case_events to relais_definer;
create policy definer_appends on app.case_events for insert to relais_definer with check (version > 0);

-- A change of state needs a row of the table for the verb and the party that acts. On the staff login the party is
-- looked up: the team by membership, the supervisor by office or name, and whoever asked to close never closes.
create function app.case_moves() returns trigger
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
create trigger case_moves before update of state on app.cases for each row when (old.state is distinct from new.state)
  execute function app.case_moves();

-- A case begins; one that is brought in with its past brings the dates that are known.
create function app.case_begins() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, version)
      values (new.id, 'start', '', 'DRAFT', new.opened_at, new.opened_by, 'team', new.version);
    if new.registered_at is not null then
      insert into app.case_events (case_id, verb, from_state, to_state, at, party, version)
        values (new.id, 'open', 'DRAFT', 'OPEN', new.registered_at, 'team', new.version);
    end if;
    if new.state = 'CLOSED' and new.closed_at is not null then
      insert into app.case_events (case_id, verb, from_state, to_state, at, party, version)
        values (new.id, 'close', 'PENDING_CLOSURE', 'CLOSED', new.closed_at, 'supervisor', new.version);
    end if;
    return new;
  end $$;
create trigger case_begins after insert on app.cases for each row execute function app.case_begins();

-- Once the person took their consent to the file back, nothing more is written about them. A new yes may be recorded.
create function app.writing_goes_on() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if exists (select from app.cases c where c.id = new.case_id and c.closure_reason = 'CONSENT_WITHDRAWN'
        and c.state in ('PENDING_CLOSURE', 'CLOSED')) then
      raise exception 'the person of case % took their consent back', new.case_id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger writing_goes_on before insert on app.notes for each row execute function app.writing_goes_on();
create trigger writing_goes_on before insert on app.assistance for each row execute function app.writing_goes_on();
create trigger writing_goes_on before insert on app.referrals for each row execute function app.writing_goes_on();
create trigger writing_goes_on before insert on app.people for each row execute function app.writing_goes_on();
create trigger writing_goes_on before insert on app.consents for each row when (new.purpose not in ('CASE_MGMT', 'STATS'))
  execute function app.writing_goes_on();
create trigger changing_goes_on before update on app.people for each row when (new.version is distinct from old.version)
  execute function app.writing_goes_on();

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.case_moves() owner to relais_definer;
alter function app.case_begins() owner to relais_definer;
alter function app.writing_goes_on() owner to relais_definer;
grant usage on sequence app.case_events_id_seq to relais_definer;
