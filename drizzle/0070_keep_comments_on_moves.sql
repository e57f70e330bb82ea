-- "Other" says which: the words behind a coded reason, sealed for the case's team, one an event.
create table app.referral_comments (
  referral_id uuid not null references app.referrals,
  -- Of the referral after the move the words belong to.
  version integer not null,
  author_id uuid not null references access.users,
  at timestamptz not null default clock.casework_now(),
  key_id uuid not null,
  body bytea not null check (octet_length(body) <= 20000),
  primary key (referral_id, version)
);
alter table app.referral_comments enable row level security;
alter table app.referral_comments force row level security;
create policy owner_maintains on app.referral_comments to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select, insert on app.referral_comments to relais_web;
-- Never the partner: why we stop or send back is said among us.
create policy team_reads on app.referral_comments for select to relais_web using (
  exists (select from app.referrals r where r.id = referral_id));
create policy mover_writes on app.referral_comments for insert to relais_web with check (
  author_id = (select access.actor_id()) and at = (select clock.casework_now())
  and exists (select from app.referral_events e where e.referral_id = referral_comments.referral_id
    and e.version = referral_comments.version and e.actor_id = (select access.actor_id())
    and e.verb in ('return', 'cancel', 'report-not-accessed')));
