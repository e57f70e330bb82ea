-- Help that was written down by mistake has ended nothing: care in time and what was promised wait again, with the date they had,
-- and the first action is the next thing that was truly done, or still to do.
grant update (last_contact_on) on app.cases to relais_definer;
create policy definer_takes_action_back on app.cases for update to relais_definer using (first_action_at is not null)
  with check (first_action_at is null or first_action_at <= clock.casework_now());
-- When something was written about a case of whoever takes help back, and nothing of what.
create policy definer_sees_own_cases on app.notes for select to relais_definer using (case_id = any(array(select access.my_case_ids())));
create policy definer_begins_again on app.tasks for update to relais_definer
  using (state = 'DONE' and outcome in ('SERVICE', 'DIRECT_HELP'))
  with check (state = 'OPEN' and done_at is null and done_by is null and outcome is null);

set role relais_definer;
create function app.help_taken_back() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare c app.cases; other record;
  begin
    -- Ended in the moment in which this line was written, or one that it had replaced; not where other help that still stands
    -- would have ended it as well.
    update app.tasks t set state = 'OPEN', done_by = null, done_at = null, outcome = null
      where t.case_id = new.case_id and t.state = 'DONE'
        and t.done_at in (select a.recorded_at from app.assistance a where a.case_id = new.case_id and a.ended_at is not null)
        and case t.outcome
          when 'DIRECT_HELP' then t.kind = 'PROMISED' and not exists (select from app.assistance a where a.case_id = t.case_id
            and a.ended_at is null and a.recorded_at >= t.done_at)
          when 'SERVICE' then not exists (select from app.assistance a join app.task_rules r on r.kind = t.kind and r.cause = 'HELPED'
              and a.service = any(r.verbs) where a.case_id = t.case_id and a.ended_at is null)
          else false end
        and not exists (select from app.tasks o where o.kind = t.kind and o.subject_id = t.subject_id and o.state = 'OPEN');

    select x.* into c from app.cases x where x.id = new.case_id;
    select min(a.recorded_at) as at, max(a.given_on) as on_day into other from app.assistance a where a.case_id = c.id and a.ended_at is null;
    -- Help that is only told otherwise was help. The application counts in milliseconds.
    if new.replaced_by is null and exists (select from app.assistance a where a.case_id = c.id and a.ended_at is not null
      and pg_catalog.date_trunc('milliseconds', a.recorded_at) = pg_catalog.date_trunc('milliseconds', c.first_action_at)) then
      update app.cases x set first_action_at = (select min(at) from (
          select other.at
          union all
          select e.at from app.referral_events e join app.referrals r on r.id = e.referral_id
            where r.case_id = c.id and e.verb in ('accept', 'send-emergency')
          union all
          select f.recorded_at from app.follow_ups f where f.case_id = c.id and f.outcome <> 'NOT_REACHED'
          union all
          -- Met or heard since, by what else was written.
          select n.written_at from app.notes n where n.case_id = c.id and c.last_contact_on > new.given_on) acted
          where at is not null)
        where x.id = c.id;
    end if;
    -- The last contact was that day only where nothing else was heard of the person on it.
    if c.last_contact_on = new.given_on and other.on_day is distinct from new.given_on
      and not exists (select from app.consents s where s.case_id = c.id and s.given_at::date = new.given_on)
      and not exists (select from app.follow_ups f where f.case_id = c.id and f.outcome <> 'NOT_REACHED' and f.on_day = new.given_on)
      and not exists (select from app.notes n where n.case_id = c.id and n.written_at::date >= new.given_on) then
      update app.cases x set last_contact_on = (select max(d) from (select other.on_day as d
          union all select max(s.given_at::date) from app.consents s where s.case_id = c.id and s.given_at::date < new.given_on
          union all select max(f.on_day) from app.follow_ups f where f.case_id = c.id and f.outcome <> 'NOT_REACHED' and f.on_day < new.given_on) heard)
        where x.id = c.id;
    end if;
    return null;
  end $$;
reset role;
create trigger y_taken_back after update of ended_at on app.assistance for each row
  when (old.ended_at is null and new.ended_at is not null) execute function app.help_taken_back();
set role relais_definer;
revoke execute on function app.help_taken_back() from public;
reset role;
