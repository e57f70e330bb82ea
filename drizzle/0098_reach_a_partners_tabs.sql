-- A partner's tabs in the order in which they are shown; without a date of theirs a row comes last.
create index referrals_of_partner_by_tab on app.referrals
  (partner_code, partner_state, coalesce(partner_due_at, '2100-01-01 00:00:00+00'::timestamptz), id) where sent_at is not null;
drop index app.referrals_of_partner;
-- Triage of the last weeks, newest first, for whoever supervises many offices.
create index alerts_triaged on app.alerts (triaged_at desc, id desc) where state <> 'NEW';
