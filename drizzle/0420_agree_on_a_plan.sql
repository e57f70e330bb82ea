-- What was agreed with the person: goals in their order and words, actions with who does them and until when. Words are sealed
-- with the team's key. What becomes due is work like any other: the database keeps a task for each open action, so that homes, lists,
-- queues and closings need to know of nothing new. Decision records 117 and 118.
-- Rows that an earlier migration wrote in this transaction are checked before their tables change.
set constraints all immediate;

create table app.plan_goals (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  -- A goal of a template; else the words alone say it.
  template text check (template ~ '^[A-Z][A-Z_]{2,40}_G[0-9]{1,2}$'),
  -- The person's own order.
  place smallint not null check (place between 1 and 60),
  state text not null default 'OPEN' check (state in ('OPEN', 'MET', 'LEFT')),
  ended_on date,
  agreed_on date not null,
  key_id uuid not null references vault.keys,
  words bytea,
  added_by uuid not null references access.users,
  added_at timestamptz not null default clock.casework_now(),
  version integer not null default 1,
  unique (id, case_id),
  check (template is not null or words is not null),
  check ((state = 'OPEN') = (ended_on is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index plan_goals_of_case on app.plan_goals (case_id, place);
create unique index one_plan_goal_of_a_template on app.plan_goals (case_id, template) where state = 'OPEN';

create table app.plan_actions (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  goal_id uuid not null,
  template text check (template ~ '^[A-Z][A-Z_]{2,40}_A[0-9]{1,2}$'),
  owner text not null check (owner in ('US', 'PERSON', 'PARTNER')),
  -- Of ours: who does it. Nobody: whoever of the team can.
  holder_id uuid references access.users,
  service text check (service ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  key_id uuid not null references vault.keys,
  words bytea,
  agreed_on date not null,
  -- The limit as it was agreed: hours, days, or which limit of the case's risk; the shortest one wins.
  limit_hours integer check (limit_hours between 1 and 10000),
  limit_days integer check (limit_days between 1 and 366),
  limit_risk text check (limit_risk in ('first-action', 'assess', 'plan', 'follow-up', 'supervise')),
  counted_from timestamptz not null,
  due_at timestamptz not null,
  -- Which of them it was; or that the date was chosen.
  due_by text not null check (due_by in ('HOURS', 'DAYS', 'RISK', 'CHOSEN')),
  -- The risk by which it was counted.
  risk text check (risk in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
  moved_reason text check (moved_reason ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  redated_at timestamptz,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'SKIPPED')),
  done_on date,
  skip_reason text check (skip_reason ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  ended_by uuid references access.users,
  ended_at timestamptz,
  handed_by uuid references access.users,
  handed_at timestamptz,
  added_by uuid not null references access.users,
  added_at timestamptz not null default clock.casework_now(),
  version integer not null default 1,
  check (template is not null or words is not null),
  check (owner = 'US' or holder_id is null),
  check (owner <> 'PARTNER' or service is not null),
  check ((state = 'DONE') = (done_on is not null)),
  check ((state = 'SKIPPED') = (skip_reason is not null)),
  check ((state = 'OPEN') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
  check ((handed_by is null) = (handed_at is null)),
  foreign key (goal_id, case_id) references app.plan_goals (id, case_id),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index plan_actions_of_case on app.plan_actions (case_id);
create index plan_actions_of_goal on app.plan_actions (goal_id);
create unique index one_plan_action_of_a_template on app.plan_actions (case_id, template) where state = 'OPEN';

-- The plan shown to a supervisor: asked in the save that made it, decided once. Changed meanwhile, it has another version.
create table app.plan_approvals (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  asked_by uuid not null references access.users,
  asked_at timestamptz not null default clock.casework_now(),
  due_at timestamptz not null,
  decided text check (decided in ('APPROVED', 'RETURNED')),
  decided_by uuid references access.users,
  decided_at timestamptz,
  key_id uuid not null references vault.keys,
  comment bytea,
  version integer not null default 1,
  check ((decided is null) = (decided_by is null) and (decided is null) = (decided_at is null)),
  check ((decided is not distinct from 'RETURNED') = (comment is not null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create unique index one_plan_approval_waits on app.plan_approvals (case_id) where decided is null;
create index plan_approvals_of_case on app.plan_approvals (case_id, asked_at);

-- What was changed of a goal or an action: who, when, from what; sealed words as they were sealed. Written by the rows themselves.
create table app.plan_events (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  goal_id uuid not null references app.plan_goals,
  action_id uuid references app.plan_actions,
  at timestamptz not null default clock.casework_now(),
  by_id uuid references access.users,
  changed jsonb not null,
  key_id uuid references vault.keys,
  sealed bytea,
  check ((key_id is null) = (sealed is null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create index plan_events_of_case on app.plan_events (case_id, at);

-- What an organisation changes of the templates: another limit for an action, or that it is not offered.
create table app.plan_changes (
  action text primary key check (action ~ '^[A-Z][A-Z_]{2,40}_A[0-9]{1,2}$'),
  off boolean not null,
  hours integer check (hours between 1 and 2000),
  days integer check (days between 1 and 366),
  changed_by uuid not null references access.users,
  changed_at timestamptz not null default clock.casework_now()
);

do $$
declare t text;
begin
  foreach t in array array['plan_goals', 'plan_actions', 'plan_approvals', 'plan_events', 'plan_changes'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('grant select on app.%I to relais_web, relais_definer', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
    if t <> 'plan_changes' then
      execute format('create policy team_reads on app.%I for select to relais_web using (
        case_id = any(array(select access.my_case_ids()))
        or (sensitivity = ''S3'' and office_id = any(array(select access.supervised_offices()))))', t);
    end if;
  end loop;
  foreach t in array array['plan_goals', 'plan_actions', 'plan_approvals'] loop
    execute format('create policy team_agrees on app.%I for insert to relais_web with check (
      (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))', t);
    execute format('grant insert on app.%I to relais_web', t);
  end loop;
end $$;
grant update (place, state, ended_on, words, version) on app.plan_goals to relais_web;
grant update (holder_id, due_at, due_by, risk, moved_reason, redated_at, state, done_on, skip_reason, ended_by, ended_at, handed_by,
  handed_at, version) on app.plan_actions to relais_web;
grant update (decided, decided_by, decided_at, comment, version) on app.plan_approvals to relais_web;
grant update (due_at, counted_from) on app.plan_actions to relais_definer;
grant insert on app.plan_events to relais_definer;
create policy team_changes on app.plan_goals for update to relais_web
  using ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))
  with check (case_id = any(array(select access.my_case_ids())));
create policy team_changes on app.plan_actions for update to relais_web
  using ((select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))
  with check (case_id = any(array(select access.my_case_ids())));
create policy definer_shifts on app.plan_actions for update to relais_definer using (state = 'OPEN') with check (state = 'OPEN');
create policy definer_notes on app.plan_events for insert to relais_definer with check (by_id is not distinct from access.actor_id());
-- While it waits the team goes on; a supervisor who reads the case decides.
create policy team_goes_on on app.plan_approvals for update to relais_web
  using (decided is null and (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())))
  with check (decided is null and case_id = any(array(select access.my_case_ids())));
create policy supervisor_decides on app.plan_approvals for update to relais_web
  using (decided is null and (select access.actor_role()) = 'SUPERVISOR' and (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))))
  with check (decided_by = (select access.actor_id()) and (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))));

-- The templates as changed are read by whoever plans and whoever changes them; an administrator changes them.
create policy staff_reads on app.plan_changes for select to relais_web
  using ((select access.actor_role()) in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR', 'ADMIN'));
grant insert, update (off, hours, days, changed_by, changed_at) on app.plan_changes to relais_web;
create policy admin_adds on app.plan_changes for insert to relais_web
  with check ((select access.actor_role()) = 'ADMIN' and changed_by = (select access.actor_id()) and app.is_now(changed_at));
create policy admin_changes on app.plan_changes for update to relais_web using ((select access.actor_role()) = 'ADMIN')
  with check (changed_by = (select access.actor_id()) and app.is_now(changed_at));
set role relais_definer;
grant execute on function app.is_now(timestamptz) to relais_web;
grant execute on function app.allowed_columns() to relais_owner;
reset role;

create function app.plan_goals_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'no plan is made for this case');
    if tg_op = 'INSERT' then
      perform app.must_hold(app.case_in(new.case_id, 'OPEN'), 'the case is not open');
      perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
      perform app.must_hold(new.agreed_on between (select c.opened_at::date - 31 from app.cases c where c.id = new.case_id) and app.today(),
        'nothing was agreed on that day');
    end if;
    perform app.must_hold(new.ended_on is null or new.ended_on between new.agreed_on - 31 and app.today(), 'no goal ended on that day');
    return new;
  end $$;

create function app.plan_actions_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'no plan is made for this case');
    if tg_op = 'INSERT' then
      perform app.must_hold(app.case_in(new.case_id, 'OPEN'), 'the case is not open');
      perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
      perform app.must_hold(new.agreed_on between (select c.opened_at::date - 31 from app.cases c where c.id = new.case_id) and app.today(),
        'nothing was agreed on that day');
      perform app.must_hold(new.counted_from between new.agreed_on::timestamptz and clock.casework_now() + interval '1 minute', 'counted from elsewhere');
      perform app.must_hold(new.due_at >= new.agreed_on::timestamptz, 'due before it was agreed');
    elsif old.state <> 'OPEN' then
      -- Taken back on the next page, by whoever of the team sees it, and no later than a day after.
      perform app.must_hold(new.state = 'OPEN' and old.ended_at > clock.casework_now() - interval '1 day', 'what ended stays as it is');
    end if;
    if tg_op = 'UPDATE' and new.state <> old.state and new.state <> 'OPEN' then
      perform app.must_hold(new.ended_by = access.actor_id() and app.is_now(new.ended_at), 'ended by somebody else');
    elsif tg_op = 'UPDATE' and new.state = old.state then
      perform app.must_hold((new.ended_by, new.ended_at) is not distinct from (old.ended_by, old.ended_at), 'ended once');
    end if;
    perform app.must_hold(new.holder_id is not distinct from (case tg_op when 'UPDATE' then old.holder_id end)
      or app.able_colleague(new.holder_id, new.case_id), 'they are not on this case');
    perform app.must_hold(new.done_on is null or new.done_on between (select c.opened_at::date - 31 from app.cases c where c.id = new.case_id) and app.today(),
      'nothing was done on that day');
    return new;
  end $$;

create function app.plan_approvals_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if tg_op = 'INSERT' then
      perform app.must_hold(app.case_in(new.case_id, 'OPEN'), 'the case is not open');
      perform app.must_hold(app.is_case_key(new.key_id, new.case_id, 'TEAM'), 'sealed with another key');
      perform app.must_hold(exists (select from app.plan_goals g where g.case_id = new.case_id), 'there is no plan');
      perform app.must_hold(new.due_at between new.asked_at and new.asked_at + interval '31 days', 'no believable limit');
      return new;
    end if;
    perform app.must_hold(app.case_in(new.case_id, 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'), 'nothing waits');
    if access.is_caseworker() then
      perform app.must_hold(new.decided is null, 'whoever asks does not decide');
    else
      perform app.must_hold(old.decided is null and new.decided is not null and old.asked_by <> access.actor_id(), 'decided once, by somebody else');
    end if;
    return new;
  end $$;

-- What was changed, with the words as they stood before.
create function app.plan_keeps() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare o jsonb := pg_catalog.to_jsonb(old) - 'words' - 'version'; n jsonb := pg_catalog.to_jsonb(new); differs jsonb; said boolean;
  begin
    if access.actor_id() is null then return null; end if;
    said := n->'words' is distinct from pg_catalog.to_jsonb(old)->'words';
    select coalesce(pg_catalog.jsonb_object_agg(e.key, pg_catalog.jsonb_build_array(e.value, n->e.key)), '{}') into differs
      from pg_catalog.jsonb_each(o) e where e.value is distinct from n->e.key and e.key not in ('office_id', 'sensitivity');
    if differs = '{}' and not said then return null; end if;
    insert into app.plan_events (case_id, office_id, sensitivity, goal_id, action_id, by_id, changed, key_id, sealed)
      values (new.case_id, new.office_id, new.sensitivity, case tg_table_name when 'plan_goals' then new.id else (n->>'goal_id')::uuid end,
        case tg_table_name when 'plan_actions' then new.id end, access.actor_id(), differs,
        case when said and old.words is not null then old.key_id end, case when said then old.words end);
    return null;
  end $$;

-- Whether a partner carries an action: a referral of this service left us, or was confirmed by the person since it was agreed on.
create function app.carried(a app.plan_actions) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select a.owner = 'PARTNER' and exists (select from app.referrals r join app.referral_states s on s.state = r.state
    where r.case_id = a.case_id and r.service = a.service
      and ((s.life in ('OPEN', 'SETTLED') and r.state not in ('DRAFT', 'RETURNED'))
        or (r.state = 'VERIFIED' and r.last_at >= a.agreed_on::timestamptz))) $$;

-- The work that a plan asks for now, and the tasks made the same: opened, moved and ended by this function alone.
create function app.plan_asks(c app.cases)
  returns table (kind text, subject_type text, subject_id uuid, holder_id uuid, due_at timestamptz, reason text, by_id uuid)
  language sql stable security definer set search_path = ''
  as $$
    select 'PLAN_ACTION', 'action', a.id, case when app.able_colleague(a.holder_id, c.id) then a.holder_id end, a.due_at, a.service, a.added_by
      from app.plan_actions a where a.case_id = c.id and a.state = 'OPEN' and not app.carried(a)
        and c.state in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE') and c.closure_reason is distinct from 'CONSENT_WITHDRAWN'
    union all
    select case when p.decided is null then 'APPROVE_PLAN' else 'PLAN_RETURNED' end, 'case', c.id,
        case when p.decided is not null and app.able_colleague(c.lead_id, c.id) then c.lead_id end,
        case when p.decided is null then p.due_at else app.office_closes(p.decided_at + app.setting('plan.again')) end, null,
        coalesce(p.decided_by, p.asked_by)
      from (select x.* from app.plan_approvals x where x.case_id = c.id order by x.asked_at desc, x.id limit 1) p
      where (p.decided is null or p.decided = 'RETURNED')
        and c.state in ('OPEN', 'ON_HOLD') and c.closure_reason is distinct from 'CONSENT_WITHDRAWN'
  $$;

create function app.draw_plan_work(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; me uuid := access.actor_id();
  begin
    select x.* into c from app.cases x where x.id = of_case;
    update app.tasks t set done_by = me, done_at = clock.casework_now(),
        state = case when f.over in ('CARRIED', 'SKIPPED', 'DATE_MOVED', 'CLOSURE_ASKED') then 'DROPPED' else 'DONE' end, outcome = f.over
      from app.tasks x left join app.plan_actions a on a.id = x.subject_id cross join lateral (select case
        when a.state = 'DONE' then 'SAID_DONE' when a.state = 'SKIPPED' then 'SKIPPED' when x.kind = 'PLAN_ACTION' and app.carried(a) then 'CARRIED'
        when x.kind = 'PLAN_ACTION' then 'DATE_MOVED'
        when x.kind = 'PLAN_RETURNED' and c.state <> 'PENDING_CLOSURE' then 'ASKED_AGAIN'
        when x.kind = 'APPROVE_PLAN' and not exists (select from app.plan_approvals p where p.case_id = c.id and p.decided is null) then 'DECIDED'
        else 'CLOSURE_ASKED' end as over) f
      where x.id = t.id and t.case_id = of_case and t.state = 'OPEN' and t.kind in ('PLAN_ACTION', 'APPROVE_PLAN', 'PLAN_RETURNED')
        and c.state in ('OPEN', 'ON_HOLD', 'PENDING_CLOSURE') and c.closure_reason is distinct from 'CONSENT_WITHDRAWN'
        -- No task is put off: another date is another task.
        and not exists (select from app.plan_asks(c) w where w.kind = t.kind and w.subject_id = t.subject_id and w.due_at <= t.due_at);
    insert into app.tasks as t (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      select w.kind, w.subject_type, w.subject_id, c.id, c.office_id, c.sensitivity, w.holder_id, w.due_at, w.reason, w.by_id from app.plan_asks(c) w
      on conflict (kind, subject_id) where state = 'OPEN' do update set holder_id = excluded.holder_id, due_at = excluded.due_at
        where (t.holder_id, t.due_at) is distinct from (excluded.holder_id, excluded.due_at);
  end $$;

create function app.plan_of_row_works() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.draw_plan_work(new.case_id);
    return null;
  end $$;
create function app.plan_of_referral_works() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare of_case uuid := case tg_op when 'DELETE' then old.case_id else new.case_id end;
  begin
    if exists (select from app.plan_actions a where a.case_id = of_case and a.owner = 'PARTNER') then
      perform app.draw_plan_work(of_case);
    end if;
    return null;
  end $$;
-- A case that goes on again takes its open actions up: what became due while it was closed gets its whole time again from now.
create function app.plan_of_case_works() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare moment timestamptz := clock.casework_now();
  begin
    if not exists (select from app.plan_goals g where g.case_id = new.id) then return null; end if;
    if old.state in ('CLOSED', 'TRANSFERRED') and new.state = 'OPEN' then
      update app.plan_actions a set counted_from = moment,
          due_at = case a.due_by when 'HOURS' then moment + (a.due_at - a.counted_from)
            else app.office_closes(moment + greatest(a.due_at - a.counted_from - interval '17 hours', interval '0 hours')) end
        where a.case_id = new.id and a.state = 'OPEN' and a.due_at <= moment;
    end if;
    perform app.draw_plan_work(new.id);
    return null;
  end $$;

create trigger allowed_columns before insert or delete or update on app.plan_goals for each row
  when (access.writes_itself()) execute function app.allowed_columns();
create trigger allowed_columns before insert or delete or update on app.plan_actions for each row
  when (access.writes_itself()) execute function app.allowed_columns();
create trigger allowed_columns before insert or delete or update on app.plan_approvals for each row
  when (access.writes_itself()) execute function app.allowed_columns();
create trigger b_holds before insert or update on app.plan_goals for each row
  when (access.writes_itself()) execute function app.plan_goals_hold();
create trigger b_holds before insert or update on app.plan_actions for each row
  when (access.writes_itself()) execute function app.plan_actions_hold();
create trigger b_holds before insert or update on app.plan_approvals for each row
  when (access.writes_itself()) execute function app.plan_approvals_hold();
create trigger keeps after update on app.plan_goals for each row execute function app.plan_keeps();
create trigger keeps after update on app.plan_actions for each row execute function app.plan_keeps();
create trigger works after insert or update on app.plan_actions for each row execute function app.plan_of_row_works();
create trigger works after insert or update on app.plan_approvals for each row execute function app.plan_of_row_works();
create trigger z_plan_begun after insert on app.referrals for each row execute function app.plan_of_referral_works();
create trigger z_plan_moved after update on app.referrals for each row when (old.state <> new.state)
  execute function app.plan_of_referral_works();
create trigger z_plan_works after update on app.cases for each row
  when ((old.state, old.closure_reason, old.lead_id) is distinct from (new.state, new.closure_reason, new.lead_id))
  execute function app.plan_of_case_works();

set role relais_definer;
revoke execute on function app.allowed_columns() from relais_owner;
reset role;
do $$
declare f text;
begin
  foreach f in array array['app.plan_goals_hold()', 'app.plan_actions_hold()', 'app.plan_approvals_hold()', 'app.plan_keeps()',
    'app.carried(app.plan_actions)', 'app.plan_asks(app.cases)', 'app.draw_plan_work(uuid)', 'app.plan_of_row_works()',
    'app.plan_of_referral_works()', 'app.plan_of_case_works()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;

-- Tasks about an action.
alter table app.tasks drop constraint tasks_subject_type_check;
alter table app.tasks add constraint tasks_subject_type_check check (subject_type in ('case', 'referral', 'alert', 'action'));
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case) values
  ('PLAN_ACTION', 'TEAM', false, true, true), ('PLAN_RETURNED', 'TEAM', false, true, true), ('APPROVE_PLAN', 'SUPERVISOR', false, true, true);
select set_config('relais.maintenance', '', true);
