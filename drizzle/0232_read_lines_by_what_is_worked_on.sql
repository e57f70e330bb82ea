-- A line stands only for a case that is worked on, so one's past on cases is not looked at for it.
alter policy team_reads on app.case_lines using (
  case_id = any(array(select access.my_live_case_ids()))
  or (lead_id = (select access.actor_id()) and (select access.is_caseworker()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
