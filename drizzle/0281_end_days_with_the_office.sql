-- One rule for late: what was due before now. So that nothing is late on the morning of its last day, whatever is due by the day is
-- due when the office's day ends, whoever writes it. Clocks in hours, clinical ones first, stay hours. Decision record 96.

-- The end of the office's day on which this instant falls; the instant itself where it is later. The same in engines/clocks/office-day.
create function app.office_closes(due timestamptz) returns timestamptz
  language sql immutable set search_path = ''
  as $$ select greatest(due, date_trunc('day', due, 'UTC') + interval '17 hours') $$;
alter function app.office_closes(timestamptz) owner to relais_definer;
set role relais_definer;
revoke execute on function app.office_closes(timestamptz) from public;
grant execute on function app.office_closes(timestamptz) to relais_owner;
reset role;

-- Work that somebody was given days for. The code holds the same list (casework/tasks/kinds).
alter table app.task_kinds add column by_day boolean not null default false;
alter table app.task_kinds no force row level security;
update app.task_kinds set by_day = true
  where kind in ('NOT_CONFIRMED', 'NEXT_STEP', 'PROMISED', 'RENEW_CONSENT', 'REVIEW_HOLD', 'CLOSURE_RETURNED');
alter table app.task_kinds force row level security;

create function app.task_ends_with_the_day() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if exists (select from app.task_kinds k where k.kind = new.kind and k.by_day) then
      new.due_at := app.office_closes(new.due_at);
    end if;
    return new;
  end $$;
revoke execute on function app.task_ends_with_the_day() from public;
-- Before the date that is kept is compared with the new one.
create trigger a_ends_with_the_day before insert or update of due_at on app.tasks for each row
  when (new.due_at is not null) execute function app.task_ends_with_the_day();

set role relais_definer;
create or replace function app.follow_up_due(of_case app.cases) returns timestamptz
  language sql stable set search_path = ''
  as $$ select app.office_closes(greatest(coalesce(of_case.asked_at, of_case.opened_at),
        case when of_case.last_contact_on::timestamp at time zone 'UTC' > of_case.opened_at
          then of_case.last_contact_on::timestamp at time zone 'UTC' end)
      + case of_case.risk when 'LOW' then interval '30 days' when 'MEDIUM' then interval '14 days' else interval '7 days' end) $$;
reset role;

-- What was begun before this rule.
select set_config('relais.maintenance', 'on', true);
update app.tasks t set due_at = t.due_at from app.task_kinds k
  where k.kind = t.kind and k.by_day and t.state = 'OPEN' and t.due_at is distinct from app.office_closes(t.due_at);
select set_config('relais.maintenance', '', true);

-- Handed over last: the owner could grant nothing of the definer's.
alter function app.task_ends_with_the_day() owner to relais_definer;
