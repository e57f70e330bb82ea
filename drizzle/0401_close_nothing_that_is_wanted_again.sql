-- A file that the person ended waits to be closed. If they agree to it again meanwhile it is given back, never closed: an earlier
-- page that did not know of the new yes would have it erased in thirty days.
create function app.closes_unwanted() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(not app.agreed_to_file(old.id), 'the person agrees again');
    return new;
  end $$;
create trigger e_closes_unwanted before update of state on app.cases for each row
  when (new.state = 'CLOSED' and old.state = 'PENDING_CLOSURE' and old.closure_reason = 'CONSENT_WITHDRAWN' and access.writes_itself())
  execute function app.closes_unwanted();
alter function app.closes_unwanted() owner to relais_definer;
