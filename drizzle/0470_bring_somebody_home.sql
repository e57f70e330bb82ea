-- Return and reintegration as one path of a case: where somebody came through and where they go, the steps of a journey that they
-- themselves want, a grant in kind that a second person approves, its delivery before a witness, and the visits after it.
-- What falls due of it is work of the case (app.tasks): kept by the database from the rows, so that no page and no clock tells it apart.

alter table app.settings drop constraint settings_unit_check,
  add constraint settings_unit_check check (unit in ('HOURS', 'DAYS', 'YEARS', 'PERCENT', 'XOF', 'COUNT'));
select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values
  ('return.CONSENT', 7, 'DAYS'), ('return.FITNESS', 14, 'DAYS'), ('return.TRAVEL_DOC', 14, 'DAYS'), ('return.EXIT_PAPER', 18, 'DAYS'),
  ('return.TICKET', 18, 'DAYS'), ('return.ESCORT', 14, 'DAYS'), ('return.DEPARTURE', 21, 'DAYS'), ('return.ARRIVAL', 2, 'DAYS'),
  ('return.CONTACT_7', 7, 'DAYS'), ('grant.decide', 3, 'DAYS'), ('grant.again', 3, 'DAYS'), ('grant.deliver', 30, 'DAYS'),
  ('grant.follow', 7, 'DAYS'), ('visit.M1', 7, 'DAYS'), ('visit.M3', 7, 'DAYS'), ('visit.M6', 14, 'DAYS'), ('visit.M12', 14, 'DAYS'),
  ('grant.usual-min', 150000, 'XOF'), ('grant.usual-max', 650000, 'XOF'), ('grant.ask-above', 800000, 'XOF'),
  ('grant.quotes-from', 100000, 'XOF'), ('grant.quotes', 3, 'COUNT'),
  ('grant.EQUIP', 60, 'PERCENT'), ('grant.STOCK', 55, 'PERCENT'), ('grant.RENT', 25, 'PERCENT'), ('grant.WORKS', 25, 'PERCENT'),
  ('grant.ANIMALS', 70, 'PERCENT'), ('grant.SEEDS', 50, 'PERCENT'), ('grant.TRAINING', 40, 'PERCENT'), ('grant.SCHOOL', 60, 'PERCENT'),
  ('grant.MEDICAL', 40, 'PERCENT'), ('grant.TRANSPORT', 15, 'PERCENT'), ('grant.FEES', 10, 'PERCENT'), ('grant.RESERVE', 10, 'PERCENT')
on conflict (key) do nothing;
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case, by_day, comes_back) values
  ('RETURN_STEP', 'TEAM', false, false, true, true, null), ('GRANT_RETURNED', 'TEAM', false, false, true, true, null),
  ('GRANT_DELIVER', 'TEAM', false, false, true, true, null), ('GRANT_VISIT', 'TEAM', false, false, true, true, null),
  ('VISIT_FOLLOW', 'TEAM', false, true, true, true, 'STILL'), ('GRANT', 'SUPERVISOR', false, false, false, true, null);
select set_config('relais.maintenance', '', true);

-- What the lines of a budget or of a delivery come to, in XOF.
create function app.sum_of_lines(lines jsonb) returns integer
  language sql immutable set search_path = ''
  as $$ select coalesce(sum(value::integer), 0)::integer from jsonb_each_text(lines) $$;
-- Amounts by line, each of the list and more than nothing.
create function app.are_lines(lines jsonb) returns boolean
  language sql immutable set search_path = ''
  as $$ select jsonb_typeof(lines) = 'object' and not exists (select from jsonb_each(lines)
    where key not in ('EQUIP', 'STOCK', 'RENT', 'WORKS', 'ANIMALS', 'SEEDS', 'TRAINING', 'SCHOOL', 'MEDICAL', 'TRANSPORT', 'FEES', 'RESERVE')
      or value::text !~ '^[1-9][0-9]{0,7}$') $$;

grant execute on function app.sum_of_lines(jsonb), app.are_lines(jsonb) to relais_web, relais_definer;

