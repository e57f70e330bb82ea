-- Who reads is looked up once a question: a join looked the person up again for every office and every case of theirs.
set role relais_definer;
create or replace function access.supervised_offices() returns setof text
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin
    if (select u.role from access.users u where u.id = own) = 'SUPERVISOR' then
      return query select o.office_id from access.user_offices o where o.user_id = own;
    end if;
  end $$;
create or replace function access.my_case_ids() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare own uuid := access.actor_id();
  begin
    if (select u.role from access.users u where u.id = own) in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') then
      return query select m.case_id from app.case_members m where m.user_id = own and m.until is null;
    end if;
  end $$;
reset role;
