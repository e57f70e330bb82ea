-- Answers that wait are found through their index again: what stands on the answer (confirmed_at), never every confirmation.
set role relais_definer;
create or replace function app.consents_to_confirm() returns table (id uuid, kind text, sex text, birth_year integer, reason text,
    danger text, caregiver text, purpose text, partner text, service text, facts text[], recorded_at timestamptz,
    due_at timestamptz, recorder text, case_code text, doubt text, no_at timestamptz, no_by text)
  language sql stable security definer set search_path = ''
  as $$
    with waiting as materialized (select c.* from app.consents c where c.confirm_by is not null and c.confirmed_at is null
      and c.needs_review is null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE'))
    select c.id, c.confirm_by, p.sex, p.birth_year::integer, c.reason, c.situation ->> 'danger', c.situation ->> 'caregiver',
      c.purpose, c.partner_code, c.service, c.facts, c.given_at,
      case when c.confirm_by = 'COLLEAGUE' then c.given_at + interval '24 hours' end, u.name,
      case when reach.mine then k.code end, c.situation ->> 'doubt', n.at, n.giver
    from waiting c join app.cases k on k.id = c.case_id
      join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
      join access.users u on u.id = c.recorded_by
      cross join lateral (select c.case_id = any(array(select access.my_case_ids()))
        or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices()))) as mine) reach
      left join lateral (select app.said_at(o) as at, o.giver from app.consents o where o.case_id = c.case_id and o.id <> c.id
        and app.no_to(o, c.purpose, c.partner_code, c.service) order by app.said_at(o) desc limit 1) n on true
    where c.recorded_by <> access.actor_id()
      and case when c.confirm_by = 'SUPERVISOR' then access.actor_role() = 'SUPERVISOR' and reach.mine
        else access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') end
    order by c.given_at, c.id $$;
reset role;
