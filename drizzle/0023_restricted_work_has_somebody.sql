-- Restricted cases on which nobody named can decide any more: the region's deputy learns that something waits, and may
-- take it on by becoming a named supervisor, an act of its own. Until then they see no code, no person, no subject.

create function app.orphaned_work() returns table (case_id uuid, what integer, due_at timestamptz)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select w.case_id, count(*)::integer, min(w.due_at) from (
        select r.case_id, r.due_at from app.referrals r where r.case_id = any(array(select access.orphaned_case_ids()))
          and (r.state = 'PENDING_APPROVAL' or (r.emergency_path and r.reviewed_at is null and r.sent_at is not null))
        union all
        select c.id, null from app.cases c where c.id = any(array(select access.orphaned_case_ids())) and c.state = 'PENDING_CLOSURE'
        union all
        select t.case_id, t.due_at from app.tasks t join app.task_kinds k on k.kind = t.kind and k.side = 'SUPERVISOR'
          where t.state = 'OPEN' and t.case_id = any(array(select access.orphaned_case_ids()))) w
      group by w.case_id;
  end $$;
grant execute on function app.orphaned_work() to relais_web;

-- The deputy names themselves. Answers the case's code, or nothing when it is not theirs to take.
create function app.take_over(of_case uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare found_code text;
  begin
    -- Locked first: two deputies, or a deputy and a lead who names somebody, decide one after the other.
    select c.code into found_code from app.cases c where c.id = of_case for update;
    if not (of_case = any(array(select access.orphaned_case_ids()))) then return null; end if;
    insert into app.case_members (case_id, user_id, capacity, since)
      values (of_case, access.actor_id(), 'NAMED_SUPERVISOR', clock.casework_now())
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
    return found_code;
  end $$;
grant execute on function app.take_over(uuid) to relais_web;
grant insert, update (since, until) on app.case_members to relais_definer;
grant update (version) on app.cases to relais_definer;
create policy definer_names on app.case_members for insert to relais_definer with check (capacity = 'NAMED_SUPERVISOR');
create policy definer_renames on app.case_members for update to relais_definer using (capacity = 'NAMED_SUPERVISOR')
  with check (capacity = 'NAMED_SUPERVISOR');
-- Only to lock the row: the definer has no way to change one.
create policy definer_locks on app.cases for update to relais_definer using (true) with check (false);

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.orphaned_work() owner to relais_definer;
alter function app.take_over(uuid) owner to relais_definer;
