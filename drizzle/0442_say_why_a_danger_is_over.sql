-- A danger flag comes down for a reason in a code, which the lead and the supervisors read as they read the flag.
alter table app.danger_flags add column lowered_for text
  check (lowered_for in ('SAFE_NOW', 'CARE_GIVEN', 'PLAN_WORKS', 'WITH_AUTHORITY', 'RAISED_ANEW', 'BY_MISTAKE'));
-- Flags lowered before the reason was asked have none.
alter table app.danger_flags add constraint lowered_flags_say_why check ((lowered_at is null) = (lowered_for is null)) not valid;
grant update (lowered_for) on app.danger_flags to relais_web;
