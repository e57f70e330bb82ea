-- What the write path keeps: spent form keys and sealed drafts. Real time: neither belongs to casework.

create table app.spent_keys (
  user_id uuid not null references access.users,
  key uuid not null,
  body_mac bytea not null,
  status smallint not null,
  location text not null,
  answer text not null default '',
  at timestamptz not null default now(),
  primary key (user_id, key)
);

create table app.drafts (
  id uuid primary key,
  user_id uuid not null references access.users,
  form text not null,
  -- Which record the form was about: ids of the address, nothing typed.
  about text not null default '',
  sealed bytea not null check (length(sealed) <= 262144),
  at timestamptz not null default now()
);
create index drafts_of_user on app.drafts (user_id, at desc);

do $$
declare t text;
begin
  foreach t in array array['spent_keys', 'drafts'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('grant select, insert, delete on app.%I to relais_web, relais_partner', t);
  end loop;
end $$;
create policy own on app.spent_keys to relais_web, relais_partner
  using (user_id = (select access.actor_id())) with check (user_id = (select access.actor_id()));
create policy own_reads on app.drafts for select to relais_web, relais_partner using (user_id = (select access.draft_owner()));
create policy own_keeps on app.drafts for insert to relais_web, relais_partner with check (user_id = (select access.draft_owner()));
create policy own_drops on app.drafts for delete to relais_web, relais_partner using (user_id = (select access.draft_owner()));
