-- The second wall writes as strictly as it reads. Which columns of a table a person may write, as what and with which
-- value, is one list (`app.write_rules`, printed from the code by scripts/write-rules.ts); one trigger reads it for every
-- table. Row policies say which rows, this list which columns, and 0052 what must hold beside them.

create table app.write_rules (
  tbl text not null,
  op text not null check (op in ('INSERT', 'UPDATE', 'DELETE')),
  verb text not null,
  party text not null,
  col text not null,
  rule text not null,
  must boolean not null,
  primary key (tbl, op, verb, party, col)
);
-- Deeds that leave a referral's state alone, where each makes sense and who may do it.
create table app.act_rules (
  act text not null,
  state text not null,
  party text not null,
  primary key (act, state, party)
);

do $$
declare t text;
begin
  foreach t in array array['write_rules', 'act_rules'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
    execute format('grant select on app.%I to relais_definer', t);
  end loop;
end $$;

-- What the checks look at. Keys: whose they are, never what they wrap.
grant select (id, scope, case_id, compartment, alert_id, share_id) on vault.keys to relais_definer;
create policy definer_looks on vault.keys for select to relais_definer using (true);

-- Which login speaks: web, partner, or nobody of the field (owner, worker, superuser).
create function access.login() returns text
  language sql stable security definer set search_path = ''
  as $$ select case
    when pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage') then ''
    when pg_catalog.pg_has_role(session_user, 'relais_web', 'usage') then 'web'
    when pg_catalog.pg_has_role(session_user, 'relais_partner', 'usage') then 'partner'
    else '' end $$;

-- The casework moment of this transaction, as the application hears it (to the millisecond).
create function app.is_now(moment timestamptz) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select coalesce(moment between clock.casework_now() - interval '1 second' and clock.casework_now() + interval '1 millisecond', false) $$;
create function app.today() returns date
  language sql stable security definer set search_path = ''
  as $$ select (clock.casework_now() at time zone 'UTC')::date $$;

-- How the person of this session stands to a case. A supervisor is one of its office, or the one named where it is
-- restricted; whoever left the caseworkers' roles is on no team.
create function access.parties(of_case uuid, of_office text, of_sensitivity text) returns text[]
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); my_role text := access.actor_role(); found text[] := '{}'; one text;
  begin
    if me is null then return found; end if;
    if my_role in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER') then
      for one in select m.capacity from app.case_members m where m.case_id = of_case and m.user_id = me and m.until is null loop
        if one in ('LEAD', 'MEMBER') then found := found || pg_catalog.lower(one) || 'team'::text; end if;
      end loop;
    elsif my_role = 'SUPERVISOR' then
      if (of_sensitivity = 'S3' and of_office in (select access.supervised_offices()))
        or (of_sensitivity = 'S4' and exists (select from app.case_members m where m.case_id = of_case and m.user_id = me
          and m.until is null and m.capacity = 'NAMED_SUPERVISOR')) then
        found := found || 'supervisor'::text;
      end if;
    end if;
    -- Whoever has just opened it, until it has a lead: what comes with the case is theirs to write.
    if exists (select from app.cases c where c.id = of_case and c.opened_by = me and app.is_now(c.opened_at) and c.state = 'DRAFT')
      and not 'lead' = any(found) then
      found := found || 'opener'::text;
    end if;
    return found;
  end $$;

-- The same for a row of any table of the list.
create function app.parties_of(tbl text, op text, n jsonb) returns text[]
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); my_role text := access.actor_role(); found text[]; r app.referrals;
  begin
    if me is null then return '{}'; end if;
    if tbl = 'app.cases' then
      if op <> 'INSERT' then return access.parties((n->>'id')::uuid, n->>'office_id', n->>'sensitivity'); end if;
      return case when n->>'office_id' in (select access.supervised_offices())
        or (access.is_caseworker() and n->>'lead_id' = me::text and n->>'office_id' in (select access.my_offices()))
        then array['opener'] else '{}'::text[] end;
    elsif tbl = 'app.alerts' then
      return case when my_role = 'DTM_ENUM' then array['enumerator']
        when n->>'office_id' in (select access.supervised_offices()) then array['supervisor'] else '{}'::text[] end;
    elsif tbl in ('app.referral_messages', 'app.verifications') then
      select x.* into r from app.referrals x where x.id = (n->>'referral_id')::uuid;
      if access.login() = 'partner' then
        return case when r.partner_code = access.my_partner() then array['partner'] else '{}'::text[] end;
      end if;
      return access.parties(r.case_id, r.office_id, r.sensitivity);
    elsif tbl = 'app.referrals' then
      if access.login() = 'partner' then
        return case when n->>'partner_code' = access.my_partner() then array['partner'] else '{}'::text[] end;
      end if;
      found := access.parties((n->>'case_id')::uuid, n->>'office_id', n->>'sensitivity');
      if 'team' = any(found) and n->>'author_id' = me::text then found := found || 'author'::text; end if;
      if 'team' = any(found) or 'supervisor' = any(found) then found := found || 'recorded'::text; end if;
      return found;
    elsif tbl = 'app.case_members' then
      return access.parties((n->>'case_id')::uuid,
        (select c.office_id from app.cases c where c.id = (n->>'case_id')::uuid),
        (select c.sensitivity from app.cases c where c.id = (n->>'case_id')::uuid));
    end if;
    return access.parties((n->>'case_id')::uuid, n->>'office_id', n->>'sensitivity');
  end $$;

