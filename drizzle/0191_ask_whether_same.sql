-- Two files may be of one person. Whoever may open both says so, or that they are two; "the same" asks a second person, and
-- only then points one file at the other. No row moves; for 90 days two people may take it back. What stands out of
-- somebody's reach they never hear of: the file that was known first gets a task for its supervisor.

select set_config('relais.maintenance', 'on', true);
insert into app.settings (key, value, unit) values ('same.compare', 48, 'HOURS'), ('same.undo', 90, 'DAYS');
select set_config('relais.maintenance', '', true);

create table app.same_person (
  id uuid primary key default gen_random_uuid(),
  -- The file that would point, and the one it would point at.
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  into_case_id uuid not null,
  into_office_id text not null,
  into_sensitivity text not null,
  found_at timestamptz not null default clock.casework_now(),
  -- Nobody: the database found it out of the reach of whoever registered.
  said text check (said in ('SAME', 'TWO', 'UNSURE')),
  said_by uuid references access.users,
  said_at timestamptz,
  decided text check (decided in ('YES', 'NO')),
  decided_by uuid references access.users,
  decided_at timestamptz,
  undo_by uuid references access.users,
  undo_at timestamptz,
  undone_by uuid references access.users,
  undone_at timestamptz,
  version integer not null default 1,
  check (case_id <> into_case_id),
  check ((said is null) = (said_by is null)),
  check (decided is null or (said = 'SAME' and decided_by <> said_by)),
  check (undone_by is null or (decided = 'YES' and undone_by <> undo_by)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity)
    on update cascade on delete cascade,
  foreign key (into_case_id, into_office_id, into_sensitivity) references app.cases (id, office_id, sensitivity)
    on update cascade on delete cascade
);
create unique index one_question_a_pair on app.same_person (least(case_id, into_case_id), greatest(case_id, into_case_id));
create index same_person_of_case on app.same_person (case_id);
create index same_person_into_case on app.same_person (into_case_id);

alter table app.same_person enable row level security;
alter table app.same_person force row level security;
create policy owner_maintains on app.same_person to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.same_person to relais_web;
grant select, insert, update (said, said_by, said_at, decided, decided_by, decided_at, undo_by, undo_at, undone_by, undone_at,
  case_id, office_id, sensitivity, into_case_id, into_office_id, into_sensitivity, version) on app.same_person to relais_definer;
create policy definer_looks on app.same_person for select to relais_definer using (true);
create policy definer_asks on app.same_person for insert to relais_definer with check (decided is null and undone_at is null);
create policy definer_answers on app.same_person for update to relais_definer using (true) with check (version > 1);
-- Of a pair exists what one may open on both sides.
create policy both_sides_read on app.same_person for select to relais_web using (
  (case_id = any(array(select access.my_case_ids()))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))))
  and (into_case_id = any(array(select access.my_case_ids()))
    or (into_sensitivity = 'S3' and into_office_id = any(array(select access.supervised_offices())))));

alter table app.cases add column merged_into uuid references app.cases, add column merged_from text,
  add constraint merged_where check ((merged_into is null) = (merged_from is null) and (merged_into is null or state = 'DUPLICATE'));
-- A file may point at another before anybody has rated its risk.
do $$
declare one text;
begin
  for one in select conname from pg_constraint where conrelid = 'app.cases'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) ~ 'DRAFT' and pg_get_constraintdef(oid) ~ 'risk IS NOT NULL' loop
    execute format('alter table app.cases drop constraint %I', one);
  end loop;
end $$;
alter table app.cases add constraint risk_is_rated check (state in ('DRAFT', 'DUPLICATE') or risk is not null);
create index cases_merged_into on app.cases (merged_into) where merged_into is not null;
grant update (merged_into) on app.cases to relais_web;

-- May this session open the file?
create function app.opens_file(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.cases c where c.id = of_case and access.parties(c.id, c.office_id, c.sensitivity)
    && array['team', 'supervisor']) $$;

