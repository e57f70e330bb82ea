-- The case machine whole: a case waits with a reason and a day to look again, its team asks to close it with what was
-- checked and what is left, somebody else decides, and it can be opened again. The application knows the same table in
-- lib/casework/cases/transitions.ts; a test compares the two and tries every move.

alter table app.settings drop constraint settings_unit_check,
  add constraint settings_unit_check check (unit in ('HOURS', 'DAYS', 'YEARS', 'COUNT'));
set role relais_definer;
create or replace function app.setting(wanted text) returns interval
  language plpgsql stable security definer set search_path = ''
  as $$
  declare s app.settings;
  begin
    select x.* into s from app.settings x where x.key = wanted;
    if s.key is null then raise exception 'no setting %', wanted using errcode = 'undefined_object'; end if;
    return case s.unit when 'HOURS' then pg_catalog.make_interval(hours => s.value)
      when 'YEARS' then pg_catalog.make_interval(years => s.value) else pg_catalog.make_interval(days => s.value) end;
  end $$;
reset role;

alter table app.cases
  -- The code of the last move that asks for one: why it waits, why it is open again.
  add column last_reason text check (last_reason ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  -- While it waits: the day on which somebody looks again.
  add column hold_until date,
  -- What decides how long the closed file is kept.
  add column retention_class text check (retention_class in ('STANDARD', 'RESTRICTED', 'CHILD', 'LEGAL_HOLD', 'REFUSED', 'WITHDRAWN'));
grant update (last_reason, hold_until, retention_class) on app.cases to relais_web;

-- What the team said when it asked to close, and what was decided. The words are sealed with the team's key.
create table app.case_closings (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  reason text not null check (reason in ('GOALS_MET', 'CLIENT_REQUEST', 'REFUSED_SERVICES', 'TURNED_18', 'REUNIFIED',
    'DURABLE_SOLUTION', 'REPATRIATED', 'LOST_CONTACT', 'MOVED_AWAY', 'DETAINED', 'LEFT_PLACEMENT', 'DECEASED', 'NOT_PROTECTION',
    'NO_ACCESS', 'UNSAFE_TO_CONTINUE', 'OTHER')),
  -- The person was told, or why not.
  told text not null check (told in ('YES', 'NOT_REACHED', 'DANGEROUS', 'DEAD', 'TOO_YOUNG', 'ASKED_NOT_TO')),
  evidence text[] not null check (pg_catalog.array_to_string(evidence, ' ') ~ '^[A-Z0-9_ ]*$'),
  checklist text[] not null check (pg_catalog.array_to_string(checklist, ' ') ~ '^[A-Z0-9_ ]*$'),
  -- What is knowingly left, each with its reason: `id:CODE`.
  left_open text[] not null check (pg_catalog.array_to_string(left_open, ' ') ~ '^([0-9a-f-]{36}:[A-Z_]{2,40} ?)*$'),
  asked_by uuid not null references access.users,
  asked_at timestamptz not null default clock.casework_now(),
  key_id uuid not null references vault.keys,
  words bytea not null,
  decided text check (decided in ('CLOSED', 'RETURNED')),
  decided_by uuid references access.users,
  decided_at timestamptz,
  comment bytea,
  check ((decided is null) = (decided_by is null) and (decided is null) = (decided_at is null)),
  check ((decided is not distinct from 'RETURNED') = (comment is not null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create unique index one_closing_waits on app.case_closings (case_id) where decided is null;
create index closings_of_case on app.case_closings (case_id, asked_at);
alter table app.case_closings enable row level security;
alter table app.case_closings force row level security;
create policy owner_maintains on app.case_closings to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.case_closings to relais_web, relais_definer;
grant insert on app.case_closings to relais_web;
grant update (decided, decided_by, decided_at, comment) on app.case_closings to relais_web;
create policy definer_reads on app.case_closings for select to relais_definer using (true);
create policy team_reads on app.case_closings for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy team_asks on app.case_closings for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))
  and asked_by = (select access.actor_id()) and decided is null);
create policy supervisor_decides on app.case_closings for update to relais_web
  using (decided is null and (select access.actor_role()) = 'SUPERVISOR' and (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))))
  with check (decided_by = (select access.actor_id()) and (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))));

