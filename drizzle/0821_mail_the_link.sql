-- An agency without an account is written to: the letter carries the link, which opens nothing without a code; the code comes by another
-- channel, by SMS to the number of the directory or read out, and the team is told that it is asked for. Decision record 158.
set constraints all immediate;

select set_config('relais.maintenance', 'on', true);
-- Where a service is written to, for letters with a link alone; who has an account is told at their own address.
alter table app.directory_entries add column mail text not null default ''
  check (mail = '' or (length(mail) <= 120 and mail ~ '^[^\s<>,;:"()]+@[^\s<>,;:"()@]+[.][a-z]{2,}$'));
grant update (mail) on app.directory_entries to relais_web, relais_partner;
drop trigger keeps_changed on app.directory_entries;
set role relais_definer;
grant execute on function app.directory_keeps() to relais_owner;
reset role;
create trigger keeps_changed after update of eligibility, cercles, hours, price, languages, women_on_staff, place, note, mail on app.directory_entries
  for each row execute function app.directory_keeps('CHANGED');
set role relais_definer;
revoke execute on function app.directory_keeps() from relais_owner;
reset role;

-- The address a letter with a link goes to, as it stood when it was written.
alter table app.notices add column mail text check (mail is null or (partner_code is not null and base_id is null));
create index notices_of_mail_waiting on app.notices (mail) where state = 'QUEUED' and mail is not null;

alter table access.links
  -- When its code left by SMS, and whether one was asked for.
  add column code_sms text check (code_sms in ('ASKED', 'SENT', 'FAILED'));
insert into app.notice_rules (event, tells, by_party, at_once, calls, about) values
  ('link.made', 'BASE', '{team,author,supervisor,system}', true, false, 'NEW'),
  ('link.code', 'LEAD', '{partner,recorded}', true, false, 'ANSWER'),
  ('link.code', 'AUTHOR', '{partner,recorded}', true, false, 'ANSWER');
select set_config('relais.maintenance', '', true);
grant update (code_sms) on access.links to relais_definer;
create policy definer_makes_by_letter on access.links for insert to relais_definer
  with check (made_by = (select r.author_id from app.referrals r where r.id = referral_id) and ended_at is null and tries = 0);

set role relais_definer;
-- What an agency without an account reads now by a link, by the same rule for whoever makes one.
create function app.link_reads(r app.referrals) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select r.sent_at is not null and r.partner_deleted_at is null and exists (select from app.referral_states s
    join app.shares h on h.referral_id = r.id where s.state = r.state and s.partner_view in ('STAGE_1', 'STAGE_2')
      and h.stage = 1 and h.ended_at is null and app.consent_stands(h.consent_id)) $$;

-- Where the service is written to; nothing where the directory has no address.
create function app.letter_address(r app.referrals) returns text
  language sql stable security definer set search_path = ''
  as $$ select d.mail from app.directory_entries d where d.partner_code = r.partner_code and d.service = r.service
    and d.office_id = r.office_id and d.mail <> '' $$;

create or replace function app.make_link(of_referral uuid, made uuid, new_hash bytea) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare found app.referrals;
  begin
    select r.* into found from app.referrals r where r.id = of_referral
      and r.case_id in (select access.my_team_case_ids()) for update;
    if found.id is null or not app.link_reads(found) then return null; end if;
    update access.links l set ended_at = pg_catalog.now() where l.referral_id = of_referral and l.ended_at is null;
    insert into access.users (id, email, name, role, partner_code, by_link)
      values (made, 'link-' || made || '@invalid', 'Par lien', 'PARTNER_FP', found.partner_code, true);
    insert into access.links (id, referral_id, token_hash, made_by) values (made, of_referral, new_hash, access.actor_id());
    if app.letter_address(found) is not null and app.receives(found.partner_code, coalesce(found.base_office_id, found.office_id)) is distinct from 'ACCOUNT' then
      perform app.tell(found, 'link.made', made || '/link', 'team', access.actor_id());
    end if;
    return made;
  end $$;

