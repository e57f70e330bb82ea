-- A partner's yes notes the case's first action, so it takes the case before the referral, as everybody does: without that it
-- and a withdrawal could wait for each other. The case is its own affair no further than that; and only while it is noted.
set role relais_definer;
create function app.hold_case_of(referral uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$ begin
    perform from app.cases c where c.first_action_at is null
      and c.id = (select r.case_id from app.referrals r where r.id = hold_case_of.referral
        and r.sent_at is not null and r.partner_code = access.my_partner())
      for no key update;
  end $$;
revoke execute on function app.hold_case_of(uuid) from public;
grant execute on function app.hold_case_of(uuid) to relais_partner;

-- What was confirmed with a no and taken back later was taken back by the person; ended by that no, in the same moment, it was not.
create or replace function app.standing_no_before(c app.consents) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select n.id from app.consents n
    left join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
    where n.case_id = c.case_id and n.id <> c.id and app.no_to(n, c.purpose, c.partner_code, c.service)
      and case n.status
        when 'REFUSED' then n.giver not in ('PARENT', 'GUARDIAN', 'AUTHORITY') and coalesce(n.situation ->> 'capacity', 'CAN') = 'CAN'
        else not exists (select from app.consent_confirmations f where f.consent_id = n.id and f.says = 'NO'
          and n.withdrawn_at <= f.at) end
      and not exists (select from app.consents y where y.case_id = c.case_id and y.giver = 'SELF'
        and app.yes_to(y, c.purpose, c.partner_code, c.service) and app.said_at(y) > app.said_at(n))
      -- An adult today (by the year of birth, where doubt is the child's), or when it was said; where nobody noted the age,
      -- until somebody answers for the child.
      and (coalesce(pg_catalog.date_part('year', clock.casework_now()) - p.birth_year - 1 >= 18, true)
        or n.situation ->> 'ageGroup' in ('A18_59', 'A60P')
        or (c.legal_basis <> 'CONSENT' and coalesce(n.situation ->> 'ageGroup', 'AU') not in ('A0_4', 'A5_11', 'A12_17')))
    order by app.said_at(n) desc, n.id limit 1 $$;

-- Whether a move happened just now is looked up among what this person moved last, not among all that ever was.
create or replace function audit.was_moved(act text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select case when pg_catalog.split_part(act, '.', 1) = 'referral' and (
      exists (select from app.referral_transitions t where t.verb = pg_catalog.split_part(act, '.', 2))
      or exists (select from app.act_rules a where a.act = pg_catalog.split_part(act, '.', 2)))
    then exists (select from app.referrals r where r.last_actor_id = (select access.actor_id())
      and r.last_at >= (select clock.casework_now()) - interval '1 second' and app.is_now(r.last_at)
      and (r.last_verb = pg_catalog.split_part(act, '.', 2) or (act = 'referral.verify' and r.last_verb = 'contest')))
      or (act = 'referral.start' and exists (select from app.consents c where c.recorded_by = access.actor_id()
        and c.status = 'REFUSED' and c.purpose in ('REFERRAL', 'TRACING') and app.is_now(c.given_at)))
    else true end $$;
reset role;

create index referrals_moved_by on app.referrals (last_actor_id, last_at);
-- How a partner answers is counted from its answers alone.
create index referrals_answered on app.referrals (partner_code, service) include (state, sent_at, answered_at)
  where answered_at is not null and sensitivity = 'S3';
create index alerts_of_case on app.alerts (case_id) where case_id is not null;

-- Time stands still in a transaction: one that waited ends a task that another opened after it began. A withdrawal that came
-- second after a partner's yes was told that there is nothing to withdraw.
alter policy definer_ends on app.tasks with check (opened_at <= clock.casework_now() + interval '1 minute');
