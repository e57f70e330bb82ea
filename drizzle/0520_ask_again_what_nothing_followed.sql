-- A no, or a service that was not reached, asks for a next step; beginning the next referral answered that for ever. Where that one is
-- stopped before it leaves, nothing followed: the step is asked for again, and so is what was promised, with the dates they had.
create policy definer_asks_again on app.tasks for update to relais_definer
  using (state = 'DONE' and outcome = 'OTHER_REFERRAL')
  with check (state = 'OPEN' and done_at is null and done_by is null and outcome is null);

set role relais_definer;
create function app.nothing_followed() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if not app.worked_on(new.case_id) or exists (select from app.referrals o where o.previous_id = new.previous_id and o.state <> 'CANCELLED') then
      return null;
    end if;
    update app.tasks t set state = 'OPEN', done_by = null, done_at = null, outcome = null
      where t.id in (select distinct on (x.kind) x.id from app.tasks x join app.task_kinds k on k.kind = x.kind
          join app.referrals p on p.id = x.subject_id and p.state = any(k.in_states)
        where x.subject_id = new.previous_id and x.kind in ('NEXT_STEP', 'PROMISED') order by x.kind, x.opened_at desc, x.id)
        and t.state = 'DONE' and t.outcome = 'OTHER_REFERRAL';
    return null;
  end $$;
revoke execute on function app.nothing_followed() from public;
grant execute on function app.nothing_followed() to relais_owner;
reset role;
create trigger zz_nothing_followed after update of state on app.referrals for each row
  when (new.state = 'CANCELLED' and old.state <> 'CANCELLED' and new.sent_at is null and new.previous_id is not null)
  execute function app.nothing_followed();
set role relais_definer;
revoke execute on function app.nothing_followed() from relais_owner;
reset role;
