-- How many reports of abuse wait for whoever hears them: a number for the holder of the function on every page they open, null
-- for everybody else, who learns nothing. It counts with the reader's own rows, by the policies of the table.
create function app.psea_waiting() returns integer
  language plpgsql stable set search_path = ''
  as $$ begin
    if not (access.holds_function('PSEA_FOCAL_POINT') or access.holds_function('PSEA_DEPUTY')) then return null; end if;
    return (select count(*) from app.psea_reports p where p.closed_at is null);
  end $$;
grant execute on function app.psea_waiting() to relais_web;
