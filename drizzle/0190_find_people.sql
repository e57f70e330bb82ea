-- People are found by tokens: keyed hashes of the words of their names, of telephones and of what the matching engine joins,
-- made by the application from what it seals and written in the same transaction. No login reads a token: two functions look
-- for them inside the reach of the session, and what is out of reach is not found. Restricted people stand in a table of
-- their own, with tokens of another key.

create table app.name_tokens (
  person_id uuid primary key references app.people on delete cascade,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null default 'S3' check (sensitivity = 'S3'),
  tokens bigint[] not null check (cardinality(tokens) between 1 and 400),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index name_tokens_by_token on app.name_tokens using gin (tokens);
create index name_tokens_of_case on app.name_tokens (case_id);

create table app.restricted_tokens (
  person_id uuid primary key references app.people on delete cascade,
  case_id uuid not null references app.cases,
  tokens bigint[] not null check (cardinality(tokens) between 1 and 400)
);
create index restricted_tokens_by_token on app.restricted_tokens using gin (tokens);
create index restricted_tokens_of_case on app.restricted_tokens (case_id);

-- Of an alert only while it waits.
create table app.alert_tokens (
  alert_id uuid primary key references app.alerts on delete cascade,
  office_id text not null references access.offices,
  tokens bigint[] not null check (cardinality(tokens) between 1 and 400)
);
create index alert_tokens_by_token on app.alert_tokens using gin (tokens);

-- By which rules and with which keys the tokens were made; others mean that all are made anew.
create table app.token_makers (
  made_by text primary key check (made_by ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default now()
);

do $$
declare t text;
begin
  foreach t in array array['name_tokens', 'restricted_tokens', 'alert_tokens', 'token_makers'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
  end loop;
  foreach t in array array['name_tokens', 'restricted_tokens', 'alert_tokens'] loop
    execute format('grant select, insert, update (tokens), delete on app.%I to relais_definer', t);
    execute format('create policy definer_looks on app.%I for select to relais_definer using (true)', t);
    execute format('create policy definer_files on app.%I for insert to relais_definer with check (cardinality(tokens) > 0)', t);
    execute format('create policy definer_files_anew on app.%I for update to relais_definer using (true) with check (cardinality(tokens) > 0)', t);
    execute format('create policy definer_takes_out on app.%I for delete to relais_definer using (true)', t);
  end loop;
end $$;

-- Files somebody of a case: whoever may write them may, and nobody else. Nothing is written that stands there already.
create function app.keep_tokens(of_person uuid, wanted bigint[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare person app.people;
  begin
    select p.* into person from app.people p where p.id = of_person;
    if person.id is null
      or not access.parties(person.case_id, person.office_id, person.sensitivity) && array['team', 'opener'] then
      raise exception 'nobody of this case' using errcode = 'insufficient_privilege';
    end if;
    if person.sensitivity = 'S4' then
      if wanted = '{}' then
        delete from app.restricted_tokens t where t.person_id = of_person;
      else
        insert into app.restricted_tokens as t (person_id, case_id, tokens) values (of_person, person.case_id, wanted)
          on conflict (person_id) do update set tokens = excluded.tokens where t.tokens <> excluded.tokens;
      end if;
    elsif wanted = '{}' then
      delete from app.name_tokens t where t.person_id = of_person;
    else
      insert into app.name_tokens as t (person_id, case_id, office_id, tokens)
        values (of_person, person.case_id, person.office_id, wanted)
        on conflict (person_id) do update set tokens = excluded.tokens where t.tokens <> excluded.tokens;
    end if;
  end $$;
grant execute on function app.keep_tokens(uuid, bigint[]) to relais_web;

create function app.keep_alert_tokens(of_alert uuid, wanted bigint[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare office text;
  begin
    select a.office_id into office from app.alerts a where a.id = of_alert and a.raised_by = access.actor_id()
      and a.state = 'NEW' and app.is_now(a.raised_at);
    if office is null then
      raise exception 'no alert of this session' using errcode = 'insufficient_privilege';
    end if;
    insert into app.alert_tokens (alert_id, office_id, tokens) values (of_alert, office, wanted) on conflict do nothing;
  end $$;
grant execute on function app.keep_alert_tokens(uuid, bigint[]) to relais_web;

-- What was decided is found by its case, or not by name any more.
create function app.forget_alert_tokens() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    delete from app.alert_tokens t where t.alert_id = new.id;
    return null;
  end $$;
create trigger forget_tokens after update of state on app.alerts for each row when (new.state <> 'NEW')
  execute function app.forget_alert_tokens();

-- Whoever is restricted leaves the common table with the act that restricts them, whoever does it; the application files
-- them anew with the other key.
create function app.forget_open_tokens() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    delete from app.name_tokens t where t.case_id = old.id;
    return new;
  end $$;
create trigger forget_tokens before update of sensitivity on app.cases for each row
  when (old.sensitivity = 'S3' and new.sensitivity = 'S4') execute function app.forget_open_tokens();

-- People of this session's reach who have, for each of up to four words, one of its tokens. Each word is a list of numbers as
-- text: one for ordinary people, one made with the other key for restricted ones. At most so many come back; the caller asks
-- for one more than it shows.
create function app.find_people(open_words text[], restricted_words text[], born_from integer, born_to integer, most integer)
  returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare
    mine uuid[] := array(select access.my_case_ids());
    offices text[] := array(select access.supervised_offices());
    o1 bigint[] := open_words[1]::bigint[];
    o2 bigint[] := coalesce(open_words[2]::bigint[], o1);
    o3 bigint[] := coalesce(open_words[3]::bigint[], o1);
    o4 bigint[] := coalesce(open_words[4]::bigint[], o1);
    r1 bigint[] := restricted_words[1]::bigint[];
    r2 bigint[] := coalesce(restricted_words[2]::bigint[], r1);
    r3 bigint[] := coalesce(restricted_words[3]::bigint[], r1);
    r4 bigint[] := coalesce(restricted_words[4]::bigint[], r1);
  begin
    if mine = '{}' and offices = '{}' then return; end if;
    return query
      select p.id from (
          select t.person_id from app.name_tokens t where t.case_id = any(mine)
            and t.tokens && o1 and t.tokens && o2 and t.tokens && o3 and t.tokens && o4
          union
          select t.person_id from app.name_tokens t where t.office_id = any(offices)
            and t.tokens && o1 and t.tokens && o2 and t.tokens && o3 and t.tokens && o4
          union
          select t.person_id from app.restricted_tokens t where t.case_id = any(mine)
            and t.tokens && r1 and t.tokens && r2 and t.tokens && r3 and t.tokens && r4) found
        join app.people p on p.id = found.person_id
        where born_from is null or p.birth_year between born_from and born_to
        limit least(most, 1000);
  end $$;
grant execute on function app.find_people(text[], text[], integer, integer, integer) to relais_web;

-- Waiting alerts of the offices that this session supervises, in the same way.
create function app.find_alerts(open_words text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare
    offices text[] := array(select access.supervised_offices());
    o1 bigint[] := open_words[1]::bigint[];
    o2 bigint[] := coalesce(open_words[2]::bigint[], o1);
    o3 bigint[] := coalesce(open_words[3]::bigint[], o1);
    o4 bigint[] := coalesce(open_words[4]::bigint[], o1);
  begin
    if offices = '{}' then return; end if;
    return query select t.alert_id from app.alert_tokens t where t.office_id = any(offices)
      and t.tokens && o1 and t.tokens && o2 and t.tokens && o3 and t.tokens && o4 limit least(most, 1000);
  end $$;
grant execute on function app.find_alerts(text[], integer) to relais_web;

-- A search opens nobody's file, and yet shows people: it counts in the reading budget as one.
set role relais_definer;
create or replace function audit.reading_excess(me uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare budget integer; opened integer;
  begin
    select s.value into budget from app.settings s where s.key = 'reading.budget';
    select pg_catalog.count(*) into opened from (select from audit.events e where e.actor_id = me
      and (e.case_id is not null or e.action = 'case.search')
      and e.outcome in ('done', 'shown') and e.at > pg_catalog.now() - interval '10 minutes' order by e.id desc limit 5 * budget) latest;
    if opened <= budget then return 0; end if;
    if not exists (select from audit.hasty_readings h where h.actor_id = me and h.at > pg_catalog.now() - interval '1 hour') then
      insert into audit.hasty_readings (actor_id, files) values (me, opened);
    end if;
    return opened - budget;
  end $$;
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
    return case when (case_id is null and action <> 'case.search') or outcome not in ('done', 'shown')
        or (known.writes and outcome = 'done') then 0
      else audit.reading_excess(own.user_id) end;
  end $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
do $$
declare f text;
begin
  foreach f in array array['app.keep_tokens(uuid, bigint[])', 'app.keep_alert_tokens(uuid, bigint[])', 'app.forget_alert_tokens()',
      'app.forget_open_tokens()', 'app.find_people(text[], text[], integer, integer, integer)', 'app.find_alerts(text[], integer)'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
