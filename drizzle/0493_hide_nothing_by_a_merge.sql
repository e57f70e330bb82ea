-- What a file still owes somebody does not end because it points at another one: a danger is up on the known file too, a sealed note is
-- opened to whoever follows the person now, a paper of the person goes back, and a document that must go is taken away. Decision record 128.
set role relais_definer;

-- Written in itself, or part of a known file that is.
create function app.goes_on(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.cases c where c.id = of_case and app.worked_on(coalesce(c.merged_into, c.id))) $$;
-- The same, for whoever may open the file.
create function app.my_file_goes_on(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select app.opens_file(of_case) and app.goes_on(of_case) $$;
revoke execute on function app.goes_on(uuid), app.my_file_goes_on(uuid) from public;
grant execute on function app.my_file_goes_on(uuid) to relais_web;

-- The rest of these functions stays as it is, whatever else grew in them.
do $$
declare
  was text; one record;
  files constant text := 'd.case_id in (select x.id from app.cases x where %s in (x.id, x.merged_into))';
begin
  for one in select * from (values
    ('app.ask_opening(uuid, uuid, uuid, text, text)', 'not app.worked_on(c.id)', 'not app.goes_on(c.id)'),
    ('app.answer_opening(uuid, text)', 'not app.worked_on(o.case_id)', 'not app.goes_on(o.case_id)'),
    ('app.opening_stands(app.key_openings)', 'app.worked_on(o.case_id)', 'app.goes_on(o.case_id)'),
    ('app.missing_holders(uuid)', 'if c.id is null or', 'if c.id is null or not app.goes_on(c.id) or'),
    ('app.give_original_back(uuid, text)', 'app.worked_on(d.case_id)', 'app.goes_on(d.case_id)'),
    ('app.withdraw_document(uuid, text, uuid)', 'not app.worked_on(d.case_id)', 'not app.goes_on(d.case_id)'),
    ('app.danger_flags_hold()', 'must_hold(app.worked_on(new.case_id)',
      'must_hold(case tg_op when ''INSERT'' then app.worked_on(new.case_id) else app.goes_on(new.case_id) end'),
    ('app.originals_are_back()', 'd.case_id = new.id', format(files, 'new.id')),
    ('app.closing_blockers(uuid, text)', 'from app.documents d where d.case_id = of_case', 'from app.documents d where ' || format(files, 'of_case'))
  ) as c(name, said, says) loop
    was := pg_catalog.pg_get_functiondef(one.name::regprocedure);
    if pg_catalog.strpos(was, one.said) = 0 then raise exception '% is not told as it was', one.name; end if;
    execute pg_catalog.replace(was, one.said, one.says);
  end loop;
end $$;
reset role;

-- A danger that is up on a file stands on the known one from the merge on, as it was raised and by whom, and its supervision is asked to
-- look. It comes down on both by one word; once the merge is taken back each file keeps its own.
grant insert, update (lowered_by, lowered_at, lowered_for) on app.danger_flags to relais_definer;
create policy definer_carries on app.danger_flags for insert to relais_definer
  with check (lowered_at is null and exists (select from app.cases d where d.merged_into = case_id));
create policy definer_lowers_both on app.danger_flags for update to relais_definer
  using (lowered_at is null) with check (lowered_at is not null and lowered_by = access.actor_id());
set role relais_definer;
create function app.danger_follows() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare known app.cases;
  begin
    select c.* into known from app.cases c where c.id = new.merged_into;
    insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, raised_at, review_on)
      select known.id, known.office_id, known.sensitivity, f.code, f.discipline, f.raised_by, f.raised_at, f.review_on
      from app.danger_flags f where f.case_id = new.id and f.lowered_at is null and not exists (select from app.danger_flags k
        where k.case_id = known.id and (k.code, k.discipline, k.raised_by, k.raised_at) = (f.code, f.discipline, f.raised_by, f.raised_at));
    if found then
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
        select 'SEE_DANGER', 'case', known.id, known.id, known.office_id, known.sensitivity, clock.casework_now() + app.setting('see.SEE_DANGER'),
          f.code, access.actor_id() from app.danger_flags f where f.case_id = new.id and f.lowered_at is null order by f.review_on, f.code limit 1
        on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    end if;
    return null;
  end $$;
create function app.danger_ends_on_both() returns trigger
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    update app.danger_flags f set lowered_by = new.lowered_by, lowered_at = new.lowered_at, lowered_for = new.lowered_for
      where f.lowered_at is null and f.case_id <> new.case_id
        and (f.code, f.discipline, f.raised_by, f.raised_at) = (new.code, new.discipline, new.raised_by, new.raised_at)
        and exists (select from app.cases d where (d.id, d.merged_into) in ((f.case_id, new.case_id), (new.case_id, f.case_id)));
    return null;
  end $$;
revoke execute on function app.danger_follows(), app.danger_ends_on_both() from public;
grant execute on function app.danger_follows(), app.danger_ends_on_both() to relais_owner;
reset role;
create trigger y_danger_follows after update of merged_into on app.cases for each row
  when (new.merged_into is not null and old.merged_into is distinct from new.merged_into) execute function app.danger_follows();
create trigger y_ends_on_both after update of lowered_at on app.danger_flags for each row
  when (old.lowered_at is null and new.lowered_at is not null) execute function app.danger_ends_on_both();
set role relais_definer;
revoke execute on function app.danger_follows(), app.danger_ends_on_both() from relais_owner;
reset role;