create function app.case_closings_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD'), 'nothing to close');
      perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
      return new;
    end if;
    perform app.must_hold(old.decided is null and new.decided is not null, 'decided once');
    perform app.must_hold(app.case_in(new.case_id, 'PENDING_CLOSURE'), 'nothing waits');
    perform app.must_hold(old.asked_by <> access.actor_id(), 'whoever asked to close does not decide');
    return new;
  end $$;
set role relais_definer;
grant execute on function app.allowed_columns() to relais_owner;
reset role;
create trigger allowed_columns before insert or delete or update on app.case_closings for each row
  when (access.writes_itself()) execute function app.allowed_columns();
create trigger b_holds before insert or update on app.case_closings for each row
  when (access.writes_itself()) execute function app.case_closings_hold();
set role relais_definer;
revoke execute on function app.allowed_columns() from relais_owner;
reset role;

-- What holds a closing back, told again from what the application lists: each noun says it once there and once here.
-- `leavable`: may be left with a reason. `team`: for whoever asks; otherwise only for whoever decides.
create function app.closing_blockers(of_case uuid, because text)
  returns table (kind text, subject_id uuid, leavable boolean, team boolean)
  language sql stable security definer set search_path = ''
  as $$
    select case s.life when 'SETTLED' then 'SETTLED_NOT_ASKED' else 'OPEN_REFERRAL' end, r.id, r.sent_at is not null, true
      from app.referrals r join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED') where r.case_id = of_case
    union all
    select case when t.kind = 'HARM' then 'HARM_OPEN' when t.kind in ('CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL') then 'CONFIRMATION_MISSING'
        else 'OPEN_TASK' end, t.id, k.side = 'TEAM', true
      from app.tasks t join app.task_kinds k on k.kind = t.kind
      where t.case_id = of_case and t.state = 'OPEN'
        and (t.kind in ('HARM', 'CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL')
          or (k.side = 'TEAM' and t.kind not in ('REVIEW_HOLD', 'CLOSURE_RETURNED')
            -- What a referral under way asks is the referral's own line.
            and not exists (select from app.referrals r join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED')
              where r.id = t.subject_id)))
    union all
    select 'SUICIDE_RISK', f.id, false, false from app.danger_flags f
      where f.case_id = of_case and f.lowered_at is null and f.code = 'SUICIDE'
        and f.raised_at < clock.casework_now() - app.setting('closure.suicide')
        and coalesce(because, '') not in ('DECEASED', 'TRANSFERRED', 'CONSENT_WITHDRAWN', 'LOST_CONTACT')
  $$;
create function app.is_left(left_open text[], subject uuid) returns boolean
  language sql immutable set search_path = ''
  as $$ select exists (select from pg_catalog.unnest(left_open) l where pg_catalog.starts_with(l, subject::text || ':')) $$;

-- Whether a class and a day of erasure fit a case that closes today. Of a birth only the year is known here.
create function app.retention_fits(c app.cases, class text, day date) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
  declare
    today date := app.today();
    born integer := (select p.birth_year from app.people p where p.case_id = c.id and p.standing = 'PRINCIPAL');
    oldest integer := pg_catalog.date_part('year', today)::integer - born;
    adult integer := pg_catalog.date_part('year', app.setting('age.adult-from'))::integer;
    until_age integer := pg_catalog.date_part('year', app.setting('retention.child-until'))::integer;
    child boolean := coalesce(oldest < adult, false);
    maybe boolean := coalesce(oldest - 1 < adult, false);
    after_child date;
  begin
    if c.closure_reason is not distinct from 'CONSENT_WITHDRAWN' then
      return class = 'WITHDRAWN' and day = (today + app.setting('retention.WITHDRAWN'))::date;
    end if;
    if c.closure_reason is not distinct from 'DECEASED' then child := false; maybe := false; end if;
    if class = 'CHILD' then
      after_child := (today + app.setting('retention.CHILD'))::date;
      return maybe and day between greatest(after_child, pg_catalog.make_date(born + until_age, 1, 1))
        and greatest(after_child, pg_catalog.make_date(born + until_age, 12, 31));
    end if;
    return not child and day = (today + app.setting('retention.' || class))::date and case class
      when 'RESTRICTED' then c.sensitivity = 'S4' and c.closure_reason is distinct from 'DECEASED'
      when 'STANDARD' then c.sensitivity = 'S3' or c.closure_reason is not distinct from 'DECEASED' else false end;
  end $$;

