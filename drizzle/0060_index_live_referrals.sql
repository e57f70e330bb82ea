-- Open work is reached without passing what is over: partial indexes whose condition the statements repeat as constants.
-- `not in` the closed states, so that a new open state stands in the index without a change here.
create index referrals_live_by_office on app.referrals (office_id, sensitivity, state, due_at, id)
  where state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
create index referrals_live_of_case on app.referrals (case_id)
  where state not in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
create index referrals_over_by_office on app.referrals (office_id, sensitivity, state, last_at desc, id desc)
  where state in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
-- Whether another referral follows this one is asked of every refusal of the last days.
create index referrals_following on app.referrals (previous_id) where previous_id is not null;
drop index app.referrals_waiting;
