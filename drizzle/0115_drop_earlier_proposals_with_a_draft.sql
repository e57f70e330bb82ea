-- What the codes proposed before goes with a draft too, as everything that hangs on it.
grant select (case_id), delete on app.earlier_proposals to relais_definer;
create policy definer_drops on app.earlier_proposals for delete to relais_definer
  using (exists (select from app.cases c where c.id = case_id and c.state = 'DRAFT'));
create policy definer_finds_drafts on app.earlier_proposals for select to relais_definer
  using (exists (select from app.cases c where c.id = case_id and c.state = 'DRAFT'));

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
      update app.alerts a set state = 'NO_ACTION', case_id = null, reason = 'DECLINED_HELP', identity = ''::bytea, version = a.version + 1
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