-- Whether somebody agrees to the file now: after a yes that was taken back, that is a new one.
create function app.agreed_to_file(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.consents s where s.case_id = of_case and s.purpose = 'CASE_MGMT'
    and s.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and app.consent_stands(s.id)) $$;

select set_config('relais.maintenance', 'on', true);
alter table app.case_transitions drop constraint case_transitions_by_party_check;
delete from app.case_transitions;
insert into app.case_transitions (verb, from_state, to_state, by_party) values
  ('open', 'DRAFT', 'OPEN', 'team'),
  ('hold', 'OPEN', 'ON_HOLD', 'team'),
  ('resume', 'ON_HOLD', 'OPEN', 'team'),
  ('ask-closure', 'OPEN', 'PENDING_CLOSURE', 'team'),
  ('ask-closure', 'ON_HOLD', 'PENDING_CLOSURE', 'team'),
  ('withdraw-case-consent', 'DRAFT', 'PENDING_CLOSURE', 'team'),
  ('withdraw-case-consent', 'OPEN', 'PENDING_CLOSURE', 'team'),
  ('withdraw-case-consent', 'ON_HOLD', 'PENDING_CLOSURE', 'team'),
  ('return-closure', 'PENDING_CLOSURE', 'OPEN', 'supervisor'),
  ('close', 'PENDING_CLOSURE', 'CLOSED', 'supervisor'),
  ('reopen', 'CLOSED', 'OPEN', 'supervisor'),
  ('reopen', 'CLOSED', 'OPEN', 'lead');
alter table app.case_transitions add constraint case_transitions_by_party_check check (by_party in ('team', 'lead', 'supervisor'));
insert into app.task_kinds (kind, side, by_partner, ends_with_consent) values
  ('REVIEW_HOLD', 'TEAM', false, true), ('CLOSURE_RETURNED', 'TEAM', false, true), ('SEE_HOLD', 'SUPERVISOR', false, true);
insert into app.settings (key, value, unit) values
  ('age.adult-from', 18, 'YEARS'), ('closure.suicide', 14, 'DAYS'), ('closure.again', 3, 'DAYS'), ('see.SEE_HOLD', 24, 'HOURS'),
  ('see.LATE_ANSWER', 24, 'HOURS'), ('retention.STANDARD', 2, 'YEARS'), ('retention.RESTRICTED', 1, 'YEARS'), ('retention.CHILD', 2, 'YEARS'),
  ('retention.child-until', 20, 'YEARS'), ('retention.WITHDRAWN', 30, 'DAYS'),
  ('hold.NO_ACCESS', 90, 'DAYS'), ('hold.TRAVELLING', 60, 'DAYS'), ('hold.SEASONAL', 120, 'DAYS'), ('hold.HOSPITAL', 60, 'DAYS'),
  ('hold.COURT', 180, 'DAYS'), ('hold.THIRD_PARTY', 90, 'DAYS'), ('hold.PERSON_ASKED', 60, 'DAYS'), ('hold.DETAINED', 90, 'DAYS'),
  ('hold.TEAM_SAFETY', 30, 'DAYS')
on conflict (key) do nothing;
select set_config('relais.maintenance', '', true);

