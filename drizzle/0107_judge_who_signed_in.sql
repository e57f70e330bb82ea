-- Who writes is who signed in to the database, never the role somebody has put on since: `set role` to the login's own
-- group switched every list of writes off. One function says it, and every trigger of the second wall asks that function.

-- True for what a login of the field writes itself: not for what a definer function does on its behalf, not for the
-- cascades of a key, which run as the owner. Nobody of the field may become either.
create function access.writes_itself() returns boolean
  language sql stable set search_path = ''
  as $$ select case when current_user in ('relais_definer', 'relais_owner') then false else access.login() <> '' end $$;
alter function access.writes_itself() owner to relais_definer;
set role relais_definer;
grant execute on function access.writes_itself() to relais_web, relais_partner, relais_owner;
grant execute on function access.login() to relais_web, relais_partner, relais_owner;
reset role;

do $$
declare t record;
begin
  for t in select g.tgname, g.tgrelid::regclass as tbl, g.tgfoid::regprocedure as does, pg_get_triggerdef(g.oid) as def
      from pg_trigger g where not g.tgisinternal and pg_get_triggerdef(g.oid) ~ 'CURRENT_USER' loop
    set role relais_definer;
    execute format('grant execute on function %s to relais_owner', t.does);
    reset role;
    set role relais_owner;
    execute format('drop trigger %I on %s', t.tgname, t.tbl);
    execute regexp_replace(t.def, 'WHEN \(.*CURRENT_USER.*\) EXECUTE', 'WHEN (access.writes_itself()) EXECUTE');
    set role relais_definer;
    execute format('revoke execute on function %s from relais_owner', t.does);
    reset role;
  end loop;
end $$;
