-- One's own ended cases, and restricted ones, newest first, without reading all of them.
create index cases_ended_of_lead on app.cases (lead_id, state, closed_at desc nulls last, id desc) include (office_id, sensitivity)
  where state in ('CLOSED', 'TRANSFERRED', 'DUPLICATE');
create index cases_ended_restricted on app.cases (state, closed_at desc nulls last, id desc) include (office_id, lead_id, sensitivity)
  where sensitivity = 'S4' and state in ('CLOSED', 'TRANSFERRED', 'DUPLICATE');