-- How its link stands, for the team: also when its code was sent, and how the letter with it got on.
drop function app.link_of(uuid);
create function app.link_of(of_referral uuid) returns table (
    id uuid, made_at timestamptz, expires_at timestamptz, live boolean, opened_at timestamptz, asked boolean,
    code_seed bytea, code_until timestamptz, tries_left smallint, code_sms text)
  language sql stable security definer set search_path = ''
  as $$
    select l.id, clock.as_casework(l.made_at), clock.as_casework(l.expires_at),
      l.ended_at is null and l.expires_at > pg_catalog.now(), clock.as_casework(l.opened_at), l.browser_hash is not null,
      case when l.ended_at is null and l.expires_at > pg_catalog.now() and l.tries < 5 and l.code_until > pg_catalog.now()
        then l.code_seed end, clock.as_casework(l.code_until), (5 - l.tries)::smallint, l.code_sms
    from access.links l join app.referrals r on r.id = l.referral_id
    where l.referral_id = of_referral and r.case_id in (select access.my_team_case_ids())
    order by l.made_at desc limit 1 $$;
create function app.link_letter(of_referral uuid) returns table (mail text, state text, sent_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select n.mail, n.state, n.sent_at from app.notices n join app.referrals r on r.id = n.referral_id
    where n.referral_id = of_referral and n.mail is not null and n.state <> 'DROPPED'
      and r.case_id in (select access.my_team_case_ids())
    order by n.made_at desc, n.id limit 1 $$;

-- What a link says, and whether the code that waits is on its way by SMS.
drop function access.link_said(text, text);
create function access.link_said(token text, browser text) returns table (
    referral_id uuid, due_at timestamptz, phone text, stands text, code_until timestamptz, tries_left smallint,
    unread boolean, ended_as text, by_sms boolean)
  language sql stable security definer set search_path = ''
  as $$
    select r.id, case when live then r.partner_due_at end, o.phone,
      case when not live then 'OVER' when l.browser_hash <> own then 'ELSEWHERE'
        when l.browser_hash is null then 'NEW' when l.tries >= 5 then 'NO_TRIES'
        when l.code_until > pg_catalog.now() then 'ASKED' else 'KNOWN' end,
      clock.as_casework(l.code_until), (5 - l.tries)::smallint, r.state = 'SENT', case when not live then r.partner_state end,
      l.browser_hash = own and coalesce(l.code_sms in ('ASKED', 'SENT'), false)
    from access.links l join app.referrals r on r.id = l.referral_id
      join access.offices o on o.id = coalesce(r.base_office_id, r.office_id)
      cross join lateral (select l.ended_at is null and l.expires_at > pg_catalog.now() as live,
        coalesce(pg_catalog.sha256(pg_catalog.convert_to(nullif(browser, ''), 'UTF8')), ''::bytea) as own) x
    where l.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
      and (live or l.browser_hash = own and l.opened_at is not null) $$;

-- The number an SMS goes to: of the directory, and only where it is one.
create function app.sms_number(partner text) returns text
  language sql stable security definer set search_path = ''
  as $$ select x.n from (select pg_catalog.regexp_replace(p.phone, '[ .()-]', '', 'g') as n from app.partners p where p.code = partner) x
    where x.n ~ '^[+]?[0-9]{8,15}$' $$;

-- Asks for a code and ties the link to this browser; the team is told, at most once in ten minutes. `by_sms`: a gateway is named here.
drop function access.ask_link_code(text, text, bytea, bytea);
create function access.ask_link_code(token text, browser text, seed bytea, hash bytea, by_sms boolean) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare own bytea := pg_catalog.sha256(pg_catalog.convert_to(nullif(browser, ''), 'UTF8')); one access.links; r app.referrals; bucket text;
  begin
    if own is null then return false; end if;
    select l.* into one from access.links l where l.token_hash = pg_catalog.sha256(pg_catalog.convert_to(token, 'UTF8'))
      and l.ended_at is null and l.expires_at > pg_catalog.now() and l.tries < 5 and coalesce(l.browser_hash, own) = own for update;
    if one.id is null then return false; end if;
    -- Asked for within the last minute and on its way: that code holds. Another would make what arrives a wrong one, and a bill of a button.
    if one.code_sms in ('ASKED', 'SENT') and one.code_until > pg_catalog.now() + interval '9 minutes' then return true; end if;
    select x.* into r from app.referrals x where x.id = one.referral_id;
    update access.links l set browser_hash = own, code_seed = seed, code_hash = hash,
        code_until = pg_catalog.now() + interval '10 minutes',
        -- Ten by SMS for one link; after that somebody calls.
        code_sms = case when by_sms and app.sms_number(r.partner_code) is not null
          and (select pg_catalog.count(*) from jobs.outbox o where o.task = 'send-code' and o.subject_id = one.id) < 10 then 'ASKED' end
      where l.id = one.id returning l.* into one;
    if one.code_sms is not null then
      -- One code on its way is enough: it says whichever was asked for last.
      insert into jobs.outbox (task, subject_id, body, run_at) select 'send-code', one.id, '{}', pg_catalog.now()
        where not exists (select from jobs.outbox o where o.task = 'send-code' and o.subject_id = one.id and o.done_at is null and o.failed_at is null);
    end if;
    bucket := pg_catalog.floor(extract(epoch from pg_catalog.now()) / 600)::text;
    perform app.tell(r, 'link.code', one.id || '/code/' || bucket, 'partner', one.id);
    return true;
  end $$;

-- The code that waits, for the transaction that claimed its job. Nothing once it has run out, was used or its link ended.
create function jobs.take_code(job bigint) returns table (link uuid, phone text, seed bytea)
  language sql stable security definer set search_path = ''
  as $$ select l.id, app.sms_number(r.partner_code), l.code_seed from jobs.outbox o join access.links l on l.id = o.subject_id
      join app.referrals r on r.id = l.referral_id
    where o.id = job and o.task = 'send-code' and o.done_at is null and o.failed_at is null and o.claimed_in = pg_catalog.pg_current_xact_id()
      and l.ended_at is null and l.tries < 5 and l.code_until > pg_catalog.now() and app.sms_number(r.partner_code) is not null $$;
-- How it got on, of the code that was sent. Where another was asked for while that one was on its way, another job sends it.
create function jobs.code_left(job bigint, how text, sent bytea) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update access.links l set code_sms = how from jobs.outbox o where l.id = o.subject_id and o.id = job and o.task = 'send-code'
      and o.claimed_in = pg_catalog.pg_current_xact_id() and l.ended_at is null and l.code_sms is not null and l.code_seed = sent;
    if found then return; end if;
    insert into jobs.outbox (task, subject_id, body, run_at) select 'send-code', l.id, '{}', pg_catalog.now()
      from jobs.outbox o join access.links l on l.id = o.subject_id where o.id = job and o.task = 'send-code'
        and o.claimed_in = pg_catalog.pg_current_xact_id() and l.ended_at is null and l.code_sms = 'ASKED' and l.code_until > pg_catalog.now();
  end $$;

-- Whether it is still theirs to hear: an agency by letter, while it may read.
create or replace function app.notice_holds(n app.notices) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.referrals r where r.id = n.referral_id and case
      when n.mail is not null then app.link_reads(r)
      when n.to_user is not null then exists (select from access.users u where u.id = n.to_user and u.active) and (
        exists (select from app.case_members m where m.case_id = r.case_id and m.user_id = n.to_user and m.until is null)
        or app.able_supervisor(n.to_user, r.case_id, r.office_id, r.sensitivity))
      else n.base_id is null or exists (select from app.partner_bases b where b.id = n.base_id and b.partner_code = r.partner_code
        and coalesce(r.base_office_id, r.office_id) = any(b.offices)) end) $$;
