-- A draft whose person says no goes with all that hangs on it, also with the record that it was restricted meanwhile.
alter table app.case_restrictions drop constraint case_restrictions_case_id_office_id_sensitivity_fkey;
alter table app.case_restrictions add constraint case_restrictions_case_id_office_id_sensitivity_fkey
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity)
  on update cascade on delete cascade;
