-- What an attacker and a slow line found of links: an answer that is lost on the way costs no code, whoever presses twice reads what
-- became of it, a link that has run out ends. Decision record 157.
set constraints all immediate;

alter table access.links
  -- The code that opened it last, and when: the same browser may send it once more for a minute.
  add column used_hash bytea check (length(used_hash) = 32),
  add column used_at timestamptz,
  add constraint used_as_one check ((used_hash is null) = (used_at is null));
grant update (used_hash, used_at) on access.links to relais_definer;

-- Who acts by a link is no account: lists and counts of accounts leave them out.
grant select (by_link) on access.users to relais_web;
grant select (key, body_mac) on app.spent_keys to relais_definer;

-- A right code is used up and opens a session, whose token the program works out from link, browser and code. Sent again within a minute
-- by that browser it finds the same session, while that lives: the first answer may have been lost. A wrong one is counted, in that minute
-- too: five tries stay five.
set role relais_definer;
create or replace function access.redeem_link(token text, browser text, hash bytea, session_hash bytea) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare one access.links; moment timestamptz := pg_catalog.clock_timestamp(); again boolean; right_one bytea;
  begin
    select l.* into one from access.links l where l.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
      and l.browser_hash = pg_catalog.sha256(pg_catalog.convert_to(browser, 'UTF8')) for update;
    if one.id is null or one.ended_at is not null or one.expires_at <= moment then return 'UNKNOWN'; end if;
    if one.tries >= 5 then return 'NO_TRIES'; end if;
    again := one.code_hash is null and one.used_at > moment - interval '1 minute';
    -- The row may have been locked while somebody else used it: what is right now is what stands in it now.
    if not coalesce(again, false) and (one.code_until is null or one.code_until <= moment) then return 'NO_CODE'; end if;
    right_one := case when coalesce(again, false) then one.used_hash else one.code_hash end;
    if right_one is distinct from hash then
      update access.links l set tries = l.tries + 1 where l.id = one.id;
      return case when one.tries = 4 then 'NO_TRIES' else 'WRONG' end;
    end if;
    if again then
      return case when exists (select from access.sessions s where s.link_id = one.id and s.token_hash = session_hash
        and s.revoked_at is null and s.created_at >= one.used_at) then 'OPEN' else 'NO_CODE' end;
    end if;
    update access.links l set code_seed = null, code_hash = null, code_until = null, used_hash = hash, used_at = pg_catalog.now(),
      opened_at = coalesce(l.opened_at, pg_catalog.now()) where l.id = one.id;
    -- What an earlier code opened ends: one browser, one session at a time.
    update access.sessions s set revoked_at = pg_catalog.now() where s.link_id = one.id and s.revoked_at is null;
    -- Two codes of one link that are the same by chance: the second opens nothing, another is asked for.
    insert into access.sessions (token_hash, user_id, kind, expires_at, link_id)
      values (session_hash, one.id, 'partner', least(one.expires_at, pg_catalog.now() + interval '12 hours'), one.id)
      on conflict (token_hash) do nothing;
    return case when found then 'OPEN' else 'NO_CODE' end;
  end $$;

-- Whether a form with this key was taken from this browser by this link, with the same words: then pressing twice said nothing new,
-- also when the first press has ended the link.
create function access.said_by_link(token text, browser text, key uuid, mac bytea) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from access.links l join app.spent_keys k on k.user_id = l.id
    where l.token_hash = pg_catalog.sha256(pg_catalog.convert_to(said_by_link.token, 'UTF8'))
      and l.browser_hash = pg_catalog.sha256(pg_catalog.convert_to(nullif(said_by_link.browser, ''), 'UTF8'))
      and k.key = said_by_link.key and k.body_mac = said_by_link.mac) $$;

-- What has run out ends, and with it the account that acted by it. By a clock.
create function jobs.end_links(job bigint) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$ declare how_many integer; begin
    if not exists (select from jobs.outbox o where o.id = job and o.task = 'end-links' and o.done_at is null
        and o.claimed_in = pg_catalog.pg_current_xact_id()) then
      raise exception 'nothing that was claimed here' using errcode = 'insufficient_privilege';
    end if;
    update access.links l set ended_at = pg_catalog.now() where l.ended_at is null and l.expires_at <= pg_catalog.now();
    get diagnostics how_many = row_count;
    return how_many;
  end $$;
revoke execute on function access.said_by_link(text, text, uuid, bytea), jobs.end_links(bigint) from public;
grant execute on function access.said_by_link(text, text, uuid, bytea) to relais_auth;
grant execute on function jobs.end_links(bigint) to relais_worker;
reset role;

-- Two more kinds of job: what ends by itself, and a code by SMS.
do $$
declare listed text;
begin
  select pg_get_constraintdef(oid) into listed from pg_constraint where conname = 'outbox_task_check';
  alter table jobs.outbox drop constraint outbox_task_check, drop constraint outbox_subject_check;
  execute 'alter table jobs.outbox add constraint outbox_task_check '
    || replace(listed, '''send-sms''', '''end-links''::text, ''send-code''::text, ''send-sms''');
end $$;
alter table jobs.outbox add constraint outbox_subject_check
  check ((task in ('send-referral', 'send-notice', 'send-sms', 'send-code')) = (subject_id is not null));
