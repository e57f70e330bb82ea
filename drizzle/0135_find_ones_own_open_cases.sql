-- What a caseworker works on is found without passing what they have ended: the policy's list of their cases holds both.
create index cases_live_of_lead on app.cases (lead_id, id) include (office_id, sensitivity)
  where state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE');
