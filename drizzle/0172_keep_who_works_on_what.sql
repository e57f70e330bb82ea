-- Who works on which case that is worked on now: one's past is as long as one's years, and every list read all of it. The
-- table follows memberships and the state of cases in the transaction that changes them; nobody reads it but the functions
-- below.
create table access.live_members (
  user_id uuid not null,
  case_id uuid not null references app.cases,
  capacity text not null,
  primary key (user_id, case_id, capacity)
);
create index live_members_of_case on access.live_members (case_id);
alter table access.live_members enable row level security;
alter table access.live_members force row level security;
create policy owner_maintains on access.live_members to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select, insert, delete on access.live_members to relais_definer;
create policy definer_reads on access.live_members for select to relais_definer using (true);
create policy definer_adds on access.live_members for insert to relais_definer with check (exists (select from app.case_members m
  where m.case_id = live_members.case_id and m.user_id = live_members.user_id and m.capacity = live_members.capacity and m.until is null));
create policy definer_drops on access.live_members for delete to relais_definer using (true);

create function access.members_join() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    insert into access.live_members (user_id, case_id, capacity)
      select f.user_id, f.case_id, f.capacity from fresh f join app.cases c on c.id = f.case_id and c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
      where f.until is null on conflict do nothing;
    return null;
  end $$;
create function access.member_changes() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    delete from access.live_members l
      where l.user_id = old.user_id and l.case_id = old.case_id and l.capacity = old.capacity;
    if tg_op = 'UPDATE' and new.until is null then
      insert into access.live_members (user_id, case_id, capacity)
        select new.user_id, new.case_id, new.capacity from app.cases c where c.id = new.case_id and c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
        on conflict do nothing;
    end if;
    return null;
  end $$;
create function access.case_turns() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    delete from access.live_members l where l.case_id = new.id;
    if new.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE') then
      insert into access.live_members (user_id, case_id, capacity)
        select m.user_id, m.case_id, m.capacity from app.case_members m where m.case_id = new.id and m.until is null;
    end if;
    return null;
  end $$;
create trigger z_live_join after insert on app.case_members referencing new table as fresh for each statement
  execute function access.members_join();
create trigger z_live_change after update or delete on app.case_members for each row execute function access.member_changes();
create trigger z_live_turn after update of state on app.cases for each row
  when ((old.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')) <> (new.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'))) execute function access.case_turns();

-- Part of `my_case_ids`, by the same people: cases that are worked on; `shared`: where somebody else leads.
create function access.my_live_case_ids() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin
    if (select u.role from access.users u where u.id = own) in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') then
      return query select l.case_id from access.live_members l where l.user_id = own;
    end if;
  end $$;
create function access.shared_live_case_ids() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin return query select l.case_id from access.live_members l where l.user_id = own and l.capacity <> 'LEAD'; end $$;

do $$
declare f text;
begin
  foreach f in array array['access.members_join()', 'access.member_changes()', 'access.case_turns()',
      'access.my_live_case_ids()', 'access.shared_live_case_ids()'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
set role relais_definer;
grant execute on function access.my_live_case_ids(), access.shared_live_case_ids() to relais_web;
reset role;

select set_config('relais.maintenance', 'on', true);
insert into access.live_members (user_id, case_id, capacity)
  select m.user_id, m.case_id, m.capacity from app.case_members m join app.cases c on c.id = m.case_id and c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
  where m.until is null;
select set_config('relais.maintenance', '', true);

-- The reading policies ask first whether it is a case of one's own that is worked on, and look at one's whole past only for
-- a row that nothing else shows: what they let through stays the same.
do $$
declare
  p record;
  whole constant text := '\((\w+\.)?(case_id|id) = ANY \(ARRAY\( SELECT access\.my_case_ids\(\) AS my_case_ids\)\)\)';
  live constant text := '(\1\2 = any(array(select access.my_live_case_ids())))';
  past constant text := '(\1\2 = any(array(select access.my_case_ids())))';
  asked text;
begin
  for p in select polrelid::regclass as place, polname, pg_get_expr(polqual, polrelid) as holds from pg_policy
      where polcmd = 'r' and 'relais_web'::regrole = any(polroles) and pg_get_expr(polqual, polrelid) ~ 'my_case_ids' loop
    -- Where a row may be shown by another table, one's past is the shorter way.
    asked := case when p.holds ~ ('^\(' || whole || ' OR ') and p.holds !~ 'EXISTS'
      then regexp_replace(p.holds, '^\(' || whole || ' OR (.*)\)$', '(' || live || ' or \3 or ' || past || ')')
      else regexp_replace(p.holds, whole, '(' || live || ' or ' || past || ')', 'g') end;
    if asked !~ 'my_live_case_ids' then raise exception 'policy % of % is not understood', p.polname, p.place; end if;
    execute format('alter policy %I on %s using (%s)', p.polname, p.place, asked);
  end loop;
end $$;
