-- A question about two files waits while both stand for themselves. Where one of them is pointed at a third, what nobody has
-- answered is asked of that one, and what was asked of the file itself waits again once the merge is taken back: before, a
-- supervisor elsewhere was left with a question that took no "the same", and an undone merge left its own without a task.
set role relais_definer;
create or replace function app.settle_comparing(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; waits text;
  begin
    select x.* into c from app.cases x where x.id = of_case;
    select case when p.said is null then 'ELSEWHERE' when p.said = 'UNSURE' then 'UNSURE' else 'SAID_SAME' end into waits
      from app.same_person p where p.decided is null and p.said is distinct from 'TWO'
        and not exists (select from app.cases d where d.id in (p.case_id, p.into_case_id) and d.state = 'DUPLICATE')
        and (p.into_case_id = of_case and (p.said is null or p.said = 'UNSURE')
          -- The second word is spoken where the file that would point is decided on.
          or p.case_id = of_case and p.said = 'SAME')
      order by p.found_at limit 1;
    if waits is null then
      update app.tasks t set state = 'DONE', done_by = access.actor_id(), done_at = clock.casework_now(), outcome = 'ANSWERED'
        where t.kind = 'COMPARE_PEOPLE' and t.subject_id = of_case and t.state = 'OPEN';
    else
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
        values ('COMPARE_PEOPLE', 'case', c.id, c.id, c.office_id, c.sensitivity, clock.casework_now() + app.setting('same.compare'), waits)
        on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason;
    end if;
  end $$;
reset role;

-- After a file was pointed, or stands again: every file beside it, and itself, waits for what it now has to wait for.
create function app.questions_follow(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare one uuid;
  begin
    insert into app.same_person (case_id, office_id, sensitivity, into_case_id, into_office_id, into_sensitivity)
      select a.id, a.office_id, a.sensitivity, b.id, b.office_id, b.sensitivity
      from app.cases c join app.same_person p on c.id in (p.case_id, p.into_case_id) and p.decided is null and p.said is distinct from 'TWO'
        -- In the direction in which it was found.
        join app.cases a on a.id = case when p.case_id = c.id then c.merged_into else p.case_id end and a.state <> 'DUPLICATE'
        join app.cases b on b.id = case when p.case_id = c.id then p.into_case_id else c.merged_into end
          and b.id <> a.id and b.state not in ('DRAFT', 'DUPLICATE')
      where c.id = of_case on conflict do nothing;
    for one in select distinct x.id from app.cases c, app.same_person p, lateral (values (p.case_id), (p.into_case_id)) x(id)
        where c.id = of_case and (c.id in (p.case_id, p.into_case_id) or c.merged_into in (p.case_id, p.into_case_id))
        order by x.id loop
      perform app.settle_comparing(one);
    end loop;
  end $$;

set role relais_definer;
create or replace function app.decide_same(pair uuid, yes boolean) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); p app.same_person;
  begin
    if yes is null then raise exception 'yes or no' using errcode = 'check_violation'; end if;
    select x.* into p from app.same_person x where x.id = pair and x.said = 'SAME' and x.decided is null for update;
    if p.id is null or p.said_by = me or not app.opens_file(p.case_id) then
      raise exception 'somebody else decides that' using errcode = 'insufficient_privilege';
    end if;
    if yes and not exists (select from app.cases c where c.id = p.case_id and c.merged_into = p.into_case_id and c.last_actor_id = me) then
      raise exception 'the file was not merged' using errcode = 'check_violation';
    end if;
    update app.same_person x set decided = case when yes then 'YES' else 'NO' end, decided_by = me, decided_at = clock.casework_now(),
      version = x.version + 1 where x.id = pair;
    perform app.settle_comparing(p.case_id);
    perform app.settle_comparing(p.into_case_id);
    if yes then perform app.questions_follow(p.case_id); end if;
  end $$;

create or replace function app.note_undone(pair uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); p app.same_person;
  begin
    select x.* into p from app.same_person x where x.id = pair and x.decided = 'YES' and x.undone_at is null and x.undo_by <> me for update;
    if p.id is null or not app.opens_file(p.case_id)
      or exists (select from app.cases c where c.id = p.case_id and (c.merged_into is not null or c.last_actor_id <> me)) then
      raise exception 'the file was not taken back' using errcode = 'insufficient_privilege';
    end if;
    update app.same_person x set undone_by = me, undone_at = clock.casework_now(), version = x.version + 1 where x.id = pair;
    perform app.questions_follow(p.case_id);
  end $$;

create or replace function app.asked_elsewhere(of_case uuid)
  returns table (id uuid, office_id text, said text, said_by uuid, decided text, undo_by uuid, undo_until timestamptz,
    points_away boolean, talk_to text)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, o.office_id, p.said, p.said_by, p.decided, p.undo_by, p.decided_at + app.setting('same.undo'), p.case_id = of_case,
      (select string_agg(u.name, ', ' order by u.name) from access.users u where u.active and u.role = 'SUPERVISOR'
        and app.able_supervisor(u.id, o.case_id, o.office_id, o.sensitivity))
    from app.same_person p, lateral (select case when p.case_id = of_case then p.into_case_id else p.case_id end as case_id,
        case when p.case_id = of_case then p.into_office_id else p.office_id end as office_id,
        case when p.case_id = of_case then p.into_sensitivity else p.sensitivity end as sensitivity) o
    where of_case in (p.case_id, p.into_case_id) and p.undone_at is null and p.said is distinct from 'TWO'
      and p.decided is distinct from 'NO'
      -- Of a file that points at a third one nothing is asked.
      and (p.decided is not null or not exists (select from app.cases d where d.id in (p.case_id, p.into_case_id) and d.state = 'DUPLICATE'))
      -- Whoever registers hears nothing before the other side has spoken.
      and (p.into_case_id = of_case or p.said = 'SAME')
      and exists (select from app.cases c where c.id = of_case and 'supervisor' = any(access.parties(c.id, c.office_id, c.sensitivity)))
      and not app.opens_file(o.case_id)
    order by p.found_at, p.id $$;

create or replace function app.say_same_elsewhere(pair uuid, word text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare p app.same_person;
  begin
    select x.* into p from app.same_person x where x.id = pair and (x.said is null or x.said = 'UNSURE')
      and app.opens_file(x.into_case_id)
      and not exists (select from app.cases d where d.id in (x.case_id, x.into_case_id) and d.state = 'DUPLICATE');
    if p.id is null then raise exception 'no such question' using errcode = 'insufficient_privilege'; end if;
    perform app.say_same(p.case_id, p.into_case_id, word);
  end $$;

-- What was decided on a closing is what became of its case.
create or replace function app.closing_goes_along() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(not exists (select from app.case_closings x where x.id = new.id and not app.case_in(x.case_id,
      case x.decided when 'CLOSED' then 'CLOSED' when 'RETURNED' then 'OPEN' else 'PENDING_CLOSURE' end)), 'the case did not move with it');
    return null;
  end $$;
reset role;

revoke execute on function app.questions_follow(uuid) from public;
alter function app.questions_follow(uuid) owner to relais_definer;
