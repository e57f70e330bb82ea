-- Who holds a number that was shared before the person said no to contact is told not to call. Yes or no, to the partner of
-- this referral alone, while it reads the second slip and the number stands in it; what somebody agreed to
-- since agrees anew.
create function app.contact_ended(referral uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from app.referrals r join app.cases k on k.id = r.case_id join app.consents c on c.id = r.consent_id
        join app.referral_states s on s.state = r.partner_state
      where r.id = referral and r.sent_at is not null and r.partner_code = (select access.my_partner())
        and s.partner_view = 'STAGE_2' and 'phone' = any (r.facts) and r.partner_deleted_at is null and k.do_not_contact
        and exists (select from app.shares h where h.referral_id = r.id and h.stage = 2 and h.ended_at is null)
        and exists (select from app.consents n where n.case_id = r.case_id and n.purpose = 'CONTACT'
          and n.status in ('REFUSED', 'WITHDRAWN') and (app.said_at(n) >= c.given_at or c.giver = 'NONE'))) $$;
revoke all on function app.contact_ended(uuid) from public;
grant execute on function app.contact_ended(uuid) to relais_partner;
alter function app.contact_ended(uuid) owner to relais_definer;
