-- Whoever said no to a file of their own did not say no to help: the alert says what was said.
drop policy definer_settles on app.alerts;
create policy definer_settles on app.alerts for update to relais_definer using (state in ('CASE_OPENED', 'LINKED'))
  with check (state = 'NO_ACTION' and case_id is null and reason = 'DECLINED_FILE' and identity = ''::bytea);
drop policy definer_drops_of_alerts on vault.keys;
create policy definer_drops_of_alerts on vault.keys for delete to relais_definer
  using (scope = 'ALERT' and exists (select from app.alerts a where a.id = alert_id and a.reason = 'DECLINED_FILE' and a.identity = ''::bytea));
update app.alerts set reason = 'DECLINED_FILE' where reason = 'DECLINED_HELP' and identity = ''::bytea;

set role relais_definer;
create or replace function app.erase_draft(draft uuid, because text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare t text; c app.cases; person app.people; led uuid[];
  begin
    select x.* into c from app.cases x where x.id = draft and x.state = 'DRAFT' for update;
    if c.id is null then return; end if;
    select p.* into person from app.people p where p.case_id = draft and p.standing = 'PRINCIPAL';
    insert into app.unregistered_people (on_day, office_id, sex, age_group, why)
      values ((clock.casework_now())::date, c.office_id, coalesce(person.sex, 'U'),
        coalesce(report.age_group(person.birth_year::integer, pg_catalog.date_part('year', clock.casework_now())::integer), 'AU'), because);
    insert into app.unregistered_help (on_day, office_id, service, quantity, unit)
      select a.given_on, a.office_id, a.service, a.quantity, a.unit from app.assistance a where a.case_id = draft;
    -- Nobody follows up an alert whose person said no: what it said of them goes with its key.
    if because = 'NO' then
      select array_agg(a.id) into led from app.alerts a where a.case_id = draft and a.state in ('CASE_OPENED', 'LINKED');
      update app.alerts a set state = 'NO_ACTION', case_id = null, reason = 'DECLINED_FILE', identity = ''::bytea, version = a.version + 1
        where a.id = any(led);
      delete from vault.keys k where k.scope = 'ALERT' and k.alert_id = any(led);
    end if;
    -- Forms about this case, or about an alert that led to it, that came back to somebody.
    delete from app.drafts d where pg_catalog.starts_with(app.told_apart(d.about), app.told_apart(c.code))
      or d.about = any(led::text[]);
    foreach t in array array['app.consent_confirmations', 'app.consents', 'app.assistance', 'app.notes', 'app.tasks', 'app.people',
        'vault.keys', 'app.case_members', 'app.case_events', 'app.call_clearances', 'app.danger_flags', 'app.case_proposals',
        'app.earlier_proposals'] loop
      execute pg_catalog.format('delete from %s where case_id = $1', t) using draft;
    end loop;
    delete from app.cases x where x.id = draft;
  end $$;
reset role;
