-- A no stands with what was recorded when it was said: taking a yes back is the person's own no, whoever gave the yes and
-- whatever was noted of them then; an age lowered since removes no adult's no. The same as consents/standing-no.ts says.
set role relais_definer;

-- The person's own no, said while able to decide, that this answer in their place would have to pass over.
create function app.standing_no_before(c app.consents) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select n.id from app.consents n
    left join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
    where n.case_id = c.case_id and n.id <> c.id and app.no_to(n, c.purpose, c.partner_code, c.service)
      and case n.status
        when 'REFUSED' then n.giver not in ('PARENT', 'GUARDIAN', 'AUTHORITY') and coalesce(n.situation ->> 'capacity', 'CAN') = 'CAN'
        else not exists (select from app.consent_confirmations f where f.consent_id = n.id and f.says = 'NO') end
      and not exists (select from app.consents y where y.case_id = c.case_id and y.giver = 'SELF'
        and app.yes_to(y, c.purpose, c.partner_code, c.service) and app.said_at(y) > app.said_at(n))
      -- An adult today (by the year of birth, where doubt is the child's), or when it was said; where nobody noted the age,
      -- until somebody answers for the child.
      and (coalesce(pg_catalog.date_part('year', clock.casework_now()) - p.birth_year - 1 >= 18, true)
        or n.situation ->> 'ageGroup' in ('A18_59', 'A60P')
        or (c.legal_basis <> 'CONSENT' and coalesce(n.situation ->> 'ageGroup', 'AU') not in ('A0_4', 'A5_11', 'A12_17')))
    order by app.said_at(n) desc, n.id limit 1 $$;

-- Whether an answer given in the person's place would pass over their no without a reason to doubt since that they can
-- decide. A legal duty asks nobody.
create or replace function app.passes_over_no(c app.consents) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.giver <> 'SELF' and c.legal_basis <> 'LEGAL_OBL'
      and not coalesce(c.situation ->> 'capacity' in ('CANNOT', 'FLUCTUATES')
        and (c.situation ->> 'doubt' = any (d.codes) or c.reason = any (d.codes)), false)
      and app.standing_no_before(c) is not null
    from (select array['UNCONSCIOUS', 'ACUTE_CRISIS', 'COGNITIVE', 'NO_COMMUNICATION'] as codes) d $$;
drop function app.standing_no(uuid, text, text, text);

-- Whoever confirms reads that a yes was taken back, not who could not answer before.
create or replace function app.consents_to_confirm() returns table (id uuid, kind text, sex text, birth_year integer, reason text,
    danger text, caregiver text, purpose text, partner text, service text, facts text[], recorded_at timestamptz,
    due_at timestamptz, recorder text, case_code text, doubt text, no_at timestamptz, no_by text)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, c.confirm_by, p.sex, p.birth_year::integer, c.reason, c.situation ->> 'danger', c.situation ->> 'caregiver',
      c.purpose, c.partner_code, c.service, c.facts, c.given_at,
      case when c.confirm_by = 'COLLEAGUE' then c.given_at + interval '24 hours' end, u.name,
      case when c.confirm_by = 'SUPERVISOR' then k.code end, c.situation ->> 'doubt', n.at, n.by
    from app.consents c join app.cases k on k.id = c.case_id
      join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
      join access.users u on u.id = c.recorded_by
      cross join lateral (select c.case_id = any(array(select access.my_case_ids()))
        or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices()))) as mine) reach
      left join lateral (select app.said_at(o) as at, case o.status when 'WITHDRAWN' then 'WITHDRAWN' else o.giver end as by
        from app.consents o where o.case_id = c.case_id and o.id <> c.id
        and app.no_to(o, c.purpose, c.partner_code, c.service) order by app.said_at(o) desc limit 1) n on true
    where c.confirm_by is not null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.needs_review is null
      and c.confirmed_at is null
      and c.recorded_by <> access.actor_id()
      and case when c.confirm_by = 'SUPERVISOR' then access.actor_role() = 'SUPERVISOR' and reach.mine
        else access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') end
    order by c.given_at, c.id $$;
revoke all on function app.standing_no_before(app.consents) from public;
reset role;
