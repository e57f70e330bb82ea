-- A first action is help given, a meeting, an emergency sent or a partner's yes. A referral that waits for approval, was
-- sent back, refused or cancelled has done nothing for the person.

-- When the next contact is due, counted from the last one: days end with the office's day, as the clocks say it.
create function app.follow_up_due(of_case app.cases) returns timestamptz
  language sql stable set search_path = ''
  as $$ select greatest(at, date_trunc('day', at, 'UTC') + interval '17 hours') from (
    select greatest(coalesce(of_case.asked_at, of_case.opened_at),
        case when of_case.last_contact_on::timestamp at time zone 'UTC' > of_case.opened_at
          then of_case.last_contact_on::timestamp at time zone 'UTC' end)
      + case of_case.risk when 'LOW' then interval '30 days' when 'MEDIUM' then interval '14 days' else interval '7 days' end as at) x $$;

-- The partner does not see the case, so its yes is noted here, whoever writes it down.
create function app.note_first_action() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    update app.cases c set first_action_at = new.last_at,
        next_due_at = case when c.next_due_kind = 'first-action' then app.follow_up_due(c) else c.next_due_at end,
        next_due_kind = case when c.next_due_kind = 'first-action' then 'follow-up' else c.next_due_kind end
      where c.id = new.case_id and c.first_action_at is null;
    return new;
  end $$;
grant update (first_action_at, next_due_at, next_due_kind) on app.cases to relais_definer;
create policy definer_notes_action on app.cases for update to relais_definer using (first_action_at is null)
  with check (first_action_at <= clock.casework_now());
create trigger d_taken after update on app.referrals for each row
  when (new.state = 'ACCEPTED' and old.state is distinct from new.state) execute function app.note_first_action();
alter function app.follow_up_due(app.cases) owner to relais_definer;
alter function app.note_first_action() owner to relais_definer;

-- What submitting had stopped runs again, from when it ran before.
select set_config('relais.maintenance', 'on', true);
update app.cases c set first_action_at = f.at
  from (select k.id, (select min(at) from (
      select greatest(a.given_on::timestamptz + interval '12 hours', k.opened_at) as at from app.assistance a where a.case_id = k.id
      union all
      select e.at from app.referral_events e join app.referrals r on r.id = e.referral_id
        where r.case_id = k.id and e.verb in ('accept', 'send-emergency')
      union all
      -- Met or heard on a later day than the one it began on.
      select k.last_contact_on::timestamptz + interval '12 hours' where k.last_contact_on > k.opened_at::date) acted) as at
    from app.cases k where k.first_action_at is not null) f
  where f.id = c.id and f.at is distinct from c.first_action_at;
update app.cases c set next_due_kind = 'first-action',
    next_due_at = coalesce(c.asked_at, c.opened_at) + case least(
        case c.risk when 'LOW' then 3 when 'MEDIUM' then 2 else 1 end,
        (select min(case a.urgency when 'EMERGENCY' then 1 when 'URGENT' then 2 else 3 end) from app.alerts a where a.case_id = c.id))
      when 1 then interval '24 hours' when 2 then interval '72 hours' else interval '168 hours' end
  where c.first_action_at is null and c.state in ('OPEN', 'ON_HOLD') and c.next_due_kind = 'follow-up';
update app.tasks t set state = 'OPEN', done_by = null, done_at = null, outcome = null
  from app.cases c
  where c.id = t.case_id and c.state in ('OPEN', 'ON_HOLD', 'DRAFT') and t.state = 'DONE' and t.outcome = 'SERVICE'
    and t.kind in ('CARE_PEP', 'CARE_EC', 'CARE_INJURY', 'SEE_PERSON')
    and not exists (select from app.tasks o where o.kind = t.kind and o.subject_id = t.subject_id and o.state = 'OPEN')
    and not exists (select from app.assistance a where a.case_id = t.case_id and a.service = any(case t.kind
      when 'CARE_INJURY' then array['MED_CMR', 'MED_CONS', 'MED_HOSP'] when 'SEE_PERSON' then '{}'::text[] else array['MED_CMR'] end));
select set_config('relais.maintenance', '', true);
