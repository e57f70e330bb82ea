-- Referrals: the state machine a second time, written as a trigger. The application knows the same table in
-- lib/referrals/transitions.ts; a test compares the two.

create table app.referral_transitions (
  verb text not null,
  from_state text not null,
  to_state text not null,
  by_party text not null check (by_party in ('team', 'author', 'supervisor', 'partner', 'recorded', 'system')),
  primary key (verb, from_state, to_state, by_party)
);

create table app.referrals (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  partner_code text not null references app.partners,
  entry_id uuid references app.directory_entries,
  service text not null,
  priority text not null check (priority in ('EMERGENCY', 'URGENT', 'NORMAL')),
  state text not null default 'DRAFT',
  author_id uuid not null references access.users,
  supervisor_id uuid references access.users,
  consent_id uuid references app.consents,
  previous_id uuid references app.referrals,
  facts text[] not null default '{}',
  without_name boolean not null default false,
  key_id uuid not null,
  draft bytea,
  payload_hash bytea,
  approved_hash bytea,
  approved_by uuid references access.users,
  approved_at timestamptz,
  submitted_at timestamptz,
  sent_at timestamptz,
  answered_at timestamptz,
  settled_at timestamptz,
  -- When it was over for good: what a partner still reads is counted from here.
  ended_at timestamptz,
  emergency_path boolean not null default false,
  reviewed_by uuid references access.users,
  reviewed_at timestamptz,
  review_verdict text check (review_verdict in ('JUSTIFIED', 'NOT_JUSTIFIED')),
  outcome text check (outcome in ('RECEIVED', 'PARTLY', 'NOT_RECEIVED')),
  outcome_on date,
  expected_on date,
  reason text,
  partner_deleted_at timestamptz,
  due_at timestamptz,
  due_kind text,
  -- Written with each change; the trigger turns them into the event.
  last_verb text not null default 'start',
  last_party text not null default 'team',
  last_channel text not null default 'APP' check (last_channel in ('APP', 'PHONE', 'PAPER')),
  last_actor_id uuid references access.users,
  last_at timestamptz not null default clock.casework_now(),
  version integer not null default 1,
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade,
  check (approved_by <> author_id),
  check (reviewed_by <> author_id)
);
create index referrals_of_case on app.referrals (case_id);
create index referrals_waiting on app.referrals (office_id, sensitivity, due_at, id)
  where state in ('PENDING_APPROVAL', 'APPROVED', 'SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'COMPLETED');
create index referrals_to_review on app.referrals (office_id, sent_at) where emergency_path and reviewed_at is null;
create index referrals_of_partner on app.referrals (partner_code, state, due_at, id);
create index referrals_of_consent on app.referrals (consent_id) where consent_id is not null;

create table app.referral_events (
  id bigint generated always as identity primary key,
  referral_id uuid not null references app.referrals,
  verb text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid,
  party text not null,
  channel text not null,
  reason text,
  version integer not null
);
create index events_of_referral on app.referral_events (referral_id, id);

create table app.referral_messages (
  id uuid primary key,
  referral_id uuid not null references app.referrals,
  at timestamptz not null default clock.casework_now(),
  author_id uuid references access.users,
  party text not null check (party in ('team', 'partner')),
  key_id uuid not null,
  body bytea not null
);
create index messages_of_referral on app.referral_messages (referral_id, at);

create table app.verifications (
  referral_id uuid primary key references app.referrals,
  received text not null check (received in ('YES', 'PARTLY', 'NO')),
  satisfied text not null check (satisfied in ('YES', 'PARTLY', 'NO', 'NOT_SAID')),
  harm text not null check (harm in ('NO', 'YES')),
  asked_on date not null,
  asked_by uuid not null references access.users,
  key_id uuid not null,
  note bytea not null
);

-- What leaves: two slips a referral, each sealed with a key of its own.
create table app.shares (
  id uuid primary key,
  referral_id uuid not null references app.referrals,
  case_id uuid not null,
  office_id text not null,
  sensitivity text not null,
  partner_code text not null,
  consent_id uuid not null references app.consents,
  stage smallint not null check (stage in (1, 2)),
  key_id uuid not null,
  payload bytea not null,
  sealed_at timestamptz not null default clock.casework_now(),
  -- Set when the sharing ends for good (withdrawal, cancel, decline) or when a returned referral is sealed anew.
  ended_at timestamptz,
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create unique index one_slip_a_stage on app.shares (referral_id, stage) where ended_at is null;

do $$
declare t text;
begin
  foreach t in array array['referral_transitions', 'referrals', 'referral_events', 'referral_messages', 'verifications', 'shares'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('grant select on app.%I to relais_definer', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
  end loop;
end $$;

-- Staff: the case team and the office's supervisors.
grant select on app.referral_transitions to relais_web, relais_partner;
grant select on app.referral_events to relais_web;
grant select (id, referral_id, verb, from_state, to_state, at, party, channel, reason, version) on app.referral_events to relais_partner;
grant select, insert, update on app.referrals to relais_web;
create policy everyone_reads on app.referral_transitions for select to relais_web, relais_partner using (true);
create policy team_reads on app.referrals for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy caseworker_starts on app.referrals for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids()))
  and author_id = (select access.actor_id()) and state = 'DRAFT');
create policy team_changes on app.referrals for update to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))) with check (true);

