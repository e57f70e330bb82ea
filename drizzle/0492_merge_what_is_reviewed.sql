-- Every open case has a review ahead of it: that is no work which a merge would leave unseen. It is laid aside with the file that
-- points, as a hold's day is, and taken up again when the merge is taken back; the known file has a review of its own.
select set_config('relais.maintenance', 'on', true);
set role relais_definer;
create or replace function app.still_runs(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select app.opens_file(of_case) and (exists (select from app.referrals r where r.case_id = of_case
      and r.state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN'))
    or exists (select from app.tasks t where t.case_id = of_case and t.state = 'OPEN'
      and t.kind not in ('COMPARE_PEOPLE', 'REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED', 'REVIEW_CASE'))) $$;
create or replace function app.case_merged() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.state = 'DUPLICATE' then
      update app.tasks t set state = 'DROPPED', done_by = new.last_actor_id, done_at = clock.casework_now(), outcome = 'MERGED'
        where t.case_id = new.id and t.state = 'OPEN' and t.kind in ('REVIEW_HOLD', 'SEE_HOLD', 'CLOSURE_RETURNED', 'REVIEW_CASE');
    else
      -- Laid aside by the merge that is taken back, not by one before it.
      perform app.take_up(new, (select max(e.at) from app.case_events e where e.case_id = new.id and e.verb = 'merge'), array['MERGED'], true);
    end if;
    return null;
  end $$;
reset role;