-- A first word about two files: by somebody who may open both, or, of a pair that the database found, one of them. "The same"
-- points the younger file at the older one unless it is said otherwise; what was decided stays.
create function app.say_same(from_case uuid, into_case uuid, word text) returns uuid
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); pair app.same_person; a app.cases; b app.cases; kept uuid;
  begin
    if word is null or word not in ('SAME', 'TWO', 'UNSURE') or from_case = into_case then
      raise exception 'same, two or unsure' using errcode = 'check_violation';
    end if;
    perform from app.cases c where c.id in (from_case, into_case) order by c.id for key share;
    select p.* into pair from app.same_person p where least(p.case_id, p.into_case_id) = least(from_case, into_case)
      and greatest(p.case_id, p.into_case_id) = greatest(from_case, into_case) for update;
    if not (app.opens_file(from_case) and app.opens_file(into_case))
      -- A pair that was found elsewhere is answered first where the known file is opened, in the direction in which it was found.
      and not coalesce((pair.said is null or pair.said = 'UNSURE') and app.opens_file(pair.into_case_id) and from_case = pair.case_id, false) then
      raise exception 'no two files of this session' using errcode = 'insufficient_privilege';
    end if;
    select c.* into a from app.cases c where c.id = from_case;
    select c.* into b from app.cases c where c.id = into_case;
    if word = 'SAME' and (a.state = 'DUPLICATE' or b.state in ('DRAFT', 'DUPLICATE')) then
      raise exception 'neither of them is merged, and a draft is nobody''s known file' using errcode = 'check_violation';
    end if;
    if pair.id is null then
      insert into app.same_person (case_id, office_id, sensitivity, into_case_id, into_office_id, into_sensitivity, said, said_by, said_at)
        values (a.id, a.office_id, a.sensitivity, b.id, b.office_id, b.sensitivity, word, me, clock.casework_now()) returning id into kept;
    else
      if pair.decided = 'YES' and pair.undone_at is null then
        raise exception 'these two files are one' using errcode = 'check_violation';
      end if;
      update app.same_person p set case_id = a.id, office_id = a.office_id, sensitivity = a.sensitivity, into_case_id = b.id,
        into_office_id = b.office_id, into_sensitivity = b.sensitivity, said = word, said_by = me, said_at = clock.casework_now(),
        decided = null, decided_by = null, decided_at = null, undo_by = null, undo_at = null, undone_by = null, undone_at = null,
        version = p.version + 1 where p.id = pair.id returning p.id into kept;
    end if;
    perform app.settle_comparing(b.id);
    perform app.settle_comparing(a.id);
    return kept;
  end $$;

