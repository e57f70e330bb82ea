-- A capable adult's no stands, also in danger; a no reaches as far as its words, whichever name it was written under; an
-- answer is as old as its moment. The same as lib/casework/consents/question.ts and standing-no.ts say.

-- The services an answer is about: one, all below a heading, or (nothing) every one.
create function app.consent_reach(purpose text, service text) returns text
  language sql immutable set search_path = ''
  as $$ select coalesce(service, case purpose when 'TRACING' then 'FTR' when 'RETURN' then 'RETURN' end) $$;
create function app.service_covers(wide text, one text) returns boolean
  language sql immutable set search_path = ''
  as $$ select wide is null or coalesce(wide = one or pg_catalog.starts_with(one, wide || '_'), false) $$;
-- Purposes that carry a service are one question.
create function app.carries_service(purpose text) returns boolean
  language sql immutable set search_path = ''
  as $$ select purpose in ('REFERRAL', 'TRACING', 'RETURN') $$;
create function app.same_kind(a text, b text) returns boolean
  language sql immutable set search_path = ''
  as $$ select a = b or (app.carries_service(a) and app.carries_service(b)) $$;

create function app.said_at(c app.consents) returns timestamptz
  language sql immutable set search_path = ''
  as $$ select greatest(c.given_at, c.withdrawn_at) $$;
-- Whether a no is a no to this.
create function app.no_to(n app.consents, purpose text, partner text, service text) returns boolean
  language sql immutable set search_path = ''
  as $$ select n.status in ('REFUSED', 'WITHDRAWN') and app.same_kind(n.purpose, purpose)
          and (n.partner_code is null or n.partner_code = partner)
          and (not app.carries_service(purpose)
            or app.service_covers(app.consent_reach(n.purpose, n.service), app.consent_reach(purpose, service))) $$;
create function app.yes_to(y app.consents, purpose text, partner text, service text) returns boolean
  language sql immutable set search_path = ''
  as $$ select y.status not in ('REFUSED', 'WITHDRAWN') and y.withdrawn_at is null and app.same_kind(y.purpose, purpose)
          and y.partner_code is not distinct from partner
          and (not app.carries_service(purpose) or y.service = service or (y.service is null
            and app.consent_reach(y.purpose, null) is not null
            and app.service_covers(app.consent_reach(y.purpose, null), app.consent_reach(purpose, service)))) $$;

-- The person's own no, said while able to decide, that no yes of theirs has lifted since.
create function app.standing_no(of_case uuid, purpose text, partner text, service text) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select n.id from app.consents n
    where n.case_id = of_case and app.no_to(n, purpose, partner, service)
      and coalesce(n.situation ->> 'capacity', 'CAN') = 'CAN'
      and case n.status when 'REFUSED' then n.giver not in ('PARENT', 'GUARDIAN', 'AUTHORITY')
        else n.giver = 'SELF' and not exists (select from app.consent_confirmations f where f.consent_id = n.id and f.says = 'NO') end
      and not exists (select from app.consents y where y.case_id = of_case and y.giver = 'SELF'
        and app.yes_to(y, purpose, partner, service) and app.said_at(y) > app.said_at(n))
    order by app.said_at(n) desc, n.id limit 1 $$;

-- Whether an answer given in the person's place would pass over their no: of an adult (by the year of birth, where doubt is
-- the child's), without a reason to doubt since that they can decide. A legal duty asks nobody.
create function app.passes_over_no(c app.consents) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.giver <> 'SELF' and c.legal_basis <> 'LEGAL_OBL'
      and not coalesce(c.situation ->> 'capacity' in ('CANNOT', 'FLUCTUATES')
        and (c.situation ->> 'doubt' = any (d.codes) or c.reason = any (d.codes)), false)
      and coalesce((select pg_catalog.date_part('year', clock.casework_now()) - p.birth_year - 1 >= 18 from app.people p
        where p.case_id = c.case_id and p.standing = 'PRINCIPAL'), true)
      and app.standing_no(c.case_id, c.purpose, c.partner_code, c.service) is not null
    from (select array['UNCONSCIOUS', 'ACUTE_CRISIS', 'COGNITIVE', 'NO_COMMUNICATION'] as codes) d $$;

