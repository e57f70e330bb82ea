-- Restricting is one act with one record: who, when and why. Whoever did it may take it back until somebody else has opened
-- the case; the log of reads, which every opening writes in its own transaction, says so on the same row that taking back
-- writes, so that of an opening and an undo at one moment exactly one comes first.

create table app.case_restrictions (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  reason text not null check (reason in ('PERSON_ASKED', 'REPRISAL', 'KNOWN_HERE', 'SENSITIVE')),
  restricted_by uuid not null references access.users,
  restricted_at timestamptz not null default clock.casework_now(),
  -- The first of the staff, other than who restricted it, that opened it: from then on it stays.
  opened_by uuid references access.users,
  opened_at timestamptz,
  undone_at timestamptz,
  -- The same instant in real time: whoever began to read before it has read what is no more.
  undone_stamp timestamptz,
  check ((undone_at is null) = (undone_stamp is null)),
  check (opened_at is null or undone_at is null),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade on delete cascade
);
create unique index one_restriction_stands on app.case_restrictions (case_id) where undone_at is null;
create index restrictions_of_case on app.case_restrictions (case_id, restricted_at);
alter table app.case_restrictions enable row level security;
alter table app.case_restrictions force row level security;
create policy owner_maintains on app.case_restrictions to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select, insert, update (opened_by, opened_at, undone_at, undone_stamp) on app.case_restrictions to relais_definer;
grant select on app.case_restrictions to relais_web;
create policy definer_reads on app.case_restrictions for select to relais_definer using (true);
create policy definer_restricts on app.case_restrictions for insert to relais_definer
  with check (restricted_by = access.actor_id() and app.is_now(restricted_at) and opened_at is null and undone_at is null);
create policy definer_notes on app.case_restrictions for update to relais_definer
  using (undone_at is null) with check ((opened_at is null) <> (undone_at is null));
create policy team_reads on app.case_restrictions for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));

-- What the log knows of those that stand already. Nobody takes them back any more: other people have worked on them since.
select set_config('relais.maintenance', 'on', true);
insert into app.case_restrictions (case_id, office_id, sensitivity, reason, restricted_by, restricted_at, opened_at)
  select distinct on (c.id) c.id, c.office_id, c.sensitivity, e.detail::jsonb ->> 'reason', e.actor_id,
      coalesce((select min(m.since) from app.case_members m where m.case_id = c.id and m.capacity = 'NAMED_SUPERVISOR'), c.opened_at),
      clock.casework_now()
    from app.cases c join audit.events e on e.case_id = c.id and e.action = 'case.restrict' and e.outcome = 'done'
    where c.sensitivity = 'S4' and e.detail::jsonb ->> 'reason' in ('PERSON_ASKED', 'REPRISAL', 'KNOWN_HERE', 'SENSITIVE')
    order by c.id, e.id desc;
select set_config('relais.maintenance', '', true);

-- The lead or a supervisor restricts: whoever is named keeps it, a supervisor who restricts stays named. False: somebody was quicker.
create function app.restrict_case(of_case uuid, named uuid[], why text, as_version integer) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; me uuid := access.actor_id(); mine text[]; keep uuid[] := named;
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    mine := access.parties(c.id, c.office_id, c.sensitivity);
    if c.id is null or not coalesce(mine && array['lead', 'supervisor'], false) or not app.worked_on(c.id) then
      raise exception 'not theirs to restrict' using errcode = 'insufficient_privilege';
    end if;
    if c.sensitivity <> 'S3' or c.version is distinct from as_version then return false; end if;
    if 'supervisor' = any(mine) then keep := keep || me; end if;
    if coalesce(pg_catalog.cardinality(keep), 0) = 0 or exists (select from pg_catalog.unnest(keep) n
        where n is null or not access.works(n, c.office_id, 'SUPERVISOR')) then
      raise exception 'no supervisor of this office' using errcode = 'check_violation';
    end if;
    insert into app.case_members (case_id, user_id, capacity, since)
      select distinct c.id, n, 'NAMED_SUPERVISOR', clock.casework_now() from pg_catalog.unnest(keep) n
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
    insert into app.case_restrictions (case_id, office_id, sensitivity, reason, restricted_by, restricted_at)
      values (c.id, c.office_id, c.sensitivity, why, me, clock.casework_now());
    update app.cases x set sensitivity = 'S4', version = x.version + 1 where x.id = c.id;
    return true;
  end $$;

