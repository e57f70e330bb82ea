-- The list of cases shows and sorts by what comes next on each case, whoever asks it: the case's own promise, open work, or a
-- referral's clock. Worked out for each row of a page that can be done; sorted by it, it must be kept. One line a living
-- case, drawn again as whatever it is drawn from changes; an ended case has none, so the list does not grow with them.
create table app.case_lines (
  case_id uuid primary key references app.cases (id) on delete cascade,
  code text not null,
  office_id text not null,
  sensitivity text not null,
  lead_id uuid not null,
  state text not null check (state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')),
  risk text,
  opened_at timestamptz not null,
  last_contact_on date,
  -- What is most pressing, when, and whose turn it is. Nothing dated: no subject.
  due_at timestamptz,
  subject_type text check (subject_type in ('case', 'task', 'referral')),
  subject_id uuid,
  turn text not null check (turn in ('TEAM', 'SUPERVISOR', 'PARTNER'))
);
create index case_lines_by_office on app.case_lines (office_id, sensitivity, due_at);
create index case_lines_by_lead on app.case_lines (lead_id, due_at);

alter table app.case_lines enable row level security;
alter table app.case_lines force row level security;
create policy owner_maintains on app.case_lines to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.case_lines to relais_web, relais_definer;
grant insert, update, delete on app.case_lines to relais_definer;
create policy definer_draws on app.case_lines to relais_definer using (true)
  with check (state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'));
-- Whoever reads the case reads its line.
create policy team_reads on app.case_lines for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (lead_id = (select access.actor_id()) and (select access.is_caseworker()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));

-- A clinical clock rests in a partner's hands: then it is the partner's turn, until the same hour. Received, it is over.
create function app.care_in_hands(t app.tasks, received boolean) returns boolean
  language sql stable set search_path = ''
  as $$ select exists (select from app.referrals r where r.case_id = t.case_id
    and r.state = any(case when received then '{COMPLETED,VERIFIED}' else '{ACCEPTED,IN_PROGRESS}' end::text[])
    and (received or coalesce(r.expected_on <= t.due_at::date, true))
    and r.outcome is distinct from 'PARTLY' and coalesce(r.answered_at, r.last_at) >= t.opened_at
    and ((t.kind in ('CARE_PEP', 'CARE_EC') and r.service = 'MED_CMR')
      or (t.kind = 'CARE_INJURY' and r.service in ('MED_CMR', 'MED_CONS', 'MED_HOSP')))) $$;

-- Everything that something is awaited of on a case. Harm, danger and what a supervisor looks at about the team stand in the
-- supervisor's queue only. Of a file that the person ended only its closing is awaited.
create function app.steps_of(c app.cases) returns table (due_at timestamptz, subject_type text, subject_id uuid, turn text, rank int)
  language sql stable set search_path = ''
  as $$
    select c.next_due_at, 'case', c.id, 'TEAM', 3 where c.state in ('DRAFT', 'OPEN', 'ON_HOLD') and c.next_due_at is not null
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
        case when r.state in ('PENDING_APPROVAL', 'APPROVED') then 'SUPERVISOR'
          when r.state in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS') then 'PARTNER' else 'TEAM' end, 2
      from app.referrals r
      where r.case_id = c.id and c.state <> 'DRAFT' and c.closure_reason is distinct from 'CONSENT_WITHDRAWN' and (r.state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN')
        or (r.state = 'DECLINED' and not exists (select from app.referrals n where n.previous_id = r.id)))
  $$;

-- Draws the lines of these cases again. The line is taken first and the steps are read after it: of two who changed the same case
-- the second sees what the first did.
create function app.draw_case_lines(of_cases uuid[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.must_hold(current_setting('transaction_isolation') = 'read committed', 'drawn from what stands now');
    perform from app.case_lines l where l.case_id = any(of_cases) order by l.case_id for update;
    delete from app.case_lines l where l.case_id = any(of_cases) and not exists (select from app.cases c
      where c.id = l.case_id and c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE'));
    insert into app.case_lines (case_id, code, office_id, sensitivity, lead_id, state, risk, opened_at, last_contact_on,
        due_at, subject_type, subject_id, turn)
      select c.id, c.code, c.office_id, c.sensitivity, c.lead_id, c.state, c.risk, c.opened_at, c.last_contact_on,
        s.due_at, s.subject_type, s.subject_id, coalesce(s.turn, 'TEAM')
      from app.cases c left join lateral (select * from app.steps_of(c) x order by x.due_at nulls last, x.rank, x.subject_id limit 1) s on true
      where c.id = any(of_cases) and c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
    on conflict (case_id) do update set (sensitivity, office_id, lead_id, state, risk, last_contact_on, due_at, subject_type, subject_id, turn)
      = (excluded.sensitivity, excluded.office_id, excluded.lead_id, excluded.state, excluded.risk, excluded.last_contact_on,
         excluded.due_at, excluded.subject_type, excluded.subject_id, excluded.turn)
      where (case_lines.sensitivity, case_lines.office_id, case_lines.lead_id, case_lines.state, case_lines.risk,
             case_lines.last_contact_on, case_lines.due_at, case_lines.subject_id, case_lines.turn)
        is distinct from (excluded.sensitivity, excluded.office_id, excluded.lead_id, excluded.state, excluded.risk,
             excluded.last_contact_on, excluded.due_at, excluded.subject_id, excluded.turn);
  end $$;

create function app.draw_line_of_case() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.draw_case_lines(array[new.id]);
    return null;
  end $$;

-- Ended cases, most of all there are, have no line and need none.
create function app.draw_line_of_part() returns trigger language plpgsql security definer set search_path = ''
  as $$
  declare of_case uuid;
  begin
    if tg_op = 'DELETE' then of_case := old.case_id; else of_case := new.case_id; end if;
    if exists (select from app.case_lines l where l.case_id = of_case) then
      perform app.draw_case_lines(array[of_case]);
    end if;
    return null;
  end $$;

-- At the end of the transaction, so that the line is the last thing it takes: nobody waits for another with it in hand.
create constraint trigger y_line_of_case after insert on app.cases deferrable initially deferred
  for each row when (new.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')) execute function app.draw_line_of_case();
create constraint trigger y_line_of_changed_case after update on app.cases deferrable initially deferred
  for each row when ((old.state, old.risk, old.sensitivity, old.office_id, old.lead_id, old.next_due_at, old.next_due_kind, old.last_contact_on,
      old.closure_reason)
    is distinct from (new.state, new.risk, new.sensitivity, new.office_id, new.lead_id, new.next_due_at, new.next_due_kind, new.last_contact_on,
      new.closure_reason))
  execute function app.draw_line_of_case();
create constraint trigger y_line_of_begun_task after insert on app.tasks deferrable initially deferred
  for each row when (new.state = 'OPEN' and new.case_id is not null) execute function app.draw_line_of_part();
create constraint trigger y_line_of_task after update on app.tasks deferrable initially deferred
  for each row when (new.case_id is not null and (old.state, old.due_at) is distinct from (new.state, new.due_at))
  execute function app.draw_line_of_part();
create constraint trigger y_line_of_begun_referral after insert on app.referrals deferrable initially deferred
  for each row execute function app.draw_line_of_part();
create constraint trigger y_line_of_referral after update on app.referrals deferrable initially deferred
  for each row when ((old.state, old.due_at, old.outcome, old.expected_on) is distinct from (new.state, new.due_at, new.outcome, new.expected_on))
  execute function app.draw_line_of_part();
create constraint trigger y_line_of_dropped_referral after delete on app.referrals deferrable initially deferred
  for each row execute function app.draw_line_of_part();

alter function app.care_in_hands(app.tasks, boolean) owner to relais_definer;
alter function app.steps_of(app.cases) owner to relais_definer;
alter function app.draw_case_lines(uuid[]) owner to relais_definer;
alter function app.draw_line_of_case() owner to relais_definer;
alter function app.draw_line_of_part() owner to relais_definer;
set role relais_definer;
revoke execute on function app.care_in_hands(app.tasks, boolean), app.steps_of(app.cases), app.draw_case_lines(uuid[]),
  app.draw_line_of_case(), app.draw_line_of_part() from public;
grant execute on function app.draw_case_lines(uuid[]) to relais_owner;
reset role;

select set_config('relais.maintenance', 'on', true);
select app.draw_case_lines(array(select c.id from app.cases c where c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')));
select set_config('relais.maintenance', '', true);
