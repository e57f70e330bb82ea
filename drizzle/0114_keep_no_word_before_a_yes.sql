-- Nothing of a person is written before their yes, and nothing stays after their no (ruling 10): of help that was given
-- anyway kind and count; of the alert that led here neither name nor contact; of forms that came back nothing.

create table app.unregistered_help (
  id bigint generated always as identity primary key,
  on_day date not null,
  office_id text not null references access.offices,
  service text not null,
  quantity integer not null check (quantity between 1 and 100000000),
  unit text not null
);
create index unregistered_help_by_day on app.unregistered_help (office_id, on_day);
alter table app.unregistered_help enable row level security;
alter table app.unregistered_help force row level security;
create policy owner_maintains on app.unregistered_help to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.unregistered_help to relais_web;
create policy office_reads on app.unregistered_help for select to relais_web using (
  office_id = any(array(select access.supervised_offices())));
grant insert on app.unregistered_help to relais_definer;
grant usage on sequence app.unregistered_help_id_seq to relais_definer;
create policy definer_counts on app.unregistered_help for insert to relais_definer
  with check (on_day <= (clock.casework_now())::date);

-- The second wall: no note, no name, no concern, nobody of the household before the yes. What the alert said comes with the
-- draft and stays as it is until then (decision 0035).
create function app.written_after_yes() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare owner uuid := case when tg_op = 'DELETE' then old.case_id else new.case_id end;
  begin
    if access.login() = 'web' and not (tg_table_name = 'people' and tg_op = 'INSERT' and (pg_catalog.to_jsonb(new) ->> 'standing') = 'PRINCIPAL'
        and exists (select from app.cases c where c.id = owner and c.opened_by = access.actor_id() and app.is_now(c.opened_at))) then
      perform app.must_hold(app.answered(owner), 'the person has not agreed to a file');
    end if;
    return coalesce(new, old);
  end $$;
create trigger d_after_yes before insert on app.notes for each row execute function app.written_after_yes();
create trigger d_after_yes before insert on app.danger_flags for each row execute function app.written_after_yes();
-- Whose case is moved to another office or restricted changes along; nothing of the person does.
create trigger d_after_yes_added before insert on app.people for each row execute function app.written_after_yes();
create trigger d_after_yes before update on app.people for each row when (old.version <> new.version or old.identity <> new.identity)
  execute function app.written_after_yes();

-- What the two functions below may do beside what they could.
grant delete on app.assistance to relais_definer;
create policy definer_drops on app.assistance for delete to relais_definer
  using (exists (select from app.cases c where c.id = case_id and c.state = 'DRAFT'));
grant select (id, about), delete on app.drafts to relais_definer;
create policy definer_finds on app.drafts for select to relais_definer using (true);
create policy definer_drops on app.drafts for delete to relais_definer using (about <> '');
grant update (identity) on app.alerts to relais_definer;
drop policy definer_settles on app.alerts;
create policy definer_settles on app.alerts for update to relais_definer using (state in ('CASE_OPENED', 'LINKED'))
  with check (state = 'NO_ACTION' and case_id is null and reason = 'DECLINED_HELP' and identity = ''::bytea);
create policy definer_drops_of_alerts on vault.keys for delete to relais_definer
  using (scope = 'ALERT' and exists (select from app.alerts a where a.id = alert_id and a.reason = 'DECLINED_HELP' and a.identity = ''::bytea));

create or replace function app.alert_moves() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.state = old.state
      or (old.state in ('CASE_OPENED', 'LINKED') and new.state = 'NO_ACTION' and current_user = 'relais_definer') then
      return new;
    end if;
    if old.state <> 'NEW' or new.state = 'NEW' then
      raise exception 'alert % cannot move from % to %', old.id, old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
  end $$;

-- One address however it was typed: the code's own look-alikes are one sign.
create function app.told_apart(address text) returns text
  language sql immutable set search_path = ''
  as $$ select pg_catalog.translate(pg_catalog.upper(address), 'OIL-', '011') $$;

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
        'vault.keys', 'app.case_members', 'app.case_events', 'app.call_clearances', 'app.danger_flags', 'app.case_proposals'] loop
      execute pg_catalog.format('delete from %s where case_id = $1', t) using draft;
    end loop;
    delete from app.cases x where x.id = draft;
  end $$;

-- Left for a day with no answer, or with a no as the newest one; what an alert began stays until the person was asked. Help
-- that was given keeps nobody's draft.
create or replace function app.drop_left_drafts() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare one record; theirs boolean; dropped integer := 0;
  begin
    for one in select c.id, n.status, n.giver, n.id as consent from app.cases c
        left join lateral (select x.* from app.consents x where x.case_id = c.id and x.purpose = 'CASE_MGMT'
          order by app.said_at(x) desc, x.status in ('REFUSED', 'WITHDRAWN') desc, x.id limit 1) n on true
        where c.state = 'DRAFT' and c.opened_at <= clock.casework_now() - interval '24 hours' limit 200 loop
      continue when one.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE');
      -- What a colleague did not confirm is no answer of the person.
      theirs := one.status = 'REFUSED' or (one.status = 'WITHDRAWN'
        and not exists (select from app.consent_confirmations f where f.consent_id = one.consent and f.says = 'NO'));
      continue when theirs is not true and exists (select from app.alerts a where a.case_id = one.id);
      perform app.erase_draft(one.id, case when theirs then 'NO' else 'LEFT' end);
      dropped := dropped + 1;
    end loop;
    return dropped;
  end $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.written_after_yes() owner to relais_definer;
alter function app.told_apart(text) owner to relais_definer;
