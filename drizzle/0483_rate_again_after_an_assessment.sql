-- A rating that an assessment asked for is asked for still when a closed case is opened again.
set role relais_definer;
create or replace function app.still_asked(t app.tasks) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select case
      when k.comes_back is null then false
      when k.comes_back = 'IN_TIME' then t.due_at > clock.casework_now()
      when k.in_states is not null then exists (select from app.referrals r where r.id = t.subject_id and r.state = any(k.in_states))
      when t.kind = 'RENEW_CONSENT' then exists (select from app.referrals r join app.consents c on c.id = r.consent_id
        where r.id = t.subject_id and app.is_shared(r) and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and c.withdrawn_at is null)
      when t.kind = 'FIND_BASIS' then app.basis_missing(t.case_id)
      when t.kind = 'RATE_AGAIN' and t.reason = 'ASSESSED' then true
      when t.kind in ('RATE_AGAIN', 'SEE_LOWER_RISK') then exists (select from app.case_proposals p
        where p.case_id = t.case_id and coalesce(p.lower_reason, p.open_reason) is not null)
      -- An answer of others is over once the case is offered again.
      when t.kind in ('TRANSFER_REFUSED', 'SEE_TRANSFER_REFUSED') then not exists (select from app.case_transfers x
        where x.case_id = t.case_id and x.offered_at > t.opened_at)
      else true end
    from app.task_kinds k where k.kind = t.kind
  $$;
reset role;
