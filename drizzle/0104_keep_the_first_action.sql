-- The first thing done for a person beyond writing them down: help we gave, or a referral that went to a supervisor or
-- left. Registration itself is no action. Written once, by the team, with the clock.
alter table app.cases add column first_action_at timestamptz;
grant update (first_action_at) on app.cases to relais_web;
select set_config('relais.maintenance', 'on', true);
insert into app.write_rules (tbl, op, verb, party, col, rule, must) values
  ('app.cases', 'UPDATE', '', 'lead', 'first_action_at', 'first', false),
  ('app.cases', 'UPDATE', '', 'member', 'first_action_at', 'first', false);

-- What is known of cases that were there before. Help is known by its day.
update app.cases c set first_action_at = f.at
  from (select case_id, min(at) as at from (
      select a.case_id, greatest(a.given_on::timestamptz + interval '12 hours', k.opened_at) as at
        from app.assistance a join app.cases k on k.id = a.case_id
      union all
      select r.case_id, e.at from app.referral_events e join app.referrals r on r.id = e.referral_id
        where e.verb in ('submit', 'send-emergency')
      union all
      select r.case_id, coalesce(r.submitted_at, r.sent_at) from app.referrals r
        where coalesce(r.submitted_at, r.sent_at) is not null) acted
    group by case_id) f
  where f.case_id = c.id;
-- Registered and nothing done yet: the promise runs again, from when the person was first reported.
update app.cases c set next_due_kind = 'first-action',
    next_due_at = coalesce(c.asked_at, c.opened_at)
      + case c.risk when 'HIGH' then interval '24 hours' when 'MEDIUM' then interval '72 hours' else interval '168 hours' end
  where c.first_action_at is null and c.state in ('OPEN', 'ON_HOLD') and c.next_due_kind = 'follow-up';
do $$
begin
  if exists (select from app.assistance a join app.cases c on c.id = a.case_id where c.first_action_at is null) then
    raise exception 'a case with help given has no first action';
  end if;
end $$;
select set_config('relais.maintenance', '', true);