create or replace function app.notice_line(n app.notices) returns text
  language sql immutable set search_path = '' as $$ select coalesce('user:' || n.to_user, 'base:' || n.base_id, 'mail:' || n.mail) $$;

-- One more notice, and the job that sends it by its way; none where that moment told that reader already.
create or replace function app.add_notice(n app.notices) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$ declare made uuid; begin
    insert into app.notices (key, event, referral_id, to_user, partner_code, base_id, made_at, due_at, way, state, mail)
      values (n.key, n.event, n.referral_id, n.to_user, n.partner_code, n.base_id, n.made_at, n.due_at, n.way,
        case n.way when 'HERE' then 'KEPT' else 'QUEUED' end, n.mail)
      on conflict (key) do nothing returning id into made;
    if made is not null and n.way <> 'HERE' then
      insert into jobs.outbox (task, subject_id, body, run_at) values (case n.way when 'SMS' then 'send-sms' else 'send-notice' end,
        made, '{}', pg_catalog.now() + (n.due_at - n.made_at));
    end if;
    return made;
  end $$;

do $$
declare said text; now_said text;
begin
  -- An agency that nobody signs in for is written to where the directory has an address and it may read; else somebody calls.
  said := pg_get_functiondef('app.tell(app.referrals, text, text, text, uuid)'::regprocedure);
  now_said := replace(said, 'if not found_base then', 'if not found_base then
          new_one.mail := case when app.link_reads(r) then app.letter_address(r) end;
          if new_one.mail is not null and what <> ''capacity.asked'' then
            new_one.key := once || ''/'' || r.partner_code; new_one.base_id := null; new_one.way := ''MAIL'';
            perform app.add_notice(new_one);
            continue;
          end if;');
  if now_said = said then raise exception 'app.tell is not as it was understood'; end if;
  execute now_said;

  -- What waits for this address is one letter, like what waits for a base.
  said := pg_get_functiondef('jobs.take_notice(bigint)'::regprocedure);
  now_said := replace(said, '(x.to_user = n.to_user or x.base_id = n.base_id)', '(x.to_user = n.to_user or x.base_id = n.base_id or x.mail = n.mail)');
  now_said := replace(now_said, '(n.state = ''FAILED'' and n.base_id is null and n.to_user is null)', '(n.state = ''FAILED'' and n.base_id is null and n.to_user is null and n.mail is null)');
  now_said := replace(now_said, 'if n.way = ''SMS'' then', 'if n.mail is not null then reached := array[n.mail]; spoken := array[''fr'', ''en'']; end if;
    if n.way = ''SMS'' then');
  if now_said not like '%x.mail = n.mail%array[n.mail]%' then raise exception 'jobs.take_notice is not as it was understood'; end if;
  execute now_said;

  said := pg_get_functiondef('jobs.notice_failed(bigint, text)'::regprocedure);
  now_said := replace(said, 'if n.base_id is not null then', 'if n.base_id is not null or n.mail is not null then');
  if now_said = said then raise exception 'jobs.notice_failed is not as it was understood'; end if;
  execute now_said;
  said := pg_get_functiondef('jobs.notice_sent(bigint)'::regprocedure);
  now_said := replace(said, 'x.base_id is not null', '(x.base_id is not null or x.mail is not null)');
  if now_said = said then raise exception 'jobs.notice_sent is not as it was understood'; end if;
  execute now_said;
  said := pg_get_functiondef('jobs.messages_by_way()'::regprocedure);
  now_said := replace(replace(said, 'case o.task when ''send-sms'' then ''SMS'' else ''MAIL'' end', 'case o.task when ''send-notice'' then ''MAIL'' else ''SMS'' end'),
    'in (''send-notice'', ''send-sms'')', 'in (''send-notice'', ''send-sms'', ''send-code'')');
  if now_said = said then raise exception 'jobs.messages_by_way is not as it was understood'; end if;
  execute now_said;
end $$;

-- The links that a letter carries, of the referrals whose notices have its number. Made before it leaves, in a transaction of its own:
-- what somebody reads opens. A link that lives is carried as it is; one whose tries are spent is made anew.
create function jobs.letter_needs(job bigint) returns table (referral uuid, link uuid)
  language sql stable security definer set search_path = ''
  as $$
    select r.id, (select l.id from access.links l where l.referral_id = r.id and l.ended_at is null and l.tries < 5
      and l.expires_at > pg_catalog.now() + interval '1 hour')
    from jobs.notice_of(job) n join app.notices x on x.carried_by = n.carried_by and x.state = 'QUEUED'
      join app.referrals r on r.id = x.referral_id
    where n.mail is not null and app.link_reads(r) group by r.id order by r.id $$;
create function jobs.make_letter_link(job bigint, of_referral uuid, made uuid, new_hash bytea) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare r app.referrals;
  begin
    if not exists (select from jobs.letter_needs(job) x where x.referral = of_referral and x.link is null) then
      raise exception 'no letter of this job' using errcode = 'insufficient_privilege';
    end if;
    select x.* into r from app.referrals x where x.id = of_referral;
    update access.links l set ended_at = pg_catalog.now() where l.referral_id = of_referral and l.ended_at is null;
    insert into access.users (id, email, name, role, partner_code, by_link)
      values (made, 'link-' || made || '@invalid', 'Par lien', 'PARTNER_FP', r.partner_code, true);
    insert into access.links (id, referral_id, token_hash, made_by) values (made, of_referral, new_hash, r.author_id);
  end $$;

-- Letters to agencies without an account that have not left within a quarter of an hour: nobody sees them here, so somebody calls.
create or replace function jobs.end_links(job bigint) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$ declare how_many integer; one uuid; begin
    if not exists (select from jobs.outbox o where o.id = job and o.task = 'end-links' and o.done_at is null
        and o.claimed_in = pg_catalog.pg_current_xact_id()) then
      raise exception 'nothing that was claimed here' using errcode = 'insufficient_privilege';
    end if;
    update access.links l set ended_at = pg_catalog.now() where l.ended_at is null and l.expires_at <= pg_catalog.now();
    get diagnostics how_many = row_count;
    for one in select distinct n.referral_id from app.notices n join app.notice_rules u on u.event = n.event and u.tells = 'BASE' and u.calls
        where n.mail is not null and n.state = 'QUEUED' and n.due_at < clock.casework_now() - interval '15 minutes'
          and n.due_at > clock.casework_now() - interval '1 day' and app.notice_holds(n)
          -- Whoever has called since need not call again for the same letter.
          and not exists (select from app.tasks t where t.kind = 'CALL_PARTNER' and t.subject_id = n.referral_id and t.opened_at >= n.made_at) loop
      perform app.ask_for_a_call(one, 'UNDELIVERED');
    end loop;
    return how_many;
  end $$;

do $$
declare f text;
begin
  foreach f in array array['app.link_reads(app.referrals)', 'app.letter_address(app.referrals)', 'app.link_of(uuid)', 'app.link_letter(uuid)',
    'access.link_said(text, text)', 'app.sms_number(text)', 'access.ask_link_code(text, text, bytea, bytea, boolean)', 'jobs.take_code(bigint)',
    'jobs.code_left(bigint, text, bytea)', 'jobs.letter_needs(bigint)', 'jobs.make_letter_link(bigint, uuid, uuid, bytea)'] loop
    execute format('revoke execute on function %s from public', f);
    if f ~ '^app\.link_(of|letter)' then execute format('grant execute on function %s to relais_web', f); end if;
    if f ~ '\(text, text' then execute format('grant execute on function %s to relais_auth', f); end if;
    if f ~ '^jobs' then execute format('grant execute on function %s to relais_worker', f); end if;
  end loop;
end $$;
reset role;
