-- A partner's account belongs to a base, a base covers offices: what was sent for an office is seen by the accounts of a
-- base that covers it, and by nobody else of the agency.

create table app.partner_bases (
  id uuid primary key default gen_random_uuid(),
  partner_code text not null references app.partners,
  name text not null,
  offices text[] not null check (cardinality(offices) > 0),
  unique (partner_code, name)
);
alter table app.partner_bases enable row level security;
alter table app.partner_bases force row level security;
create policy owner_maintains on app.partner_bases to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.partner_bases for select to relais_definer using (true);
grant select on app.partner_bases to relais_definer, relais_web, relais_partner;
create policy staff_reads on app.partner_bases for select to relais_web using ((select access.actor_id()) is not null);
create policy partner_reads_own on app.partner_bases for select to relais_partner using (partner_code = (select access.my_partner()));

alter table access.users add column base_id uuid references app.partner_bases;
grant select (base_id) on access.users to relais_web;

-- Until somebody divides an agency, it has one base that covers every office: its accounts see what they saw.
select set_config('relais.maintenance', 'on', true);
do $$
declare agencies integer; moved integer; without integer;
begin
  insert into app.partner_bases (partner_code, name, offices)
    select u.partner_code, 'MALI', array(select o.id from access.offices o order by o.id)
    from access.users u where u.role = 'PARTNER_FP' group by u.partner_code;
  get diagnostics agencies = row_count;
  update access.users u set base_id = b.id from app.partner_bases b where u.partner_code = b.partner_code;
  get diagnostics moved = row_count;
  select count(*) into without from access.users u where u.role = 'PARTNER_FP' and u.base_id is null;
  if without > 0 or agencies > moved then raise exception '% accounts without a base', without; end if;
end $$;
alter table access.users add constraint partner_has_base check (role = 'PARTNER_FP' or base_id is null);

-- The offices of this partner account's base.
create function access.base_offices() returns setof text
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own access.sessions := access.live_session();
  begin
    return query select unnest(b.offices) from access.users u join app.partner_bases b on b.id = u.base_id
      where u.id = own.user_id and u.role = 'PARTNER_FP' and own.kind = 'partner' and b.partner_code = u.partner_code;
  end $$;
grant execute on function access.base_offices() to relais_partner;

-- How what is sent for this office reaches the agency: an active account of a base that covers it; by telephone where
-- the agency has no account at all for that office; otherwise nobody would see it.
create function app.receives(partner text, office text) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when exists (select from access.users u join app.partner_bases b on b.id = u.base_id
        where u.partner_code = partner and u.active and office = any(b.offices)) then 'ACCOUNT'
      when not exists (select from access.users u left join app.partner_bases b on b.id = u.base_id
        where u.partner_code = partner and (b.id is null or office = any(b.offices)))
        and exists (select from app.partners p where p.code = partner and p.phone <> '') then 'PHONE'
    end $$;
grant execute on function app.receives(text, text) to relais_web;

drop policy partner_reads on app.referrals;
create policy partner_reads on app.referrals for select to relais_partner using (
  partner_code = (select access.my_partner()) and office_id = any(array(select access.base_offices())) and sent_at is not null
  and (partner_state = any(array(select s.state from app.referral_states s where s.partner_view in ('STAGE_1', 'STAGE_2')))
    or ended_at > (select clock.casework_now()) - (select app.setting('partner.stub'))));
drop policy partner_answers on app.referrals;
create policy partner_answers on app.referrals for update to relais_partner using (
  partner_code = (select access.my_partner()) and office_id = any(array(select access.base_offices())) and sent_at is not null)
  with check (
    partner_code = (select access.my_partner()) and office_id = any(array(select access.base_offices())) and sent_at is not null
    and last_party = 'partner' and last_actor_id = (select access.actor_id())
    -- The application's clock has milliseconds, this one microseconds.
    and date_trunc('milliseconds', last_at) = date_trunc('milliseconds', (select clock.casework_now())));
-- An account of its own base: which colleagues of the agency sit elsewhere is not its business either.
drop policy partner_reads_own_agency on access.users;
create policy partner_reads_own_agency on access.users for select to relais_partner
  using (partner_code = (select access.my_partner()));

set role relais_definer;
create or replace function app.sending_problem(referral app.referrals) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when app.consent_gap(referral) is not null then 'COVER_GONE'
      when not exists (select from app.directory_entries d where d.partner_code = referral.partner_code
          and d.service = referral.service and d.office_id = referral.office_id and d.state = 'OPEN') then 'DIRECTORY_CLOSED'
      when not exists (select from app.partners p where p.code = referral.partner_code
          and p.agreement_from <= (clock.casework_now())::date
          and (p.agreement_until is null or p.agreement_until >= (clock.casework_now())::date)) then 'AGREEMENT_GONE'
      when app.receives(referral.partner_code, referral.office_id) is null then 'NOBODY_RECEIVES'
    end $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function access.base_offices() owner to relais_definer;
alter function app.receives(text, text) owner to relais_definer;