set role relais_definer;
create or replace function app.case_moves() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    web boolean := pg_catalog.pg_has_role(session_user, 'relais_web', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage');
    actor uuid := access.actor_id();
    asked app.case_closings;
    moment timestamptz := clock.casework_now();
  begin
    if not exists (select from app.case_transitions t where t.verb = new.last_verb and t.from_state = old.state
        and t.to_state = new.state and t.by_party = new.last_party) then
      raise exception 'case % cannot % from % to % as %', old.id, new.last_verb, old.state, new.state, new.last_party
        using errcode = 'check_violation';
    end if;
    if new.version <> old.version + 1 then
      raise exception 'case % moves without a new version', old.id using errcode = 'check_violation';
    end if;
    if web and (actor is null or new.last_actor_id is distinct from actor
        or (new.last_party = 'team' and not app.able_colleague(actor, old.id))
        or (new.last_party = 'lead' and 'lead' <> all (access.parties(old.id, old.office_id, old.sensitivity)))
        or (new.last_party = 'supervisor' and not app.able_supervisor(actor, old.id, old.office_id, old.sensitivity))) then
      raise exception 'case %: % is not the party of this session', old.id, new.last_party using errcode = 'check_violation';
    end if;
    -- A reason belongs to its own move, and the day to the waiting.
    if new.last_verb not in ('hold', 'reopen') then new.last_reason := null;
    else perform app.must_hold(new.last_reason is not null, 'a reason is missing'); end if;
    if new.last_verb <> 'hold' then new.hold_until := null; end if;
    select x.* into asked from app.case_closings x where x.case_id = old.id and x.decided is null;
    if new.last_verb = 'hold' then
      perform app.must_hold(new.hold_until > moment::date
        and new.hold_until <= (moment + app.setting('hold.' || new.last_reason))::date, 'not so long');
    elsif new.last_verb = 'ask-closure' then
      perform app.must_hold(asked.id is not null and asked.asked_by = new.last_actor_id
        and (not web or app.is_now(asked.asked_at)), 'nobody said why');
      perform app.must_hold(not exists (select from app.closing_blockers(old.id, asked.reason) b
        where b.team and not (b.leavable and app.is_left(asked.left_open, b.subject_id))), 'something holds it back');
      new.closure_reason := asked.reason;
      new.closure_asked_by := asked.asked_by;
      if not web then moment := asked.asked_at; end if;
    elsif new.last_verb = 'withdraw-case-consent' then
      -- Said by the person: from here on nothing carries the work any more.
      if exists (select from app.consents s where s.case_id = old.id and s.purpose = 'CASE_MGMT'
          and s.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and s.withdrawn_at is null) then
        raise exception 'case %: its consent still stands', old.id using errcode = 'check_violation';
      end if;
      new.closure_reason := 'CONSENT_WITHDRAWN';
      new.closure_asked_by := new.last_actor_id;
    elsif new.last_verb in ('close', 'return-closure') then
      if web and old.closure_asked_by = actor then
        raise exception 'case %: whoever asked to close does not decide', old.id using errcode = 'check_violation';
      end if;
      perform app.must_hold(asked.id is null, 'what was asked is not decided');
      if new.last_verb = 'close' then
        select x.* into asked from app.case_closings x where x.case_id = old.id order by x.asked_at desc limit 1;
        perform app.must_hold(old.closure_reason is not distinct from 'CONSENT_WITHDRAWN' or not exists (
          select from app.closing_blockers(old.id, old.closure_reason) b
          where not (b.leavable and app.is_left(coalesce(asked.left_open, '{}'), b.subject_id))), 'something holds it back');
        perform app.must_hold(app.retention_fits(old, new.retention_class, new.erase_on), 'not so long kept');
        new.closed_at := moment;
      else
        perform app.must_hold(old.closure_reason is distinct from 'CONSENT_WITHDRAWN' or app.agreed_to_file(old.id), 'nobody agrees again');
      end if;
    elsif new.last_verb = 'reopen' then
      perform app.must_hold(old.closure_reason is distinct from 'CONSENT_WITHDRAWN' or app.agreed_to_file(old.id), 'nobody agrees again');
    end if;
    insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, reason, version)
      values (old.id, new.last_verb, old.state, new.state, moment, new.last_actor_id, new.last_party,
        case when new.last_verb in ('hold', 'reopen') then new.last_reason else new.closure_reason end, new.version);
    if new.last_verb in ('return-closure', 'reopen') then
      new.closure_reason := null;
      new.closure_asked_by := null;
      new.closed_at := null;
      new.erase_on := null;
      new.retention_class := null;
    end if;
    return new;
  end $$;
reset role;

set role relais_definer;
create or replace function app.case_begins() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, version)
      values (new.id, 'start', '', 'DRAFT', new.opened_at, new.opened_by, 'team', new.version);
    if new.registered_at is not null then
      insert into app.case_events (case_id, verb, from_state, to_state, at, party, version)
        values (new.id, 'open', 'DRAFT', 'OPEN', new.registered_at, 'team', new.version);
    end if;
    if new.state = 'CLOSED' and new.closed_at is not null then
      insert into app.case_events (case_id, verb, from_state, to_state, at, party, reason, version)
        values (new.id, 'close', 'PENDING_CLOSURE', 'CLOSED', new.closed_at, 'supervisor', new.closure_reason, new.version);
    end if;
    return new;
  end $$;
reset role;

-- What follows from a move, whoever makes it: tasks that begin and end, clocks that stop and start.
create policy definer_restarts_clock on app.referrals for update to relais_definer using (due_at is null)
  with check (due_kind is not null and due_at > clock.casework_now());
