-- The past of every fact of a case: one line a save, with who, when, and what stood there before. The database writes it from
-- the rows themselves, whoever saves and however; nobody else may, and nothing in it changes or goes before the case does.
create table app.case_changes (
  case_id uuid not null references app.cases on delete cascade,
  id bigint generated always as identity,
  -- Whose facts they are; nobody's where only the case's own changed. The person may be gone: a member entered by mistake.
  person_id uuid,
  what text not null check (what in ('CHANGED', 'ADDED', 'REMOVED')),
  -- Who had signed in; nobody: Relais itself.
  by_id uuid references access.users,
  -- The moment the save began: within one save it is the same, and nobody begins two at once on one case.
  at timestamptz not null default clock.casework_now(),
  -- What was sealed of the person before, as it was sealed, and the key that opens it: whoever may not open the value may not
  -- read the line.
  key_id uuid,
  sealed bytea,
  -- Each plain column that changed: `[from, to]`.
  changed jsonb not null,
  primary key (case_id, id),
  check ((person_id is null) = (key_id is null)),
  check (what = 'CHANGED' or person_id is not null)
);
alter table app.case_changes enable row level security;
alter table app.case_changes force row level security;
create policy owner_maintains on app.case_changes to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.case_changes to relais_web;
grant select, insert, update on app.case_changes to relais_definer;
create policy definer_reads on app.case_changes for select to relais_definer using (true);
create policy definer_keeps on app.case_changes for insert to relais_definer
  with check (at = clock.casework_now() and by_id is not distinct from access.actor_id());
create policy definer_adds on app.case_changes for update to relais_definer using (at = clock.casework_now())
  with check (at = clock.casework_now() and by_id is not distinct from access.actor_id());
create policy team_reads on app.case_changes for select to relais_web using (
  exists (select from app.cases c where c.id = case_id)
  and (key_id is null or exists (select from vault.keys k where k.id = key_id)));

-- `[from, to]` of each column that differs, without those that are no facts. Nothing and an empty list are one.
create function app.difference(before jsonb, after jsonb, beside text[]) returns jsonb
  language sql immutable set search_path = ''
  as $$ select coalesce(pg_catalog.jsonb_object_agg(k.key, pg_catalog.jsonb_build_array(v.was, v.is_now)), '{}')
    from pg_catalog.jsonb_object_keys(coalesce(after, before)) k (key),
      lateral (select nullif(nullif(before -> k.key, '[]'), 'null') as was, nullif(nullif(after -> k.key, '[]'), 'null') as is_now) v
    where v.was is distinct from v.is_now and k.key <> all (beside) $$;

create function app.rating_difference(before jsonb, after jsonb, beside text[]) returns jsonb
  language sql immutable set search_path = ''
  as $$ select coalesce(pg_catalog.jsonb_object_agg('rating.' || d.key, d.value), '{}')
    from pg_catalog.jsonb_each(app.difference(before, after, beside)) d $$;

-- Ratings had a past of their own, which nobody read: its lines begin this one, each with what the rating after it made of it.
select set_config('relais.maintenance', 'on', true);
insert into app.case_changes (case_id, what, by_id, at, changed)
  select n.case_id, 'CHANGED', n.rated_by, n.rated_at, n.changed from (
    select r.case_id, r.rated_by, r.rated_at, app.rating_difference(lag(r.facts) over past, r.facts, '{}') as changed,
        row_number() over past as place
      from (select e.case_id, e.rated_by, e.rated_at, jsonb_build_object('risk', e.risk, 'restrict_proposed', e.restrict_proposed, 'rules', e.rules,
            'clocks', e.clocks, 'happened_at', e.happened_at, 'lower_reason', e.lower_reason, 'open_reason', e.open_reason) as facts, e.id
          from app.earlier_proposals e
        union all select p.case_id, p.rated_by, p.rated_at, jsonb_build_object('risk', p.risk, 'restrict_proposed', p.restrict_proposed,
            'rules', p.rules, 'clocks', p.clocks, 'happened_at', p.happened_at, 'lower_reason', p.lower_reason,
            'open_reason', p.open_reason), null
          from app.case_proposals p) r
      window past as (partition by r.case_id order by r.id nulls last)) n
  where n.place > 1 and n.changed <> '{}' order by n.rated_at;
select set_config('relais.maintenance', '', true);

-- Written by the triggers below alone, added to in its own save alone, gone with its case alone.
create function app.changes_stay() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'DELETE' then
      perform app.must_hold(not exists (select from app.cases c where c.id = old.case_id), 'what was changed stays');
      return old;
    end if;
    perform app.must_hold(pg_catalog.pg_trigger_depth() > 1, 'written from the rows themselves');
    perform app.must_hold(tg_op = 'INSERT' or (old.at = clock.casework_now() and old.by_id is not distinct from access.actor_id()),
      'what was changed stays');
    return new;
  end $$;
create trigger stays before insert or update or delete on app.case_changes for each row execute function app.changes_stay();

-- One line a save: what the same save changed before stands in the line already, and the first value stays.
create function app.keep_change(line app.case_changes) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare last app.case_changes;
  begin
    select c.* into last from app.case_changes c where c.case_id = line.case_id order by c.id desc limit 1;
    if last.at = clock.casework_now() and last.by_id is not distinct from access.actor_id() and last.what = line.what
        and coalesce(last.person_id = line.person_id, true) then
      update app.case_changes c set person_id = coalesce(line.person_id, c.person_id), key_id = coalesce(c.key_id, line.key_id),
          sealed = coalesce(c.sealed, line.sealed),
          changed = c.changed || (select coalesce(pg_catalog.jsonb_object_agg(n.key,
            pg_catalog.jsonb_build_array(coalesce(c.changed -> n.key, n.value) -> 0, n.value -> 1)), '{}')
            from pg_catalog.jsonb_each(line.changed) n)
        where c.id = last.id;
    else
      insert into app.case_changes (case_id, person_id, what, by_id, key_id, sealed, changed)
        values (line.case_id, line.person_id, line.what, access.actor_id(), line.key_id, line.sealed, line.changed);
    end if;
  end $$;

