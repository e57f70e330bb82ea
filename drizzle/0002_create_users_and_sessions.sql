-- Staff, partner focal points, their offices, credentials and sessions.
-- Identity in every policy is the presented session token: whoever runs SQL as an app role can set any text,
-- but only a token whose hash stands in access.sessions is somebody.

create table access.offices (
  id text primary key check (id ~ '^[A-Z]{3}$'),
  name text not null,
  phone text not null default ''
);

create table access.users (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null check (role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR', 'DTM_ENUM', 'IM', 'DPO',
    'ADMIN', 'PARTNER_FP', 'DONOR_VIEW')),
  partner_code text check ((role = 'PARTNER_FP') = (partner_code is not null)),
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  active boolean not null default true
);

create table access.user_offices (
  user_id uuid not null references access.users,
  office_id text not null references access.offices,
  primary key (user_id, office_id)
);

create table access.credentials (
  user_id uuid primary key references access.users,
  password_hash text not null,
  changed_at timestamptz not null default now()
);

create table access.sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  user_id uuid not null references access.users,
  kind text not null check (kind in ('staff', 'partner')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_of_user on access.sessions (user_id) where revoked_at is null;

create table access.sign_in_attempts (
  id bigint generated always as identity primary key,
  account_hash bytea not null,
  address_hash bytea not null,
  at timestamptz not null default now()
);
create index attempts_by_account on access.sign_in_attempts (account_hash, at);
create index attempts_by_address on access.sign_in_attempts (address_hash, at);

do $$
declare t text;
begin
  foreach t in array array['offices', 'users', 'user_offices', 'credentials', 'sessions', 'sign_in_attempts'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy owner_maintains on access.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
  end loop;
end $$;

-- What the look-up functions read.
grant select on access.users, access.user_offices, access.sessions, access.offices to relais_definer;
grant update (last_seen_at, revoked_at) on access.sessions to relais_definer;
create policy definer_reads on access.users for select to relais_definer using (true);
create policy definer_reads on access.user_offices for select to relais_definer using (true);
create policy definer_reads on access.offices for select to relais_definer using (true);
create policy definer_keeps on access.sessions to relais_definer using (true) with check (true);

-- relais_auth alone reads credentials and creates sessions.
grant select on access.users, access.user_offices, access.credentials to relais_auth;
grant select, insert, update (revoked_at) on access.sessions to relais_auth;
grant select, insert, delete on access.sign_in_attempts to relais_auth;
create policy auth_reads on access.users for select to relais_auth using (true);
create policy auth_reads on access.user_offices for select to relais_auth using (true);
create policy auth_reads on access.credentials for select to relais_auth using (true);
create policy auth_keeps on access.sessions to relais_auth using (true) with check (true);
create policy auth_counts on access.sign_in_attempts to relais_auth using (true) with check (true);

-- The session behind the token presented in this transaction: live, of the kind this login serves, user active.
-- These look-ups are PL/pgSQL, not SQL: policies call them in nearly every statement, a definer function is never
-- inlined, and PL/pgSQL keeps its plan for the connection where SQL plans anew (measured: ten times faster).
create function access.live_session() returns access.sessions
  language plpgsql stable security definer set search_path = ''
  as $$
  declare found_session access.sessions;
  begin
    select s.* into found_session from access.sessions s join access.users u on u.id = s.user_id
    where s.token_hash = pg_catalog.sha256(pg_catalog.convert_to(nullif(pg_catalog.current_setting('relais.session', true), ''), 'UTF8'))
      and s.revoked_at is null and s.expires_at > pg_catalog.now()
      and s.last_seen_at > pg_catalog.now() - interval '15 minutes'
      and s.kind = case when pg_catalog.pg_has_role(session_user, 'relais_web', 'usage') then 'staff'
                        when pg_catalog.pg_has_role(session_user, 'relais_partner', 'usage') then 'partner'
                        -- The login that starts sessions logs who began, of either kind; it reads no table of the work.
                        when pg_catalog.pg_has_role(session_user, 'relais_auth', 'usage') then s.kind end
      and u.active;
    return found_session;
  end $$;

create function access.actor_id() returns uuid
  language plpgsql stable security definer set search_path = ''
  as $$ begin return (access.live_session()).user_id; end $$;

create function access.actor_role() returns text
  language plpgsql stable security definer set search_path = ''
  as $$ begin return (select u.role from access.users u where u.id = (access.live_session()).user_id); end $$;

create function access.my_partner() returns text
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own access.sessions := access.live_session();
  begin
    return (select u.partner_code from access.users u
      where u.id = own.user_id and u.role = 'PARTNER_FP' and own.kind = 'partner');
  end $$;

create function access.my_offices() returns setof text
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin return query select o.office_id from access.user_offices o where o.user_id = own; end $$;

create function access.supervised_offices() returns setof text
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin
    return query select o.office_id from access.user_offices o join access.users u on u.id = o.user_id
      where o.user_id = own and u.role = 'SUPERVISOR';
  end $$;

create function access.is_caseworker() returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin return coalesce(access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'), false); end $$;

-- Opens a transaction's identity in one round trip. `state`: live, expired (known, not revoked), or no row at all.
create function access.enter(token text) returns table (
    state text, session_id uuid, user_id uuid, name text, role text, partner_code text, locale text,
    offices text[], casework_now timestamptz)
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare found_session access.sessions;
  begin
    perform pg_catalog.set_config('relais.session', coalesce(token, ''), true);
    found_session := access.live_session();
    if found_session.id is not null then
      if found_session.last_seen_at < pg_catalog.now() - interval '30 seconds' then
        update access.sessions s set last_seen_at = pg_catalog.now() where s.id = found_session.id;
      end if;
      return query select 'live', found_session.id, u.id, u.name, u.role, u.partner_code, u.locale,
        array(select o.office_id from access.user_offices o where o.user_id = u.id order by 1),
        clock.casework_now() from access.users u where u.id = found_session.user_id;
      return;
    end if;
    return query select 'expired', s.id, u.id, u.name, u.role, u.partner_code, u.locale, '{}'::text[], clock.casework_now()
      from access.sessions s join access.users u on u.id = s.user_id
      where s.token_hash = pg_catalog.sha256(pg_catalog.convert_to(coalesce(token, ''), 'UTF8'))
        and s.revoked_at is null and u.active and s.last_seen_at > pg_catalog.now() - interval '7 days';
  end $$;

-- Whose draft may be kept: a live session's user, or that of a known session that has only run out.
create function access.draft_owner() returns uuid
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return (select s.user_id from access.sessions s join access.users u on u.id = s.user_id
    where s.token_hash = pg_catalog.sha256(pg_catalog.convert_to(nullif(pg_catalog.current_setting('relais.session', true), ''), 'UTF8'))
      and s.revoked_at is null and u.active and s.last_seen_at > pg_catalog.now() - interval '7 days');
  end $$;

create function access.sign_out() returns void
  language sql volatile security definer set search_path = ''
  as $$ update access.sessions s set revoked_at = pg_catalog.now()
        where s.revoked_at is null and s.token_hash =
          pg_catalog.sha256(pg_catalog.convert_to(nullif(pg_catalog.current_setting('relais.session', true), ''), 'UTF8')) $$;

do $$
declare f text;
begin
  foreach f in array array['live_session()', 'actor_id()', 'actor_role()', 'my_partner()', 'my_offices()',
    'supervised_offices()', 'is_caseworker()', 'enter(text)', 'draft_owner()', 'sign_out()'] loop
    if f <> 'live_session()' then
      execute format('grant execute on function access.%s to relais_web, relais_partner', f);
    end if;
    execute format('alter function access.%s owner to relais_definer', f);
  end loop;
end $$;

-- Colleagues' names stand in lists; their addresses do not.
grant select (id, name, role, partner_code, active) on access.users to relais_web;
grant select (id, name, partner_code) on access.users to relais_partner;
grant select on access.offices, access.user_offices to relais_web;
grant select on access.offices to relais_partner;
create policy staff_reads on access.users for select to relais_web using ((select access.actor_id()) is not null);
create policy partner_reads_own_agency on access.users for select to relais_partner
  using (partner_code = (select access.my_partner()));
create policy staff_reads on access.offices for select to relais_web using ((select access.actor_id()) is not null);
create policy partner_reads on access.offices for select to relais_partner using ((select access.my_partner()) is not null);
create policy staff_reads on access.user_offices for select to relais_web using ((select access.actor_id()) is not null);
