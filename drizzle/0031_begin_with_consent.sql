-- Registration begins with the person's answer. Nothing of them is kept before a yes: a no, or a draft left for a day
-- without an answer, leaves one line that says when, where, sex and age band.

create table app.unregistered_people (
  id bigint generated always as identity primary key,
  on_day date not null,
  office_id text not null references access.offices,
  sex text not null check (sex in ('F', 'M', 'X', 'U')),
  age_group text not null check (age_group ~ '^A[0-9A-Z_]{1,8}$'),
  why text not null check (why in ('NO', 'LEFT'))
);
create index unregistered_by_day on app.unregistered_people (office_id, on_day);
alter table app.unregistered_people enable row level security;
alter table app.unregistered_people force row level security;
create policy owner_maintains on app.unregistered_people to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.unregistered_people to relais_web;
create policy office_reads on app.unregistered_people for select to relais_web using (
  office_id = any(array(select access.supervised_offices())));
grant select, insert on app.unregistered_people to relais_definer;
grant usage on sequence app.unregistered_people_id_seq to relais_definer;
create policy definer_reads on app.unregistered_people for select to relais_definer using (true);
create policy definer_counts on app.unregistered_people for insert to relais_definer
  with check (on_day <= (clock.casework_now())::date);

-- A no on the first page of somebody who walked in: there is no case, only the line.
create function app.count_no(office text, of_sex text, band text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if not coalesce(access.is_caseworker(), false) or office <> all (array(select access.my_offices())) then
      raise exception 'nobody of this office asks' using errcode = 'insufficient_privilege';
    end if;
    insert into app.unregistered_people (on_day, office_id, sex, age_group, why)
      values ((clock.casework_now())::date, office, of_sex, band, 'NO');
  end $$;
grant execute on function app.count_no(text, text, text) to relais_web;

-- What may be deleted: a draft, and only by the functions below.
do $$
declare t text;
begin
  foreach t in array array['app.consent_confirmations', 'app.consents', 'app.notes', 'app.tasks', 'app.people',
      'app.case_members', 'vault.keys', 'app.case_events', 'app.call_clearances', 'app.danger_flags', 'app.case_proposals'] loop
    if to_regclass(t) is not null then
      -- Of a key only whose it is, never what it wraps.
      execute format('grant select %s, delete on %s to relais_definer', case t when 'vault.keys' then '(case_id)' else '' end, t);
      execute format('create policy definer_drops on %s for delete to relais_definer
        using (exists (select from app.cases c where c.id = case_id and c.state = ''DRAFT''))', t);
      execute format('create policy definer_finds_drafts on %s for select to relais_definer
        using (exists (select from app.cases c where c.id = case_id and c.state = ''DRAFT''))', t);
    end if;
  end loop;
end $$;
grant delete on app.cases to relais_definer;
create policy definer_drops on app.cases for delete to relais_definer using (state = 'DRAFT');
grant update (state, case_id, reason, version) on app.alerts to relais_definer;
create policy definer_settles on app.alerts for update to relais_definer using (state = 'CASE_OPENED')
  with check (state = 'NO_ACTION' and case_id is null and reason = 'DECLINED_HELP');

-- An alert leaves NEW once. Only the person's own no, through the function below, closes one whose case was begun.
create or replace function app.alert_moves() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.state = old.state or (old.state = 'CASE_OPENED' and new.state = 'NO_ACTION' and current_user = 'relais_definer') then
      return new;
    end if;
    if old.state <> 'NEW' or new.state = 'NEW' then
      raise exception 'alert % cannot move from % to %', old.id, old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
  end $$;

-- Deletes a draft with all that hangs on it and counts it. Internal: who may, and when, is said by its callers.
create function app.erase_draft(draft uuid, because text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare t text; c app.cases; person app.people;
  begin
    select x.* into c from app.cases x where x.id = draft and x.state = 'DRAFT' for update;
    if c.id is null then return; end if;
    select p.* into person from app.people p where p.case_id = draft and p.standing = 'PRINCIPAL';
    insert into app.unregistered_people (on_day, office_id, sex, age_group, why)
      values ((clock.casework_now())::date, c.office_id, coalesce(person.sex, 'U'),
        coalesce(report.age_group(person.birth_year::integer, pg_catalog.date_part('year', clock.casework_now())::integer), 'AU'), because);
    update app.alerts a set state = 'NO_ACTION', case_id = null, reason = 'DECLINED_HELP', version = a.version + 1
      where a.case_id = draft and a.state = 'CASE_OPENED' and because = 'NO';
    foreach t in array array['app.consent_confirmations', 'app.consents', 'app.notes', 'app.tasks', 'app.people',
        'vault.keys', 'app.case_members', 'app.case_events', 'app.call_clearances', 'app.danger_flags', 'app.case_proposals'] loop
      if pg_catalog.to_regclass(t) is not null then
        execute pg_catalog.format('delete from %s where case_id = $1', t) using draft;
      end if;
    end loop;
    delete from app.cases x where x.id = draft;
  end $$;

-- The person said no: their draft ends, by whoever of the team asked.
create function app.drop_draft(draft uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    if not coalesce(access.is_caseworker(), false) or draft <> all (array(select access.my_case_ids()))
      or not exists (select from app.cases c where c.id = draft and c.state = 'DRAFT') then
      raise exception 'no draft of this person' using errcode = 'insufficient_privilege';
    end if;
    perform app.erase_draft(draft, 'NO');
  end $$;
grant execute on function app.drop_draft(uuid) to relais_web;

-- Drafts left for a day with no answer, or with a no as the newest one. What an alert began stays: somebody still has to
-- be found, and the alert's own clock says so. Answers how many.
create function app.drop_left_drafts() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare left_id uuid; said text; dropped integer := 0;
  begin
    for left_id, said in select c.id, (select n.status from app.consents n where n.case_id = c.id and n.purpose = 'CASE_MGMT'
          order by n.given_at desc, n.id limit 1)
        from app.cases c where c.state = 'DRAFT' and c.opened_at <= clock.casework_now() - interval '24 hours' limit 200 loop
      continue when said in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE');
      continue when said is null and exists (select from app.alerts a where a.case_id = left_id);
      continue when exists (select from app.referrals r where r.case_id = left_id)
        or exists (select from app.assistance a where a.case_id = left_id);
      perform app.erase_draft(left_id, case when said = 'REFUSED' then 'NO' else 'LEFT' end);
      dropped := dropped + 1;
    end loop;
    return dropped;
  end $$;
grant execute on function app.drop_left_drafts() to relais_worker;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.count_no(text, text, text) owner to relais_definer;
alter function app.erase_draft(uuid, text) owner to relais_definer;
alter function app.drop_draft(uuid) owner to relais_definer;
alter function app.drop_left_drafts() owner to relais_definer;