-- Somebody who signed in, and the jobs; not a migration, a seed or whoever repairs the database by hand.
create function access.in_service() returns boolean
  language sql stable security definer set search_path = ''
  as $$ select access.login() <> '' or (pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage')
    and not pg_catalog.pg_has_role(session_user, 'relais_owner', 'usage')) $$;

-- The arguments of the triggers are the columns that are no facts: a column that somebody adds is kept until it is named here.
create function app.person_is_kept() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare line app.case_changes; known app.people := case when tg_op = 'INSERT' then new else old end;
  begin
    if not access.in_service() then return null; end if;
    line.case_id := known.case_id; line.person_id := known.id; line.key_id := known.key_id;
    line.what := case tg_op when 'INSERT' then 'ADDED' when 'DELETE' then 'REMOVED' else 'CHANGED' end;
    line.changed := app.difference(case when tg_op <> 'INSERT' then pg_catalog.to_jsonb(old) end,
      case when tg_op <> 'DELETE' then pg_catalog.to_jsonb(new) end, tg_argv);
    if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.identity <> new.identity) then line.sealed := old.identity; end if;
    if tg_op <> 'UPDATE' or line.sealed is not null or line.changed <> '{}' then perform app.keep_change(line); end if;
    return null;
  end $$;
create function app.case_is_kept() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare line app.case_changes;
  begin
    if not access.in_service() then return null; end if;
    line.case_id := new.id; line.what := 'CHANGED';
    line.changed := app.difference(pg_catalog.to_jsonb(old), pg_catalog.to_jsonb(new), tg_argv);
    if line.changed <> '{}' then perform app.keep_change(line); end if;
    return null;
  end $$;

-- What the rules proposed for the risk, and why less was chosen: said in the same save, as `rating.<column>`.
create function app.rating_is_kept() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare line app.case_changes;
  begin
    if not access.in_service() then return null; end if;
    line.case_id := new.case_id; line.what := 'CHANGED';
    line.changed := app.rating_difference(case when tg_op = 'UPDATE' then pg_catalog.to_jsonb(old) end, pg_catalog.to_jsonb(new), tg_argv);
    if line.changed <> '{}' then perform app.keep_change(line); end if;
    return null;
  end $$;

create trigger w_kept after update on app.people for each row when (old.* is distinct from new.*)
  execute function app.person_is_kept('id', 'case_id', 'office_id', 'sensitivity', 'standing', 'nationality', 'key_id', 'identity', 'version',
    'changed_by', 'changed_at');
-- A member of the household is added and taken away; the person the case is about comes and goes with it.
create trigger w_kept_added after insert on app.people for each row when (new.standing = 'HOUSEHOLD' and access.writes_itself())
  execute function app.person_is_kept('id', 'case_id', 'office_id', 'sensitivity', 'standing', 'nationality', 'key_id', 'identity', 'version',
    'changed_by', 'changed_at');
create trigger w_kept_removed after delete on app.people for each row when (old.standing = 'HOUSEHOLD' and access.writes_itself())
  execute function app.person_is_kept('id', 'case_id', 'office_id', 'sensitivity', 'standing', 'nationality', 'key_id', 'identity', 'version',
    'changed_by', 'changed_at');
create trigger w_kept after update on app.cases for each row when (old.* is distinct from new.*)
  execute function app.case_is_kept('id', 'code', 'state', 'opened_by', 'opened_at', 'registered_at', 'closed_at', 'source', 'flow_point',
    'cercle', 'alert_id', 'last_contact_on', 'next_due_at', 'next_due_kind', 'last_verb', 'last_party', 'last_actor_id',
    'closure_asked_by', 'last_reason', 'asked_at', 'first_action_at', 'merged_into', 'merged_from', 'version');

create trigger w_kept after insert or update on app.case_proposals for each row
  execute function app.rating_is_kept('case_id', 'office_id', 'sensitivity', 'chosen_risk', 'rated_by', 'rated_at');

-- Nothing is added to the ratings' own past any more; the table goes with the next release, when no process of this one may still
-- name it.
drop trigger d_stays on app.case_proposals;
drop function app.proposals_stay();

-- Ratings are found by their case alone; by nothing indexed that a save changes, so that it stays on its page.
drop index app.proposals_below;
alter table app.case_proposals set (fillfactor = 80);
alter table app.people set (fillfactor = 80);

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.changes_stay() owner to relais_definer;
alter function access.in_service() owner to relais_definer;
alter function app.keep_change(app.case_changes) owner to relais_definer;
alter function app.person_is_kept() owner to relais_definer;
alter function app.case_is_kept() owner to relais_definer;
alter function app.rating_is_kept() owner to relais_definer;
set role relais_definer;
revoke execute on function app.changes_stay(), access.in_service(), app.keep_change(app.case_changes), app.person_is_kept(), app.case_is_kept(), app.rating_is_kept() from public;
reset role;
revoke execute on function app.difference(jsonb, jsonb, text[]), app.rating_difference(jsonb, jsonb, text[]) from public;
grant execute on function app.difference(jsonb, jsonb, text[]), app.rating_difference(jsonb, jsonb, text[]) to relais_definer;
