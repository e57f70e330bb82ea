-- An answer that waits to be asked again stops an agency's reading; its page said that sharing had ended and to erase the copy, which
-- nobody can take back when the age was a slip. It says now that reading waits, and what not to do meanwhile. Asked of one referral
-- of the asker's own agency; nothing else of why.
create function app.reading_waits(referral uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from app.referrals r join app.shares s on s.referral_id = r.id and s.ended_by = 'REVIEW'
        join app.consents c on c.id = s.consent_id and c.withdrawn_at is null and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
        -- An age that may be a slip; a newer no is a no, and an answer since then is the answer.
        and c.needs_review in ('CHILD_ALONE', 'ADULT_BY_ANOTHER') and not exists (select from app.consents n where n.case_id = c.case_id
          and n.given_at > c.given_at and n.purpose = c.purpose and n.partner_code = c.partner_code
          and (n.service is null or n.service = c.service))
      where r.id = referral and r.sent_at is not null and r.partner_code = (select access.my_partner()) and r.partner_deleted_at is null
        and r.state not in ('CANCELLED', 'CONSENT_WITHDRAWN', 'DECLINED', 'CLOSED_UNSERVED')
        and not exists (select from app.shares o where o.referral_id = r.id and o.stage = s.stage and o.ended_at is null)) $$;
revoke all on function app.reading_waits(uuid) from public;
grant execute on function app.reading_waits(uuid) to relais_partner;
alter function app.reading_waits(uuid) owner to relais_definer;
