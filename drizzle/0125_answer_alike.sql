-- Whoever confirms danger to life is a colleague of any office: they read age, sex, danger and what left, and no code of
-- the case, also where the case happens to be in their reach. A supervisor who confirms best interests reads the file.
set role relais_definer;
create or replace function app.consents_to_confirm() returns table (id uuid, kind text, sex text, birth_year integer, reason text,
    danger text, caregiver text, purpose text, partner text, service text, facts text[], recorded_at timestamptz,
    due_at timestamptz, recorder text, case_code text, doubt text, no_at timestamptz, no_by text)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, c.confirm_by, p.sex, p.birth_year::integer, c.reason, c.situation ->> 'danger', c.situation ->> 'caregiver',
      c.purpose, c.partner_code, c.service, c.facts, c.given_at,
      case when c.confirm_by = 'COLLEAGUE' then c.given_at + interval '24 hours' end, u.name,
      case when c.confirm_by = 'SUPERVISOR' then k.code end, c.situation ->> 'doubt', n.at, n.giver
    from app.consents c join app.cases k on k.id = c.case_id
      join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
      join access.users u on u.id = c.recorded_by
      cross join lateral (select c.case_id = any(array(select access.my_case_ids()))
        or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices()))) as mine) reach
      left join lateral (select app.said_at(o) as at, o.giver from app.consents o where o.case_id = c.case_id and o.id <> c.id
        and app.no_to(o, c.purpose, c.partner_code, c.service) order by app.said_at(o) desc limit 1) n on true
    where c.confirm_by is not null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.needs_review is null
      and c.confirmed_at is null
      and c.recorded_by <> access.actor_id()
      and case when c.confirm_by = 'SUPERVISOR' then access.actor_role() = 'SUPERVISOR' and reach.mine
        else access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') end
    order by c.given_at, c.id $$;
reset role;

-- One answer to "how does this partner answer for this service?", whoever asks: a colleague sees few referrals, a
-- supervisor more, and each page said another number. Restricted cases are not counted. Numbers only.
create function app.answer_rate(partner text, service text) returns json
  language sql stable security definer set search_path = ''
  as $$
    select pg_catalog.json_build_object('decided', pg_catalog.count(*),
        'accepted', pg_catalog.count(*) filter (where x.state <> 'DECLINED'),
        'days', pg_catalog.percentile_cont(0.5) within group (order by extract(epoch from x.answered_at - x.sent_at) / 86400))
      from app.referrals x where x.partner_code = answer_rate.partner and x.service = answer_rate.service
        and x.answered_at is not null and x.sensitivity = 'S3' $$;
revoke all on function app.answer_rate(text, text) from public;
grant execute on function app.answer_rate(text, text) to relais_web;
alter function app.answer_rate(text, text) owner to relais_definer;
