-- Administration adds projects of donors, renames them and says their last day. None is deleted, since lines of help name them; what each
-- said before stays, with who changed it. Decision record 133.
set constraints all immediate;

alter table app.projects add column version integer not null default 1 check (version > 0);

create table app.project_changes (
  id bigint generated always as identity primary key,
  project_id text not null references app.projects,
  at timestamptz not null default clock.casework_now(),
  by_id uuid not null references access.users,
  -- As it stood before; nothing stood before it was added.
  name text,
  until_on date,
  added boolean not null,
  check (added = (name is null))
);
create index changes_of_project on app.project_changes (project_id, id);
alter table app.project_changes enable row level security;
alter table app.project_changes force row level security;
create policy owner_maintains on app.project_changes to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy admin_reads on app.project_changes for select to relais_web using ((select access.actor_role()) = 'ADMIN');
create policy definer_keeps on app.project_changes for insert to relais_definer with check (by_id = access.actor_id());
grant select on app.project_changes to relais_web;
grant insert on app.project_changes to relais_definer;

create policy admin_reads on app.projects for select to relais_web using ((select access.actor_role()) = 'ADMIN');
create policy admin_adds on app.projects for insert to relais_web with check ((select access.actor_role()) = 'ADMIN' and version = 1);
create policy admin_changes on app.projects for update to relais_web using ((select access.actor_role()) = 'ADMIN')
  with check ((select access.actor_role()) = 'ADMIN');
grant insert on app.projects to relais_web;
grant update (name, until_on, version) on app.projects to relais_web;

set role relais_definer;
-- Whether help given after this day names the project: then it did not end on it. Says nothing else of any help.
create function app.helped_after(of_project text, on_day date) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select access.actor_role() = 'ADMIN' and exists (select from app.assistance a
    where a.project_id = of_project and a.given_on > on_day and a.ended_at is null) $$;

create function app.projects_hold() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(new.name = pg_catalog.btrim(new.name), 'a name begins and ends with a letter');
    if tg_op = 'UPDATE' then
      perform app.must_hold(new.version = old.version + 1, 'somebody was quicker');
      perform app.must_hold(not app.helped_after(new.id, new.until_on), 'help given later names it');
    end if;
    insert into app.project_changes (project_id, by_id, name, until_on, added)
      values (new.id, access.actor_id(), case tg_op when 'UPDATE' then old.name end, case tg_op when 'UPDATE' then old.until_on end, tg_op = 'INSERT');
    return null;
  end $$;
revoke execute on function app.helped_after(text, date), app.projects_hold() from public;
grant execute on function app.helped_after(text, date) to relais_web;
grant execute on function app.projects_hold() to relais_owner;
reset role;
create trigger b_holds after insert or update on app.projects for each row when (access.writes_itself()) execute function app.projects_hold();
set role relais_definer;
revoke execute on function app.projects_hold() from relais_owner;
reset role;
