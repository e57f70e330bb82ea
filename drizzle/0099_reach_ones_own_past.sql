-- One's own referrals that are over are found without passing all of one's cases.
create index referrals_over_of_case on app.referrals (case_id)
  where state in ('VERIFIED', 'CLOSED_UNSERVED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN');
