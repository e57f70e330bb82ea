-- A person may have several nationalities. What was one becomes a list; the old column follows its first for as long as
-- a process of the release before may still read or write it.
alter table app.people add column nationalities text[] not null default '{}'
  check (cardinality(nationalities) <= 6 and array_position(nationalities, null) is null);

create function app.keep_nationalities() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.nationalities = '{}' and new.nationality is not null then new.nationalities := array[new.nationality]; end if;
  elsif new.nationalities = old.nationalities and new.nationality is distinct from old.nationality then
    new.nationalities := array_remove(array[new.nationality], null);
  end if;
  new.nationality := new.nationalities[1];
  return new;
end $$;
create trigger keep_nationalities before insert or update of nationality, nationalities on app.people
  for each row execute function app.keep_nationalities();

select set_config('relais.maintenance', 'on', true);
update app.people set nationalities = array[nationality] where nationality is not null;
do $$ begin
  if exists (select from app.people where nationality is distinct from nationalities[1]) then
    raise exception 'a nationality was lost';
  end if;
end $$;
insert into app.write_rules (tbl, op, verb, party, col, rule, must)
  select tbl, op, verb, party, 'nationalities', rule, must from app.write_rules where tbl = 'app.people' and col = 'nationality';
select set_config('relais.maintenance', '', true);
