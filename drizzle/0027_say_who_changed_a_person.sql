-- Who changed a person's file last, and when: what a colleague whose page has grown old is told. The database writes it.
alter table app.people
  add column changed_by uuid references access.users,
  add column changed_at timestamptz;

create function app.person_changes() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    new.changed_by := access.actor_id();
    new.changed_at := clock.casework_now();
    return new;
  end $$;
create trigger person_changes before update on app.people for each row when (new.version is distinct from old.version)
  execute function app.person_changes();
alter function app.person_changes() owner to relais_definer;
