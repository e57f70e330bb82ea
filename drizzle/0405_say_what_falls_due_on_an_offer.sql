-- Whoever is asked to take a case read "no task" while its follow-up was days late: what the case itself promises next is said too.
drop function app.offered_case(uuid);
create function app.offered_case(transfer uuid)
  returns table (sex text, birth_year integer, cercle text, risk text, languages text[], opened_at timestamptz, referrals integer, tasks integer,
    due_at timestamptz, due_kind text)
  language sql stable security definer set search_path = ''
  as $$
    select p.sex, p.birth_year::integer, c.cercle, c.risk, p.languages, c.opened_at,
      (select count(*)::integer from app.referrals r join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED')
        where r.case_id = c.id and r.sent_at is not null),
      (select count(*)::integer from app.tasks t join app.task_kinds k on k.kind = t.kind and k.side = 'TEAM'
        where t.case_id = c.id and t.state = 'OPEN' and t.kind <> 'TRANSFER_WAITS'),
      c.next_due_at, c.next_due_kind
    from app.case_transfers x join app.cases c on c.id = x.case_id join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
    where x.id = transfer and x.id = any(array(select access.offered_transfers())) $$;
revoke execute on function app.offered_case(uuid) from public;
grant execute on function app.offered_case(uuid) to relais_web;
-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.offered_case(uuid) owner to relais_definer;
