-- The detail of a line is codes, ids, numbers and dates, whoever writes it; what is none of these is "typed", as with what a
-- line is about. And the lines that name nobody have an end.

-- Who does or sees an act, as its verbs and pages say it; null = it stands in no line of theirs. A refusal may be anybody's.
alter table audit.actions add column roles text[];

create function audit.reduced_detail(said jsonb) returns jsonb
  language plpgsql immutable set search_path = ''
  as $$ begin
    return case pg_catalog.jsonb_typeof(said)
      when 'object' then (select coalesce(pg_catalog.jsonb_object_agg(m.key, audit.reduced_detail(m.value)), '{}')
        from pg_catalog.jsonb_each(said) m where m.key ~ '^[A-Za-z][A-Za-z0-9_.-]{0,39}$')
      when 'array' then (select coalesce(pg_catalog.jsonb_agg(audit.reduced_detail(m.value) order by m.ordinality), '[]')
        from pg_catalog.jsonb_array_elements(said) with ordinality m)
      -- A phone number is no count.
      when 'number' then case when (said #>> '{}')::numeric between -9999999 and 9999999 then said else '"typed"' end
      when 'string' then case
        when (said #>> '{}') ~ '^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{64}|[0-9]{1,7}|[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9:.]{5,15}Z?)?)?)?$'
          or (said #>> '{}') ~ '^(MLP-[0-9A-Z]{4}-[0-9A-Z*~$=]{4}|[RS]-[0-9A-Z-]{1,20}|[A-Z][A-Z0-9_]{0,39}|[a-z][A-Za-z0-9]*([._-][A-Za-z0-9]+){0,7})$'
          then said
        else '"typed"' end
      else said end;
  end $$;

set role relais_definer;
create or replace function audit.append(action text, object_type text, object_id text, case_id uuid, outcome text, detail text default '{}')
  returns integer language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    -- Read before this function writes anything itself.
    changed boolean := pg_catalog.pg_current_xact_id_if_assigned() is not null;
    own access.sessions := access.live_session();
    known audit.actions;
    kept jsonb;
  begin
    if own.id is null then
      raise exception 'nobody acts here' using errcode = 'insufficient_privilege';
    end if;
    select a.* into known from audit.actions a where a.action = append.action;
    if known.action is null or (known.writes and append.outcome = 'done' and not changed)
      or (append.outcome = 'shown' and not known.writes)
      or (append.outcome in ('done', 'shown') and known.roles is not null
        and not coalesce((select u.role = any(known.roles) from access.users u where u.id = own.user_id), false))
      or (append.outcome = 'done' and not audit.was_moved(append.action)) then
      raise exception 'no such act happened' using errcode = 'check_violation';
    end if;
    if pg_catalog.octet_length(detail) > 8192 or object_type !~ '^[a-z-]{1,40}$' then
      raise exception 'the log takes no stories' using errcode = 'check_violation';
    end if;
    if append.case_id is not null and append.outcome <> 'missing' and not audit.in_reach(append.case_id) then
      raise exception 'no such case' using errcode = 'check_violation';
    end if;
    kept := audit.reduced_detail(detail::jsonb);
    perform audit.write(null, action, object_type, audit.reduced(object_id), case_id, outcome,
      -- Word for word where nothing was reduced.
      case when kept = detail::jsonb and pg_catalog.jsonb_typeof(kept) = 'object' then detail
        when pg_catalog.jsonb_typeof(kept) = 'object' then kept::text else '{}' end);
    return case when case_id is null or outcome not in ('done', 'shown') or (known.writes and outcome = 'done') then 0
      else audit.reading_excess(own.user_id) end;
  end $$;
reset role;

-- Wrong passwords: six hundred lines an account in ten minutes (one try at a time comes near that) and as many for
-- accounts that do not exist; more of the same says nothing new.
create index events_of_wrong_passwords on audit.events (object_id, at) where action = 'session.start' and outcome = 'refused';
set role relais_definer;
create or replace function audit.append_wrong_password(account uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare whose text := coalesce((select u.id::text from access.users u where u.id = account), '');
  begin
    if (select pg_catalog.count(*) from (select from audit.events e where e.action = 'session.start' and e.outcome = 'refused'
        and e.object_id = whose and e.at > pg_catalog.now() - interval '10 minutes' limit 600) latest) < 600 then
      perform audit.write_unsigned('session.start', 'user', whose, 'refused');
    end if;
  end $$;
reset role;

revoke execute on function audit.reduced_detail(jsonb) from public;
alter function audit.reduced_detail(jsonb) owner to relais_definer;
