-- Who cares for a child, why it was parted from its family and whether somebody looks for them; and the six answers of the
-- short set on functioning, each as domain and answer (`WG_SEE:3`). Disability is derived from them, never stored.
alter table app.people
  add column care_arrangement text check (length(care_arrangement) <= 20),
  add column separation_cause text check (length(separation_cause) <= 20),
  add column tracing_status text check (length(tracing_status) <= 20),
  add column functioning text[] not null default '{}'
    check (cardinality(functioning) <= 6 and array_to_string(functioning, ',', '-') ~ '^(WG_[A-Z]{2,4}:[123479](,|$))*$');
select set_config('relais.maintenance', 'on', true);
insert into app.write_rules (tbl, op, verb, party, col, rule, must)
  select r.tbl, r.op, r.verb, r.party, c.col, r.rule, r.must from app.write_rules r,
    unnest(array['care_arrangement', 'separation_cause', 'tracing_status', 'functioning']) as c (col)
  where r.tbl = 'app.people' and r.col = 'nationality';
select set_config('relais.maintenance', '', true);
