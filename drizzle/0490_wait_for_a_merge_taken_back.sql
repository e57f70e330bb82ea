-- What is saved on the known file reaches the files that point at it. While one of them comes or goes in the same instant, what each
-- of the two saw is not what stands: whoever writes across the files of a person does it alone, and reads afterwards which ones point.
select set_config('relais.maintenance', 'on', true);
set role relais_definer;

create function app.hold_person(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('person ' || coalesce(c.merged_into, c.id)::text, 0))
      from app.cases c where c.id = of_case;
  end $$;
revoke execute on function app.hold_person(uuid) from public;

create or replace function app.way_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.hold_person(new.case_id);
    update app.people x set safe_contact = new.safe_contact, version = x.version + 1 from app.cases d
      where d.merged_into = new.case_id and x.case_id = d.id and x.standing = 'PRINCIPAL' and x.safe_contact is distinct from new.safe_contact;
    return null;
  end $$;
create or replace function app.member_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare known app.cases; pointing app.cases;
  begin
    perform app.hold_person(new.case_id);
    if not exists (select from app.cases d where d.merged_into = new.case_id) then return null; end if;
    select c.* into known from app.cases c where c.id = new.case_id;
    for pointing in select d.* from app.cases d where d.merged_into = new.case_id order by d.id loop
      if new.until is null then perform app.let_known_team_read(pointing, known);
      else perform app.take_off_pointing(pointing, known, new.user_id); end if;
    end loop;
    return null;
  end $$;
create or replace function app.age_settles() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.hold_person(new.case_id);
    perform app.settle_answers(new.case_id);
    return null;
  end $$;
create or replace function app.answer_settles() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.hold_person(new.case_id);
    if exists (select from app.cases d where d.merged_into = new.case_id or (d.id = new.case_id and d.merged_into is not null)) then
      perform app.settle_answers(new.case_id);
    end if;
    return null;
  end $$;
create or replace function app.pointing_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare d app.cases;
  begin
    perform app.hold_person(new.id);
    for d in select x.* from app.cases x where x.merged_into = new.id order by x.id loop
      if new.sensitivity = 'S4' and d.sensitivity <> 'S4' then
        perform app.restrict_pointing(d, new);
      elsif new.sensitivity <> 'S4' and old.sensitivity = 'S4' then
        -- Named here because of the merge alone, as the known file names them: also where this one stays restricted on its own.
        update app.case_members m set until = clock.casework_now()
          where m.case_id = d.id and m.capacity = 'NAMED_SUPERVISOR' and m.until is null and m.since >= (select max(p.decided_at)
            from app.same_person p where p.case_id = d.id and p.into_case_id = new.id and p.decided = 'YES');
        perform app.open_pointing(d, new.id);
      end if;
      if new.office_id <> old.office_id then
        update app.cases x set office_id = new.office_id where x.id = d.id and x.office_id <> new.office_id;
      end if;
      if new.office_id <> old.office_id or (new.sensitivity = 'S4' and old.sensitivity <> 'S4') then
        perform app.take_off_pointing(d, new, null);
      elsif new.lead_id <> old.lead_id then
        perform app.take_off_pointing(d, new, old.lead_id);
      end if;
      select x.* into d from app.cases x where x.id = d.id;
      perform app.let_known_team_read(d, new);
      update app.cases x set version = x.version + 1 where x.id = d.id;
    end loop;
    return null;
  end $$;
reset role;