create table app.return_paths (
  id uuid primary key,
  case_id uuid not null unique,
  office_id text not null,
  sensitivity text not null,
  -- We help somebody to go, or they have come home already.
  kind text not null check (kind in ('TO_RETURN', 'HOME')),
  because text not null check (because in ('STR_RET', 'STR_STUCK', 'STR_REINT', 'BY_HAND')),
  origin_country text not null,
  transit text[] not null default '{}' check (cardinality(transit) <= 6),
  return_country text not null,
  needs text[] not null default '{}' check (cardinality(needs) <= 20),
  -- A child does not travel alone.
  escort boolean not null,
  departs_on date,
  -- Of somebody who has come home already.
  arrived_on date,
  opened_by uuid not null references access.users,
  opened_at timestamptz not null default clock.casework_now(),
  version integer not null default 1,
  check (kind = 'TO_RETURN' or departs_on is null),
  check (kind = 'HOME' or arrived_on is null),
  unique (id, case_id),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
-- What was done of the journey, or is not needed. The newest line of a step decides; nothing is rewritten.
create table app.return_steps (
  id uuid primary key,
  case_id uuid not null references app.return_paths (case_id),
  office_id text not null,
  sensitivity text not null,
  step text not null check (step in ('FITNESS', 'TRAVEL_DOC', 'EXIT_PAPER', 'TICKET', 'ESCORT', 'DEPARTURE', 'ARRIVAL', 'CONTACT_7')),
  state text not null check (state in ('DONE', 'NOT_NEEDED', 'TODO')),
  on_day date,
  reason text check (reason in ('HAS_IT', 'NOT_ASKED_FOR', 'OTHER_ORGANISATION', 'FAMILY', 'OWN_MEANS', 'ENTERED_WRONGLY')),
  noted_by uuid not null references access.users,
  noted_at timestamptz not null default clock.casework_now(),
  check ((state = 'DONE') = (on_day is not null)),
  check ((state = 'DONE') = (reason is null)),
  check (state <> 'NOT_NEEDED' or step not in ('DEPARTURE', 'ARRIVAL', 'CONTACT_7')),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index return_steps_of_case on app.return_steps (case_id, step, noted_at desc);

create table app.return_grants (
  id uuid primary key,
  case_id uuid not null references app.return_paths (case_id),
  office_id text not null,
  sensitivity text not null,
  kind text,
  model text check (model in ('SOAP', 'SHOP', 'SEWING', 'SHEEP', 'GARDEN')),
  lines jsonb not null check (app.are_lines(lines)),
  total integer not null generated always as (app.sum_of_lines(lines)) stored,
  quotes smallint not null default 0 check (quotes between 0 and 9),
  quotes_reason text check (quotes_reason in ('ONE_SELLER', 'NO_MARKET', 'UNSAFE_TO_ASK', 'URGENT_SEASON')),
  -- The total is out of the usual, and somebody looked again.
  sure boolean not null default false,
  -- Who sells, sealed.
  key_id uuid not null references vault.keys,
  supplier bytea not null check (octet_length(supplier) <= 4096),
  state text not null check (state in ('DRAFT', 'ASKED', 'APPROVED', 'RETURNED', 'DROPPED')),
  last_verb text not null check (last_verb in ('save', 'ask', 'approve', 'return', 'drop')),
  made_by uuid not null references access.users,
  made_at timestamptz not null default clock.casework_now(),
  asked_by uuid references access.users,
  asked_at timestamptz,
  decided_by uuid references access.users,
  decided_at timestamptz,
  reason text,
  version integer not null default 1,
  -- A second person decides.
  check (decided_by is null or decided_by <> asked_by),
  check (state <> 'ASKED' or (asked_by is not null and asked_at is not null and kind is not null and total > 0)),
  check (state <> 'APPROVED' or decided_at is not null),
  unique (id, case_id),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create unique index one_grant_in_hand on app.return_grants (case_id) where state in ('DRAFT', 'ASKED', 'RETURNED');
create index return_grants_of_case on app.return_grants (case_id, made_at);

create table app.grant_deliveries (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  grant_id uuid not null,
  delivered_on date not null,
  lines jsonb not null check (app.are_lines(lines) and lines <> '{}'),
  total integer not null generated always as (app.sum_of_lines(lines)) stored,
  receipt text not null check (receipt in ('SIGNED', 'THUMB')),
  -- Whom the person chose to be there, sealed.
  key_id uuid not null references vault.keys,
  witness bytea not null check (octet_length(witness) <= 4096),
  given_by uuid not null references access.users,
  noted_at timestamptz not null default clock.casework_now(),
  foreign key (grant_id, case_id) references app.return_grants (id, case_id),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index grant_deliveries_of_grant on app.grant_deliveries (grant_id, delivered_on);
create index grant_deliveries_of_case on app.grant_deliveries (case_id);

create table app.grant_visits (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  grant_id uuid not null,
  -- Counted from the first delivery; an extra one may come at any time.
  visit text not null check (visit in ('M1', 'M3', 'M6', 'M12', 'EXTRA')),
  visited_on date not null,
  outcome text not null check (outcome in ('RUNS_GROWS', 'RUNS_STABLE', 'RUNS_WEAK', 'CHANGED', 'STOPPED', 'NOT_STARTED', 'MOVED_AWAY', 'NOT_FOUND')),
  follow text not null check (follow in ('NOTHING', 'ADVICE', 'OTHER_PROJECT', 'HELP', 'TRAINING', 'LOOK_FOR', 'SAFETY')),
  visited_by uuid not null references access.users,
  noted_at timestamptz not null default clock.casework_now(),
  check (follow <> 'NOTHING' or outcome not in ('RUNS_WEAK', 'STOPPED', 'NOT_STARTED', 'NOT_FOUND')),
  foreign key (grant_id, case_id) references app.return_grants (id, case_id),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create unique index one_visit_a_month on app.grant_visits (grant_id, visit) where visit <> 'EXTRA';
create index grant_visits_of_case on app.grant_visits (case_id);

set role relais_definer;
grant execute on function app.allowed_columns() to relais_owner;
reset role;
do $$
declare t text;
begin
  foreach t in array array['return_paths', 'return_steps', 'return_grants', 'grant_deliveries', 'grant_visits'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('create policy team_reads on app.%I for select to relais_web using (
      case_id = any(array(select access.my_case_ids()))
      or (sensitivity = ''S3'' and office_id = any(array(select access.supervised_offices()))))', t);
    execute format('create policy caseworker_adds on app.%I for insert to relais_web with check (
      (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
    execute format('grant select, insert on app.%I to relais_web', t);
    execute format('grant select on app.%I to relais_definer', t);
    execute format('create trigger allowed_columns before insert or update or delete on app.%I
      for each row when (access.writes_itself()) execute function app.allowed_columns()', t);
  end loop;
  foreach t in array array['return_paths', 'return_grants'] loop
    execute format('create policy caseworker_changes on app.%I for update to relais_web
      using ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))
      with check ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))', t);
  end loop;
end $$;
set role relais_definer;
revoke execute on function app.allowed_columns() from relais_owner;
reset role;
grant update (origin_country, transit, return_country, needs, escort, departs_on, arrived_on, kind, version) on app.return_paths to relais_web;
grant update (kind, model, lines, quotes, quotes_reason, sure, key_id, supplier, state, last_verb, asked_by, asked_at, decided_by,
  decided_at, reason, version) on app.return_grants to relais_web;
-- Whoever supervises the case decides on what is asked, and on nothing else of it.
create policy supervisor_decides on app.return_grants for update to relais_web
  using (state = 'ASKED' and (select access.actor_role()) = 'SUPERVISOR' and (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))))
  with check (state in ('APPROVED', 'RETURNED') and decided_by = (select access.actor_id()));

-- What the person says of the journey: YES, NO, or ASK while nothing that stands was answered.
create function app.return_answer(of_case uuid) returns text
  language sql stable security definer set search_path = ''
  as $$
    select coalesce((select case when c.status in ('REFUSED', 'WITHDRAWN') then 'NO'
        when app.consent_stands(c.id) and (c.confirm_by is null or exists (select from app.consent_confirmations f
          where f.consent_id = c.id and f.says = 'YES')) then 'YES' else 'ASK' end
      from app.consents c where c.case_id = of_case and c.purpose = 'RETURN'
      order by greatest(c.given_at, c.withdrawn_at) desc, (c.status in ('REFUSED', 'WITHDRAWN')) desc, c.id limit 1), 'ASK') $$;
-- How a step stands now.
create function app.return_step_now(of_case uuid, wanted text) returns app.return_steps
  language sql stable security definer set search_path = ''
  as $$ select s from app.return_steps s where s.case_id = of_case and s.step = wanted order by s.noted_at desc, s.id desc limit 1 $$;
-- Whole days that a case has waited since then: what is promised rests while it waits.
create function app.days_held(of_case uuid, since timestamptz) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(ceil(sum(extract(epoch from greatest(coalesce(h.ended, clock.casework_now()) - greatest(h.began, since), interval '0'))) / 86400), 0)::integer
    from (select e.at as began, (select min(x.at) from app.case_events x where x.case_id = e.case_id and x.id > e.id and x.from_state = 'ON_HOLD'
        and x.to_state <> 'ON_HOLD') as ended
      from app.case_events e where e.case_id = of_case and e.to_state = 'ON_HOLD' and e.from_state <> 'ON_HOLD') h $$;

-- The journey, step by step: how each stands and until when, in its order. Before departure each counts from the day the path was
-- opened, and never beyond the day of departure; afterwards from the step before it. Empty for somebody who is home already.
create function app.steps_of_return(of_case uuid)
  returns table (place integer, step text, state text, on_day date, reason text, noted_by uuid, due_on date)
  language sql stable security definer set search_path = ''
  as $$
    with p as (select x.*, app.days_held(x.case_id, x.opened_at) as held from app.return_paths x where x.case_id = of_case and x.kind = 'TO_RETURN'),
      named as (select * from (values (1, 'CONSENT'), (2, 'FITNESS'), (3, 'TRAVEL_DOC'), (4, 'EXIT_PAPER'), (5, 'TICKET'), (6, 'ESCORT'),
        (7, 'DEPARTURE'), (8, 'ARRIVAL'), (9, 'CONTACT_7')) v (place, step)),
      left_on as (select (app.return_step_now(of_case, 'DEPARTURE')).*), came as (select (app.return_step_now(of_case, 'ARRIVAL')).*)
    select n.place, n.step,
      case when n.step = 'CONSENT' then case when app.return_answer(of_case) = 'YES' then 'DONE' else 'TODO' end else coalesce(s.state, 'TODO') end,
      s.on_day, s.reason, s.noted_by,
      case n.step
        when 'DEPARTURE' then coalesce(p.departs_on, (p.opened_at + app.setting('return.DEPARTURE'))::date + p.held)
        when 'ARRIVAL' then (select (l.on_day + app.setting('return.ARRIVAL'))::date from left_on l where l.state = 'DONE')
        when 'CONTACT_7' then (select (a.on_day + app.setting('return.CONTACT_7'))::date from came a where a.state = 'DONE')
        else greatest(p.opened_at::date, least((p.opened_at + app.setting('return.' || n.step))::date + p.held, p.departs_on)) end
    from p cross join named n left join lateral (select (app.return_step_now(of_case, n.step)).*) s on true
    where n.step <> 'ESCORT' or p.escort
    order by n.place $$;

-- The visits that a delivery promises, each with its day and its window: due when the window ends, late after it. They end where
-- somebody has moved away.
create function app.visits_of_return(of_case uuid)
  returns table (grant_id uuid, visit text, months integer, on_day date, from_on date, until_on date, visited_on date, outcome text)
  language sql stable security definer set search_path = ''
  as $$
    select d.grant_id, v.visit, v.months, w.planned, w.planned - w.days, w.planned + w.days, x.visited_on, x.outcome
    from (select g.grant_id, min(g.delivered_on) as began from app.grant_deliveries g where g.case_id = of_case group by g.grant_id) d
      cross join (values ('M1', 1), ('M3', 3), ('M6', 6), ('M12', 12)) v (visit, months)
      left join app.grant_visits x on x.grant_id = d.grant_id and x.visit = v.visit
      cross join lateral (select (d.began + make_interval(months => v.months))::date
          + case when x.id is null then app.days_held(of_case, d.began::timestamp at time zone 'UTC') else 0 end as planned,
        extract(day from app.setting('visit.' || v.visit))::integer as days) w
    where x.id is not null or not exists (select from app.grant_visits m where m.grant_id = d.grant_id and m.outcome = 'MOVED_AWAY')
    order by d.began, d.grant_id, v.months $$;

-- On that day; work given in days is due when the office closes.
create function app.midday(day date) returns timestamptz
  language sql immutable set search_path = ''
  as $$ select day::timestamp at time zone 'UTC' + interval '12 hours' $$;

grant execute on function app.midday(date) to relais_definer;

-- What the path asks of somebody now, one line a kind. A person's no ends the journey until they have left, and no help.
create function app.return_asks(c app.cases) returns table (kind text, reason text, due_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select a.* from (
      (select 'RETURN_STEP', s.step, app.midday(s.due_on) from app.steps_of_return(c.id) s
        where s.state = 'TODO' and s.due_on is not null
          and ((app.return_step_now(c.id, 'DEPARTURE')).state is not distinct from 'DONE' or case app.return_answer(c.id)
            when 'YES' then true when 'NO' then false else s.step = 'CONSENT' end)
          and ((app.return_step_now(c.id, 'DEPARTURE')).state is distinct from 'DONE' or s.place > 7)
        order by s.due_on, s.place limit 1)
      union all
      (select 'GRANT', g.kind, app.midday((g.asked_at + app.setting('grant.decide'))::date) from app.return_grants g
        where g.case_id = c.id and g.state = 'ASKED')
      union all
      (select 'GRANT_RETURNED', g.reason, app.midday((g.decided_at + app.setting('grant.again'))::date) from app.return_grants g
        where g.case_id = c.id and g.state = 'RETURNED')
      union all
      (select 'GRANT_DELIVER', g.kind, app.midday((g.decided_at + app.setting('grant.deliver'))::date + app.days_held(c.id, g.decided_at))
        from app.return_grants g where g.case_id = c.id and g.state = 'APPROVED'
          -- A reserve is spent where it is needed, and not for its own sake.
          and exists (select from jsonb_each_text(g.lines) l where l.key <> 'RESERVE' and l.value::integer > coalesce((
            select sum((d.lines->>l.key)::integer) from app.grant_deliveries d where d.grant_id = g.id), 0))
        order by g.decided_at limit 1)
      union all
      (select 'GRANT_VISIT', v.visit, app.midday(v.until_on) from app.visits_of_return(c.id) v where v.visited_on is null
        order by v.until_on, v.months limit 1)) a (kind, reason, due_at)
    where c.state in ('OPEN', 'PENDING_CLOSURE') and c.closure_reason is distinct from 'CONSENT_WITHDRAWN' $$;

-- Opens what is asked now and ends what is asked no more. While a case waits, or once it is over, nothing is asked; it comes back
-- with the case, later by the days it waited.
create function app.keep_return_tasks(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; ours constant text[] := array['RETURN_STEP', 'GRANT', 'GRANT_RETURNED', 'GRANT_DELIVER', 'GRANT_VISIT'];
  begin
    if not exists (select from app.return_paths p where p.case_id = of_case) then return; end if;
    select x.* into c from app.cases x where x.id = of_case;
    update app.tasks t set state = case when c.state in ('OPEN', 'PENDING_CLOSURE') then 'DONE' else 'DROPPED' end,
        done_by = access.actor_id(), done_at = clock.casework_now(),
        outcome = case when c.state in ('OPEN', 'PENDING_CLOSURE') then 'RETURN_MOVED' else 'CASE_RESTS' end
      where t.case_id = of_case and t.state = 'OPEN' and t.kind = any(ours)
        and not exists (select from app.return_asks(c) a where a.kind = t.kind and a.reason is not distinct from t.reason);
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
      select a.kind, 'case', c.id, c.id, c.office_id, c.sensitivity, a.due_at, a.reason, access.actor_id() from app.return_asks(c) a
      on conflict (kind, subject_id) where state = 'OPEN' do update set due_at = excluded.due_at
        where tasks.due_at is distinct from excluded.due_at;
  end $$;
create function app.return_moved() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin perform app.keep_return_tasks(new.case_id); return null; end $$;
create function app.case_of_return_moved() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin perform app.keep_return_tasks(new.id); return null; end $$;
create function app.word_of_return_confirmed() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.keep_return_tasks((select c.case_id from app.consents c where c.id = new.consent_id and c.purpose = 'RETURN'));
    return null;
  end $$;
-- What a visit found asks for is work of its own, said to be done by whoever did it.
create function app.visit_follows() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if new.follow <> 'NOTHING' then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
        values ('VISIT_FOLLOW', 'case', new.case_id, new.case_id, new.office_id, new.sensitivity,
          app.midday((new.noted_at + app.setting('grant.follow'))::date), new.follow, access.actor_id())
        on conflict (kind, subject_id) where state = 'OPEN' do update set due_at = least(tasks.due_at, excluded.due_at), reason = excluded.reason;
    end if;
    return null;
  end $$;
do $$
declare t text;
begin
  foreach t in array array['return_paths', 'return_steps', 'return_grants', 'grant_deliveries', 'grant_visits'] loop
    execute format('create trigger c_return_tasks after insert or update on app.%I for each row execute function app.return_moved()', t);
  end loop;
end $$;
create trigger d_visit_follows after insert on app.grant_visits for each row execute function app.visit_follows();
create trigger z_return_tasks after insert or update on app.consents for each row when (new.purpose = 'RETURN') execute function app.return_moved();
create trigger z_return_tasks after insert on app.consent_confirmations for each row execute function app.word_of_return_confirmed();
create trigger z_return_tasks after update on app.cases for each row
  when ((old.state, old.closure_reason) is distinct from (new.state, new.closure_reason)) execute function app.case_of_return_moved();

-- What must hold beside the columns.
create function app.return_paths_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id) and (tg_op = 'UPDATE' or app.case_in(new.case_id, 'OPEN')), 'the case is not open');
    perform app.must_hold(new.arrived_on is null or new.arrived_on <= app.today(), 'nobody arrives in the future');
    perform app.must_hold(new.departs_on is null or new.departs_on between new.opened_at::date - 31 and app.today() + 366, 'no day of departure');
    if tg_op = 'UPDATE' and new.kind is distinct from old.kind then
      perform app.must_hold(not exists (select from app.return_steps s where s.case_id = new.case_id), 'the journey has begun');
    end if;
    return new;
  end $$;
create function app.return_steps_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ declare p app.return_paths; gone app.return_steps; come app.return_steps; begin
    select x.* into p from app.return_paths x where x.case_id = new.case_id;
    gone := app.return_step_now(new.case_id, 'DEPARTURE');
    come := app.return_step_now(new.case_id, 'ARRIVAL');
    perform app.must_hold(app.worked_on(new.case_id) and p.kind = 'TO_RETURN', 'there is no journey');
    perform app.must_hold(new.on_day is null or new.on_day between p.opened_at::date - 31 and app.today(), 'nothing was done on that day');
    if new.state = 'DONE' and new.step not in ('ARRIVAL', 'CONTACT_7') and gone.state is distinct from 'DONE' then
      perform app.must_hold(app.return_answer(new.case_id) = 'YES', 'the person has not agreed to the journey');
    end if;
    perform app.must_hold(new.state <> 'DONE' or case new.step
      when 'DEPARTURE' then not exists (select from app.steps_of_return(new.case_id) s where s.place < 7 and s.state = 'TODO')
      when 'ARRIVAL' then gone.state is not distinct from 'DONE' and new.on_day >= gone.on_day
      when 'CONTACT_7' then come.state is not distinct from 'DONE' and new.on_day >= (come.on_day + app.setting('return.CONTACT_7'))::date
      else true end, 'what comes before it is not done');
    -- What others rest on stays done.
    perform app.must_hold(new.state = 'DONE' or case new.step
      when 'DEPARTURE' then come.state is distinct from 'DONE'
      when 'ARRIVAL' then (app.return_step_now(new.case_id, 'CONTACT_7')).state is distinct from 'DONE'
      when 'CONTACT_7' then true else gone.state is distinct from 'DONE' end, 'what comes after it is done');
    return new;
  end $$;
-- The percentages and the total are asked of whoever types; what the database holds is that a second person decides, and on what stands there.
create function app.return_grants_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    perform app.must_hold(case new.last_verb
      when 'save' then new.state = 'DRAFT' and (tg_op = 'INSERT' or old.state in ('DRAFT', 'RETURNED'))
      when 'ask' then new.state = 'ASKED' and (tg_op = 'INSERT' or old.state in ('DRAFT', 'RETURNED'))
      when 'approve' then new.state = 'APPROVED' and tg_op = 'UPDATE' and old.state = 'ASKED' and old.asked_by <> access.actor_id()
      when 'return' then new.state = 'RETURNED' and tg_op = 'UPDATE' and old.state = 'ASKED' and new.reason is not null
      when 'drop' then new.state = 'DROPPED' and tg_op = 'UPDATE' and old.state in ('DRAFT', 'RETURNED', 'APPROVED') and new.reason is not null
      end, 'that makes no sense here');
    if new.last_verb = 'ask' then
      perform app.must_hold(not exists (select from jsonb_each_text(new.lines) l join app.settings s on s.key = 'grant.' || l.key and s.unit = 'PERCENT'
        where l.value::numeric * 100 > s.value * new.total), 'a line is more than its share');
    end if;
    return new;
  end $$;
create function app.grant_deliveries_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ declare g app.return_grants; begin
    select x.* into g from app.return_grants x where x.id = new.grant_id and x.case_id = new.case_id for update;
    perform app.must_hold(app.worked_on(new.case_id) and g.state = 'APPROVED', 'nothing is approved');
    perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
    perform app.must_hold(new.delivered_on between g.decided_at::date and app.today(), 'nothing was handed over on that day');
    perform app.must_hold(not exists (select from jsonb_each_text(new.lines) l where l.value::integer > coalesce((g.lines->>l.key)::integer, 0)
      - coalesce((select sum((d.lines->>l.key)::integer) from app.grant_deliveries d where d.grant_id = g.id), 0)), 'more than was approved');
    return new;
  end $$;
create function app.grant_visits_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(new.visited_on between (select min(d.delivered_on) from app.grant_deliveries d where d.grant_id = new.grant_id)
      and app.today(), 'nothing was there to visit');
    return new;
  end $$;
grant update (version) on app.return_grants to relais_definer;
create policy definer_holds_its_row on app.return_grants for update to relais_definer using (true) with check (state = 'APPROVED');
do $$
declare t text; f text;
begin
  foreach t in array array['return_paths', 'return_steps', 'return_grants', 'grant_deliveries', 'grant_visits'] loop
    execute format('create trigger b_holds before insert or update on app.%I for each row
      when (access.writes_itself()) execute function app.%I()', t, t || '_hold');
    execute format('alter function app.%I() owner to relais_definer', t || '_hold');
  end loop;
end $$;

-- What a page of the case shows of it, inside the reader's reach.
create function app.return_plan(of_case uuid) returns jsonb
  language sql stable security definer set search_path = ''
  as $$
    select jsonb_build_object('answer', app.return_answer(c.id), 'held', app.days_held(c.id, c.opened_at),
      'steps', coalesce((select jsonb_agg(to_jsonb(s) - 'noted_by' || jsonb_build_object('by', (select u.name from access.users u where u.id = s.noted_by)) order by s.place)
        from app.steps_of_return(c.id) s), '[]'),
      'visits', coalesce((select jsonb_agg(to_jsonb(v) order by v.on_day) from app.visits_of_return(c.id) v), '[]'),
      'follow', (select jsonb_build_object('id', t.id, 'reason', t.reason, 'due', t.due_at) from app.tasks t where t.case_id = c.id
        and t.kind = 'VISIT_FOLLOW' and t.state = 'OPEN'))
    from app.cases c where c.id = of_case
      and (c.id = any(array(select access.my_case_ids())) or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices())))) $$;

-- Counts of everything, for whoever counts and reads no case: by country of return and by kind of grant, never a case.
create function app.count_returns() returns table (what text, code text, paths integer, gone integer, arrived integer, approved integer, delivered integer, amount bigint)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    if access.actor_role() is distinct from 'IM' then return; end if;
    return query select 'country', p.return_country, count(*)::integer,
        count(*) filter (where (app.return_step_now(p.case_id, 'DEPARTURE')).state = 'DONE')::integer,
        count(*) filter (where p.arrived_on is not null or (app.return_step_now(p.case_id, 'ARRIVAL')).state = 'DONE')::integer, 0, 0, 0::bigint
      from app.return_paths p group by p.return_country
    union all select 'grant', g.kind, count(*)::integer, 0, 0, count(*) filter (where g.state = 'APPROVED')::integer,
        count(*) filter (where exists (select from app.grant_deliveries d where d.grant_id = g.id))::integer,
        coalesce(sum((select sum(d.total) from app.grant_deliveries d where d.grant_id = g.id)), 0)::bigint
      from app.return_grants g where g.state in ('ASKED', 'APPROVED') group by g.kind;
  end $$;

do $$
declare f text;
begin
  foreach f in array array['app.return_answer(uuid)', 'app.return_step_now(uuid, text)', 'app.days_held(uuid, timestamptz)',
    'app.steps_of_return(uuid)', 'app.visits_of_return(uuid)', 'app.return_asks(app.cases)', 'app.keep_return_tasks(uuid)', 'app.return_moved()',
    'app.case_of_return_moved()', 'app.word_of_return_confirmed()', 'app.visit_follows()', 'app.return_plan(uuid)', 'app.count_returns()'] loop
    execute format('revoke execute on function %s from public', f);
    if f in ('app.return_plan(uuid)', 'app.count_returns()') then execute format('grant execute on function %s to relais_web', f); end if;
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
