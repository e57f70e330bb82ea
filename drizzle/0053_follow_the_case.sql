-- Whatever points at a case follows the case's reach. An alert that became a case, or belongs to one, is read by whoever
-- reads that case and by nobody else; its key with it.

alter table app.alerts
  add column case_office_id text,
  add column case_sensitivity text,
  add foreign key (case_id, case_office_id, case_sensitivity) references app.cases (id, office_id, sensitivity) on update cascade;

select set_config('relais.maintenance', 'on', true);
update app.alerts a set case_office_id = c.office_id, case_sensitivity = c.sensitivity from app.cases c where c.id = a.case_id;
do $$
begin
  if exists (select from app.alerts where case_id is not null and case_sensitivity is null) then
    raise exception 'some alerts did not find the reach of their case';
  end if;
end $$;
select set_config('relais.maintenance', '', true);
alter table app.alerts add check ((case_id is null) = (case_sensitivity is null) and (case_id is null) = (case_office_id is null));

-- Nobody writes the reach: it is the case's.
create function app.alert_follows_case() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if new.case_id is distinct from old.case_id then
      select c.office_id, c.sensitivity into new.case_office_id, new.case_sensitivity from app.cases c where c.id = new.case_id;
    end if;
    return new;
  end $$;
create trigger c_follows_case before update of case_id on app.alerts for each row execute function app.alert_follows_case();
create function app.alert_begins_with_case() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if new.case_id is not null then
      select c.office_id, c.sensitivity into new.case_office_id, new.case_sensitivity from app.cases c where c.id = new.case_id;
    end if;
    return new;
  end $$;
create trigger c_begins_with_case before insert on app.alerts for each row execute function app.alert_begins_with_case();
alter function app.alert_follows_case() owner to relais_definer;
alter function app.alert_begins_with_case() owner to relais_definer;

alter policy supervisor_reads on app.alerts using (
  (case_id is null and office_id = any(array(select access.supervised_offices())))
  or (case_sensitivity = 'S3' and case_office_id = any(array(select access.supervised_offices())))
  or (case_sensitivity = 'S4' and case_id = any(array(select access.my_case_ids()))
    and (select access.actor_role()) = 'SUPERVISOR'));
-- The key goes with the row: whoever raised it reads a row, and never the key.
alter policy supervisor_opens_alerts on vault.keys using (
  scope = 'ALERT' and (select access.actor_role()) = 'SUPERVISOR'
  and exists (select from app.alerts a where a.id = alert_id));
