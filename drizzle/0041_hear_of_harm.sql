-- A referral may be asked about more than once, and harm goes its own way: never into the answer that verifies.

alter table app.verifications drop constraint verifications_pkey;
alter table app.verifications
  add column id bigint generated always as identity primary key,
  -- What the person wants when the service was not received.
  add column wanted text check (wanted in ('CALL_PARTNER', 'OTHER_SERVICE', 'OUR_HELP', 'NOTHING')),
  -- Written by the release before this one; harm now stands in app.harm_reports.
  alter column harm drop not null;
create index verifications_of_referral on app.verifications (referral_id, id);
drop policy team_verifies on app.verifications;
create policy team_verifies on app.verifications for insert to relais_web with check (
  (select access.is_caseworker()) and asked_by = (select access.actor_id())
  and asked_on <= ((select clock.casework_now()))::date
  and exists (select from app.referrals r where r.id = referral_id and r.case_id = any(array(select access.my_case_ids()))));

-- Harm that the supervisors hear. Sexual exploitation and abuse is no row here: it has a table that knows no case.
create table app.harm_reports (
  id uuid primary key,
  referral_id uuid not null references app.referrals,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  kind text not null check (kind in ('MONEY_ASKED', 'VIOLENCE', 'HUMILIATION', 'CONFIDENTIALITY', 'CARE_DENIED',
    'CARE_HARM', 'COERCION', 'OTHER')),
  reported_by uuid not null references access.users,
  reported_at timestamptz not null default clock.casework_now(),
  -- Computed from kind and settings by the trigger.
  due_at timestamptz,
  key_id uuid,
  words bytea,
  -- Where the words stand that an earlier release kept with the answer.
  verification_id bigint references app.verifications,
  handled_by uuid references access.users,
  handled_at timestamptz,
  action text check (action in ('PARTNER_TALKED', 'OTHER_SERVICE', 'CARE_GIVEN', 'REPORTED_ON', 'PERSON_WANTS_NOTHING')),
  version integer not null default 1,
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade,
  check ((words is null) = (key_id is null)),
  check ((handled_at is null) = (handled_by is null) and (handled_at is null) = (action is null))
);
create index harm_of_referral on app.harm_reports (referral_id);
create index harm_waiting on app.harm_reports (office_id, sensitivity, due_at) where handled_at is null;
alter table app.harm_reports enable row level security;
alter table app.harm_reports force row level security;
create policy owner_maintains on app.harm_reports to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.harm_reports for select to relais_definer using (true);
grant select on app.harm_reports to relais_definer;
grant select, insert on app.harm_reports to relais_web;
grant update (handled_by, handled_at, action, version) on app.harm_reports to relais_web;
create policy team_reads on app.harm_reports for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy team_reports on app.harm_reports for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))
  and reported_by = (select access.actor_id()) and reported_at = (select clock.casework_now())
  and handled_at is null and version = 1 and verification_id is null
  and exists (select from app.referrals r where r.id = referral_id and r.case_id = harm_reports.case_id));
create policy supervisor_settles on app.harm_reports for update to relais_web using (
  handled_at is null and (select access.actor_role()) = 'SUPERVISOR' and (
    case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))))
  with check (
    handled_by = (select access.actor_id()) and handled_at = (select clock.casework_now())
    and (select access.actor_role()) = 'SUPERVISOR' and (
      case_id = any(array(select access.my_case_ids()))
      or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))));

create function app.harm_is_due() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    new.due_at := new.reported_at + app.setting('harm.' || new.kind);
    return new;
  end $$;
create trigger harm_is_due before insert on app.harm_reports for each row execute function app.harm_is_due();
-- One answer a report, and the next version of it.
create function app.harm_moves_on() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.version <> old.version + 1 and (new.handled_at is distinct from old.handled_at or new.version <> old.version) then
      raise exception 'harm report % changes without a new version', old.id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger harm_moves_on before update on app.harm_reports for each row execute function app.harm_moves_on();
alter function app.harm_is_due() owner to relais_definer;
