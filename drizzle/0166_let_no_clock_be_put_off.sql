-- Whoever opens care writes until when, and the wall took up to five days for all of it; asking again took the newer date. Now
-- care that helps only for hours is counted from what happened, seeing the person is a matter of a day, and whatever is open
-- never becomes due later by being asked for again: a second harm put off the hour of the first.

-- From when care counts: what happened, where its hour is known, else when the case began.
create function app.care_from(of_case uuid) returns timestamptz
  language sql stable security definer set search_path = ''
  as $$ select coalesce((select p.happened_at from app.case_proposals p where p.case_id = c.id), c.opened_at)
    from app.cases c where c.id = of_case $$;

set role relais_definer;
create or replace function app.must_follow(about app.tasks, wanted_deed text, code text, due timestamptz) returns void
  language plpgsql stable security definer set search_path = ''
  as $$
  declare parties text[] := app.task_parties(about);
  begin
    -- Nobody of the field: the worker and the owner open and end what the code says.
    if access.login() = '' then return; end if;
    if access.actor_id() is null or not exists (select from app.task_rules t where t.kind = about.kind and t.deed = wanted_deed
        and t.subject_type = about.subject_type and t.party = any(parties)
        and case when t.codes is null then code ~ '^[A-Z][A-Z0-9_]{1,59}$'
          when t.codes = '{}' then code is null else code = any(t.codes) end
        and case when wanted_deed <> 'OPEN' then true when t.within_hours is null then due is null
          else due <= case t.cause when 'RATED_CARE' then app.care_from(about.case_id) else clock.casework_now() end
            + pg_catalog.make_interval(hours => t.within_hours) + interval '1 second' end
        and app.task_fits(case t.cause when 'RATED_CARE' then 'RATED' else t.cause end, t.verbs, about, code, due)) then
      raise exception 'nothing that this session did asks for %', about.kind using errcode = 'insufficient_privilege';
    end if;
  end $$;

create or replace function app.case_proposals_hold() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.worked_on(new.case_id), 'the case is no longer worked on');
    perform app.must_hold(app.is_now(new.rated_at), 'rated now');
    perform app.must_hold(new.happened_at is null or new.happened_at <= clock.casework_now(), 'it has not happened yet');
    return new;
  end $$;
reset role;

create function app.task_keeps_its_date() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    new.due_at := least(old.due_at, new.due_at);
    return new;
  end $$;
create trigger a_keeps_its_date before update of due_at on app.tasks for each row
  when (old.state = 'OPEN' and new.state = 'OPEN'
    and (access.login() <> '' or current_setting('relais.maintenance', true) is distinct from 'on'))
  execute function app.task_keeps_its_date();

select set_config('relais.maintenance', 'on', true);
update app.task_rules set cause = 'RATED_CARE', within_hours = case kind when 'CARE_PEP' then 72 else 120 end
  where deed = 'OPEN' and kind in ('CARE_PEP', 'CARE_EC');
update app.task_rules set within_hours = 24 where deed = 'OPEN' and kind in ('CARE_INJURY', 'SEE_PERSON');
-- What was put off comes back to the latest that the rule gives.
update app.tasks t set due_at = least(t.due_at, case t.kind when 'CARE_PEP' then app.care_from(t.case_id) + interval '72 hours'
    when 'CARE_EC' then app.care_from(t.case_id) + interval '120 hours' else t.opened_at + interval '24 hours' end)
  where t.state = 'OPEN' and t.kind in ('CARE_PEP', 'CARE_EC', 'CARE_INJURY', 'SEE_PERSON');
select set_config('relais.maintenance', '', true);

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.care_from(uuid) owner to relais_definer;
alter function app.task_keeps_its_date() owner to relais_definer;
