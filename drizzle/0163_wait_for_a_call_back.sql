-- What was called back about waits for no call: it is left to close, in a list of its own.
create or replace function app.psea_waiting() returns integer
  language plpgsql stable set search_path = ''
  as $$ begin
    if not (access.holds_function('PSEA_FOCAL_POINT') or access.holds_function('PSEA_DEPUTY')) then return null; end if;
    return (select count(*) from app.psea_reports p where p.closed_at is null and p.taken_at is null);
  end $$;
