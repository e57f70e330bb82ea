-- What is said later of the person holds for each of their files: where the file that stands ends by a no, the sharing of those that
-- point at it ends with it; and the day on which the identity is erased is one.
grant update (erase_on, retention_class) on app.cases to relais_definer;
create policy definer_keeps_as_long on app.cases for update to relais_definer using (merged_into is not null)
  with check (state = 'DUPLICATE' and merged_into is not null);
create function app.twins_follow() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now();
  begin
    if new.closure_reason = 'CONSENT_WITHDRAWN' and old.closure_reason is distinct from new.closure_reason then
      update app.shares s set ended_at = moment from app.cases d
        where d.merged_into = new.id and s.case_id = d.id and s.ended_at is null;
    end if;
    update app.cases d set erase_on = new.erase_on, retention_class = new.retention_class, version = d.version + 1
      where d.merged_into = new.id and (d.erase_on is distinct from new.erase_on or d.retention_class is distinct from new.retention_class);
    return null;
  end $$;
create trigger twins_follow after update of closure_reason, erase_on, retention_class on app.cases for each row
  when (old.closure_reason is distinct from new.closure_reason or old.erase_on is distinct from new.erase_on
    or old.retention_class is distinct from new.retention_class)
  execute function app.twins_follow();
alter function app.twins_follow() owner to relais_definer;