-- Whether words about a person may be kept: the case is past registration, or they said yes to it.
create function app.answered(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select coalesce((select c.state <> 'DRAFT' or coalesce((select n.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and n.withdrawn_at is null
            from app.consents n where n.case_id = c.id and n.purpose = 'CASE_MGMT'
            order by app.said_at(n) desc, n.status in ('REFUSED', 'WITHDRAWN') desc, n.id limit 1), false)
          from app.cases c where c.id = of_case), false) $$;

-- An answer of the web login is of this moment; one on the first page of a draft is of the moment it was given there, so
-- that a no said since is newer. The first answer of a case is the one to its file.
create function app.consent_is_theirs() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    if access.login() <> 'web' then return new; end if;
    perform app.must_hold(app.is_now(new.given_at) or (new.status <> 'REFUSED' and new.given_at <= clock.casework_now()
      and app.carries_service(new.purpose) and exists (select from app.referrals r
        join app.referral_events e on e.referral_id = r.id and e.verb = 'start'
        where r.case_id = new.case_id and r.partner_code = new.partner_code and r.service = new.service
          and r.sent_at is null and e.at < new.given_at + interval '1 millisecond')), 'nobody answered at that moment');
    perform app.must_hold(new.purpose in ('CASE_MGMT', 'STATS') or app.answered(new.case_id), 'the person has not agreed to a file');
    perform app.must_hold(not app.passes_over_no(new), 'a capable adult''s no stands');
    return new;
  end $$;
create trigger d_is_theirs before insert on app.consents for each row execute function app.consent_is_theirs();
select set_config('relais.maintenance', 'on', true);
update app.write_rules set rule = 'any', must = false where tbl = 'app.consents' and op = 'INSERT' and col = 'given_at';
-- A no to contact stops calls; lifting that stays where it is, on the page of safety.
update app.write_rules set rule = 'any' where tbl = 'app.cases' and op = 'UPDATE' and verb = '' and party in ('lead', 'member')
  and col = 'do_not_contact';
select set_config('relais.maintenance', '', true);

-- Said at this door or by withdrawing an older yes: by the end of the transaction the case says "do not call".
create function app.no_contact_is_kept() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    -- Whoever took the whole file back is followed up no more; a draft that ended is gone.
    perform app.must_hold(access.login() <> 'web' or coalesce((select c.do_not_contact or c.closure_reason = 'CONSENT_WITHDRAWN'
      from app.cases c where c.id = new.case_id), true), 'a no to contact stops calls');
    return null;
  end $$;
create constraint trigger no_contact_is_kept after insert or update of status on app.consents
  deferrable initially deferred for each row when (new.purpose = 'CONTACT' and new.status in ('REFUSED', 'WITHDRAWN'))
  execute function app.no_contact_is_kept();

set role relais_definer;
create or replace function app.consent_gap(referral app.referrals) returns text
  language sql stable security definer set search_path = ''
  as $$
    select coalesce((select case
        when c.needs_review is not null then 'NEEDS_REVIEW'
        when c.partner_code is distinct from referral.partner_code or c.service <> referral.service
          or not app.carries_service(c.purpose)
          or not app.service_covers(app.consent_reach(c.purpose, c.service), referral.service) then 'OTHER'
        when c.status not in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') or c.withdrawn_at is not null then 'ENDED'
        when c.expires_on < (clock.casework_now())::date then 'EXPIRED'
        when not referral.facts <@ c.facts then 'FACTS'
        when app.no_rule_allows(c.status, c.giver, c.legal_basis, c.purpose, c.reason, c.situation ->> 'capacity', p.birth_year,
          c.given_at::date) is not null then 'NO_RULE'
        -- The newest answer decides: a no said since then that reaches this agency and this service.
        when exists (select from app.consents n where n.case_id = c.case_id and n.id <> c.id
          and app.no_to(n, c.purpose, referral.partner_code, referral.service) and app.said_at(n) >= c.given_at) then 'NEWER_NO'
        when app.passes_over_no(c) then 'STANDING_NO'
        when f.says = 'NO' then 'UNCONFIRMED'
        when f.says is null and (c.confirm_by is not null or c.status = 'NOT_POSSIBLE')
          and referral.state <> 'PENDING_APPROVAL'
          and not (referral.emergency_path and c.confirm_by = 'COLLEAGUE'
            and c.given_at > clock.casework_now() - interval '24 hours') then 'UNCONFIRMED'
      end
      from app.consents c left join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
        left join app.consent_confirmations f on f.consent_id = c.id
      where c.id = referral.consent_id),
      case when not exists (select from app.consents c where c.id = referral.consent_id) then 'NONE' end) $$;
reset role;

-- Whoever confirms reads the no beside the answer, and why somebody doubts it.
drop function app.consents_to_confirm();
create function app.consents_to_confirm() returns table (id uuid, kind text, sex text, birth_year integer, reason text,
    danger text, caregiver text, purpose text, partner text, service text, facts text[], recorded_at timestamptz,
    due_at timestamptz, recorder text, case_code text, doubt text, no_at timestamptz, no_by text)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, c.confirm_by, p.sex, p.birth_year::integer, c.reason, c.situation ->> 'danger', c.situation ->> 'caregiver',
      c.purpose, c.partner_code, c.service, c.facts, c.given_at,
      case when c.confirm_by = 'COLLEAGUE' then c.given_at + interval '24 hours' end, u.name,
      case when reach.mine then k.code end, c.situation ->> 'doubt', n.at, n.giver
    from app.consents c join app.cases k on k.id = c.case_id
      join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
      join access.users u on u.id = c.recorded_by
      cross join lateral (select c.case_id = any(array(select access.my_case_ids()))
        or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices()))) as mine) reach
      left join lateral (select app.said_at(o) as at, o.giver from app.consents o where o.case_id = c.case_id and o.id <> c.id
        and app.no_to(o, c.purpose, c.partner_code, c.service) order by app.said_at(o) desc limit 1) n on true
    where c.confirm_by is not null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.needs_review is null
      and not exists (select from app.consent_confirmations f where f.consent_id = c.id)
      and c.recorded_by <> access.actor_id()
      and case when c.confirm_by = 'SUPERVISOR' then access.actor_role() = 'SUPERVISOR' and reach.mine
        else access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') end
    order by c.given_at, c.id $$;