-- Does a new value do what its rule says? The words are those of lib/platform/db/writes/writes.ts.
create function app.fits(rule text, before text, value text, n jsonb) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return coalesce(case
      when rule = 'any' then true
      when rule = 'null' then value is null
      when rule = 'me' then value = access.actor_id()::text
      when rule = 'now' then app.is_now(value::timestamptz)
      when rule = 'first' then before is null and app.is_now(value::timestamptz)
      when rule = 'next' then value::bigint = before::bigint + 1
      when rule = 'due' then value is null
        or value::timestamptz between clock.casework_now() - interval '5 years' and clock.casework_now() + interval '400 days'
      when rule = 'code' then value is null or value ~ '^[A-Z][A-Z0-9_]{0,59}$'
      when rule like '=%' then value = pg_catalog.substr(rule, 2)
      when rule like '@%' then value is not null and value = n->>pg_catalog.substr(rule, 2)
      else false end, false);
  end $$;

-- Only for what a login of the field writes itself: not for what a definer function does on its behalf, not for the
-- cascades of a case's office and sensitivity, not for the owner.
create function app.allowed_columns() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    _tbl text := tg_table_schema || '.' || tg_table_name;
    o jsonb := case when tg_op = 'INSERT' then '{}' else pg_catalog.to_jsonb(old) end;
    n jsonb := case when tg_op = 'DELETE' then '{}' else pg_catalog.to_jsonb(new) end;
    _verb text := coalesce(n->>'last_verb', '');
    -- A case names a verb only when its state moves; a referral with every change.
    quiet boolean := _tbl = 'app.cases' and (tg_op = 'INSERT' or n->>'state' = o->>'state');
    parties text[];
    bad text;
  begin
    if quiet then _verb := ''; end if;
    -- What the database computes itself is nobody's to write.
    n := n - coalesce((select pg_catalog.array_agg(a.attname::text) from pg_catalog.pg_attribute a where a.attrelid = tg_relid
      and a.attgenerated <> ''), '{}');
    parties := app.parties_of(_tbl, tg_op, case when tg_op = 'INSERT' then n else o end);
    -- The verb of a machine is done as one party: the one the row names.
    if n ? 'last_party' and not quiet then
      parties := case when n->>'last_party' = any(parties) then array[n->>'last_party'] else '{}'::text[] end;
    end if;
    if tg_op = 'DELETE' then
      if not exists (select from app.write_rules r where r.tbl = _tbl and r.op = 'DELETE' and r.party = any(parties)) then
        raise exception '% is not theirs to remove', _tbl using errcode = 'insufficient_privilege';
      end if;
      return old;
    end if;
    select e.key into bad from pg_catalog.jsonb_each(n) e
      where e.value is distinct from coalesce(o->e.key, 'null') and not exists (select from app.write_rules r
        where r.tbl = _tbl and r.op = tg_op and r.verb = _verb and r.party = any(parties) and r.col = e.key
          and app.fits(r.rule, o->>e.key, n->>e.key, n)) limit 1;
    if bad is null then
      select r.col into bad from app.write_rules r
        where r.tbl = _tbl and r.op = tg_op and r.verb = _verb and r.party = any(parties) and r.must
          and not app.fits(r.rule, o->>r.col, n->>r.col, n) limit 1;
    end if;
    if bad is not null then
      raise exception '%.% is not theirs to write so', _tbl, bad using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;

do $$
declare t text; f text;
begin
  foreach t in array array['cases', 'case_members', 'people', 'consents', 'assistance', 'notes', 'alerts', 'referrals',
    'shares', 'referral_messages', 'verifications'] loop
    execute format('create trigger allowed_columns before insert or update or delete on app.%I
      for each row when (current_user ~ ''^relais_(web|partner)_'') execute function app.allowed_columns()', t);
  end loop;
  -- Handed over last: the owner inherits nothing of the definer and could grant them no more.
  foreach f in array array['access.login()', 'app.is_now(timestamptz)', 'app.today()', 'access.parties(uuid, text, text)',
    'app.parties_of(text, text, jsonb)', 'app.fits(text, text, text, jsonb)', 'app.allowed_columns()'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