create function app.case_moved() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now(); ends text[]; how text;
  begin
    ends := case new.last_verb when 'resume' then array['REVIEW_HOLD', 'SEE_HOLD'] when 'hold' then array['CLOSURE_RETURNED']
      when 'ask-closure' then array['REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED']
      when 'withdraw-case-consent' then array['REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED']
      when 'close' then array(select k.kind from app.task_kinds k where k.side = 'TEAM') end;
    how := case new.last_verb when 'resume' then 'RESUMED' when 'hold' then 'HELD' when 'ask-closure' then 'CLOSURE_ASKED'
      when 'close' then 'CASE_CLOSED' else 'CONSENT_WITHDRAWN' end;
    update app.tasks t set state = case when new.last_verb in ('resume', 'hold', 'ask-closure') then 'DONE' else 'DROPPED' end,
        done_by = new.last_actor_id, done_at = moment, outcome = how
      where t.case_id = new.id and t.state = 'OPEN' and t.kind = any(ends);
    if new.last_verb = 'close' then
      update app.referrals r set due_at = null, due_kind = null where r.case_id = new.id and r.due_at is not null;
    elsif new.last_verb = 'reopen' then
      -- What was left to run its course is ours to ask about again, with the whole time from today.
      update app.referrals r set due_kind = s.clock, due_at = moment + app.setting('referral.' || r.priority || '.' || s.clock)
        from app.referral_states s where s.state = r.state and s.clock is not null and r.case_id = new.id and r.due_at is null
          and r.sent_at is not null;
    elsif new.last_verb = 'hold' then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
        values ('REVIEW_HOLD', 'case', new.id, new.id, new.office_id, new.sensitivity, new.lead_id,
          new.hold_until::timestamp at time zone 'UTC' + interval '17 hours', new.last_reason, new.last_actor_id);
      if new.risk is not distinct from 'HIGH' then
        insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
          values ('SEE_HOLD', 'case', new.id, new.id, new.office_id, new.sensitivity, moment + app.setting('see.SEE_HOLD'),
            new.last_reason, new.last_actor_id)
          on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
      end if;
    elsif new.last_verb = 'return-closure' then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, opened_by)
        values ('CLOSURE_RETURNED', 'case', new.id, new.id, new.office_id, new.sensitivity, new.lead_id,
          moment + app.setting('closure.again'), new.last_actor_id);
    end if;
    return null;
  end $$;
create trigger case_moved after update of state on app.cases for each row when (old.state is distinct from new.state)
  execute function app.case_moved();

-- The person says no while a closing waits that was asked for another reason: it stands in the history too.
create function app.closing_ends_otherwise() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, reason, version)
      values (new.id, 'withdraw-case-consent', old.state, new.state, clock.casework_now(), access.actor_id(), 'team', new.closure_reason, new.version);
    return null;
  end $$;
create trigger closing_ends_otherwise after update of closure_reason on app.cases for each row
  when (old.state = 'PENDING_CLOSURE' and new.state = 'PENDING_CLOSURE' and new.closure_reason = 'CONSENT_WITHDRAWN'
    and old.closure_reason is distinct from new.closure_reason) execute function app.closing_ends_otherwise();

-- A case that is over asks nothing of its team any more, whoever would open it.
create function app.no_work_after_closing() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if access.login() <> '' and new.case_id is not null and app.case_in(new.case_id, 'CLOSED', 'TRANSFERRED', 'DUPLICATE')
      and exists (select from app.task_kinds k where k.kind = new.kind and k.side = 'TEAM') then
      return null;
    end if;
    return new;
  end $$;
create trigger no_work_after_closing before insert on app.tasks for each row execute function app.no_work_after_closing();

-- A partner that was left to run its course answers when nobody of the team is there: a supervisor hears it, and no clock
-- of ours begins.
create function app.answers_late() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if not exists (select from app.cases c where c.id = new.case_id and ((c.state = 'CLOSED' and new.last_at >= c.closed_at)
        or (c.state = 'PENDING_CLOSURE' and c.closure_reason = 'CONSENT_WITHDRAWN'))) then return null; end if;
    update app.referrals r set due_at = null, due_kind = null where r.id = new.id and r.due_at is not null;
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
      values ('LATE_ANSWER', 'referral', new.id, new.case_id, new.office_id, new.sensitivity,
        clock.casework_now() + app.setting('see.LATE_ANSWER'), new.state, new.last_actor_id)
      on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
    return null;
  end $$;
