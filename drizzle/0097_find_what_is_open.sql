-- What is open is found without passing what is done: memberships where somebody else leads, answers that nobody has
-- confirmed yet, restricted cases that nobody named can decide.

create index members_beside_lead on app.case_members (user_id, case_id) where until is null and capacity <> 'LEAD';

-- That somebody confirmed it (or said no) stands on the answer itself. The confirmation writes it, nobody else.
alter table app.consents add column confirmed_at timestamptz;
select set_config('relais.maintenance', 'on', true);
update app.consents c set confirmed_at = f.at
  from (select x.consent_id, min(x.at) as at from app.consent_confirmations x group by x.consent_id) f where f.consent_id = c.id;
do $$
begin
  if exists (select from app.consent_confirmations f join app.consents c on c.id = f.consent_id where c.confirmed_at is null) then
    raise exception 'some answers do not say that they were confirmed';
  end if;
end $$;
select set_config('relais.maintenance', '', true);
grant update (confirmed_at) on app.consents to relais_definer;
create policy definer_marks_confirmed on app.consents for update to relais_definer
  using (confirm_by is not null and confirmed_at is null) with check (confirmed_at is not null);
create function app.consent_is_confirmed() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    update app.consents c set confirmed_at = new.at where c.id = new.consent_id and c.confirmed_at is null;
    return new;
  end $$;
create trigger consent_is_confirmed after insert on app.consent_confirmations for each row
  execute function app.consent_is_confirmed();

drop index app.consents_to_confirm;
create index consents_to_confirm on app.consents (given_at, id)
  where confirm_by is not null and confirmed_at is null and needs_review is null and status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE');

set role relais_definer;
create or replace function app.consents_to_confirm() returns table (id uuid, kind text, sex text, birth_year integer, reason text,
    danger text, caregiver text, purpose text, partner text, service text, facts text[], recorded_at timestamptz,
    due_at timestamptz, recorder text, case_code text)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, c.confirm_by, p.sex, p.birth_year::integer, c.reason, c.situation ->> 'danger', c.situation ->> 'caregiver',
      c.purpose, c.partner_code, c.service, c.facts, c.given_at,
      case when c.confirm_by = 'COLLEAGUE' then c.given_at + interval '24 hours' end, u.name,
      case when reach.mine then k.code end
    from app.consents c join app.cases k on k.id = c.case_id
      join app.people p on p.case_id = c.case_id and p.standing = 'PRINCIPAL'
      join access.users u on u.id = c.recorded_by
      cross join lateral (select c.case_id = any(array(select access.my_case_ids()))
        or (c.sensitivity = 'S3' and c.office_id = any(array(select access.supervised_offices()))) as mine) reach
    where c.confirm_by is not null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.needs_review is null
      and c.confirmed_at is null
      and c.recorded_by <> access.actor_id()
      and case when c.confirm_by = 'SUPERVISOR' then access.actor_role() = 'SUPERVISOR' and reach.mine
        else access.actor_role() in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR') end
    order by c.given_at, c.id $$;

-- Asked once, not once a kind of work.
create or replace function app.orphaned_work() returns table (case_id uuid, what integer, due_at timestamptz)
  language plpgsql stable security definer set search_path = ''
  as $$
  declare orphaned uuid[] := array(select access.orphaned_case_ids());
  begin
    if orphaned = '{}' then return; end if;
    return query select w.case_id, count(*)::integer, min(w.due_at) from (
        select r.case_id, r.due_at from app.referrals r where r.case_id = any(orphaned)
          and (r.state = 'PENDING_APPROVAL' or (r.emergency_path and r.reviewed_at is null and r.sent_at is not null))
        union all
        select c.id, null from app.cases c where c.id = any(orphaned) and c.state = 'PENDING_CLOSURE'
        union all
        select t.case_id, t.due_at from app.tasks t join app.task_kinds k on k.kind = t.kind and k.side = 'SUPERVISOR'
          where t.state = 'OPEN' and t.case_id = any(orphaned)) w
      group by w.case_id;
  end $$;
reset role;
create index cases_restricted_live on app.cases (office_id, id)
  where sensitivity = 'S4' and state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE');
create index members_named on app.case_members (case_id, user_id) where until is null and capacity = 'NAMED_SUPERVISOR';
alter function app.consent_is_confirmed() owner to relais_definer;
