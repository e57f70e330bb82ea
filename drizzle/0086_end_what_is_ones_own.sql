-- What a supervisor must hear is ended by a supervisor: harm, danger, a call against somebody's wish, a late answer, people
-- to compare. The team only drops what ends with the consent it rests on, or asks again; a partner ends what the team does.

set role relais_definer;
create or replace function app.end_task(wanted text, of_type text, of_id uuid, as_state text, how text) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    ended integer;
    about app.tasks := app.task_subject(of_type, of_id, wanted);
    known app.task_kinds;
  begin
    if as_state is null or as_state not in ('DONE', 'DROPPED') or pg_catalog.length(how) > 60 then
      raise exception 'a task ends as done or dropped, with a code' using errcode = 'check_violation';
    end if;
    select k.* into known from app.task_kinds k where k.kind = wanted;
    if known.side = 'SUPERVISOR' and access.actor_role() is distinct from 'SUPERVISOR'
      and not pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage')
      and not (known.ends_with_consent and access.is_caseworker() and (as_state = 'DROPPED' or wanted = 'REVIEW_CONSENT')) then
      raise exception 'a supervisor ends what a supervisor must hear' using errcode = 'insufficient_privilege';
    end if;
    update app.tasks t set state = as_state, done_by = access.actor_id(), done_at = clock.casework_now(), outcome = how
      where t.kind = wanted and t.subject_id = of_id and t.state = 'OPEN';
    get diagnostics ended = row_count;
    return ended;
  end $$;
reset role;