grant execute on function app.consents_to_confirm() to relais_web;

-- A new yes carries what runs also where it was given on a draft, and under another name of the same question.
set role relais_definer;
create or replace function app.carry_over(consent uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.consents; r uuid; carried integer := 0; fresh boolean;
  begin
    select x.* into c from app.consents x where x.id = consent;
    select x.xmin = pg_catalog.pg_current_xact_id()::xid into fresh from app.consents x where x.id = consent;
    if not coalesce(c.recorded_by = access.actor_id() and (app.is_now(c.given_at) or fresh), false)
      and not exists (select from app.consent_confirmations f where f.consent_id = c.id and f.by_id = access.actor_id()
        and app.is_now(f.at)) then
      raise exception 'not an answer of this moment' using errcode = 'insufficient_privilege';
    end if;
    if c.partner_code is null or not app.consent_stands(c.id)
      or ((c.confirm_by is not null or c.status = 'NOT_POSSIBLE') and not exists (
        select from app.consent_confirmations f where f.consent_id = c.id and f.says = 'YES')) then
      return 0;
    end if;
    for r in select x.id from app.referrals x join app.consents o on o.id = x.consent_id
        join app.act_rules a on a.act = 'renew' and a.state = x.state
        where x.case_id = c.case_id and x.partner_code = c.partner_code
          and app.service_covers(app.consent_reach(c.purpose, c.service), x.service)
          and x.sent_at is not null and x.facts <@ c.facts and o.id <> c.id and app.same_kind(o.purpose, c.purpose)
          and o.given_at <= c.given_at
          and o.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and o.withdrawn_at is null and o.needs_review is null
        order by x.id for update of x loop
      update app.referrals x set consent_id = c.id, version = x.version + 1, last_verb = 'renew', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = clock.casework_now() where x.id = r;
      update app.shares s set consent_id = c.id, until = c.expires_on where s.referral_id = r and s.ended_at is null;
      carried := carried + 1;
    end loop;
    return carried;
  end $$;
reset role;

-- On whose word a partner reads: the person's, somebody's for them, or none, and then on which ground. No more of the consent.
create function app.shared_on(referral uuid) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case when c.legal_basis <> 'CONSENT' then c.legal_basis
        when c.status = 'GIVEN' and c.giver <> 'SELF' then 'REPRESENTATIVE' else 'PERSON' end
    from app.referrals r join app.consents c on c.id = r.consent_id
    where r.id = referral and r.sent_at is not null and r.partner_code = (select access.my_partner()) $$;
grant execute on function app.shared_on(uuid) to relais_partner;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
do $$
declare f text;
begin
  foreach f in array array['consent_reach(text, text)', 'service_covers(text, text)', 'carries_service(text)', 'same_kind(text, text)',
    'said_at(app.consents)', 'no_to(app.consents, text, text, text)', 'yes_to(app.consents, text, text, text)',
    'standing_no(uuid, text, text, text)', 'passes_over_no(app.consents)', 'answered(uuid)', 'consent_is_theirs()',
    'no_contact_is_kept()', 'consents_to_confirm()', 'shared_on(uuid)'] loop
    execute format('alter function app.%s owner to relais_definer', f);
  end loop;
end $$;
