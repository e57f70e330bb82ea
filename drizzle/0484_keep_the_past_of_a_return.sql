-- What a path of return, its steps and its budgets said before stands in the past of the case like every other answer of it: written by
-- the rows themselves, in the line of their save (0270), read by whoever reads the case.

create function app.keyed(prefix text, changes jsonb) returns jsonb
  language sql immutable set search_path = ''
  as $$ select coalesce(pg_catalog.jsonb_object_agg(prefix || c.key, c.value), '{}') from pg_catalog.jsonb_each(changes) c $$;

create function app.path_is_kept() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare line app.case_changes;
  begin
    if not access.in_service() then return null; end if;
    line.case_id := new.case_id; line.what := 'CHANGED';
    line.changed := app.keyed('path.', app.difference(pg_catalog.to_jsonb(old), pg_catalog.to_jsonb(new), tg_argv));
    if line.changed <> '{}' then perform app.keep_change(line); end if;
    return null;
  end $$;

-- A step has a row for each word about it: what the one before said, and what this one says.
create function app.step_is_kept() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare line app.case_changes; before app.return_steps; was text; now_is text;
  begin
    if not access.in_service() then return null; end if;
    select s.* into before from app.return_steps s where s.case_id = new.case_id and s.step = new.step and s.id <> new.id
      order by s.noted_at desc, s.id desc limit 1;
    line.case_id := new.case_id; line.what := 'CHANGED';
    was := case when before.id is null then 'TODO' else pg_catalog.concat_ws(' ', before.state, before.on_day, before.reason) end;
    now_is := pg_catalog.concat_ws(' ', new.state, new.on_day, new.reason);
    if was = now_is then return null; end if;
    line.changed := pg_catalog.jsonb_build_object('step.' || new.step, pg_catalog.jsonb_build_array(was, now_is));
    perform app.keep_change(line);
    return null;
  end $$;

-- A budget line by line, and who sells as it was sealed: which row and which key open it stand beside it.
create function app.grant_is_kept() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare line app.case_changes;
  begin
    if not access.in_service() then return null; end if;
    line.case_id := new.case_id; line.what := 'CHANGED';
    line.changed := app.keyed('grant.', app.difference(pg_catalog.to_jsonb(old), pg_catalog.to_jsonb(new),
      tg_argv || '{lines,supplier}'::text[]))
      -- A line that was taken away stands there as nothing.
      || app.keyed('grant.lines.', app.difference(old.lines,
        (select coalesce(pg_catalog.jsonb_object_agg(k, null), '{}') from pg_catalog.jsonb_object_keys(old.lines) k) || new.lines, '{}'));
    if old.supplier <> new.supplier then
      line.changed := line.changed || pg_catalog.jsonb_build_object('grant.supplier', pg_catalog.jsonb_build_array(
        pg_catalog.concat_ws(' ', old.id, old.key_id, pg_catalog.replace(pg_catalog.encode(old.supplier, 'base64'), E'\n', '')),
        pg_catalog.concat_ws(' ', new.id, new.key_id, pg_catalog.replace(pg_catalog.encode(new.supplier, 'base64'), E'\n', ''))));
    end if;
    if line.changed <> '{}' then perform app.keep_change(line); end if;
    return null;
  end $$;

create trigger w_kept after update on app.return_paths for each row when (old.* is distinct from new.*)
  execute function app.path_is_kept('id', 'case_id', 'office_id', 'sensitivity', 'because', 'escort', 'opened_by', 'opened_at', 'version');
create trigger w_kept after insert on app.return_steps for each row execute function app.step_is_kept();
create trigger w_kept after update on app.return_grants for each row when (old.* is distinct from new.*)
  execute function app.grant_is_kept('id', 'case_id', 'office_id', 'sensitivity', 'total', 'sure', 'key_id', 'last_verb', 'made_by', 'made_at',
    'asked_by', 'asked_at', 'decided_by', 'decided_at', 'version');

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.path_is_kept() owner to relais_definer;
alter function app.step_is_kept() owner to relais_definer;
alter function app.grant_is_kept() owner to relais_definer;
set role relais_definer;
revoke execute on function app.path_is_kept(), app.step_is_kept(), app.grant_is_kept() from public;
reset role;
revoke execute on function app.keyed(text, jsonb) from public;
grant execute on function app.keyed(text, jsonb) to relais_definer;