-- A file's task to compare is open exactly while one of its pairs waits: for a first word, for a supervisor's look after
-- "unsure", or for the second person. It stands on the file that was known first, of a pair one side of which nobody there may
-- open on the other one once a first word was said.
create function app.settle_comparing(of_case uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; waits text;
  begin
    select x.* into c from app.cases x where x.id = of_case;
    select case when p.said is null then 'ELSEWHERE' when p.said = 'UNSURE' then 'UNSURE' else 'SAID_SAME' end into waits
      from app.same_person p where p.decided is null and p.said is distinct from 'TWO' and c.state <> 'DUPLICATE'
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

-- In the background of every save of a name: files out of this session's reach that share a telephone or two kinds of compound
-- keys are asked about by their own supervisor. Answers nothing, takes no note of what is in reach, and asks once a pair.
create function app.compare_elsewhere(of_person uuid, open_keys bigint[], restricted_keys bigint[]) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare person app.people; one record;
  begin
    select p.* into person from app.people p where p.id = of_person and p.standing = 'PRINCIPAL';
    if person.id is null or not access.parties(person.case_id, person.office_id, person.sensitivity) && array['team', 'opener'] then
      raise exception 'nobody of this case' using errcode = 'insufficient_privilege';
    end if;
    for one in select found.case_id from (
          select t.case_id, (select count(distinct k.token >> 40) + count(*) filter (where k.token >> 40 = 16)
            from unnest(t.tokens) k(token) where k.token = any(open_keys)) as weight
          from app.name_tokens t where t.tokens && open_keys and t.case_id <> person.case_id
          union all
          select t.case_id, (select count(distinct k.token >> 40) + count(*) filter (where k.token >> 40 = 16)
            from unnest(t.tokens) k(token) where k.token = any(restricted_keys))
          from app.restricted_tokens t where t.tokens && restricted_keys and t.case_id <> person.case_id) found
        join app.cases c on c.id = found.case_id and c.state not in ('DRAFT', 'DUPLICATE')
        where found.weight >= 2 and not access.parties(c.id, c.office_id, c.sensitivity) && array['team', 'supervisor']
          and not exists (select from app.same_person p where least(p.case_id, p.into_case_id) = least(c.id, person.case_id)
            and greatest(p.case_id, p.into_case_id) = greatest(c.id, person.case_id))
        group by found.case_id order by max(found.weight) desc, found.case_id limit 5 loop
      insert into app.same_person (case_id, office_id, sensitivity, into_case_id, into_office_id, into_sensitivity)
        select person.case_id, person.office_id, person.sensitivity, c.id, c.office_id, c.sensitivity
        from app.cases c where c.id = one.case_id on conflict do nothing;
      perform app.settle_comparing(one.case_id);
    end loop;
  end $$;

-- What stands between a file and others that its supervisor may not open: in which office they lie, how far it has come, and
-- who of there to talk to. Nothing else of them.
create function app.asked_elsewhere(of_case uuid)
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
      -- Whoever registers hears nothing before the other side has spoken.
      and (p.into_case_id = of_case or p.said = 'SAME')
      and exists (select from app.cases c where c.id = of_case and 'supervisor' = any(access.parties(c.id, c.office_id, c.sensitivity)))
      and not app.opens_file(o.case_id)
    order by p.found_at, p.id $$;

-- The other file of such a pair, for the first and the second word: never told, only written.
create function app.say_same_elsewhere(pair uuid, word text) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare p app.same_person;
  begin
    select x.* into p from app.same_person x where x.id = pair and (x.said is null or x.said = 'UNSURE')
      and app.opens_file(x.into_case_id);
    if p.id is null then raise exception 'no such question' using errcode = 'insufficient_privilege'; end if;
    perform app.say_same(p.case_id, p.into_case_id, word);
  end $$;

-- The second person's word. Yes is taken only in the act that points the file (the trigger below), no ends the question.
create function app.decide_same(pair uuid, yes boolean) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id(); p app.same_person;
  begin
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
  end $$;

-- Taking a merge back is asked by one and done by another, within the days of the setting.
create function app.ask_undo(pair uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare p app.same_person;
  begin
    select x.* into p from app.same_person x where x.id = pair and x.decided = 'YES' and x.undone_at is null for update;
    if p.id is null or not app.opens_file(p.case_id) or p.decided_at + app.setting('same.undo') < clock.casework_now() then
      raise exception 'nothing to take back' using errcode = 'insufficient_privilege';
    end if;
    update app.same_person x set undo_by = access.actor_id(), undo_at = clock.casework_now(), version = x.version + 1 where x.id = pair;
  end $$;
create function app.note_undone(pair uuid) returns void
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
  end $$;

-- A file points at another only by a second person's word, and stands as it stood when the word is taken back.
select set_config('relais.maintenance', 'on', true);
insert into app.case_transitions (verb, from_state, to_state, by_party)
  select v.verb, case v.verb when 'merge' then s.state else 'DUPLICATE' end, case v.verb when 'merge' then 'DUPLICATE' else s.state end, y.party
  from (values ('merge'), ('undo-merge')) v(verb), (values ('team'), ('supervisor')) y(party),
    (values ('DRAFT'), ('OPEN'), ('ON_HOLD'), ('PENDING_CLOSURE'), ('CLOSED'), ('TRANSFERRED')) s(state);
select set_config('relais.maintenance', '', true);
create function app.merge_holds() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if new.state = 'DUPLICATE' and old.state <> 'DUPLICATE' then
      perform app.must_hold(new.last_verb = 'merge' and new.merged_into is not null, 'a duplicate points at a file');
      perform app.must_hold(exists (select from app.same_person p where p.case_id = new.id and p.into_case_id = new.merged_into
          and p.said = 'SAME' and p.decided is null and p.said_by <> me), 'two people say that two files are one');
      -- Held: the known file may itself be pointed elsewhere just now.
      perform from app.cases t where t.id = new.merged_into for share;
      perform app.must_hold((select t.state not in ('DRAFT', 'DUPLICATE') from app.cases t where t.id = new.merged_into), 'a known file');
      perform app.must_hold(not exists (select from app.cases d where d.merged_into = new.id), 'another file points here');
      perform app.must_hold(not app.still_runs(new.id), 'work on this file still runs');
      new.merged_from := old.state;
      -- What a case waits for stays with it.
      new.hold_until := old.hold_until;
      new.last_reason := old.last_reason;
    elsif old.state = 'DUPLICATE' and new.state <> 'DUPLICATE' then
      perform app.must_hold(new.last_verb = 'undo-merge' and new.state = old.merged_from and new.merged_into is null, 'as it stood before');
      perform app.must_hold(exists (select from app.same_person p where p.case_id = new.id and p.into_case_id = old.merged_into
          and p.decided = 'YES' and p.undone_at is null and p.undo_by <> me
          and p.decided_at + app.setting('same.undo') >= clock.casework_now()), 'two people take it back, within its days');
      new.merged_from := null;
      new.hold_until := old.hold_until;
      new.last_reason := old.last_reason;
    else
      perform app.must_hold(new.merged_into is not distinct from old.merged_into and new.merged_from is not distinct from old.merged_from,
        'a file points by being merged');
    end if;
    return new;
  end $$;
-- What would be left alone on a file that nobody works on any more: referrals under way, and tasks about them or about care.
create function app.still_runs(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select app.opens_file(of_case) and (exists (select from app.referrals r where r.case_id = of_case
      and r.state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN'))
    or exists (select from app.tasks t where t.case_id = of_case and t.state = 'OPEN' and t.kind <> 'COMPARE_PEOPLE')) $$;
-- What holds for a case that is worked on is not asked of one that is merged, or taken back: what may change then is the list's
-- and the trigger's below.
set role relais_definer;
grant execute on function app.cases_hold() to relais_owner;
reset role;
drop trigger b_holds on app.cases;
create trigger b_holds before insert on app.cases for each row
  when (access.writes_itself()) execute function app.cases_hold();
create trigger b_holds_changed before update on app.cases for each row
  when (access.writes_itself() and (old.state = 'DUPLICATE') = (new.state = 'DUPLICATE')) execute function app.cases_hold();
set role relais_definer;
revoke execute on function app.cases_hold() from relais_owner;
reset role;
-- After the list of writes has been read: what this sets itself is nobody's to write.
create trigger d_merge_holds before update on app.cases for each row
  when (access.writes_itself() and ((old.state = 'DUPLICATE') is distinct from (new.state = 'DUPLICATE')
    or old.merged_into is distinct from new.merged_into or old.merged_from is distinct from new.merged_from))
  execute function app.merge_holds();

-- A draft that ends takes its questions with it; the known file is asked nothing more.
create function app.forget_question() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform app.settle_comparing(old.into_case_id);
    return null;
  end $$;
create trigger forget_question after delete on app.same_person for each row execute function app.forget_question();

-- The file that one's own points at, for whoever decides on it: an id, and nothing that it opens.
create function app.merge_target(pair uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$ select p.into_case_id from app.same_person p where p.id = pair and app.opens_file(p.case_id) $$;

do $$
declare f text;
begin
  foreach f in array array['app.say_same(uuid, uuid, text)', 'app.say_same_elsewhere(uuid, text)', 'app.decide_same(uuid, boolean)',
      'app.ask_undo(uuid)', 'app.note_undone(uuid)', 'app.compare_elsewhere(uuid, bigint[], bigint[])', 'app.asked_elsewhere(uuid)',
      'app.merge_target(uuid)', 'app.still_runs(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to relais_web', f);
  end loop;
  foreach f in array array['app.opens_file(uuid)', 'app.settle_comparing(uuid)', 'app.merge_holds()', 'app.forget_question()'] loop
    execute format('revoke execute on function %s from public', f);
  end loop;
  -- Handed over last: the owner inherits nothing of the definer and could grant them no more.
  foreach f in array array['app.say_same(uuid, uuid, text)', 'app.say_same_elsewhere(uuid, text)', 'app.decide_same(uuid, boolean)',
      'app.ask_undo(uuid)', 'app.note_undone(uuid)', 'app.compare_elsewhere(uuid, bigint[], bigint[])', 'app.asked_elsewhere(uuid)',
      'app.merge_target(uuid)', 'app.still_runs(uuid)', 'app.opens_file(uuid)', 'app.settle_comparing(uuid)', 'app.merge_holds()',
      'app.forget_question()'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