-- The partner: only what was sent to it, and never the columns of our side.
grant select (id, partner_code, service, priority, state, sent_at, due_at, due_kind, version, outcome, outcome_on,
  expected_on, answered_at, settled_at, ended_at, partner_deleted_at, office_id, last_at) on app.referrals to relais_partner;
grant update (state, version, last_verb, last_party, last_channel, last_actor_id, last_at, reason, outcome, outcome_on,
  expected_on, answered_at, settled_at, due_at, due_kind, partner_deleted_at) on app.referrals to relais_partner;
create policy partner_reads on app.referrals for select to relais_partner using (
  partner_code = (select access.my_partner()) and sent_at is not null
  and (state in ('SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'NOT_ACCESSED', 'VERIFIED')
    or ended_at > (select clock.casework_now()) - interval '90 days'));
create policy partner_answers on app.referrals for update to relais_partner using (
  partner_code = (select access.my_partner()) and sent_at is not null) with check (true);

create policy team_reads on app.referral_events for select to relais_web using (
  exists (select from app.referrals r where r.id = referral_id));
create policy partner_reads on app.referral_events for select to relais_partner using (
  -- Why it ended on our side, who decided and who looked again is not the partner's business.
  exists (select from app.referrals r where r.id = referral_id and at >= r.sent_at)
  and verb not in ('cancel', 'withdraw-consent', 'review', 'reassign', 'verify'));

grant select, insert on app.referral_messages, app.verifications to relais_web;
grant select, insert on app.referral_messages to relais_partner;
create policy team_reads on app.referral_messages for select to relais_web using (
  exists (select from app.referrals r where r.id = referral_id));
create policy team_writes on app.referral_messages for insert to relais_web with check (
  party = 'team' and exists (select from app.referrals r where r.id = referral_id));
create policy partner_writes on app.referral_messages for insert to relais_partner with check (
  party = 'partner' and exists (select from app.referrals r where r.id = referral_id));
create policy team_reads on app.verifications for select to relais_web using (
  exists (select from app.referrals r where r.id = referral_id));
create policy team_verifies on app.verifications for insert to relais_web with check (
  (select access.is_caseworker()) and exists (select from app.referrals r where r.id = referral_id));

-- Does the consent behind a slip still stand? Read as the definer: the partner sees no consent row.
create function app.consent_stands(consent uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.consents c where c.id = consent and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
          and c.withdrawn_at is null) $$;
grant execute on function app.consent_stands(uuid) to relais_web, relais_partner;

grant select, insert, update (ended_at) on app.shares to relais_web;
-- Not the case: two referrals of one person to one agency must not be joined by it.
grant select (id, referral_id, partner_code, stage, key_id, payload, sealed_at, ended_at) on app.shares to relais_partner;
create policy team_reads on app.shares for select to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices()))));
create policy caseworker_seals on app.shares for insert to relais_web with check (
  (select access.is_caseworker()) and case_id = any(array(select access.my_case_ids())));
create policy team_ends on app.shares for update to relais_web using (
  case_id = any(array(select access.my_case_ids()))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))) with check (true);
