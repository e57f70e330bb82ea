-- A one-time link with which somebody chooses a first password. Made by the operator at the machine (npm run db -- admin);
-- only the hash of the link's token is kept, and using it is one conditional update.

create table access.invitations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references access.users,
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at <= created_at + interval '7 days'),
  used_at timestamptz check (used_at >= created_at)
);
create index invitations_of_user on access.invitations (user_id);

alter table access.invitations enable row level security;
alter table access.invitations force row level security;
create policy owner_maintains on access.invitations to relais_owner
  using (current_setting('relais.maintenance', true) = 'on')
  with check (current_setting('relais.maintenance', true) = 'on');
grant select, update (used_at) on access.invitations to relais_definer;
create policy definer_reads on access.invitations for select to relais_definer using (true);
create policy definer_uses on access.invitations for update to relais_definer using (used_at is null)
  with check (used_at = now());
grant select (user_id), insert (user_id, password_hash), update (password_hash, changed_at) on access.credentials
  to relais_definer;
create policy definer_finds on access.credentials for select to relais_definer using (true);
create policy definer_sets on access.credentials for insert to relais_definer
  with check (exists (select from access.invitations i where i.user_id = credentials.user_id and i.used_at = now()));
create policy definer_changes on access.credentials for update to relais_definer
  using (exists (select from access.invitations i where i.user_id = credentials.user_id and i.used_at = now()))
  with check (changed_at = now());

-- Whom a link is for, while it can still be used; no row otherwise.
create function access.invited(token text) returns table (email text, name text)
  language sql stable security definer set search_path = ''
  as $$
    select u.email, u.name from access.invitations i join access.users u on u.id = i.user_id
    where i.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
      and i.used_at is null and i.expires_at > pg_catalog.now() and u.active $$;

-- Uses a link: sets the password, ends older sessions and says for whom; no row when the link is over. Of two at once,
-- the second finds it used.
create function access.use_invitation(token text, new_hash text) returns table (email text)
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare invited uuid;
  begin
    update access.invitations i set used_at = pg_catalog.now() from access.users u
      where u.id = i.user_id and u.active and i.used_at is null and i.expires_at > pg_catalog.now()
        and i.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
      returning i.user_id into invited;
    if invited is null then return; end if;
    -- Not one upsert: that would need the right to read hashes, which nobody here has.
    update access.credentials c set password_hash = new_hash, changed_at = pg_catalog.now() where c.user_id = invited;
    if not found then
      insert into access.credentials (user_id, password_hash) values (invited, new_hash);
    end if;
    update access.sessions s set revoked_at = pg_catalog.now() where s.user_id = invited and s.revoked_at is null;
    return query select u.email from access.users u where u.id = invited;
  end $$;

-- Whether anybody has an account: an empty instance says so at its door.
create function access.is_empty() returns boolean
  language sql stable security definer set search_path = ''
  as $$ select not exists (select from access.users) $$;

do $$
declare f text;
begin
  foreach f in array array['invited(text)', 'use_invitation(text, text)', 'is_empty()'] loop
    execute format('revoke execute on function access.%s from public', f);
    execute format('grant execute on function access.%s to relais_auth', f);
    execute format('alter function access.%s owner to relais_definer', f);
  end loop;
end $$;
