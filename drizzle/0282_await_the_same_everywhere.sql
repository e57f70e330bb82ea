-- What comes next on a case, as home and the page of the case have it (what-comes-next-agrees.db.test asks every shape of the three):
-- the next contact is promised while a closing waits, too; and an emergency that nobody read again is the supervisor's turn, not a
-- silence of the partner.
set role relais_definer;
create or replace function app.steps_of(c app.cases) returns table (due_at timestamptz, subject_type text, subject_id uuid, turn text, rank int)
  language sql stable set search_path = ''
  as $$
    select c.next_due_at, 'case', c.id, 'TEAM', 3 where c.next_due_at is not null
    union all
    -- A decision on a closing has no limit, here as in the queue.
    select null::timestamptz, 'case', c.id, 'SUPERVISOR', 0 where c.state = 'PENDING_CLOSURE'
    union all
    select coalesce(t.due_at, t.opened_at), 'task', t.id,
        case when k.side = 'SUPERVISOR' then 'SUPERVISOR' when app.care_in_hands(t, false) then 'PARTNER' else 'TEAM' end, 1
      from app.tasks t join app.task_kinds k on k.kind = t.kind
      where t.case_id = c.id and t.state = 'OPEN' and c.closure_reason is distinct from 'CONSENT_WITHDRAWN'
        and (k.side = 'TEAM' or t.kind in ('CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL', 'REVIEW_CONSENT'))
        and not app.care_in_hands(t, true)
        -- What a settled referral asks is said once, in its own line.
        and not (t.kind in ('NOT_CONFIRMED', 'NEXT_STEP') and exists (select from app.referrals r
          where r.id = t.subject_id and r.state in ('COMPLETED', 'CONTESTED', 'NOT_ACCESSED')))
    union all
    select least(r.due_at, (select min(t.due_at) from app.tasks t
        where t.subject_id = r.id and t.state = 'OPEN' and t.kind in ('NOT_CONFIRMED', 'NEXT_STEP'))), 'referral', r.id,
        case when r.state in ('PENDING_APPROVAL', 'APPROVED') or r.due_kind = 'review' then 'SUPERVISOR'
          when r.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS') then 'PARTNER' else 'TEAM' end, 2
      from app.referrals r
      where r.case_id = c.id and c.state <> 'DRAFT' and c.closure_reason is distinct from 'CONSENT_WITHDRAWN' and (r.state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN')
        or (r.state = 'DECLINED' and not exists (select from app.referrals n where n.previous_id = r.id)))
  $$;
reset role;

-- Read again in time, it is the partner's turn, also where both limits were the same.
set role relais_definer;
grant execute on function app.draw_line_of_part() to relais_owner;
reset role;
drop trigger y_line_of_referral on app.referrals;
create constraint trigger y_line_of_referral after update on app.referrals deferrable initially deferred
  for each row when ((old.state, old.due_at, old.due_kind, old.outcome, old.expected_on)
    is distinct from (new.state, new.due_at, new.due_kind, new.outcome, new.expected_on))
  execute function app.draw_line_of_part();
set role relais_definer;
revoke execute on function app.draw_line_of_part() from relais_owner;
reset role;

select set_config('relais.maintenance', 'on', true);
select app.draw_case_lines(array(select c.id from app.cases c where c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')));
select set_config('relais.maintenance', '', true);
