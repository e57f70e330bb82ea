-- Once the person took their consent back nothing more is written about them: what three disciplines write kept no wall of that. And what
-- the page refuses of a date, of a hearing and of a delivery, the database refuses too. Decision record 129.
set role relais_definer;
grant execute on function app.writing_goes_on() to relais_owner;
reset role;
do $$
declare t text;
begin
  foreach t in array array['assessments', 'assessment_answers', 'panel_decisions', 'plan_goals', 'plan_actions', 'plan_approvals', 'return_paths',
      'return_steps', 'return_grants', 'grant_deliveries', 'grant_visits'] loop
    execute format('create trigger writing_goes_on before insert on app.%I for each row execute function app.writing_goes_on()', t);
  end loop;
  -- A file that moves or is restricted takes its rows along; what somebody writes has another version.
  foreach t in array array['assessments', 'plan_goals', 'plan_actions', 'plan_approvals', 'return_paths', 'return_grants', 'appointments'] loop
    execute format('create trigger changing_goes_on before update on app.%I for each row
      when (new.version is distinct from old.version) execute function app.writing_goes_on()', t);
  end loop;
end $$;

set role relais_definer;
revoke execute on function app.writing_goes_on() from relais_owner;
do $$
declare was text; one record;
begin
  for one in select * from (values
    ('app.begin_upload(uuid, uuid, integer, text, text, text)', 'or not app.worked_on(of_case)',
      'or not app.worked_on(of_case) or exists (select from app.cases w where w.id = of_case and w.state = ''PENDING_CLOSURE'''
        || ' and w.closure_reason = ''CONSENT_WITHDRAWN'')'),
    -- What a lawyer or a psychologist writes for the person is their discipline's own, as its hours are.
    ('app.note_paper(uuid, uuid, text, text, text, text[], uuid, bytea)', 'not app.is_case_key(key, c.id, ''TEAM'')',
      'not app.is_case_key(key, c.id, ''TEAM'') and not exists (select from vault.keys k where k.id = key and k.scope = ''WORK'''
        || ' and k.case_id = c.id and k.part = access.actor_role())'),
    -- Moved, a discipline's own stays with those who could read it.
    ('app.appointments_hold()', 'and (a.kind is null) = (new.kind is null)',
      'and (a.kind is null) = (new.kind is null) and (new.kind is not null or a.key_id = new.key_id)'),
    -- Whoever hands over the same beside somebody else has read another grant.
    ('app.grant_deliveries_hold()', '''more than was approved'');',
      '''more than was approved'');' || E'\n    update app.return_grants x set version = x.version + 1 where x.id = g.id;'),
    -- A date is where its limit puts it, or was chosen; later than it was, for a reason or because the risk is another.
    ('app.plan_actions_hold()', '''due before it was agreed'');',
      '''due before it was agreed'');' || E'\n      perform app.must_hold(new.due_at <= case new.due_by'
        || E'\n        when ''HOURS'' then new.counted_from + make_interval(hours => new.limit_hours) + interval ''1 second'''
        || E'\n        when ''DAYS'' then app.office_closes(new.counted_from + make_interval(days => new.limit_days)) + interval ''1 second'''
        || E'\n        when ''RISK'' then new.counted_from + interval ''100 days'' else new.due_at end, ''later than its limit'');'),
    ('app.plan_actions_hold()', 'if tg_op = ''UPDATE'' and new.state <> old.state and new.state <> ''OPEN'' then',
      'if tg_op = ''UPDATE'' and new.due_at > old.due_at then'
        || E'\n      perform app.must_hold(case new.due_by when ''CHOSEN'' then new.moved_reason is not null'
        || E'\n        else old.due_by <> ''CHOSEN'' and app.is_now(new.redated_at) and new.risk is distinct from old.risk'
        || E'\n          and new.risk is not distinct from (select c.risk from app.cases c where c.id = new.case_id) end, ''put off without a reason'');'
        || E'\n    end if;\n    if tg_op = ''UPDATE'' and new.state <> old.state and new.state <> ''OPEN'' then')
  ) as c(name, said, says) loop
    was := pg_catalog.pg_get_functiondef(one.name::regprocedure);
    if pg_catalog.strpos(was, one.said) = 0 then raise exception '% is not told as it was', one.name; end if;
    execute pg_catalog.replace(was, one.said, one.says);
  end loop;
end $$;
reset role;
