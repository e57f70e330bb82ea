-- How somebody was followed up: whether they were met or heard, how, what came of it, and when the next time is. An attempt that
-- reached nobody stands in the same list and is no contact. What somebody of the team adds in words is sealed with the team's key.
-- A review looks at everything with the person. Decision record 119.

create table app.follow_ups (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  type text not null check (type in ('HOME_VISIT', 'OFFICE', 'PHONE', 'ACCOMPANIMENT', 'PROVIDER_CHECK', 'POST_REUNIFICATION', 'POST_RETURN', 'FAILED')),
  channel text not null check (channel in ('AGREED_PLACE', 'PHONE', 'TRUSTED', 'VISIT', 'OFFICE')),
  on_day date not null,
  outcome text not null check (outcome in ('SAFE', 'WORRY', 'NEW_NEED', 'SERVICE_OK', 'SERVICE_NO', 'NOT_REACHED')),
  -- Of an attempt: what met it.
  result text check (result in ('NOT_THERE', 'NO_ANSWER', 'NUMBER_OFF', 'NO_NEWS', 'NO_ACCESS')),
  -- By which risk the next day was proposed, which day was taken, and why it is later than that.
  risk text check (risk in ('HIGH', 'MEDIUM', 'LOW')),
  next_on date,
  later_reason text check (later_reason in ('PERSON_ASKED', 'TRAVELLING', 'NO_ACCESS', 'SAFER_LATER', 'OTHER_FOLLOWS')),
  recorded_by uuid not null references access.users,
  recorded_at timestamptz not null default clock.casework_now(),
  key_id uuid references vault.keys,
  words bytea check (pg_catalog.length(words) <= 262144),
  check ((type = 'FAILED') = (outcome = 'NOT_REACHED')),
  check ((type = 'FAILED') = (result is not null)),
  -- A day is set with the person alone.
  check ((next_on is not null) = (risk is not null)),
  check (next_on is null or (type not in ('FAILED', 'PROVIDER_CHECK') and next_on > on_day)),
  check (later_reason is null or next_on is not null),
  check ((key_id is null) = (words is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index follow_ups_of_case on app.follow_ups (case_id, on_day desc, recorded_at desc);

create table app.case_reviews (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  on_day date not null,
  said_with text not null check (said_with in ('PERSON', 'CAREGIVER', 'TEAM_ALONE')),
  changed text[] not null check (pg_catalog.array_to_string(changed, ' ') ~ '^[A-Z0-9_ ]*$'),
  leads_to text not null check (leads_to in ('GO_ON', 'RATE_AGAIN', 'PLAN', 'CLOSE')),
  reviewed_by uuid not null references access.users,
  reviewed_at timestamptz not null default clock.casework_now(),
  key_id uuid references vault.keys,
  words bytea check (pg_catalog.length(words) <= 262144),
  check ((key_id is null) = (words is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index reviews_of_case on app.case_reviews (case_id, on_day desc);

do $$
declare t text;
begin
  foreach t in array array['follow_ups', 'case_reviews'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'') with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('grant select on app.%I to relais_web, relais_definer', t);
    execute format('grant insert on app.%I to relais_web', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
    execute format('create policy team_reads on app.%I for select to relais_web using (case_id = any(array(select access.my_case_ids()))
      or (sensitivity = ''S3'' and office_id = any(array(select access.supervised_offices()))))', t);
    execute format('create trigger allowed_columns before insert or update or delete on app.%I
      for each row when (access.writes_itself()) execute function app.allowed_columns()', t);
    execute format('create trigger writing_goes_on before insert on app.%I for each row execute function app.writing_goes_on()', t);
  end loop;
end $$;
create policy team_records on app.follow_ups for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())) and recorded_by = (select access.actor_id()));
create policy team_records on app.case_reviews for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())) and reviewed_by = (select access.actor_id()));

-- Days from one contact to the next by risk: the same as engines/clocks/rules.
create function app.follow_up_days(risk text) returns integer
  language sql immutable set search_path = ''
  as $$ select case risk when 'LOW' then 30 when 'MEDIUM' then 14 else 7 end $$;

create function app.follow_ups_hold() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    select x.* into c from app.cases x where x.id = new.case_id;
    perform app.must_hold(c.state in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'nobody is followed up here');
    perform app.must_hold(new.on_day between c.opened_at::date - 31 and app.today(), 'nobody was followed up on that day');
    perform app.must_hold(new.key_id is null or app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    -- Sooner as one likes; later than the risk allows with a reason, which the supervisor sees.
    perform app.must_hold(new.next_on is null or (new.risk = coalesce(nullif(c.risk, 'NONE'), 'LOW') and new.next_on between app.today() and app.today() + 366
      and (new.next_on > new.on_day + app.follow_up_days(new.risk)) = (new.later_reason is not null)), 'not that day without its reason');
    return new;
  end $$;
create trigger b_holds before insert on app.follow_ups for each row when (access.writes_itself()) execute function app.follow_ups_hold();

create function app.case_reviews_hold() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'nothing to review');
    perform app.must_hold(new.on_day between (select c.opened_at::date - 31 from app.cases c where c.id = new.case_id) and app.today(), 'nothing was reviewed on that day');
    perform app.must_hold(new.key_id is null or app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    return new;
  end $$;
create trigger b_holds before insert on app.case_reviews for each row when (access.writes_itself()) execute function app.case_reviews_hold();

-- A review falls due by the risk, from the opening and from the review before; a supervisor hears of a contact put off.
alter table app.task_kinds
  -- Rests while its case waits.
  add column rests_on_hold boolean not null default false;
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case, comes_back, rests_on_hold) values
  ('REVIEW_CASE', 'TEAM', false, true, true, 'STILL', true),
  ('SEE_LATER_CONTACT', 'SUPERVISOR', false, true, false, null, false);
insert into app.settings (key, value, unit) values
  ('see.SEE_LATER_CONTACT', 24, 'HOURS'), ('review.HIGH', 14, 'DAYS'), ('review.MEDIUM', 30, 'DAYS'), ('review.LOW', 90, 'DAYS')
on conflict (key) do nothing;
select set_config('relais.maintenance', '', true);

-- So long after this moment, when the office closes, something of this case is reviewed.
create function app.review_due(c app.cases, since timestamptz) returns timestamptz
  language sql stable set search_path = ''
  as $$ select app.office_closes(since + app.setting('review.' || case when c.risk in ('MEDIUM', 'LOW') then c.risk
    when c.risk = 'NONE' then 'LOW' else 'HIGH' end)) $$;

create function app.review_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    if tg_table_name = 'case_reviews' then
      select x.* into c from app.cases x where x.id = new.case_id;
      update app.tasks t set state = 'DONE', done_by = new.reviewed_by, done_at = clock.casework_now(), outcome = 'REVIEWED'
        where t.kind = 'REVIEW_CASE' and t.subject_id = c.id and t.state = 'OPEN';
    else
      c := new;
      -- Rated higher, it is sooner; never later (task_keeps_its_date).
      if old.state = new.state then
        update app.tasks t set due_at = least(t.due_at, app.review_due(c, clock.casework_now())), reason = coalesce(nullif(c.risk, 'NONE'), 'LOW')
          where t.kind = 'REVIEW_CASE' and t.subject_id = c.id and t.state = 'OPEN' and t.due_at > app.review_due(c, clock.casework_now());
        return null;
      end if;
    end if;
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      values ('REVIEW_CASE', 'case', c.id, c.id, c.office_id, c.sensitivity, null, app.review_due(c, clock.casework_now()),
        coalesce(nullif(c.risk, 'NONE'), 'LOW'), access.actor_id())
      on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    return null;
  end $$;
create trigger x_review_follows after insert on app.case_reviews for each row execute function app.review_follows();
create trigger x_first_review after update on app.cases for each row
  when ((old.state = 'DRAFT' and new.state = 'OPEN') or (old.state = new.state and old.risk is distinct from new.risk
    and new.state in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE'))) execute function app.review_follows();

create function app.later_is_seen() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
      values ('SEE_LATER_CONTACT', 'case', new.case_id, new.case_id, new.office_id, new.sensitivity,
        clock.casework_now() + app.setting('see.SEE_LATER_CONTACT'), new.later_reason, new.recorded_by)
      on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason;
    return null;
  end $$;
create trigger x_later_is_seen after insert on app.follow_ups for each row
  when (new.later_reason is not null and access.login() = 'web') execute function app.later_is_seen();

-- The day that was set with the person holds, also later than the risk alone would have it.
set role relais_definer;
create or replace function app.case_due_holds() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'UPDATE' and new.next_due_at is not distinct from old.next_due_at
      and new.next_due_kind is not distinct from old.next_due_kind then return new; end if;
    perform app.must_hold((new.next_due_at is null) = (new.next_due_kind is null), 'a date has its kind');
    perform app.must_hold(case when new.next_due_at is null then tg_op = 'INSERT' or new.state not in ('DRAFT', 'OPEN') or new.risk = 'NONE'
      else new.next_due_kind in ('first-action', 'follow-up') and new.next_due_at <= greatest(clock.casework_now()
        + case new.risk when 'LOW' then interval '31 days' when 'MEDIUM' then interval '15 days' else interval '8 days' end,
        (select case when f.later_reason is not null then (f.next_on + 1)::timestamp at time zone 'UTC' end from app.follow_ups f
          where f.case_id = new.id and f.next_on is not null order by f.on_day desc, f.recorded_at desc limit 1)) end,
      'not when that is due');
    return new;
  end $$;
reset role;

-- Lost from sight: since the last contact three attempts by two ways that the person agreed to, over thirty days, twenty-one where
-- the risk is high (closure.json). The same as followups/lost-contact.
create function app.contact_lost(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select coalesce((select pg_catalog.count(*) >= 3 and pg_catalog.count(distinct f.channel) >= 2
      and pg_catalog.max(f.on_day) - pg_catalog.min(f.on_day) >= case when c.risk = 'HIGH' or c.risk is null then 21 else 30 end
    from app.follow_ups f left join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
    where f.case_id = c.id and f.type = 'FAILED' and (c.last_contact_on is null or f.on_day >= c.last_contact_on)
      and case f.channel
        when 'PHONE' then not c.do_not_contact and (p.safe_contact is null or p.safe_contact not in ('VIA_TRUSTED', 'IN_PERSON', 'NEVER_HOME', 'NONE'))
        when 'VISIT' then p.safe_contact is null or p.safe_contact not in ('VIA_TRUSTED', 'NEVER_HOME', 'NONE')
        else true end), false) from app.cases c where c.id = of_case $$;
create function app.lost_contact_holds() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.contact_lost(new.case_id), 'not lost from sight yet');
    return new;
  end $$;
create trigger c_lost_contact_holds before insert on app.case_closings for each row
  when (access.writes_itself() and new.reason = 'LOST_CONTACT') execute function app.lost_contact_holds();

revoke execute on function app.follow_up_days(text), app.review_due(app.cases, timestamptz), app.contact_lost(uuid) from public;
-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
do $$
declare f text;
begin
  foreach f in array array['app.follow_up_days(text)', 'app.follow_ups_hold()', 'app.case_reviews_hold()', 'app.review_due(app.cases, timestamptz)',
      'app.review_follows()', 'app.later_is_seen()', 'app.contact_lost(uuid)', 'app.lost_contact_holds()'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
