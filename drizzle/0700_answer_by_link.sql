-- A partner without an account answers one referral by a link. The link opens nothing by itself: a code that comes by
-- another way does, once asked for, in the first browser that asked. What it opens is a session of the partner's login,
-- tied to that one referral, and it ends with the link. Only hashes are kept; the code is worked out again from its seed
-- with a key that the database does not have.

alter table access.users add column by_link boolean not null default false;
alter table access.users add constraint link_is_nobody check (not by_link or (role = 'PARTNER_FP' and base_id is null));

create table access.links (
  -- Also the id of the account that acts by it: one for each link, so that nothing typed by one is found by another.
  id uuid primary key references access.users,
  referral_id uuid not null references app.referrals,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_by uuid not null references access.users,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '72 hours' check (expires_at <= made_at + interval '72 hours'),
  ended_at timestamptz check (ended_at >= made_at),
  browser_hash bytea check (length(browser_hash) = 32),
  code_seed bytea check (length(code_seed) = 32),
  code_hash bytea check (length(code_hash) = 32),
  code_until timestamptz,
  -- Of the link, not of a code: another code gives no more tries.
  tries smallint not null default 0 check (tries between 0 and 5),
  opened_at timestamptz,
  check ((code_seed is null) = (code_hash is null) and (code_seed is null) = (code_until is null)),
  check (code_seed is null or browser_hash is not null)
);
create unique index one_live_link on access.links (referral_id) where ended_at is null;
create index links_by_maker on access.links (made_by);

alter table access.links enable row level security;
alter table access.links force row level security;
create policy owner_maintains on access.links to relais_owner
  using (current_setting('relais.maintenance', true) = 'on')
  with check (current_setting('relais.maintenance', true) = 'on');
grant select, insert (id, referral_id, token_hash, made_by),
  update (ended_at, browser_hash, code_seed, code_hash, code_until, tries, opened_at) on access.links to relais_definer;
create policy definer_reads on access.links for select to relais_definer using (true);
create policy definer_makes on access.links for insert to relais_definer
  with check (made_by = (select access.actor_id()) and ended_at is null and tries = 0);
create policy definer_changes on access.links for update to relais_definer using (ended_at is null)
  with check (ended_at is null or ended_at = now());

alter table access.sessions add column link_id uuid references access.links
  check (link_id is null or (kind = 'partner' and user_id = link_id));
create index sessions_of_link on access.sessions (link_id) where link_id is not null;
grant insert (token_hash, user_id, kind, expires_at, link_id) on access.sessions to relais_definer;
grant insert (id, email, name, role, partner_code, by_link), update (active) on access.users to relais_definer;
create policy definer_makes_link on access.users for insert to relais_definer with check (by_link);
create policy definer_ends_link on access.users for update to relais_definer using (by_link) with check (not active);
-- The login that starts sessions starts none of a link past its code.
create policy links_begin_by_code on access.sessions as restrictive for insert to relais_auth with check (
  link_id is null and not exists (select from access.users u where u.id = user_id and u.by_link));

set role relais_definer;
create or replace function access.live_session() returns access.sessions
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
                        when pg_catalog.pg_has_role(session_user, 'relais_auth', 'usage') then s.kind end
      and u.active
      and (s.link_id is null or exists (select from access.links l
        where l.id = s.link_id and l.ended_at is null and l.expires_at > pg_catalog.now()));
    return found_session;
  end $$;

create or replace function access.base_offices() returns setof text
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own access.sessions := access.live_session();
  begin
    if own.link_id is not null then
      return query select coalesce(r.base_office_id, r.office_id) from access.links l join app.referrals r on r.id = l.referral_id
        where l.id = own.link_id;
      return;
    end if;
    return query select unnest(b.offices) from access.users u join app.partner_bases b on b.id = u.base_id
      where u.id = own.user_id and u.role = 'PARTNER_FP' and own.kind = 'partner' and b.partner_code = u.partner_code;
  end $$;