create policy partner_reads_by_stage on app.shares for select to relais_partner using (
  partner_code = (select access.my_partner()) and ended_at is null
  and exists (select from app.referrals r where r.id = referral_id and r.state = any(
    case when stage = 1 then array['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'NOT_ACCESSED', 'VERIFIED']
    else array['ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'NOT_ACCESSED'] end)
    and (r.state <> 'VERIFIED' or r.ended_at > (select clock.casework_now()) - interval '30 days')
    -- Whoever says the copy is deleted reads no more.
    and r.partner_deleted_at is null)
  and app.consent_stands(consent_id));
-- The conversation is sealed with the first slip's key, and ends with it.
create policy partner_reads on app.referral_messages for select to relais_partner using (
  exists (select from app.shares s where s.referral_id = referral_messages.referral_id and s.stage = 1));
create policy partner_opens on vault.keys for select to relais_partner using (
  scope = 'SHARE' and exists (select from app.shares s where s.id = share_id));

-- The machine. A change of state needs a row of the table for the verb, the states and the party that acts. The party is
-- checked against the login and the presented session: no partner acts as staff, no staff as partner or system, nobody as
-- supervisor or author who is not, nobody in another's name. Without a new version only cached columns may change.
create function app.referral_moves() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    web_login boolean := pg_catalog.pg_has_role(session_user, 'relais_web', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage');
    partner_login boolean := pg_catalog.pg_has_role(session_user, 'relais_partner', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_web', 'usage');
    cached text[] := array['due_at', 'due_kind', 'office_id', 'sensitivity'];
  begin
    if tg_op = 'INSERT' then
      insert into app.referral_events (referral_id, verb, from_state, to_state, at, actor_id, party, channel, version)
        values (new.id, 'start', '', new.state, new.last_at, new.last_actor_id, new.last_party, new.last_channel, new.version);
      return new;
    end if;
    if new.version = old.version then
      if pg_catalog.to_jsonb(new) - cached <> pg_catalog.to_jsonb(old) - cached then
        raise exception 'referral % changes without a new version', old.id using errcode = 'check_violation';
      end if;
      return new;  -- a cascade or a cached due date: no move
    end if;
    if (partner_login and new.last_party <> 'partner')
      or (web_login and (new.last_party in ('partner', 'system')
        or (new.last_party = 'supervisor' and access.actor_role() is distinct from 'SUPERVISOR')
        or (new.last_party = 'author' and access.actor_id() is distinct from new.author_id)
        or (new.last_party = 'team' and new.case_id <> all (array(select access.my_case_ids())))))
      or ((partner_login or web_login) and new.last_actor_id is distinct from access.actor_id()) then
      raise exception 'referral %: % is not the party of this session', old.id, new.last_party using errcode = 'check_violation';
    end if;
    if new.last_verb in ('review', 'reassign', 'remind', 'confirm-deleted') then
      if new.state <> old.state then
        raise exception 'referral %: % does not change the state', old.id, new.last_verb using errcode = 'check_violation';
      end if;
    elsif not exists (select from app.referral_transitions t where t.verb = new.last_verb and t.from_state = old.state
        and t.to_state = new.state and t.by_party = new.last_party)
      or (new.last_party = 'recorded') <> (new.last_channel <> 'APP') then
      raise exception 'referral % cannot % from % to % as %', old.id, new.last_verb, old.state, new.state, new.last_party
        using errcode = 'check_violation';
    end if;
    insert into app.referral_events (referral_id, verb, from_state, to_state, at, actor_id, party, channel, reason, version)
      values (new.id, new.last_verb, old.state, new.state, new.last_at, new.last_actor_id, new.last_party, new.last_channel,
        case when new.last_verb in ('review', 'reassign', 'remind', 'confirm-deleted') then null else new.reason end, new.version);
    return new;
  end $$;
grant insert on app.referral_events to relais_definer;
grant usage on sequence app.referral_events_id_seq to relais_definer;
create policy definer_appends on app.referral_events for insert to relais_definer with check (true);
-- When it is over for good is the machine's to say, not the caller's.
create function app.referral_ends() returns trigger language plpgsql set search_path = ''
  as $$ begin
    new.ended_at := case when new.state not in ('VERIFIED', 'DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN') then null
      when tg_op = 'UPDATE' and new.state = old.state then old.ended_at else new.last_at end;
    return new;
  end $$;
create trigger referral_ends before insert or update on app.referrals for each row execute function app.referral_ends();
create trigger referral_moves after insert or update on app.referrals for each row execute function app.referral_moves();

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.consent_stands(uuid) owner to relais_definer;
alter function app.referral_moves() owner to relais_definer;
