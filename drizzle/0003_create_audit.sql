-- The log. audit.append() is the only way in: it takes actor, session and time itself, in the caller's transaction.
-- A row keeps its canonical bytes (length-prefixed fields) and a keyed hash of them; sealing in batches comes on top
-- and needs only xid and canonical.

create table audit.secret (
  only_row boolean primary key default true check (only_row),
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64)
);

create table audit.events (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  session_id uuid,
  on_behalf_of uuid,
  action text not null,
  object_type text not null,
  object_id text not null default '',
  case_id uuid,
  outcome text not null check (outcome in ('done', 'refused', 'missing', 'replayed')),
  detail text not null default '{}',
  canonical bytea not null,
  mac bytea not null
);
create index events_of_case on audit.events (case_id, id) where case_id is not null;
create index events_of_actor on audit.events (actor_id, id);

do $$
declare t text;
begin
  foreach t in array array['secret', 'events'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('alter table audit.%I force row level security', t);
    execute format('create policy owner_maintains on audit.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
  end loop;
end $$;
-- Not even the maintaining owner rewrites history.
revoke update, delete, truncate on audit.events from relais_owner;

grant select on audit.secret to relais_definer;
grant select, insert on audit.events to relais_definer;
create policy definer_reads on audit.secret for select to relais_definer using (true);
create policy definer_appends on audit.events for insert to relais_definer with check (true);
create policy definer_reads on audit.events for select to relais_definer using (true);
grant select on audit.events to relais_web;
create policy dpo_reads on audit.events for select to relais_web using ((select access.actor_role()) = 'DPO');

create function audit.part(value text) returns bytea language sql immutable set search_path = ''
  as $$ select case when value is null then '\xffffffff'::bytea
    else pg_catalog.int4send(pg_catalog.octet_length(value)) || pg_catalog.convert_to(value, 'UTF8') end $$;

create function audit.canonical(e audit.events) returns bytea language sql immutable set search_path = ''
  as $$ select audit.part(e.id::text) || audit.part(e.xid::text)
    || audit.part((extract(epoch from e.at) * 1000000)::bigint::text)
    || audit.part(e.actor_id::text) || audit.part(e.session_id::text) || audit.part(e.on_behalf_of::text)
    || audit.part(e.action) || audit.part(e.object_type) || audit.part(e.object_id) || audit.part(e.case_id::text)
    || audit.part(e.outcome) || audit.part(e.detail) $$;

create function audit.mac_of(message bytea) returns bytea
  language sql stable security definer set search_path = ''
  as $$ select pg_catalog.sha256(s.outer_pad || pg_catalog.sha256(s.inner_pad || message)) from audit.secret s $$;

create function audit.write(on_behalf uuid, action text, object_type text, object_id text, case_id uuid, outcome text,
    detail text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare e audit.events; s access.sessions;
  begin
    s := access.live_session();
    e.id := pg_catalog.nextval('audit.events_id_seq');
    e.xid := pg_catalog.pg_current_xact_id();
    e.at := pg_catalog.clock_timestamp();
    e.actor_id := s.user_id; e.session_id := s.id; e.on_behalf_of := on_behalf;
    e.action := action; e.object_type := object_type; e.object_id := coalesce(object_id, '');
    e.case_id := case_id; e.outcome := outcome; e.detail := coalesce(detail, '{}');
    e.canonical := audit.canonical(e);
    e.mac := audit.mac_of(e.canonical);
    insert into audit.events overriding system value values (e.*);
  end $$;

create function audit.append(action text, object_type text, object_id text, case_id uuid, outcome text, detail text default '{}')
  returns void language sql volatile security definer set search_path = ''
  as $$ select audit.write(null, action, object_type, object_id, case_id, outcome, detail) $$;

-- The first row that does not hold, or nothing: a changed column, changed bytes, or bytes hashed without the key.
create function audit.first_bad_row() returns bigint
  language sql stable security definer set search_path = ''
  as $$ select e.id from audit.events e
        where e.canonical <> audit.canonical(e) or e.mac <> audit.mac_of(e.canonical) order by e.id limit 1 $$;

grant usage on sequence audit.events_id_seq to relais_definer;
grant execute on function audit.append(text, text, text, uuid, text, text) to relais_web, relais_partner, relais_auth;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
do $$
declare f text;
begin
  foreach f in array array['part(text)', 'canonical(audit.events)', 'mac_of(bytea)',
    'write(uuid, text, text, text, uuid, text, text)', 'append(text, text, text, uuid, text, text)', 'first_bad_row()'] loop
    execute format('alter function audit.%s owner to relais_definer', f);
  end loop;
end $$;
set role relais_definer;
grant execute on function audit.first_bad_row() to relais_owner;
reset role;
