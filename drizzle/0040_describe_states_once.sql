-- Settings in one table, and the states of a referral as rows: policies and triggers join them instead of repeating
-- lists. The rows are written by scripts/write-states.ts and scripts/write-settings.ts (0041, 0042).

create table app.settings (
  key text primary key,
  value integer not null check (value > 0),
  unit text not null check (unit in ('HOURS', 'DAYS'))
);

create table app.referral_states (
  state text primary key,
  place smallint not null unique,
  life text not null check (life in ('OPEN', 'SETTLED', 'CLOSED')),
  turn text not null check (turn in ('us', 'them', 'nobody')),
  partner_view text not null check (partner_view in ('NOTHING', 'STAGE_1', 'STAGE_2', 'STUB')),
  reading text not null check (reading in ('NEVER', 'OPEN', 'SETTLED', 'AFTER', 'STUB')),
  our_tab text not null,
  their_tab text not null,
  clock text,
  reminds text not null
);

do $$
declare t text;
begin
  foreach t in array array['settings', 'referral_states'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format('create policy owner_maintains on app.%I to relais_owner
      using (current_setting(''relais.maintenance'', true) = ''on'')
      with check (current_setting(''relais.maintenance'', true) = ''on'')', t);
    execute format('create policy definer_reads on app.%I for select to relais_definer using (true)', t);
    execute format('create policy staff_reads on app.%I for select to relais_web using ((select access.actor_id()) is not null)', t);
    execute format('create policy partner_reads on app.%I for select to relais_partner using ((select access.my_partner()) is not null)', t);
    execute format('grant select on app.%I to relais_web, relais_partner, relais_definer', t);
  end loop;
end $$;

-- A setting as a length of time. An unknown key is an error: nothing is ever readable for ever by a misspelling.
create function app.setting(wanted text) returns interval
  language plpgsql stable security definer set search_path = ''
  as $$
  declare s app.settings;
  begin
    select x.* into s from app.settings x where x.key = wanted;
    if s.key is null then raise exception 'no setting %', wanted using errcode = 'undefined_object'; end if;
    return case s.unit when 'HOURS' then pg_catalog.make_interval(hours => s.value) else pg_catalog.make_interval(days => s.value) end;
  end $$;
grant execute on function app.setting(text) to relais_web, relais_partner, relais_worker, relais_definer;

-- What the partner is told of a contested referral may wait; until then it reads what it read before.
alter table app.referrals
  add column untold text check (untold in ('DANGER_FROM_PARTNER', 'PERSON_ASKED', 'INQUIRY')),
  add column unserved_follow text check (unserved_follow in ('OTHER_REFERRAL', 'DIRECT_HELP', 'NOTHING_WANTED')),
  -- Since when the partner sees the state it sees: its days of reading are counted from here.
  add column reading_since timestamptz not null default clock.casework_now();
alter table app.referrals
  add column partner_state text not null generated always as
    (case when state = 'CONTESTED' and untold is not null then 'COMPLETED' else state end) stored,
  add column partner_due_at timestamptz generated always as
    (case when state = 'CONTESTED' and untold is not null then null else due_at end) stored,
  add column partner_due_kind text generated always as
    (case when state = 'CONTESTED' and untold is not null then null else due_kind end) stored;
revoke select (state, due_at, due_kind) on app.referrals from relais_partner;
grant select (partner_state, partner_due_at, partner_due_kind, reading_since) on app.referrals to relais_partner;

-- The last day of a slip stands on the slip itself, from its consent: the application checks it there, the database
-- again on the consent.
alter table app.shares add column until date;
create function app.share_ends_with_consent() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    new.until := (select c.expires_on from app.consents c where c.id = new.consent_id);
    return new;
  end $$;
create trigger share_ends_with_consent before insert on app.shares
  for each row execute function app.share_ends_with_consent();
grant select (until) on app.shares to relais_partner;

-- What stands here already: since when its state stands, by its history; until when its slips may be read.
select set_config('relais.maintenance', 'on', true);
alter table app.referrals disable trigger user;
do $$
declare changed integer; wanted integer;
begin
  update app.referrals r set reading_since = coalesce(
    (select max(e.at) from app.referral_events e where e.referral_id = r.id and e.from_state <> e.to_state), r.last_at);
  get diagnostics changed = row_count;
  select count(*) into wanted from app.referrals;
  if changed <> wanted then raise exception 'reading_since of % referrals of %', changed, wanted; end if;
  update app.shares s set until = c.expires_on from app.consents c where c.id = s.consent_id;
  get diagnostics changed = row_count;
  select count(*) into wanted from app.shares;
  if changed <> wanted then raise exception 'until of % slips of %', changed, wanted; end if;
end $$;
alter table app.referrals enable trigger user;

set role relais_definer;
-- Does the consent behind a slip still stand today?
create or replace function app.consent_stands(consent uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.consents c where c.id = consent and c.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE')
          and c.withdrawn_at is null and c.needs_review is null
          and (c.expires_on is null or c.expires_on >= (clock.casework_now())::date)) $$;
reset role;

drop policy partner_reads on app.referrals;
create policy partner_reads on app.referrals for select to relais_partner using (
  partner_code = (select access.my_partner()) and sent_at is not null
  and (partner_state = any(array(select s.state from app.referral_states s where s.partner_view in ('STAGE_1', 'STAGE_2')))
    or ended_at > (select clock.casework_now()) - (select app.setting('partner.stub'))));

drop policy partner_reads on app.referral_events;
create function app.contest_told(referral uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.referrals r where r.id = referral and r.untold is null) $$;
grant execute on function app.contest_told(uuid) to relais_partner;
create policy partner_reads on app.referral_events for select to relais_partner using (
  -- Why it ended on our side, who decided and who looked again is not the partner's business.
  exists (select from app.referrals r where r.id = referral_id and at >= r.sent_at)
  and verb not in ('cancel', 'withdraw-consent', 'review', 'reassign', 'verify', 'close-unserved', 'tell-partner')
  and (verb not in ('contest', 'correct') or app.contest_told(referral_id)));

drop policy partner_reads_by_stage on app.shares;
create policy partner_reads_by_stage on app.shares for select to relais_partner using (
  partner_code = (select access.my_partner()) and ended_at is null
  and exists (select from app.referrals r join app.referral_states s on s.state = r.partner_state
    where r.id = referral_id
    -- Whoever says the copy is deleted reads no more.
    and r.partner_deleted_at is null
    and case
      when s.partner_view not in ('STAGE_1', 'STAGE_2') or (stage = 2 and s.partner_view <> 'STAGE_2') then false
      when s.reading = 'OPEN' then true
      when s.reading = 'SETTLED' then r.reading_since > (select clock.casework_now()) - (select app.setting('partner.settled'))
        - case when stage = 1 then (select app.setting('partner.after')) else interval '0' end
      when s.reading = 'AFTER' then r.reading_since > (select clock.casework_now()) - (select app.setting('partner.after'))
      else false end)
  and app.consent_stands(consent_id));

-- The machine again, with its lists read from the table. What no partner and no staff login may do is as before.
create table app.referral_acts (verb text primary key);
alter table app.referral_acts enable row level security;
alter table app.referral_acts force row level security;
create policy owner_maintains on app.referral_acts to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
create policy definer_reads on app.referral_acts for select to relais_definer using (true);
grant select on app.referral_acts to relais_definer;

set role relais_definer;
create or replace function app.referral_moves() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    web_login boolean := pg_catalog.pg_has_role(session_user, 'relais_web', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_worker', 'usage');
    partner_login boolean := pg_catalog.pg_has_role(session_user, 'relais_partner', 'usage')
      and not pg_catalog.pg_has_role(session_user, 'relais_web', 'usage');
    cached text[] := array['due_at', 'due_kind', 'partner_due_at', 'partner_due_kind', 'office_id', 'sensitivity'];
    is_act boolean := exists (select from app.referral_acts a where a.verb = new.last_verb);
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
    if (partner_login and (new.last_party <> 'partner' or old.partner_state <> old.state))
      or (web_login and (new.last_party in ('partner', 'system')
        or (new.last_party = 'supervisor' and access.actor_role() is distinct from 'SUPERVISOR')
        or (new.last_party = 'author' and access.actor_id() is distinct from new.author_id)
        or (new.last_party = 'team' and new.case_id <> all (array(select access.my_case_ids())))))
      or ((partner_login or web_login) and new.last_actor_id is distinct from access.actor_id()) then
      raise exception 'referral %: % is not the party of this session', old.id, new.last_party using errcode = 'check_violation';
    end if;
    -- Only contesting withholds it from the partner, and only telling or the next move ends that.
    if new.untold is distinct from old.untold and new.last_verb not in ('contest', 'tell-partner')
      and (new.untold is not null or new.state = 'CONTESTED') then
      raise exception 'referral %: % does not decide what the partner is told', old.id, new.last_verb using errcode = 'check_violation';
    end if;
    if new.last_verb = 'rebook' and not app.consent_stands(new.consent_id) then
      raise exception 'referral %: its consent no longer stands', old.id using errcode = 'check_violation';
    end if;
    if is_act then
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
        case when is_act then null else new.reason end, new.version);
    return new;
  end $$;

reset role;

-- When it is over for good, since when the partner sees what it sees, and that the next move tells it, are the
-- machine's to say, not the caller's.
create or replace function app.referral_ends() returns trigger language plpgsql set search_path = ''
  as $$
  declare over boolean := exists (select from app.referral_states s where s.state = new.state and s.life = 'CLOSED');
  begin
    if new.state <> 'CONTESTED' then new.untold := null; end if;
    new.ended_at := case when not over then null
      when tg_op = 'UPDATE' and new.state = old.state then old.ended_at else new.last_at end;
    new.reading_since := case when tg_op = 'INSERT' then new.last_at
      when (case when new.state = 'CONTESTED' and new.untold is not null then 'COMPLETED' else new.state end) = old.partner_state
        then old.reading_since
      else new.last_at end;
    return new;
  end $$;

-- Sending starts the clock of receipt: how long is a setting.
set role relais_definer;
create or replace function app.send_referral(referral_id uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare r app.referrals; problem text; moment timestamptz := clock.casework_now();
  begin
    select x.* into r from app.referrals x where x.id = referral_id for update;
    -- Undone, withdrawn or cancelled in the meantime: nothing to send.
    if r.id is null or r.state <> 'APPROVED' then return 'NOT_APPROVED'; end if;
    problem := app.sending_problem(r);
    if r.approved_hash is distinct from r.payload_hash then problem := 'COVER_GONE'; end if;
    if problem is null then
      update app.referrals x set state = 'SENT', version = x.version + 1, last_verb = 'send', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = moment, sent_at = moment, reason = null,
        due_kind = 'acknowledge', due_at = moment + app.setting('referral.' || x.priority || '.acknowledge')
        where x.id = referral_id;
    else
      update app.referrals x set state = 'RETURNED', version = x.version + 1, last_verb = 'return', last_party = 'system',
        last_channel = 'APP', last_actor_id = null, last_at = moment, reason = problem, due_kind = null, due_at = null
        where x.id = referral_id;
    end if;
    perform audit.write(r.approved_by, 'referral.send', 'referral', referral_id::text, r.case_id,
      case when problem is null then 'done' else 'refused' end,
      case when problem is null then '{}' else '{"reason":"' || problem || '"}' end);
    return coalesce(problem, 'SENT');
  end $$;
reset role;

-- Handed over last: the owner inherits nothing of the definer and could grant them no more.
alter function app.setting(text) owner to relais_definer;
alter function app.share_ends_with_consent() owner to relais_definer;
alter function app.contest_told(uuid) owner to relais_definer;
-- Migrations that write due dates read settings too.
set role relais_definer;
grant execute on function app.setting(text) to relais_owner;
reset role;
