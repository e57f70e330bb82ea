-- The directory is kept by people of the field: an administrator all of it, an agency's account what its agency gives in the offices of
-- its base. One question renews an entry (can you receive somebody this week?); whoever answers is who verified it, that day: the
-- database writes both. What was changed stays to be read. Decision record 134.
select set_config('relais.maintenance', 'on', true);
update app.directory_entries set paused_until = null where state = 'OPEN' and paused_until is not null;

alter table app.directory_entries
  drop constraint directory_entries_state_check,
  add constraint directory_entries_state_check check (state in ('OPEN', 'WAITING', 'FULL', 'PAUSED')),
  -- How long somebody waits, where there is a list; how many more are received this week, where it is known.
  add column wait_days smallint check (wait_days between 1 and 365),
  add column places smallint check (places between 0 and 999),
  add column eligibility text not null default '',
  add column hours text not null default '',
  add column price text not null default '',
  add column languages text[] not null default '{}',
  -- Null: nobody said.
  add column women_on_staff boolean,
  add column verified_by uuid references access.users,
  add column version integer not null default 1,
  add constraint waits_as_said check ((state = 'WAITING') = (wait_days is not null)),
  add constraint places_where_open check (places is null or state = 'OPEN'),
  add constraint until_where_paused check (paused_until is null or state = 'PAUSED');

-- Who changed an entry, when, and what stood there before. Written by the entries themselves.
create table app.directory_changes (
  id bigint generated always as identity primary key,
  entry_id uuid not null references app.directory_entries,
  kind text not null check (kind in ('ADDED', 'VERIFIED', 'CHANGED')),
  at timestamptz not null default clock.casework_now(),
  by_id uuid not null references access.users,
  changed jsonb not null
);
create index directory_changes_of_entry on app.directory_changes (entry_id, id);
alter table app.directory_changes enable row level security;
alter table app.directory_changes force row level security;
create policy owner_maintains on app.directory_changes to relais_owner using (current_setting('relais.maintenance', true) = 'on')
  with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.directory_changes for select to relais_definer using (true);
create policy definer_notes on app.directory_changes for insert to relais_definer with check (by_id = access.actor_id());
create policy staff_reads on app.directory_changes for select to relais_web using ((select access.actor_id()) is not null);
grant select on app.directory_changes to relais_web, relais_definer;
grant insert on app.directory_changes to relais_definer;

-- An agency's account reads and keeps its agency's entries of its base, and which cercles those offices reach.
grant select on app.directory_entries, app.cercle_offices to relais_partner;
create policy partner_reads_own on app.directory_entries for select to relais_partner
  using (partner_code = (select access.my_partner()) and office_id = any(array(select access.base_offices())));
create policy partner_reads_own on app.cercle_offices for select to relais_partner
  using (office_id = any(array(select access.base_offices())));
grant update (state, wait_days, places, paused_until, eligibility, cercles, hours, price, languages, women_on_staff, place, note, version)
  on app.directory_entries to relais_web, relais_partner;
create policy partner_keeps_own on app.directory_entries for update to relais_partner
  using (partner_code = (select access.my_partner()) and office_id = any(array(select access.base_offices())))
  with check (partner_code = (select access.my_partner()) and office_id = any(array(select access.base_offices())));
create policy admin_keeps on app.directory_entries for update to relais_web using ((select access.actor_role()) = 'ADMIN')
  with check ((select access.actor_role()) = 'ADMIN');
grant insert on app.directory_entries to relais_web;
create policy admin_adds on app.directory_entries for insert to relais_web with check ((select access.actor_role()) = 'ADMIN');

-- Whoever answers whether somebody can be received has verified the entry, today; a pause ends on a day to come.
create function app.directory_verifies() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    new.verified_by := access.actor_id();
    new.verified_on := app.today();
    perform app.must_hold(new.paused_until is null or new.paused_until between app.today() and app.today() + 366, 'no day a pause ends on');
    return new;
  end $$;

