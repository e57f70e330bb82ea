-- The log takes what this transaction did, about what is in reach; what names nobody is one report of abuse, told now; a
-- refused sign-in names the account if there is one, never what was typed. And what can be written without an end has one.

-- A page that shows the form of an act opens a file and does nothing: it says so.
alter table audit.events drop constraint events_outcome_check;
alter table audit.events add constraint events_outcome_check check (outcome in ('done', 'shown', 'refused', 'missing', 'replayed')) not valid;

-- Files opened, whether read or shown as a form.
set role relais_definer;
create or replace function audit.reading_excess(me uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare budget integer; opened integer;
  begin
    select s.value into budget from app.settings s where s.key = 'reading.budget';
    select pg_catalog.count(*) into opened from (select from audit.events e where e.actor_id = me and e.case_id is not null
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
  begin
    if own.id is null then
      raise exception 'nobody acts here' using errcode = 'insufficient_privilege';
    end if;
    select a.* into known from audit.actions a where a.action = append.action;
    if known.action is null or (known.writes and append.outcome = 'done' and not changed)
      or (append.outcome = 'shown' and not known.writes)
      or (append.outcome = 'done' and not audit.was_moved(append.action)) then
      raise exception 'no such act happened' using errcode = 'check_violation';
    end if;
    if pg_catalog.octet_length(detail) > 8192 or object_type !~ '^[a-z-]{1,40}$' then
      raise exception 'the log takes no stories' using errcode = 'check_violation';
    end if;
    if append.case_id is not null and append.outcome <> 'missing' and not audit.in_reach(append.case_id) then
      raise exception 'no such case' using errcode = 'check_violation';
    end if;
    perform audit.write(null, action, object_type, audit.reduced(object_id), case_id, outcome, detail);
    return case when case_id is null or outcome not in ('done', 'shown') or (known.writes and outcome = 'done') then 0
      else audit.reading_excess(own.user_id) end;
  end $$;
reset role;

-- What is named after a move is done where this person has just moved a referral (a form may do one of two moves). Acts of
-- other names are no moves.
create function audit.was_moved(act text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select case when pg_catalog.split_part(act, '.', 1) = 'referral' and (
      exists (select from app.referral_transitions t where t.verb = pg_catalog.split_part(act, '.', 2))
      or exists (select from app.act_rules a where a.act = pg_catalog.split_part(act, '.', 2)))
    then exists (select from app.referrals r where r.last_actor_id = access.actor_id() and app.is_now(r.last_at))
    else true end $$;

-- A case that this session reads, or whose answer it has just confirmed or may confirm; a partner's: what it was sent.
create function audit.in_reach(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.cases c where c.id = of_case and (
      c.id in (select access.my_case_ids())
      or (c.sensitivity = 'S3' and c.office_id in (select access.supervised_offices()))
      or c.id in (select access.orphaned_case_ids())
      or (access.actor_role() = 'DPO')
      or exists (select from app.consent_confirmations f where f.case_id = c.id and f.by_id = access.actor_id() and app.is_now(f.at))
      or exists (select from app.consents w join app.consents_to_confirm() t on t.id = w.id where w.case_id = c.id)
      or exists (select from app.alerts a where a.case_id = c.id and a.raised_by = access.actor_id())
      or (access.login() = 'partner' and exists (select from app.referrals r where r.case_id = c.id and r.sent_at is not null
        and r.partner_code = access.my_partner())))) $$;

-- Named after nobody: with a live session, about the report that this transaction wrote, or about none.
set role relais_definer;
create or replace function audit.append_unsigned(wanted_action text, object_id text, outcome text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare e audit.events;
  begin
    if wanted_action <> 'psea.report' or access.actor_id() is null then
      raise exception 'only a report of abuse is logged without its author' using errcode = 'insufficient_privilege';
    end if;
    if outcome not in ('done', 'refused', 'missing') or (outcome <> 'done' and object_id <> '')
      or (outcome = 'done' and not exists (select from app.psea_reports r where r.id::text = append_unsigned.object_id
        and r.author_id = access.actor_id() and app.is_now(r.reported_at))) then
      raise exception 'no such report was told' using errcode = 'check_violation';
    end if;
    perform audit.write_unsigned(wanted_action, 'psea-report', object_id, outcome);
  end $$;
reset role;
create function audit.write_unsigned(wanted_action text, of_type text, object_id text, outcome text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare e audit.events;
  begin
    e.id := pg_catalog.nextval('audit.events_id_seq');
    e.xid := pg_catalog.pg_current_xact_id();
    e.at := pg_catalog.clock_timestamp();
    e.action := wanted_action; e.object_type := of_type; e.object_id := coalesce(write_unsigned.object_id, '');
    e.outcome := write_unsigned.outcome; e.detail := '{}';
    e.canonical := audit.canonical(e);
    e.mac := audit.mac_of(e.canonical);
    insert into audit.events overriding system value values (e.*);
  end $$;
grant select on app.psea_reports to relais_definer;
create policy definer_reads on app.psea_reports for select to relais_definer using (true);

-- A password that was wrong: the account, where there is one; what was typed is nobody's business.
create function audit.append_wrong_password(account uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform audit.write_unsigned('session.start', 'user',
      coalesce((select u.id::text from access.users u where u.id = account), ''), 'refused');
  end $$;
grant execute on function audit.append_wrong_password(uuid) to relais_auth;

-- Forms told without a name are spent without one: nothing beside the report leads to who sent it.
create table app.unsigned_keys (
  key_mac bytea primary key check (octet_length(key_mac) = 32),
  on_day date not null default ((clock.casework_now())::date)
);
alter table app.unsigned_keys enable row level security;
alter table app.unsigned_keys force row level security;
create policy owner_maintains on app.unsigned_keys to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select (key_mac), insert (key_mac) on app.unsigned_keys to relais_web;
create policy staff_finds on app.unsigned_keys for select to relais_web using ((select access.actor_id()) is not null);
create policy staff_spends on app.unsigned_keys for insert to relais_web with check ((select access.actor_id()) is not null);

-- The tally of a no is a count of people met: an office meets so many in a day, and no login can write more.
create function app.tally_has_an_end() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if access.login() <> '' and (select pg_catalog.count(*) from app.unregistered_people u
        where u.office_id = new.office_id and u.on_day = new.on_day) >= 200 then
      raise exception 'nobody of % is asked so often in a day', new.office_id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger a_has_an_end before insert on app.unregistered_people for each row execute function app.tally_has_an_end();
grant select on app.unregistered_people to relais_definer;
create policy definer_looks_back on app.unregistered_people for select to relais_definer using (true);

-- A draft goes by the person's no, never against their yes.
set role relais_definer;
create or replace function app.drop_draft(draft uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if not coalesce(access.is_caseworker(), false) or draft <> all (array(select access.my_case_ids()))
      or not exists (select from app.cases c where c.id = draft and c.state = 'DRAFT')
      or exists (select from app.consents c where c.case_id = draft and c.purpose = 'CASE_MGMT' and app.consent_stands(c.id)) then
      raise exception 'no draft of this person' using errcode = 'insufficient_privilege';
    end if;
    perform app.erase_draft(draft, 'NO');
  end $$;
reset role;

-- Best interests decide for a child alone. The year of birth is all that is known in clear.
create function app.best_interests_are_a_childs() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(not exists (select from app.people p where p.case_id = new.case_id and p.standing = 'PRINCIPAL'
      and pg_catalog.date_part('year', new.given_at) - p.birth_year - 1 >= 18), 'an adult decides for themselves');
    return new;
  end $$;
create trigger b_is_a_childs before insert on app.consents for each row
  when (new.legal_basis = 'BEST_INTERESTS' and access.writes_itself()) execute function app.best_interests_are_a_childs();

-- A slip rests on a yes to sharing, for a named service (two purposes are one themselves): never on the yes to the file,
-- never on a yes to everything.
create function app.slips_rest_on_sharing() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(exists (select from app.consents c where c.id = new.consent_id
      and (c.purpose in ('TRACING', 'RETURN') or (c.purpose = 'REFERRAL' and c.service is not null))), 'no consent to share this');
    return new;
  end $$;
create trigger b_rests_on_sharing before insert on app.shares for each row
  when (access.writes_itself()) execute function app.slips_rest_on_sharing();

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function audit.was_moved(text) owner to relais_definer;
alter function audit.in_reach(uuid) owner to relais_definer;
alter function audit.write_unsigned(text, text, text, text) owner to relais_definer;
alter function audit.append_wrong_password(uuid) owner to relais_definer;
alter function app.tally_has_an_end() owner to relais_definer;
alter function app.best_interests_are_a_childs() owner to relais_definer;
alter function app.slips_rest_on_sharing() owner to relais_definer;
