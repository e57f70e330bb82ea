-- A partner reads the reasons that were its own word. What the person told the team, or the team decided, is not.
alter table app.referral_events add column their_reason text
  generated always as (case when party in ('partner', 'recorded') then reason end) stored;
revoke select (reason) on app.referral_events from relais_partner;
grant select (their_reason) on app.referral_events to relais_partner;