create function app.directory_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare said text := new.eligibility || new.hours || new.price || new.place || new.note;
  begin
    perform app.must_hold(new.version = case tg_op when 'INSERT' then 1 else old.version + 1 end, 'not as it was read');
    perform app.must_hold(new.service ~ '^[A-Z][A-Z0-9_]{1,39}$', 'no code of a service');
    perform app.must_hold(pg_catalog.cardinality(new.cercles) > 0
      and new.cercles <@ (array(select c.cercle from app.cercle_offices c where c.office_id = new.office_id)
        || case tg_op when 'UPDATE' then old.cercles else '{}' end), 'a cercle that the office does not reach');
    perform app.must_hold(pg_catalog.cardinality(new.languages) <= 40
      and not exists (select from pg_catalog.unnest(new.languages) l(code) where l.code is null or l.code !~ '^[a-z]{3}$'), 'no languages');
    perform app.must_hold(pg_catalog.length(new.eligibility) <= 300 and pg_catalog.length(new.note) <= 300 and pg_catalog.length(new.hours) <= 120
      and pg_catalog.length(new.price) <= 120 and pg_catalog.length(new.place) <= 120, 'longer than it may be');
    perform app.must_hold(said !~ '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]', 'no words');
    -- Nobody keeps one entry a hundred times a day: what was changed would bury what counts.
    perform app.must_hold((select pg_catalog.count(*) < 100 from app.directory_changes c where c.entry_id = new.id
      and c.by_id = access.actor_id() and c.at > clock.casework_now() - interval '1 day'), 'changed too often today');
    return new;
  end $$;

-- What was answered, and what else was changed, each as its own line; an answer that changes nothing is one too: somebody looked.
create function app.directory_keeps() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare o jsonb := '{}'; n jsonb := pg_catalog.to_jsonb(new); differs jsonb; kind text := tg_argv[0];
    answered text[] := array['state', 'wait_days', 'places', 'paused_until'];
    apart text[] := array['id', 'version', 'verified_on', 'verified_by', 'partner_code', 'service', 'office_id'];
  begin
    if access.actor_id() is null then return null; end if;
    if tg_op = 'UPDATE' then o := pg_catalog.to_jsonb(old); end if;
    select coalesce(pg_catalog.jsonb_object_agg(e.key, pg_catalog.jsonb_build_array(o->e.key, e.value)), '{}') into differs
      from pg_catalog.jsonb_each(n) e
      where tg_op = 'UPDATE' and o->e.key is distinct from e.value
        and case kind when 'VERIFIED' then e.key = any(answered) else not e.key = any(answered || apart) end;
    if kind = 'CHANGED' and differs = '{}' then return null; end if;
    insert into app.directory_changes (entry_id, kind, by_id, changed) values (new.id, kind, access.actor_id(), differs);
    return null;
  end $$;

create trigger a_verifies before insert or update of state, wait_days, places, paused_until on app.directory_entries for each row
  when (access.writes_itself()) execute function app.directory_verifies();
create trigger b_holds before insert or update on app.directory_entries for each row
  when (access.writes_itself()) execute function app.directory_holds();
create trigger keeps_added after insert on app.directory_entries for each row execute function app.directory_keeps('ADDED');
create trigger keeps_changed after update of eligibility, cercles, hours, price, languages, women_on_staff, place, note on app.directory_entries
  for each row execute function app.directory_keeps('CHANGED');
create trigger keeps_verified after update of state, wait_days, places, paused_until on app.directory_entries
  for each row execute function app.directory_keeps('VERIFIED');

do $$
declare f text;
begin
  foreach f in array array['app.directory_verifies()', 'app.directory_holds()', 'app.directory_keeps()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;

-- A list one waits on is a way in; what is full or paused is none.
set role relais_definer;
create or replace function app.sending_problem(referral app.referrals) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when app.consent_gap(referral) is not null then 'COVER_GONE'
      when not exists (select from app.directory_entries d where d.partner_code = referral.partner_code
          and d.service = referral.service and d.office_id = referral.office_id and d.state in ('OPEN', 'WAITING')) then 'DIRECTORY_CLOSED'
      when not exists (select from app.partners p where p.code = referral.partner_code
          and p.agreement_from <= (clock.casework_now())::date
          and (p.agreement_until is null or p.agreement_until >= (clock.casework_now())::date)) then 'AGREEMENT_GONE'
      when app.receives(referral.partner_code, referral.office_id) is null then 'NOBODY_RECEIVES'
    end $$;
reset role;
select set_config('relais.maintenance', '', true);
