-- Care that helps only for some hours after what happened is work of somebody's with a clock, not a line on a form.
insert into app.task_kinds (kind, side, by_partner, ends_with_consent) values
  ('CARE_PEP', 'TEAM', false, true), ('CARE_EC', 'TEAM', false, true), ('CARE_INJURY', 'TEAM', false, true),
  ('SEE_PERSON', 'TEAM', false, true);

-- What a supervisor has to look at has a limit, and is not late in the second in which it was written.
select set_config('relais.maintenance', 'on', true);
update app.tasks t set due_at = t.opened_at + app.setting('see.' || t.kind)
  where t.state = 'OPEN' and t.kind in ('SEE_LOWER_RISK', 'SEE_DANGER', 'CALLED_ANYWAY')
    and (t.due_at is null or t.due_at <= t.opened_at);
select set_config('relais.maintenance', '', true);
