-- Whoever says "no place" three times within seven days, for one service from one office, is asked whether anybody can be received: the
-- entry is marked until somebody answers, and the base hears of it like of everything that waits. Decision record 148.
select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values
  ('directory.full-times', 3, 'COUNT'), ('directory.full-days', 7, 'DAYS')
on conflict (key) do nothing;
insert into app.notice_rules (event, tells, by_party, at_once, calls, about) values
  ('capacity.asked', 'BASE', '{team,author,supervisor,system}', true, false, 'OURS');
select set_config('relais.maintenance', '', true);

-- Since when it is asked; the database's own word, which no login states.
alter table app.directory_entries add column asked_at timestamptz;
grant update (asked_at) on app.directory_entries to relais_definer;
create policy definer_asks on app.directory_entries for update to relais_definer using (true) with check (asked_at is not null);

set role relais_definer;
create function app.capacity_asked() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare e app.directory_entries; since timestamptz; r app.referrals;
  begin
    if not app.is_now(new.answered_at) then return null; end if;
    select d.* into e from app.directory_entries d where d.partner_code = new.partner_code and d.service = new.service
      and d.office_id = new.office_id for update;
    if e.id is null or e.asked_at is not null then return null; end if;
    -- What was answered since weighs more than what was said before.
    since := greatest(clock.casework_now() - app.setting('directory.full-days'),
      (select c.at from app.directory_changes c where c.entry_id = e.id and c.kind in ('VERIFIED', 'ADDED') order by c.id desc limit 1));
    if (select pg_catalog.count(*) from report.referral_facts f where f.partner_code = new.partner_code and f.service = new.service
        and f.office_id = new.office_id and f.decline_reason = 'NO_CAPACITY' and f.answered_at > since)
      < app.setting_value('directory.full-times') then return null; end if;
    update app.directory_entries d set asked_at = clock.casework_now() where d.id = e.id;
    select x.* into r from app.referrals x where x.id = new.referral_id;
    perform app.tell(r, 'capacity.asked', r.id || '/capacity', 'system', null);
    return null;
  end $$;

create or replace function app.directory_verifies() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    new.verified_by := access.actor_id();
    new.verified_on := app.today();
    new.asked_at := null;
    perform app.must_hold(new.paused_until is null or new.paused_until between app.today() and app.today() + 366, 'no day a pause ends on');
    return new;
  end $$;

-- A new entry is asked nothing, whatever whoever adds it states.
create function app.asked_by_itself() returns trigger language plpgsql set search_path = ''
  as $$ begin
    new.asked_at := null;
    return new;
  end $$;

-- That the base was asked about places is no word about this referral.
create or replace function app.partner_told(of_referral uuid) returns json
  language sql stable security definer set search_path = ''
  as $$
    select pg_catalog.json_build_object('state', n.state, 'madeAt', n.made_at, 'sentAt', n.sent_at, 'failure', n.failure, 'way', n.way)
    from app.referrals r join app.notices n on n.referral_id = r.id and n.partner_code is not null and n.state <> 'DROPPED'
      and n.event <> 'capacity.asked'
    where r.id = of_referral and pg_catalog.cardinality(access.parties(r.case_id, r.office_id, r.sensitivity)) > 0
    order by n.made_at desc, case n.state when 'FAILED' then 0 when 'QUEUED' then 1 else 2 end, n.id limit 1 $$;
revoke execute on function app.capacity_asked(), app.asked_by_itself() from public;
grant execute on function app.capacity_asked(), app.asked_by_itself() to relais_owner;
reset role;
create index referral_facts_full on report.referral_facts (partner_code, service, office_id, answered_at) where decline_reason = 'NO_CAPACITY';
create trigger zz_capacity_asked after update of decline_reason on report.referral_facts for each row
  when (new.decline_reason = 'NO_CAPACITY' and old.decline_reason is null) execute function app.capacity_asked();
create trigger c_asked_by_itself before insert on app.directory_entries for each row execute function app.asked_by_itself();
set role relais_definer;
revoke execute on function app.capacity_asked(), app.asked_by_itself() from relais_owner;
reset role;
