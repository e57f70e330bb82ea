-- The criteria of the plan's templates that the team says are met when it asks to close; the others are read beside them.
alter table app.case_closings add column criteria text[] not null default '{}'
  check (cardinality(criteria) <= 60 and array_to_string(criteria, ' ') ~ '^([A-Z][A-Z_]{2,40}_C[0-9]{1,2}( |$))*$');
