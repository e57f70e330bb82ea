-- Where things are and who offers what. Assigned by tables, never derived from a place at read time.

create table app.flow_points (
  code text primary key,
  name text not null,
  office_id text not null references access.offices,
  cercle text not null,
  unique (code, office_id)
);

create table app.cercle_offices (
  cercle text primary key,
  office_id text not null references access.offices
);

create table app.partners (
  code text primary key,
  name_fr text not null,
  name_en text not null,
  short_name text not null,
  provider_type text not null,
  -- A partner without a signed sharing agreement cannot be chosen.
  agreement_from date,
  agreement_until date,
  phone text not null default ''
);

create table app.directory_entries (
  id uuid primary key default gen_random_uuid(),
  partner_code text not null references app.partners,
  service text not null,
  office_id text not null references access.offices,
  cercles text[] not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'PAUSED')),
  paused_until date,
  verified_on date not null,
  note text not null default '',
  place text not null default '',
  unique (partner_code, service, office_id)
);
create index directory_by_service on app.directory_entries (service, office_id);

do $$
declare t text;
begin
  foreach t in array array['flow_points', 'cercle_offices', 'partners', 'directory_entries'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('create policy staff_reads on app.%I for select to relais_web using ((select access.actor_id()) is not null)', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
    execute format('grant select on app.%I to relais_web, relais_definer', t);
  end loop;
end $$;
grant select on app.partners to relais_partner;
create policy partner_reads_itself on app.partners for select to relais_partner using (code = (select access.my_partner()));
