-- A file that waits, or whose closing came back, is pointed at another as well: what its own state asks of the team is laid aside
-- with it, and taken up again, on the same day, when two people take the merge back. Any other work still has to end first.
set role relais_definer;
create or replace function app.still_runs(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select app.opens_file(of_case) and (exists (select from app.referrals r where r.case_id = of_case
      and r.state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN'))
    or exists (select from app.tasks t where t.case_id = of_case and t.state = 'OPEN'
      and t.kind not in ('COMPARE_PEOPLE', 'REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED'))) $$;

reset role;
create function app.case_merged() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.state = 'DUPLICATE' then
      update app.tasks t set state = 'DROPPED', done_by = new.last_actor_id, done_at = clock.casework_now(), outcome = 'MERGED'
        where t.case_id = new.id and t.state = 'OPEN' and t.kind in ('REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED');
    else
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
        select distinct on (t.kind) t.kind, t.subject_type, t.subject_id, t.case_id, new.office_id, new.sensitivity,
            case when t.holder_id is not null then new.lead_id end, t.due_at, t.reason, new.last_actor_id
          from app.tasks t where t.case_id = new.id and t.state = 'DROPPED' and t.outcome = 'MERGED'
            -- Laid aside by the merge that is taken back, not by one before it.
            and t.done_at >= (select max(e.at) from app.case_events e where e.case_id = new.id and e.verb = 'merge')
          order by t.kind, t.done_at desc;
    end if;
    return null;
  end $$;
create trigger case_merged after update of state on app.cases for each row
  when ((old.state = 'DUPLICATE') is distinct from (new.state = 'DUPLICATE')) execute function app.case_merged();
alter function app.case_merged() owner to relais_definer;
