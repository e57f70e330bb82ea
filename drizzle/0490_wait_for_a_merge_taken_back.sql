-- What is saved on the known file reaches the files that point at it. While one of them is taken out of the merge in the
-- same instant it must not: whoever writes across files holds them first, and reads afterwards which ones still point.
select set_config('relais.maintenance', 'on', true);
set role relais_definer;

create function app.hold_files(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare known uuid;
  begin
    select coalesce(c.merged_into, c.id) into known from app.cases c where c.id = of_case;
    perform from app.cases c where c.merged_into = known order by c.id for no key update;
  end $$;
reset role;
revoke execute on function app.hold_files(uuid) from public;
grant execute on function app.hold_files(uuid) to relais_definer;
set role relais_definer;

create or replace function app.way_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.hold_files(new.case_id);
    update app.people x set safe_contact = new.safe_contact, version = x.version + 1 from app.cases d
      where d.merged_into = new.case_id and x.case_id = d.id and x.standing = 'PRINCIPAL' and x.safe_contact is distinct from new.safe_contact;
    return null;
  end $$;
create or replace function app.age_settles() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.hold_files(new.case_id);
    perform app.settle_answers(new.case_id);
    return null;
  end $$;
create or replace function app.answer_settles() returns trigger language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.hold_files(new.case_id);
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
    perform app.hold_files(new.id);
    for d in select x.* from app.cases x where x.merged_into = new.id order by x.id loop
      if new.sensitivity = 'S4' and d.sensitivity <> 'S4' then
        perform app.restrict_pointing(d, new);
      elsif new.sensitivity <> 'S4' and old.sensitivity = 'S4' then
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