-- Back to what it was: by whoever restricted it, while nobody else has opened it. Answers what came of it:
-- done; opened = somebody was in it before; none = nothing of theirs stands.
create function app.undo_restriction(of_case uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; r app.case_restrictions; me uuid := access.actor_id();
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    select x.* into r from app.case_restrictions x where x.case_id = of_case and x.undone_at is null for update;
    if r.id is null or me is null or r.restricted_by <> me or not app.worked_on(c.id)
      or not coalesce(access.parties(c.id, c.office_id, c.sensitivity) && array['lead', 'supervisor'], false) then
      return 'none';
    end if;
    if r.opened_at is not null then return 'opened'; end if;
    update app.case_restrictions x set undone_at = clock.casework_now(), undone_stamp = pg_catalog.clock_timestamp() where x.id = r.id;
    update app.cases x set sensitivity = 'S3', version = x.version + 1 where x.id = c.id;
    update app.case_members m set until = clock.casework_now()
      where m.case_id = c.id and m.capacity = 'NAMED_SUPERVISOR' and m.until is null and m.since >= r.restricted_at;
    return 'done';
  end $$;
create policy definer_opens_again on app.cases for update to relais_definer using (sensitivity = 'S4')
  with check (sensitivity = 'S3' and exists (select from app.case_restrictions r
    where r.case_id = cases.id and r.restricted_by = access.actor_id() and app.is_now(r.undone_at)));

-- Restricted once it stays so, but for the one way back.
set role relais_definer;
create or replace function app.restricted_has_supervisor() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if old.sensitivity = 'S4' and new.sensitivity <> 'S4' and not exists (select from app.case_restrictions r
        where r.case_id = new.id and app.is_now(r.undone_at)) then
      raise exception 'case % stays restricted', new.id using errcode = 'check_violation';
    end if;
    if new.sensitivity = 'S4' and old.sensitivity <> 'S4' and not exists (select from app.case_members m where m.case_id = new.id
        and m.capacity = 'NAMED_SUPERVISOR' and m.until is null) then
      raise exception 'case % is restricted without a named supervisor', new.id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
reset role;

-- An opening by anybody else of the staff, as the log writes it. Whoever began to read before it was taken back has read
-- "restricted", which is no more true: their page is made again.
create function app.note_opening() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.case_restrictions r set opened_by = new.actor_id, opened_at = clock.casework_now()
      where r.case_id = new.case_id and r.undone_at is null and r.opened_at is null and r.restricted_by <> new.actor_id
        and exists (select from access.users u where u.id = new.actor_id
          and u.role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR'));
    if not found and exists (select from app.case_restrictions r where r.case_id = new.case_id
        and r.undone_stamp > pg_catalog.now() and r.restricted_by <> new.actor_id) then
      raise exception 'the restriction was taken back meanwhile' using errcode = 'serialization_failure';
    end if;
    return null;
  end $$;
create trigger note_opening after insert on audit.events for each row
  when (new.case_id is not null and new.actor_id is not null and new.outcome in ('done', 'shown')) execute function app.note_opening();

-- Whether this session restricted the case, or took that back, in this transaction: then the people of it are theirs to file anew.
create function app.changes_reach_now(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.case_restrictions r where r.case_id = of_case and r.restricted_by = access.actor_id()
    and (app.is_now(r.restricted_at) or app.is_now(r.undone_at))) $$;

-- What was found by name under one key is found under the other, and never under both.
set role relais_definer;
create or replace function app.forget_open_tokens() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if new.sensitivity = 'S4' then delete from app.name_tokens t where t.case_id = old.id;
    else delete from app.restricted_tokens t where t.case_id = old.id; end if;
    return new;
  end $$;
grant execute on function app.forget_open_tokens() to relais_owner;
reset role;
drop trigger forget_tokens on app.cases;
create trigger forget_tokens before update of sensitivity on app.cases for each row
  when (old.sensitivity is distinct from new.sensitivity) execute function app.forget_open_tokens();

set role relais_definer;
revoke execute on function app.forget_open_tokens() from relais_owner;
create or replace function app.keep_tokens(of_person uuid, wanted bigint[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare person app.people;
  begin
    select p.* into person from app.people p where p.id = of_person;
    if person.id is null
      or not (access.parties(person.case_id, person.office_id, person.sensitivity) && array['team', 'opener']
        or app.changes_reach_now(person.case_id)) then
      raise exception 'nobody of this case' using errcode = 'insufficient_privilege';
    end if;
    if person.sensitivity = 'S4' then
      if wanted = '{}' then
        delete from app.restricted_tokens t where t.person_id = of_person;
      else
        insert into app.restricted_tokens as t (person_id, case_id, tokens) values (of_person, person.case_id, wanted)
          on conflict (person_id) do update set tokens = excluded.tokens where t.tokens <> excluded.tokens;
      end if;
    elsif wanted = '{}' then
      delete from app.name_tokens t where t.person_id = of_person;
    else
      insert into app.name_tokens as t (person_id, case_id, office_id, tokens)
        values (of_person, person.case_id, person.office_id, wanted)
        on conflict (person_id) do update set tokens = excluded.tokens where t.tokens <> excluded.tokens;
    end if;
  end $$;
reset role;

-- One door: no login raises a case by itself any more, and the old one goes.
revoke update (sensitivity) on app.cases from relais_web;
drop function app.restrict_as_supervisor(uuid, uuid[], integer);
revoke execute on function app.restrict_case(uuid, uuid[], text, integer), app.undo_restriction(uuid), app.note_opening(),
  app.changes_reach_now(uuid) from public;
grant execute on function app.restrict_case(uuid, uuid[], text, integer), app.undo_restriction(uuid) to relais_web;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.restrict_case(uuid, uuid[], text, integer) owner to relais_definer;
alter function app.undo_restriction(uuid) owner to relais_definer;
alter function app.note_opening() owner to relais_definer;
alter function app.changes_reach_now(uuid) owner to relais_definer;
