-- What has a day, an hour and a place: a hearing, a check-up, a visit, a meeting. Where it is, is sealed; what it is, is a code that the
-- team reads, or sealed with the key of a discipline whose own matter it is: then everybody else reads that there is an appointment,
-- and nothing more. Decision record 120.
set role relais_definer;
grant execute on function app.allowed_columns(), app.writing_goes_on() to relais_owner;
reset role;

create table app.appointments (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  -- Empty: of one discipline, and sealed with the place.
  kind text check (kind in ('HEARING', 'MEDICAL', 'REINTEGRATION', 'OFFICE', 'VISIT', 'PARTNER', 'CIVIL', 'OTHER')),
  starts_at timestamptz not null,
  -- Who of the team goes along.
  with_id uuid references access.users,
  state text not null default 'PLANNED' check (state in ('PLANNED', 'KEPT', 'MISSED', 'MOVED', 'CANCELLED')),
  reason text check (reason ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  -- The one that was moved to this day.
  moved_from uuid references app.appointments,
  booked_by uuid not null references access.users,
  booked_at timestamptz not null default clock.casework_now(),
  ended_by uuid references access.users,
  ended_at timestamptz,
  version integer not null default 1,
  key_id uuid not null references vault.keys,
  words bytea not null check (pg_catalog.length(words) <= 262144),
  check ((state = 'PLANNED') = (ended_at is null)),
  check ((ended_by is null) = (ended_at is null)),
  check ((state in ('MISSED', 'CANCELLED')) = (reason is not null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index appointments_of_case on app.appointments (case_id, starts_at);
create unique index moved_once on app.appointments (moved_from) where moved_from is not null;

alter table app.appointments enable row level security;
alter table app.appointments force row level security;
create policy owner_maintains on app.appointments to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.appointments to relais_web, relais_definer;
grant insert on app.appointments to relais_web;
grant update (state, reason, ended_by, ended_at, version) on app.appointments to relais_web;
create policy definer_reads on app.appointments for select to relais_definer using (true);
create policy team_reads on app.appointments for select to relais_web using (case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy team_books on app.appointments for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())) and booked_by = (select access.actor_id()));
create policy team_ends on app.appointments for update to relais_web
  using ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))
  with check (ended_by = (select access.actor_id()) and case_id = any(array(select access.my_case_ids())));
create trigger allowed_columns before insert or update or delete on app.appointments
  for each row when (access.writes_itself()) execute function app.allowed_columns();
create trigger writing_goes_on before insert on app.appointments for each row execute function app.writing_goes_on();

create function app.appointments_hold() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'nobody meets on this case');
    if tg_op = 'INSERT' then
      perform app.must_hold(app.is_case_key(new.key_id, new.case_id, case when new.kind is null then access.actor_role() else 'TEAM' end), 'sealed with another key');
      perform app.must_hold(new.starts_at between (app.today()::timestamp at time zone 'UTC') and clock.casework_now() + interval '400 days', 'no believable day');
      perform app.must_hold(new.with_id is null or exists (select from app.case_members m where m.case_id = new.case_id and m.user_id = new.with_id
        and m.until is null and m.capacity in ('LEAD', 'MEMBER')), 'nobody of the team goes along');
      perform app.must_hold(new.moved_from is null or exists (select from app.appointments a where a.id = new.moved_from
        and a.case_id = new.case_id and a.state = 'PLANNED' and (a.kind is null) = (new.kind is null)), 'nothing was moved');
      return new;
    end if;
    perform app.must_hold(old.state = 'PLANNED' and case new.state
      when 'KEPT' then old.starts_at <= clock.casework_now()
      when 'MISSED' then old.starts_at <= clock.casework_now()
      when 'MOVED' then exists (select from app.appointments a where a.moved_from = new.id and app.is_now(a.booked_at))
      else new.state = 'CANCELLED' end, 'what this says has not happened');
    return new;
  end $$;
create trigger b_holds before insert or update on app.appointments for each row when (access.writes_itself()) execute function app.appointments_hold();

-- What came of it is asked for until the office closes on its day, whoever goes along first.
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case, comes_back, rests_on_hold) values
  ('KEEP_APPOINTMENT', 'TEAM', false, true, true, 'IN_TIME', true);
select set_config('relais.maintenance', '', true);
create function app.appointment_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if tg_op = 'UPDATE' then
      update app.tasks t set state = case when new.state in ('KEPT', 'MISSED') then 'DONE' else 'DROPPED' end, done_by = new.ended_by,
          done_at = clock.casework_now(), outcome = new.state
        where t.kind = 'KEEP_APPOINTMENT' and t.subject_id = new.id and t.state = 'OPEN';
      return null;
    end if;
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, opened_by)
      values ('KEEP_APPOINTMENT', 'case', new.id, new.case_id, new.office_id, new.sensitivity, new.with_id, app.office_closes(new.starts_at), new.booked_by);
    return null;
  end $$;
create trigger x_appointment_follows after insert or update of state on app.appointments for each row
  execute function app.appointment_follows();

-- What rests while its case waits is awaited of nobody until then.
set role relais_definer;
create or replace function app.steps_of(c app.cases) returns table (due_at timestamptz, subject_type text, subject_id uuid, turn text, rank int)
  language sql stable set search_path = ''
  as $$
    select c.next_due_at, 'case', c.id, 'TEAM', 3 where c.next_due_at is not null
    union all
    -- A decision on a closing has no limit, here as in the queue.
    select null::timestamptz, 'case', c.id, 'SUPERVISOR', 0 where c.state = 'PENDING_CLOSURE'
    union all
    select coalesce(t.due_at, t.opened_at), 'task', t.id,
        case when k.side = 'SUPERVISOR' then 'SUPERVISOR' when app.care_in_hands(t, false) then 'PARTNER' else 'TEAM' end, 1
      from app.tasks t join app.task_kinds k on k.kind = t.kind
      where t.case_id = c.id and t.state = 'OPEN' and c.closure_reason is distinct from 'CONSENT_WITHDRAWN'
        and (k.side = 'TEAM' or t.kind in ('CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL', 'REVIEW_CONSENT'))
        and not (k.rests_on_hold and c.state = 'ON_HOLD')
        and not app.care_in_hands(t, true)
        -- What a settled referral asks is said once, in its own line.
        and not (t.kind in ('NOT_CONFIRMED', 'NEXT_STEP') and exists (select from app.referrals r
          where r.id = t.subject_id and r.state in ('COMPLETED', 'CONTESTED', 'NOT_ACCESSED')))
    union all
    select least(r.due_at, (select min(t.due_at) from app.tasks t
        where t.subject_id = r.id and t.state = 'OPEN' and t.kind in ('NOT_CONFIRMED', 'NEXT_STEP'))), 'referral', r.id,
        case when r.state in ('PENDING_APPROVAL', 'APPROVED') or r.due_kind = 'review' then 'SUPERVISOR'
          when r.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS') then 'PARTNER' else 'TEAM' end, 2
      from app.referrals r
      where r.case_id = c.id and c.state <> 'DRAFT' and c.closure_reason is distinct from 'CONSENT_WITHDRAWN' and (r.state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN')
        or (r.state = 'DECLINED' and not exists (select from app.referrals n where n.previous_id = r.id)))
  $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.appointments_hold() owner to relais_definer;
alter function app.appointment_follows() owner to relais_definer;

set role relais_definer;
revoke execute on function app.allowed_columns(), app.writing_goes_on() from relais_owner;
reset role;
