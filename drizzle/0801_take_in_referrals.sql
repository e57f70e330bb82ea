-- Another agency refers somebody to us: an alert whose source is that agency. It is sealed as every alert is, becomes no case before
-- somebody decides, and what it said of the person goes 14 days after it was refused. What the agency was told stands beside it.

alter table app.alerts
  alter column flow_point drop not null,
  add column source text not null default 'FMP' check (source in ('FMP', 'AGENCY')),
  add column agency text references app.partners,
  add column cercle text,
  add column referral bytea check (octet_length(referral) <= 65536),
  add constraint from_a_point_or_an_agency check (case source
    when 'FMP' then flow_point is not null and agency is null and cercle is null and referral is null
    else flow_point is null and agency is not null and cercle is not null end);

create table app.inbound_answers (
  id bigint generated always as identity primary key,
  alert_id uuid not null references app.alerts on delete cascade,
  says text not null check (says in ('RECEIVED', 'OPENED', 'REFUSED')),
  way text not null check (way in ('PHONE', 'PAPER')),
  at timestamptz not null default clock.casework_now(),
  by_id uuid not null references access.users,
  unique (alert_id, says)
);
alter table app.inbound_answers enable row level security;
alter table app.inbound_answers force row level security;
create policy owner_maintains on app.inbound_answers to relais_owner using (current_setting('relais.maintenance', true) = 'on')
  with check (current_setting('relais.maintenance', true) = 'on');
-- Read with its alert.
create policy reach_reads on app.inbound_answers for select to relais_web using (exists (select from app.alerts a where a.id = alert_id));
create policy definer_reads on app.inbound_answers for select to relais_definer using (true);
create policy definer_notes on app.inbound_answers for insert to relais_definer with check (by_id = access.actor_id());
grant select on app.inbound_answers to relais_web, relais_definer;
grant insert on app.inbound_answers to relais_definer;

grant insert on app.alerts to relais_definer;
grant delete on app.alerts, app.tasks to relais_definer;
grant update (referral) on app.alerts to relais_definer;
create policy definer_takes_in on app.alerts for insert to relais_definer with check (source = 'AGENCY' and raised_by = access.actor_id());
create policy definer_drops_refused on app.alerts for delete to relais_definer using (source = 'AGENCY' and state = 'NO_ACTION');
create policy definer_seals_inbound on vault.keys for insert to relais_definer with check (scope = 'ALERT');
create policy definer_drops_inbound on vault.keys for delete to relais_definer using (scope = 'ALERT' and exists (select from app.alerts a
  where a.id = alert_id and a.source = 'AGENCY' and a.state = 'NO_ACTION'));
create policy definer_drops_of_inbound on app.tasks for delete to relais_definer using (exists (select from app.alerts a
  where a.id = alert_id and a.source = 'AGENCY' and a.state = 'NO_ACTION'));
-- An enumerator raises alerts of a flow point; an agency's come through the function below alone.
alter policy enumerator_raises on app.alerts with check (
  (select access.actor_role()) = 'DTM_ENUM' and raised_by = (select access.actor_id()) and state = 'NEW' and source = 'FMP');

-- Taken in by whoever supervises the office or works in it, as new, in their own name and with a limit. Nothing where they may not.
create function app.take_in_referral(new_id uuid, new_code text, from_agency text, of_cercle text, how_urgent text, of_sex text, years smallint,
    estimated boolean, of_nationality text, contact text, new_key uuid, new_wrapped bytea, new_identity bytea, new_referral bytea, due timestamptz)
  returns boolean language plpgsql volatile security definer set search_path = ''
  as $$
  declare office text;
  begin
    select c.office_id into office from app.cercle_offices c where c.cercle = of_cercle;
    if office is null or not coalesce(access.is_caseworker() or access.actor_role() = 'SUPERVISOR', false)
      or office <> all (array(select access.my_offices()))
      or due is null or due < clock.casework_now() or not app.fits('due', null, due::text, null) then
      return false;
    end if;
    insert into vault.keys (id, scope, alert_id, office_id, sensitivity, wrapped) values (new_key, 'ALERT', new_id, office, 'S3', new_wrapped);
    insert into app.alerts (id, code, source, agency, cercle, office_id, raised_by, seen_on, urgency, sex, age, age_estimated, nationality,
        vulnerabilities, contact_agreed, key_id, identity, referral, due_at)
      values (new_id, new_code, 'AGENCY', from_agency, of_cercle, office, access.actor_id(), app.today(), how_urgent, of_sex, years, estimated,
        of_nationality, '{NONE}', contact, new_key, new_identity, new_referral, due);
    return true;
  end $$;

