-- An opening of sealed notes that waits is work with a limit: a task for whoever may say the second word, which nobody else sees, drawn
-- from the openings themselves. Nobody said it in time: it ends by itself, and whoever asked reads so. Decision record 133.
-- Rows that an earlier migration wrote in this transaction are checked before their tables change.
set constraints all immediate;

select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values ('opening.answer', 48, 'HOURS'), ('opening.ends', 7, 'DAYS')
on conflict (key) do nothing;
insert into app.task_kinds (kind, side, by_partner, ends_with_consent, ends_with_case) values
  ('OPENING_DISCIPLINE', 'TEAM', false, false, true), ('OPENING_SUPERVISION', 'SUPERVISOR', false, false, true);

alter table app.key_openings
  -- Until when the second word is expected, and until when it may be said.
  add column due_at timestamptz,
  add column ends_at timestamptz;
update app.key_openings set due_at = asked_at + interval '48 hours', ends_at = asked_at + interval '7 days';
alter table app.key_openings
  alter column due_at set not null,
  alter column ends_at set not null,
  add check (due_at <= ends_at),
  drop constraint key_openings_answer_check,
  drop constraint key_openings_check,
  add constraint key_openings_answer_check check (answer in ('OPENED', 'REFUSED', 'TAKEN_BACK', 'EXPIRED')),
  -- Nobody answered what ended by itself.
  add constraint answer_is_whole check ((answer is null) = (answered_at is null)
    and (answer is null or answer = 'EXPIRED') = (answered_by is null));
create index openings_by_end on app.key_openings (ends_at) where answer is null;
select set_config('relais.maintenance', '', true);

set role relais_definer;
create function app.opening_has_a_limit() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    new.due_at := coalesce(new.due_at, new.asked_at + app.setting('opening.answer'));
    new.ends_at := coalesce(new.ends_at, greatest(new.due_at, new.asked_at + app.setting('opening.ends')));
    return new;
  end $$;

-- Whether it can still be answered: in time, the case worked on, and somebody there to open to.
create function app.opening_stands(o app.key_openings) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select o.answer is null and o.ends_at > clock.casework_now() and app.worked_on(o.case_id)
    and app.misses_a_key(o.to_user, o.case_id, o.compartment) $$;

create or replace function app.may_answer_opening(o app.key_openings) returns boolean
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if me is null or me in (o.asked_by, o.to_user) or not app.opening_stands(o) then return false; end if;
    if o.asked_as = 'DISCIPLINE' then return 'supervisor' = any(access.parties(o.case_id, o.office_id, o.sensitivity)); end if;
    return access.actor_role() = o.compartment and app.speaks_for_discipline(me, o.case_id, o.compartment, o.to_user);
  end $$;

drop function app.openings_for_me();
create function app.openings_for_me() returns table (id uuid, office_id text, compartment text, to_name text, by_name text,
    asked_at timestamptz, reason text, asked_as text, case_code text, due_at timestamptz, ends_at timestamptz)
  language plpgsql stable security definer set search_path = ''
  as $$
  declare my_role text := access.actor_role();
  begin
    if my_role not in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') then return; end if;
    return query select o.id, o.office_id, o.compartment, t.name, b.name, o.asked_at, o.reason, o.asked_as,
        case when pg_catalog.cardinality(access.parties(o.case_id, o.office_id, o.sensitivity)) > 0 then c.code end, o.due_at, o.ends_at
      from app.key_openings o join access.users t on t.id = o.to_user join access.users b on b.id = o.asked_by
        join app.cases c on c.id = o.case_id
      where o.answer is null and (my_role = 'SUPERVISOR') = (o.asked_as = 'DISCIPLINE')
        and (my_role = 'SUPERVISOR' or o.compartment = my_role) and app.may_answer_opening(o)
      order by o.due_at, o.id;
  end $$;