create trigger z_answers_late after update on app.referrals for each row
  when (old.state is distinct from new.state and new.last_party in ('partner', 'recorded')) execute function app.answers_late();

set role relais_definer;
create or replace function app.cases_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(access.works(new.lead_id, new.office_id, 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'), 'the lead is no caseworker of the office');
      perform app.must_hold(exists (select from app.flow_points f where f.code = new.flow_point and f.office_id = new.office_id)
        or (new.flow_point is null and exists (select from app.cercle_offices o where o.cercle = new.cercle and o.office_id = new.office_id)),
        'the office is not the place''s');
      perform app.must_hold(new.alert_id is null or exists (select from app.alerts a where a.id = new.alert_id and a.state = 'NEW'
        and a.office_id = new.office_id), 'the alert is not waiting for a case');
      perform app.must_hold(new.asked_at is null or (new.alert_id is not null and new.asked_at <= new.opened_at), 'nobody asked then');
      return new;
    end if;
    perform app.must_hold(old.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
      or (old.state = 'CLOSED' and new.state = 'OPEN'), 'the case is no longer worked on');
    if old.state = 'DRAFT' and new.state = 'OPEN' then
      perform app.must_hold('lead' = any(access.parties(old.id, old.office_id, old.sensitivity)), 'opening is the lead''s');
      perform app.must_hold(app.is_now(new.registered_at) and new.risk is not null
        and (select c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.withdrawn_at is null and c.needs_review is null
            and (c.expires_on is null or c.expires_on >= app.today())
          from app.consents c where c.case_id = new.id and c.purpose = 'CASE_MGMT'
          order by c.given_at desc, c.withdrawn_at nulls first limit 1), 'the registration is not complete');
    else
      perform app.must_hold(new.registered_at is not distinct from old.registered_at, 'registered once');
    end if;
    if new.last_contact_on is distinct from old.last_contact_on then
      perform app.must_hold(new.last_contact_on between greatest(old.last_contact_on, new.opened_at::date - 31) and app.today(),
        'no contact on that day');
    end if;
    perform app.must_hold(new.erase_on is not distinct from old.erase_on or (new.state = 'CLOSED' and old.state <> 'CLOSED'), 'erased after closing');
    -- The person says no while a closing waits: then that is why it ends.
    perform app.must_hold(new.closure_reason is not distinct from old.closure_reason or new.state <> old.state
      or (new.state = 'PENDING_CLOSURE' and not app.agreed_to_file(new.id)), 'not why it ends');
    -- What is promised to the person does not fall due while the case waits.
    perform app.must_hold(new.state <> 'ON_HOLD' or new.next_due_at is null, 'the clocks rest');
    return new;
  end $$;
reset role;

-- After a yes that was taken back only a new answer to the file itself is written, also once it is closed.
set role relais_definer;
create or replace function app.consents_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'UPDATE' then
      perform app.must_hold(old.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE'), 'what ended or was refused stays as it is');
      return new;
    end if;
    perform app.must_hold(app.worked_on(new.case_id) or (new.purpose = 'CASE_MGMT' and exists (select from app.cases c
      where c.id = new.case_id and c.state = 'CLOSED' and c.closure_reason = 'CONSENT_WITHDRAWN')), 'the case is no longer worked on');
    perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    perform app.must_hold(new.status in ('GIVEN', 'ASSENT', 'REFUSED', 'NOT_POSSIBLE'), 'no answer begins as ended');
    perform app.must_hold(new.second_person_id is null or access.works(new.second_person_id, null, 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR'),
      'the second person is no colleague of the casework teams');
    perform app.must_hold(new.expires_on is null or new.expires_on between app.today() and app.today() + 731, 'no believable last day');
    return new;
  end $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.case_closings_hold() owner to relais_definer;
alter function app.closing_blockers(uuid, text) owner to relais_definer;
alter function app.retention_fits(app.cases, text, date) owner to relais_definer;
alter function app.agreed_to_file(uuid) owner to relais_definer;
alter function app.is_left(text[], uuid) owner to relais_definer;
alter function app.case_moved() owner to relais_definer;
alter function app.closing_ends_otherwise() owner to relais_definer;
alter function app.no_work_after_closing() owner to relais_definer;
alter function app.answers_late() owner to relais_definer;
