-- A no is done too. "Not received" moves a referral by `contest`, and a no to sharing begins no referral at all: its
-- answer stands in the register of the case, recorded by this person now.
set role relais_definer;
create or replace function audit.was_moved(act text) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select case when pg_catalog.split_part(act, '.', 1) = 'referral' and (
      exists (select from app.referral_transitions t where t.verb = pg_catalog.split_part(act, '.', 2))
      or exists (select from app.act_rules a where a.act = pg_catalog.split_part(act, '.', 2)))
    then exists (select from app.referrals r where r.last_actor_id = access.actor_id() and app.is_now(r.last_at)
      and (r.last_verb = pg_catalog.split_part(act, '.', 2) or (act = 'referral.verify' and r.last_verb = 'contest')))
      or (act = 'referral.start' and exists (select from app.consents c where c.recorded_by = access.actor_id()
        and c.status = 'REFUSED' and c.purpose in ('REFERRAL', 'TRACING') and app.is_now(c.given_at)))
    else true end $$;
reset role;
