-- Alerts of displacement-tracking staff. Names and the way to reach the person are sealed; after raising, the
-- enumerator may read columns that say where and when and what became of it, and never the key.

create table app.alerts (
  id uuid primary key,
  code text not null unique,
  state text not null default 'NEW' check (state in ('NEW', 'CASE_OPENED', 'LINKED', 'NO_ACTION')),
  flow_point text not null references app.flow_points,
  office_id text not null references access.offices,
  raised_by uuid not null references access.users,
  raised_at timestamptz not null default clock.casework_now(),
  seen_on date not null,
  urgency text not null check (urgency in ('EMERGENCY', 'URGENT', 'NORMAL')),
  sex text not null check (sex in ('F', 'M', 'X', 'U')),
  age smallint not null check (age between 0 and 110),
  age_estimated boolean not null default false,
  nationality text not null,
  vulnerabilities text[] not null,
  contact_agreed text not null check (contact_agreed in ('YES', 'NO', 'NOT_ASKED')),
  key_id uuid not null,
  identity bytea not null,
  due_at timestamptz,
  reason text,
  case_id uuid references app.cases,
  triaged_by uuid references access.users,
  triaged_at timestamptz,
  version integer not null default 1,
  check ((state in ('CASE_OPENED', 'LINKED')) = (case_id is not null)),
  check ((state = 'NO_ACTION') = (reason is not null)),
  -- The office is the flow point's, whatever was written.
  foreign key (flow_point, office_id) references app.flow_points (code, office_id)
);
create index alerts_waiting on app.alerts (office_id, due_at, id) where state = 'NEW';
create index alerts_mine on app.alerts (raised_by, raised_at desc);
alter table app.cases add foreign key (alert_id) references app.alerts;

alter table app.alerts enable row level security;
alter table app.alerts force row level security;
create policy owner_maintains on app.alerts to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.alerts for select to relais_definer using (true);
grant select on app.alerts to relais_definer;

grant select, insert, update (state, reason, case_id, triaged_by, triaged_at, version) on app.alerts to relais_web;
create policy supervisor_reads on app.alerts for select to relais_web using (
  office_id = any(array(select access.supervised_offices())));
create policy raiser_reads_own on app.alerts for select to relais_web using (
  (select access.actor_role()) = 'DTM_ENUM' and raised_by = (select access.actor_id()) and raised_at > (select clock.casework_now()) - interval '30 days');
create policy enumerator_raises on app.alerts for insert to relais_web with check (
  (select access.actor_role()) = 'DTM_ENUM' and raised_by = (select access.actor_id()) and state = 'NEW');
create policy supervisor_triages on app.alerts for update to relais_web
  using (office_id = any(array(select access.supervised_offices()))) with check (true);

-- State only ever leaves NEW, once.
create function app.alert_moves() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if old.state <> 'NEW' or new.state = 'NEW' then
      raise exception 'alert % cannot move from % to %', old.id, old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger alert_moves before update of state on app.alerts for each row execute function app.alert_moves();
