-- A grant that somebody still has to decide on holds a closing back, as work of the team does; it may be left with a reason. Said once
-- in casework/tasks/blocks-closing and once here.
set role relais_definer;
do $$
declare
  kept text := pg_get_functiondef('app.closing_blockers(uuid, text)'::regprocedure);
  one record;
begin
  for one in select * from (values
      ('''OPEN_TASK'' end, t.id, k.side = ''TEAM'', true', '''OPEN_TASK'' end, t.id, k.side = ''TEAM'' or t.kind = ''GRANT'', true'),
      ('or (k.side = ''TEAM'' and t.kind not in (', 'or ((k.side = ''TEAM'' or t.kind = ''GRANT'') and t.kind not in (')) x(said, says) loop
    if position(one.said in kept) = 0 then raise exception 'what holds a closing back is not as it was understood'; end if;
    kept := replace(kept, one.said, one.says);
  end loop;
  execute kept;
end $$;
reset role;