-- Whoever acts by a link is no account that would see what is sent next.
create or replace function app.receives(partner text, office text) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when exists (select from access.users u join app.partner_bases b on b.id = u.base_id
        where u.partner_code = partner and u.active and office = any(b.offices)) then 'ACCOUNT'
      when not exists (select from access.users u left join app.partner_bases b on b.id = u.base_id
        where u.partner_code = partner and not u.by_link and (b.id is null or office = any(b.offices)))
        and exists (select from app.partners p where p.code = partner and p.phone <> '') then 'PHONE'
    end $$;
reset role;

-- The one referral of a session that came by a link; nothing for an account.
create function access.my_link() returns uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own access.sessions := access.live_session();
  begin return (select l.referral_id from access.links l where l.id = own.link_id); end $$;
create function access.within_link(referral uuid) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
  declare only_one uuid := access.my_link();
  begin return only_one is null or only_one = referral; end $$;

-- Beside what a partner may read and write: by a link, of one referral alone; of the agency itself, nothing.
do $$
declare t text;
begin
  foreach t in array array['referral_events', 'shares', 'referral_messages'] loop
    execute format('create policy by_link_one on app.%I as restrictive to relais_partner
      using ((select access.my_link()) is null or referral_id = (select access.my_link()))
      with check ((select access.my_link()) is null or referral_id = (select access.my_link()))', t);
  end loop;
  foreach t in array array['directory_entries', 'cercle_offices', 'partner_bases', 'partners'] loop
    execute format('create policy by_link_nothing on app.%I as restrictive to relais_partner
      using ((select access.my_link()) is null) with check ((select access.my_link()) is null)', t);
  end loop;
end $$;
create policy by_link_one on app.referrals as restrictive to relais_partner
  using ((select access.my_link()) is null or id = (select access.my_link()))
  with check ((select access.my_link()) is null or id = (select access.my_link()));
create policy by_link_one on access.users as restrictive to relais_partner
  using ((select access.my_link()) is null or id = (select access.actor_id()));

-- What a partner asks of the database by a referral's id, it asks by a link of the one alone.
set role relais_definer;
do $$
declare
  f text; said text; now_said text;
begin
  foreach f in array array['shared_on', 'contact_ended', 'hold_case_of', 'reading_waits'] loop
    said := pg_get_functiondef(format('app.%I(uuid)', f)::regprocedure);
    now_said := replace(said, 'r.partner_code = ', 'access.within_link(r.id) and r.partner_code = ');
    if now_said = said then raise exception '% is not as it was understood', f; end if;
    execute now_said;
  end loop;
end $$;
reset role;

-- A link ends for good, and with it whoever came by it.
create function access.ends_with_link() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    update access.users u set active = false where u.id = new.id and u.active;
    return new;
  end $$;
create trigger ends_with_link after update of ended_at on access.links for each row
  when (old.ended_at is null and new.ended_at is not null) execute function access.ends_with_link();
create function access.link_stays_ended() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if old.ended_at is not null then raise exception 'a link that ended stays ended' using errcode = 'check_violation'; end if;
    if old.browser_hash is not null and new.browser_hash is distinct from old.browser_hash then
      raise exception 'a link stays with its first browser' using errcode = 'check_violation';
    end if;
    if new.tries < old.tries then raise exception 'tries are not given back' using errcode = 'check_violation'; end if;
    return new;
  end $$;
create trigger link_stays_ended before update on access.links for each row execute function access.link_stays_ended();

-- It ends with what it was for: the answer is a no, it was recalled, withdrawn, settled, or its slip was taken back. At the
-- end of that transaction: a no by this very link is still logged as the deed of whoever gave it.
create function app.links_end() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    update access.links l set ended_at = pg_catalog.now() where l.referral_id = new.referral_id and l.ended_at is null;
    return new;
  end $$;
create constraint trigger links_end after update of ended_at on app.shares deferrable initially deferred for each row
  when (old.ended_at is null and new.ended_at is not null and new.stage = 1) execute function app.links_end();
create function app.links_end_with_reading() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if new.partner_deleted_at is not null or not exists (select from app.referral_states s
        where s.state = new.state and s.partner_view in ('STAGE_1', 'STAGE_2')) then
      update access.links l set ended_at = pg_catalog.now() where l.referral_id = new.id and l.ended_at is null;
    end if;
    return new;
  end $$;
create constraint trigger z_links_end after update of state, partner_deleted_at on app.referrals
  deferrable initially deferred for each row
  when (old.state is distinct from new.state or old.partner_deleted_at is distinct from new.partner_deleted_at)
  execute function app.links_end_with_reading();

-- Staff of the case make a link; the one before ends. Its token is worked out from its id with a key that the database does
-- not have, as the code is from its seed: the team can hand it over again, a copy of the database cannot. Nothing for whoever is not of the team, or where nothing is read.
create function app.make_link(of_referral uuid, made uuid, new_hash bytea) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare found app.referrals;
  begin
    select r.* into found from app.referrals r where r.id = of_referral and r.sent_at is not null and r.partner_deleted_at is null
      and r.case_id in (select access.my_team_case_ids()) for update;
    if found.id is null or not exists (select from app.referral_states s join app.shares h on h.referral_id = found.id
        where s.state = found.state and s.partner_view in ('STAGE_1', 'STAGE_2') and h.stage = 1 and h.ended_at is null
          and app.consent_stands(h.consent_id)) then
      return null;
    end if;
    update access.links l set ended_at = pg_catalog.now() where l.referral_id = of_referral and l.ended_at is null;
    insert into access.users (id, email, name, role, partner_code, by_link)
      values (made, 'link-' || made || '@invalid', 'Par lien', 'PARTNER_FP', found.partner_code, true);
    insert into access.links (id, referral_id, token_hash, made_by) values (made, of_referral, new_hash, access.actor_id());
    return made;
  end $$;
create function app.end_link(of_referral uuid) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update access.links l set ended_at = pg_catalog.now() from app.referrals r where r.id = l.referral_id
      and l.referral_id = of_referral and l.ended_at is null and r.case_id in (select access.my_team_case_ids());
    return found;
  end $$;
-- What was on a clock of the wall, as casework tells the time.
create function clock.as_casework(moment timestamptz) returns timestamptz language sql stable set search_path = ''
  as $$ select moment + (clock.casework_now() - pg_catalog.now()) $$;
grant execute on function clock.as_casework(timestamptz) to relais_definer;

-- How its link stands, for the team, which reads the code out. The seed is worth nothing without the key.
create function app.link_of(of_referral uuid) returns table (
    id uuid, made_at timestamptz, expires_at timestamptz, live boolean, opened_at timestamptz, asked boolean,
    code_seed bytea, code_until timestamptz, tries_left smallint)
  language sql stable security definer set search_path = ''
  as $$
    select l.id, clock.as_casework(l.made_at), clock.as_casework(l.expires_at),
      l.ended_at is null and l.expires_at > pg_catalog.now(), clock.as_casework(l.opened_at), l.browser_hash is not null,
      case when l.ended_at is null and l.expires_at > pg_catalog.now() and l.tries < 5 and l.code_until > pg_catalog.now()
        then l.code_seed end, clock.as_casework(l.code_until), (5 - l.tries)::smallint
    from access.links l join app.referrals r on r.id = l.referral_id
    where l.referral_id = of_referral and r.case_id in (select access.my_team_case_ids())
    order by l.made_at desc limit 1 $$;

-- What a link says to whoever follows it; changes nothing. No row for an unknown one, an ended one, one run out: but the
-- browser that opened it reads how it ended, so that its own no is not answered by silence.
create function access.link_said(token text, browser text) returns table (
    referral_id uuid, due_at timestamptz, phone text, stands text, code_until timestamptz, tries_left smallint,
    unread boolean, ended_as text)
  language sql stable security definer set search_path = ''
  as $$
    select r.id, case when live then r.partner_due_at end, o.phone,
      case when not live then 'OVER' when l.browser_hash <> own then 'ELSEWHERE'
        when l.browser_hash is null then 'NEW' when l.tries >= 5 then 'NO_TRIES'
        when l.code_until > pg_catalog.now() then 'ASKED' else 'KNOWN' end,
      clock.as_casework(l.code_until), (5 - l.tries)::smallint, r.state = 'SENT', case when not live then r.partner_state end
    from access.links l join app.referrals r on r.id = l.referral_id
      join access.offices o on o.id = coalesce(r.base_office_id, r.office_id)
      cross join lateral (select l.ended_at is null and l.expires_at > pg_catalog.now() as live,
        coalesce(pg_catalog.sha256(pg_catalog.convert_to(nullif(browser, ''), 'UTF8')), ''::bytea) as own) x
    where l.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
      and (live or l.browser_hash = own and l.opened_at is not null) $$;

-- Asks for a code and ties the link to this browser. false: not this link, not this browser, no tries left.
create function access.ask_link_code(token text, browser text, seed bytea, hash bytea) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare own bytea := pg_catalog.sha256(pg_catalog.convert_to(nullif(browser, ''), 'UTF8'));
  begin
    if own is null then return false; end if;
    update access.links l set browser_hash = own, code_seed = seed, code_hash = hash,
        code_until = pg_catalog.now() + interval '10 minutes'
      where l.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8')) and l.ended_at is null
        and l.expires_at > pg_catalog.now() and l.tries < 5 and coalesce(l.browser_hash, own) = own;
    return found;
  end $$;

-- Tries a code: each wrong one is counted, a right one is used up and opens a session. Of many at once, each looks at the
-- row as the one before has left it.
create function access.redeem_link(token text, browser text, hash bytea, session_hash bytea) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare one access.links;
  begin
    select l.* into one from access.links l where l.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
      and l.browser_hash = pg_catalog.sha256(pg_catalog.convert_to(browser, 'UTF8')) for update;
    if one.id is null or one.ended_at is not null or one.expires_at <= pg_catalog.clock_timestamp() then return 'UNKNOWN'; end if;
    if one.tries >= 5 then return 'NO_TRIES'; end if;
    if one.code_until is null or one.code_until <= pg_catalog.clock_timestamp() then return 'NO_CODE'; end if;
    if one.code_hash is distinct from hash then
      update access.links l set tries = l.tries + 1 where l.id = one.id;
      return case when one.tries = 4 then 'NO_TRIES' else 'WRONG' end;
    end if;
    update access.links l set code_seed = null, code_hash = null, code_until = null,
      opened_at = coalesce(l.opened_at, pg_catalog.now()) where l.id = one.id;
    -- Another session by the same link ends: one browser, one at a time.
    update access.sessions s set revoked_at = pg_catalog.now() where s.link_id = one.id and s.revoked_at is null;
    insert into access.sessions (token_hash, user_id, kind, expires_at, link_id)
      values (session_hash, one.id, 'partner', least(one.expires_at, pg_catalog.now() + interval '12 hours'), one.id);
    return 'OPEN';
  end $$;

-- No password is ever set for whoever acts by a link.
create function access.no_password_by_link() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if exists (select from access.users u where u.id = new.user_id and u.by_link) then
      raise exception 'a link has no password' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger no_password_by_link before insert on access.credentials for each row execute function access.no_password_by_link();

do $$
declare f text;
begin
  foreach f in array array['access.my_link()', 'access.within_link(uuid)', 'access.ends_with_link()', 'access.link_stays_ended()',
    'app.links_end()', 'app.links_end_with_reading()', 'app.make_link(uuid, uuid, bytea)', 'app.end_link(uuid)', 'app.link_of(uuid)',
    'access.link_said(text, text)', 'access.ask_link_code(text, text, bytea, bytea)',
    'access.redeem_link(text, text, bytea, bytea)', 'access.no_password_by_link()'] loop
    execute format('revoke execute on function %s from public', f);
    if f ~ '^app\.(make_link|end_link|link_of)' then execute format('grant execute on function %s to relais_web', f); end if;
    if f ~ '\(text' then execute format('grant execute on function %s to relais_auth', f); end if;
    if f ~ 'my_link|within_link' then execute format('grant execute on function %s to relais_partner', f); end if;
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
