-- An agency may give the public key of a service of its own: a file that leaves for it is sealed to that key. Kept by the
-- administrator, or by the agency itself, as everything else that its entry says.

alter table app.directory_entries add column recipient text not null default ''
  check (recipient = '' or recipient ~ '^age1[02-9ac-hj-np-z]{58}$');
grant update (recipient) on app.directory_entries to relais_web, relais_partner;
set role relais_definer;
grant execute on function app.directory_keeps() to relais_owner;
reset role;
create trigger keeps_key after update of recipient on app.directory_entries
  for each row execute function app.directory_keeps('CHANGED');
set role relais_definer;
revoke execute on function app.directory_keeps() from relais_owner;
reset role;