-- What the agency was told, once each, and only what is so.
create function app.tell_agency(of_alert uuid, says text, way text) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare a app.alerts;
  begin
    select x.* into a from app.alerts x where x.id = of_alert and x.source = 'AGENCY';
    if a.id is null or not (case when a.case_id is null then access.actor_role() = 'SUPERVISOR' and a.office_id = any(array(select access.supervised_offices()))
        else 'supervisor' = any(access.parties(a.case_id, a.case_office_id, a.case_sensitivity)) end)
      or not (case tell_agency.says when 'RECEIVED' then true when 'OPENED' then a.state in ('CASE_OPENED', 'LINKED') else a.state = 'NO_ACTION' end) then
      return false;
    end if;
    insert into app.inbound_answers (alert_id, says, way, by_id) values (a.id, tell_agency.says, tell_agency.way, access.actor_id())
      on conflict do nothing;
    return found;
  end $$;

-- A person who said no, and whoever was refused: nothing of what the agency wrote stays longer than the alert says.
create function app.referral_goes_with_identity() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.identity = ''::bytea then new.referral := null; end if;
    return new;
  end $$;
create trigger referral_goes before update of identity on app.alerts for each row execute function app.referral_goes_with_identity();

-- Refused 14 days ago: the row goes with its key, its tasks and what was told. Whoever had a case begun first was refused when the agency's
-- task to hear of it began, not at triage: it is told before the row goes. Answers how many.
create function app.drop_refused_inbound() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare gone uuid[];
  begin
    select array_agg(x.id) into gone from (select a.id from app.alerts a where a.source = 'AGENCY' and a.state = 'NO_ACTION'
      and greatest(coalesce(a.triaged_at, a.raised_at), (select max(t.opened_at) from app.tasks t where t.alert_id = a.id and t.kind = 'TELL_OUTCOME'))
        <= clock.casework_now() - app.setting('inbound.kept')
      and not exists (select from app.cases c where c.alert_id = a.id) limit 200) x;
    delete from vault.keys k where k.scope = 'ALERT' and k.alert_id = any(gone);
    delete from app.tasks t where t.alert_id = any(gone);
    delete from app.drafts d where d.about = any(gone::text[]);
    delete from app.alerts a where a.id = any(gone);
    return coalesce(pg_catalog.cardinality(gone), 0);
  end $$;

do $$
declare f text; listed text;
begin
  foreach f in array array['app.take_in_referral(uuid, text, text, text, text, text, smallint, boolean, text, text, uuid, bytea, bytea, bytea, timestamptz)',
    'app.tell_agency(uuid, text, text)', 'app.drop_refused_inbound()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to %s', f, case when f ~ 'drop' then 'relais_worker' else 'relais_web' end);
    execute format('alter function %s owner to relais_definer', f);
  end loop;
  select pg_get_constraintdef(oid) into listed from pg_constraint where conname = 'outbox_task_check';
  alter table jobs.outbox drop constraint outbox_task_check;
  execute 'alter table jobs.outbox add constraint outbox_task_check '
    || replace(listed, '''forget-done-jobs''', '''drop-refused-inbound''::text, ''forget-done-jobs''');
end $$;
select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values ('inbound.kept', 14, 'DAYS') on conflict (key) do nothing;
select set_config('relais.maintenance', '', true);
