-- What two rows say together is written together: a file that points at another has the second person's word, one that stands
-- again has the word that took it back; a closing that waits is that of a case whose closing is asked for.
create function app.merge_is_said() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold((new.state = 'DUPLICATE') = exists (select from app.same_person p where p.case_id = new.id
      and p.into_case_id = coalesce(new.merged_into, old.merged_into) and p.decided = 'YES' and p.undone_at is null),
      'the word is not written');
    return null;
  end $$;
create constraint trigger e_merge_is_said after update on app.cases deferrable initially deferred for each row
  when (access.writes_itself() and (old.state = 'DUPLICATE') is distinct from (new.state = 'DUPLICATE'))
  execute function app.merge_is_said();

create function app.closing_goes_along() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(not exists (select from app.case_closings x where x.id = new.id
      and (x.decided is null) <> app.case_in(x.case_id, 'PENDING_CLOSURE')), 'the case did not move with it');
    return null;
  end $$;
create constraint trigger e_goes_along after insert or update on app.case_closings deferrable initially deferred for each row
  when (access.writes_itself()) execute function app.closing_goes_along();

alter function app.merge_is_said() owner to relais_definer;
alter function app.closing_goes_along() owner to relais_definer;
set role relais_definer;
revoke execute on function app.merge_is_said(), app.closing_goes_along() from public;
reset role;
