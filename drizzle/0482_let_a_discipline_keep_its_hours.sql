-- What a discipline works with is read by whoever of it works on the case: its instruments (ruling 26), and the hours that it
-- keeps in court or at a registry. Until now such an hour was sealed like a note, with a key that somebody holds: who took a case
-- over read "Appointment", and a hearing went by. Its key is the discipline's own now, one a case. Decision record 131.
alter table vault.keys drop constraint keys_scope_check, drop constraint keys_part_check,
  add constraint keys_scope_check check (scope in ('CASE', 'ALERT', 'SHARE', 'PSEA', 'TRANSFER', 'ASSESSMENT', 'INCIDENT', 'DOCUMENT', 'WORK')),
  add constraint keys_part_check check (case scope
    when 'ASSESSMENT' then part in ('TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER') and part is not null
    when 'INCIDENT' then part in ('INCIDENT', 'WORDS') and part is not null
    when 'WORK' then part in ('SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER') and part is not null
    else part is null end);
create unique index one_work_key_a_discipline on vault.keys (case_id, part) where scope = 'WORK';
create policy discipline_opens_work on vault.keys for select to relais_web using (
  scope = 'WORK' and part = (select access.actor_role()) and case_id = any(array(select access.my_case_ids())));
create policy discipline_seals_work on vault.keys for insert to relais_web with check (
  scope = 'WORK' and part = (select access.actor_role()) and case_id = any(array(select access.my_case_ids())));
