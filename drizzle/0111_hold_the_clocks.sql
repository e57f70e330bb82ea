-- No clock is silenced or put off: a due date is one of the kind that the settings know, within its limit from now; where
-- a state has a clock, one runs. A limit in days ends with the office's day, hence the day more.

create function app.due_within(setting_key text, due timestamptz) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select coalesce((select due <= clock.casework_now() + interval '1 second'
      + case s.unit when 'HOURS' then pg_catalog.make_interval(hours => s.value) else pg_catalog.make_interval(days => s.value + 1) end
    from app.settings s where s.key = setting_key), false) $$;

create function app.referral_due_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if new.state = old.state and new.due_at is not distinct from old.due_at and new.due_kind is not distinct from old.due_kind then
      return new;
    end if;
    perform app.must_hold(new.last_verb not in ('remind', 'reassign') or new.version = old.version
      or new.due_at is not distinct from old.due_at, 'no clock starts anew');
    perform app.must_hold((new.due_at is null) = (new.due_kind is null)
      and (new.due_at is null or (new.due_at is not distinct from old.due_at and new.due_kind is not distinct from old.due_kind)
        or app.due_within('referral.' || new.priority || '.' || new.due_kind, new.due_at)), 'not when that is due');
    perform app.must_hold(new.due_at is not null or exists (select from app.referral_states s where s.state = new.state and s.clock is null),
      'its clock runs');
    return new;
  end $$;
create trigger b_due_holds before update on app.referrals for each row
  when (access.writes_itself()) execute function app.referral_due_holds();

-- The partner goes on without us: our clock ends once nothing carries the file.
create function app.end_clock(referral uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if not exists (select from app.referrals r where r.id = referral and r.case_id = any(array(select access.my_case_ids()))
        and not exists (select from app.consents s where s.case_id = r.case_id and s.purpose = 'CASE_MGMT'
          and s.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and s.withdrawn_at is null)) then
      raise exception 'its clock runs' using errcode = 'insufficient_privilege';
    end if;
    update app.referrals r set due_at = null, due_kind = null where r.id = referral;
  end $$;
grant execute on function app.end_clock(uuid) to relais_web;
grant update (due_at, due_kind) on app.referrals to relais_definer;
create policy definer_ends_clock on app.referrals for update to relais_definer using (due_at is not null)
  with check (due_at is null and due_kind is null);

-- A case: its first action and the next contact, by its risk; the shortest where nobody has rated it.
create function app.case_due_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'UPDATE' and new.next_due_at is not distinct from old.next_due_at
      and new.next_due_kind is not distinct from old.next_due_kind then return new; end if;
    perform app.must_hold((new.next_due_at is null) = (new.next_due_kind is null), 'a date has its kind');
    perform app.must_hold(case when new.next_due_at is null then tg_op = 'INSERT' or new.state not in ('DRAFT', 'OPEN') or new.risk = 'NONE'
      else new.next_due_kind in ('first-action', 'follow-up') and new.next_due_at <= clock.casework_now()
        + case new.risk when 'LOW' then interval '31 days' when 'MEDIUM' then interval '15 days' else interval '8 days' end end,
      'not when that is due');
    return new;
  end $$;
create trigger b_due_holds before insert or update on app.cases for each row
  when (access.writes_itself()) execute function app.case_due_holds();

-- An alert waits as long as its urgency allows, from when it was raised.
create function app.alert_due_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    new.due_at := new.raised_at + case new.urgency when 'EMERGENCY' then interval '4 hours' when 'URGENT' then interval '24 hours'
      else interval '72 hours' end;
    return new;
  end $$;
create trigger c_due_holds before insert on app.alerts for each row
  when (access.writes_itself()) execute function app.alert_due_holds();

-- What the codes proposed stays: rated again is written beside it.
create function app.proposals_stay() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    insert into app.earlier_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, rules, clocks, happened_at,
        chosen_risk, lower_reason, open_reason, rated_by, rated_at)
      values (old.case_id, old.office_id, old.sensitivity, old.risk, old.restrict_proposed, old.rules, old.clocks, old.happened_at,
        old.chosen_risk, old.lower_reason, old.open_reason, old.rated_by, old.rated_at);
    return new;
  end $$;
create table app.earlier_proposals (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  risk text not null,
  restrict_proposed boolean not null,
  rules text[] not null,
  clocks text[] not null,
  happened_at timestamptz,
  chosen_risk text not null,
  lower_reason text,
  open_reason text,
  rated_by uuid not null references access.users,
  rated_at timestamptz not null,
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade on delete cascade
);
create index earlier_proposals_of_case on app.earlier_proposals (case_id, id);
alter table app.earlier_proposals enable row level security;
alter table app.earlier_proposals force row level security;
create policy owner_maintains on app.earlier_proposals to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant insert on app.earlier_proposals to relais_definer;
grant select on app.earlier_proposals to relais_web;
create policy definer_keeps on app.earlier_proposals for insert to relais_definer with check (rated_at <= clock.casework_now());
create policy team_reads on app.earlier_proposals for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create trigger d_stays after update on app.case_proposals for each row
  when (access.writes_itself()) execute function app.proposals_stay();

alter function app.due_within(text, timestamptz) owner to relais_definer;
alter function app.referral_due_holds() owner to relais_definer;
alter function app.end_clock(uuid) owner to relais_definer;
alter function app.case_due_holds() owner to relais_definer;
alter function app.alert_due_holds() owner to relais_definer;
alter function app.proposals_stay() owner to relais_definer;
