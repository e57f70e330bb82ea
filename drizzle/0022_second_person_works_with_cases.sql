-- The second person of a consent works with cases: a caseworker or a supervisor of any office, active when it is
-- written. Never somebody who only raises alerts, counts or administers, and never the one who records.
create function app.second_person_fits() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if new.second_person_id is not null and not exists (select from access.users u where u.id = new.second_person_id
        and u.active and u.role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR')) then
      raise exception 'the second person does not work with cases' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger second_person_fits before insert or update of second_person_id on app.consents
  for each row execute function app.second_person_fits();
alter function app.second_person_fits() owner to relais_definer;