-- The work that openings ask for now, and the tasks made the same. Held by nobody: whoever may say the word sees it, and they alone.
create function app.draw_opening_work(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); moment timestamptz := clock.casework_now();
  begin
    update app.tasks t set state = case when o.answer in ('OPENED', 'REFUSED') then 'DONE' else 'DROPPED' end, done_by = me, done_at = moment,
        outcome = coalesce(o.answer, case when o.ends_at <= moment then 'EXPIRED' else 'NOTHING_TO_OPEN' end)
      from app.key_openings o
      where o.id = t.subject_id and t.case_id = of_case and t.state = 'OPEN' and t.kind in ('OPENING_DISCIPLINE', 'OPENING_SUPERVISION')
        and not app.opening_stands(o);
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, opened_by, opened_at)
      select case o.asked_as when 'DISCIPLINE' then 'OPENING_SUPERVISION' else 'OPENING_DISCIPLINE' end, 'case', o.id, o.case_id,
          o.office_id, o.sensitivity, o.due_at, o.asked_by, o.asked_at
        from app.key_openings o where o.case_id = of_case and app.opening_stands(o)
      on conflict (kind, subject_id) where state = 'OPEN' do nothing;
  end $$;

create function app.opening_works() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.draw_opening_work(new.case_id);
    return null;
  end $$;
create function app.opening_of_case_works() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare of_case uuid := pg_catalog.to_jsonb(new)->>(case tg_table_name when 'cases' then 'id' else 'case_id' end);
  begin
    if exists (select from app.key_openings o where o.case_id = of_case and o.answer is null) then
      perform app.draw_opening_work(of_case);
    end if;
    return null;
  end $$;

-- What nobody answered in time. The cases first, as everywhere.
create function app.end_left_openings() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare ended integer; moment timestamptz := clock.casework_now();
  begin
    perform 1 from app.cases c where c.id in (select o.case_id from app.key_openings o where o.answer is null and o.ends_at <= moment)
      order by c.id for update;
    update app.key_openings o set answer = 'EXPIRED', answered_at = moment where o.answer is null and o.ends_at <= moment;
    get diagnostics ended = row_count;
    return ended;
  end $$;

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
        and not (k.rests_on_hold and c.state = 'ON_HOLD')
        -- Who may say it alone knows of it.
        and t.kind <> 'OPENING_DISCIPLINE'
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
revoke execute on function app.opening_has_a_limit(), app.opening_stands(app.key_openings), app.openings_for_me(),
  app.draw_opening_work(uuid), app.opening_works(), app.opening_of_case_works(), app.end_left_openings() from public;
grant execute on function app.openings_for_me() to relais_web;
grant execute on function app.end_left_openings() to relais_worker;
-- What waited when this came is work from now on.
select app.draw_opening_work(x.case_id) from (select distinct o.case_id from app.key_openings o where o.answer is null) x;
reset role;
create policy definer_expires on app.key_openings for update to relais_definer using (answer is null and ends_at <= clock.casework_now())
  with check (answer = 'EXPIRED' and answered_by is null);

set role relais_definer;
grant execute on function app.opening_has_a_limit(), app.opening_works(), app.opening_of_case_works() to relais_owner;
reset role;
create trigger a_has_a_limit before insert on app.key_openings for each row execute function app.opening_has_a_limit();
create trigger works after insert or update of answer on app.key_openings for each row execute function app.opening_works();
create trigger z_opening_works after update of state on app.cases for each row when (old.state <> new.state)
  execute function app.opening_of_case_works();
create trigger z_opening_works after insert or update of until on app.case_members for each row execute function app.opening_of_case_works();
set role relais_definer;
revoke execute on function app.opening_has_a_limit(), app.opening_works(), app.opening_of_case_works() from relais_owner;
reset role;

-- Whoever may say the word reads the task; whoever looks after restricted work that nobody can decide any more does too.
create policy openings_by_their_halves on app.tasks as restrictive for select to relais_web using (
  kind not in ('OPENING_DISCIPLINE', 'OPENING_SUPERVISION')
  or subject_id = any(array(select o.id from app.openings_for_me() o))
  or case_id = any(array(select access.orphaned_case_ids())));

-- One more kind of job; the list stands again in lib/server/tasks.ts.
do $$
declare listed text;
begin
  select pg_get_constraintdef(oid) into listed from pg_constraint where conname = 'outbox_task_check';
  alter table jobs.outbox drop constraint outbox_task_check;
  execute 'alter table jobs.outbox add constraint outbox_task_check '
    || replace(listed, '''forget-done-jobs''', '''end-left-openings''::text, ''forget-done-jobs''');
end $$;
