-- A case moves to another office: its lead or a supervisor offers it, the supervisor there accepts and names a lead, or
-- refuses. Until then nothing changes: whoever offers stays responsible and keeps the view; whoever is asked reads what is
-- needed to decide and nothing of the person's story. One offer waits at a time.

create table app.case_transfers (
  id uuid primary key,
  case_id uuid not null,
  office_id text not null references access.offices,
  sensitivity text not null,
  -- Whoever is asked may not read the case, and is asked about a code.
  code text not null,
  kind text not null check (kind in ('INTERNAL')),
  from_office text not null references access.offices,
  to_office text references access.offices,
  -- A restricted case is offered to one supervisor by name, and to nobody else.
  to_supervisor uuid references access.users,
  reason text not null check (reason in ('MOVED', 'MANDATE', 'SPECIALIST', 'PROGRAMME_ENDS', 'CONFLICT_OF_INTEREST', 'SAFETY',
    'ADULT_SERVICE', 'PERSON_ASKED')),
  -- What the person said to it, or why they could not be told.
  told text not null check (told in ('AGREED', 'TOLD', 'NOT_REACHED', 'DANGEROUS', 'TOO_YOUNG', 'ASKED_NOT_TO')),
  offered_by uuid not null references access.users,
  offered_as text not null check (offered_as in ('lead', 'supervisor')),
  offered_at timestamptz not null default clock.casework_now(),
  answer_by timestamptz not null,
  -- A word to whoever receives, sealed with a key of its own.
  key_id uuid not null references vault.keys,
  note bytea not null check (octet_length(note) <= 262144),
  state text not null default 'OFFERED' check (state in ('OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'ENDED')),
  answered_by uuid references access.users,
  answered_at timestamptz,
  refusal text check (refusal in ('NO_CAPACITY', 'NOT_ELIGIBLE', 'OUT_OF_AREA', 'NO_ACCESS', 'INCOMPLETE', 'CONFLICT_OF_INTEREST',
    'NOT_SAFE_HERE', 'OTHER')),
  to_lead uuid references access.users,
  version integer not null default 1,
  check (kind <> 'INTERNAL' or (to_office is not null and to_office <> from_office
    and reason in ('MOVED', 'CONFLICT_OF_INTEREST', 'SAFETY', 'PERSON_ASKED'))),
  check (reason <> 'PERSON_ASKED' or told = 'AGREED'),
  check ((state = 'OFFERED') = (answered_at is null)),
  check ((state = 'REFUSED') = (refusal is not null)),
  check (kind <> 'INTERNAL' or (state = 'ACCEPTED') = (to_lead is not null)),
  foreign key (case_id, office_id, sensitivity) references app.cases (id, office_id, sensitivity) on update cascade
);
create unique index one_transfer_waits on app.case_transfers (case_id) where state = 'OFFERED';
create index transfers_of_case on app.case_transfers (case_id, offered_at);
create index transfers_to_office on app.case_transfers (to_office, answer_by, id) where state = 'OFFERED';
alter table app.case_transfers enable row level security;
alter table app.case_transfers force row level security;
create policy owner_maintains on app.case_transfers to relais_owner
  using (current_setting('relais.maintenance', true) = 'on') with check (current_setting('relais.maintenance', true) = 'on');
grant select on app.case_transfers to relais_web, relais_definer;
grant insert, update (state, answered_by, answered_at, refusal, to_lead, version) on app.case_transfers to relais_definer;
create policy definer_reads on app.case_transfers for select to relais_definer using (true);
create policy definer_offers on app.case_transfers for insert to relais_definer with check (state = 'OFFERED' and version = 1);
create policy definer_answers on app.case_transfers for update to relais_definer using (state = 'OFFERED')
  with check (version > 1 and state <> 'OFFERED');

-- What waits for this supervisor's answer: of the offices they supervise, or of a restricted case where they are asked by name.
create function access.offered_transfers() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if access.actor_role() is distinct from 'SUPERVISOR' then return; end if;
    return query select x.id from app.case_transfers x where x.state = 'OFFERED' and x.kind = 'INTERNAL'
      and x.to_office = any(array(select access.supervised_offices()))
      and (x.to_supervisor is null and x.sensitivity = 'S3' or x.to_supervisor = me);
  end $$;
-- The same for a day after the answer, so that a second hand reads what the first one did.
create function access.answered_transfers() returns setof uuid
  language plpgsql stable security definer set search_path = ''
  as $$
  declare me uuid := access.actor_id();
  begin
    if access.actor_role() is distinct from 'SUPERVISOR' then return; end if;
    return query select x.id from app.case_transfers x where x.kind = 'INTERNAL'
      and x.answered_at > clock.casework_now() - interval '1 day'
      and x.to_office = any(array(select access.supervised_offices()))
      and (x.to_supervisor is null and x.sensitivity = 'S3' or x.to_supervisor = me);
  end $$;
create policy team_reads on app.case_transfers for select to relais_web using (
  (case_id = any(array(select access.my_live_case_ids())))
  or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))
  or (case_id = any(array(select access.my_case_ids()))));
create policy receiver_reads on app.case_transfers for select to relais_web using (
  id = any(array(select access.offered_transfers())) or id = any(array(select access.answered_transfers())));

-- The key of the word: for whoever reads the case, and for whoever is asked while it waits.
alter table vault.keys add column transfer_id uuid;
alter table vault.keys drop constraint keys_scope_check,
  add constraint keys_scope_check check (scope in ('CASE', 'ALERT', 'SHARE', 'PSEA', 'TRANSFER')),
  add constraint keys_transfer_check check ((scope = 'TRANSFER') = (transfer_id is not null));
create unique index one_key_a_transfer on vault.keys (transfer_id) where scope = 'TRANSFER';
grant insert, select (transfer_id) on vault.keys to relais_definer;
create policy definer_seals_transfer on vault.keys for insert to relais_definer with check (scope = 'TRANSFER');
create policy transfer_opens on vault.keys for select to relais_web using (
  scope = 'TRANSFER' and ((case_id = any(array(select access.my_live_case_ids())))
    or (sensitivity = 'S3' and office_id = any(array(select access.supervised_offices())))
    or (case_id = any(array(select access.my_case_ids())))
    or transfer_id = any(array(select access.offered_transfers()))));

-- A partner keeps what it received: it was sent to the base of the office that sent it, and stays there when the case moves.
alter table app.referrals add column base_office_id text references access.offices;
grant select (base_office_id) on app.referrals to relais_partner;
grant update (base_office_id) on app.referrals to relais_definer;
create policy definer_keeps_base on app.referrals for update to relais_definer using (sent_at is not null)
  with check (base_office_id is not null);
do $$
declare
  p record;
  own constant text := '(office_id = ANY (ARRAY( SELECT access.base_offices() AS base_offices)))';
  kept constant text := '(coalesce(base_office_id, office_id) = any(array(select access.base_offices())))';
  found integer := 0;
begin
  for p in select polname, pg_get_expr(polqual, polrelid) as holds, pg_get_expr(polwithcheck, polrelid) as checks from pg_policy
      where polrelid = 'app.referrals'::regclass and 'relais_partner'::regrole = any(polroles)
        and coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') ~ 'base_offices' loop
    found := found + 1;
    execute format('alter policy %I on app.referrals %s %s', p.polname,
      case when p.holds is null then '' else format('using (%s)', replace(p.holds, own, kept)) end,
      case when p.checks is null then '' else format('with check (%s)', replace(p.checks, own, kept)) end);
  end loop;
  if found <> 2 or exists (select from pg_policy where polrelid = 'app.referrals'::regclass and 'relais_partner'::regrole = any(polroles)
      and coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') ~ 'base_offices'
      and coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') !~ 'COALESCE\(base_office_id') then
    raise exception '% policies of partners on referrals, not as they were understood', found;
  end if;
end $$;
-- Kept beside the move, as the office is.
set role relais_definer;
do $$
declare
  does text := pg_get_functiondef('app.referral_moves()'::regprocedure);
  kept text := replace(does, '''office_id'', ', '''office_id'', ''base_office_id'', ');
begin
  if kept = does then raise exception 'what moves with a referral is not understood'; end if;
  execute kept;
end $$;
reset role;
set role relais_definer;
create or replace function app.task_parties(about app.tasks) returns text[]
  language sql stable security definer set search_path = ''
  as $$ select case
    when about.case_id is null then '{}'::text[]
    when access.login() = 'partner' then case when exists (select from app.referrals r where r.id = about.subject_id
        and r.partner_code = access.my_partner()
        and coalesce(r.base_office_id, r.office_id) = any(array(select access.base_offices())))
      then array['partner'] else '{}'::text[] end
    else access.parties(about.case_id, about.office_id, about.sensitivity) end $$;
reset role;

select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent) values
  ('TRANSFER_WAITS', 'TEAM', false, true), ('TRANSFER_REFUSED', 'TEAM', false, true),
  ('SEE_TRANSFER_REFUSED', 'SUPERVISOR', false, true), ('TELL_NEW_TEAM', 'TEAM', false, true);
insert into app.settings (key, value, unit) values
  ('transfer.answer', 7, 'DAYS'), ('transfer.answer.SAFETY', 1, 'DAYS'), ('transfer.again', 2, 'DAYS'), ('transfer.tell', 3, 'DAYS')
on conflict (key) do nothing;
select set_config('relais.maintenance', '', true);

create function app.note_transfer(c app.cases, verb text, as_party text, why text) returns void
  language sql volatile security definer set search_path = ''
  as $$ insert into app.case_events (case_id, verb, from_state, to_state, at, actor_id, party, reason, version)
    values (c.id, verb, c.state, c.state, clock.casework_now(), access.actor_id(), as_party, why, c.version) $$;
create function app.end_transfer_task(of_case uuid, wanted text, as_state text, how text) returns void
  language sql volatile security definer set search_path = ''
  as $$ update app.tasks t set state = as_state, done_by = access.actor_id(), done_at = clock.casework_now(), outcome = how
    where t.case_id = of_case and t.kind = wanted and t.state = 'OPEN' $$;

-- Whether a case may be offered there: another office with somebody who decides; of a restricted case that somebody by name.
create function app.takes_cases(office text, supervisor uuid, restricted boolean) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select case when restricted then coalesce(access.works(supervisor, office, 'SUPERVISOR'), false)
    else supervisor is null and exists (select from access.users u join access.user_offices o on o.user_id = u.id
      where o.office_id = office and u.active and u.role = 'SUPERVISOR') end $$;

-- Offers a case to another office. Answers what came of it: done; moved = somebody was quicker, or it is not open; pending = an
-- offer waits already; office = nobody there can take it; yours = not this session's to offer.
create function app.offer_to_office(transfer uuid, of_case uuid, of_version int, office text, supervisor uuid, why text, what_said text,
    key uuid, wrapped_key bytea, word bytea) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; me uuid := access.actor_id(); as_party text; until_when timestamptz;
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    select p into as_party from unnest(access.parties(c.id, c.office_id, c.sensitivity)) p where p in ('lead', 'supervisor') order by p limit 1;
    if c.id is null or me is null or as_party is null then return 'yours'; end if;
    if exists (select from app.case_transfers x where x.case_id = c.id and x.state = 'OFFERED') then return 'pending'; end if;
    if c.version is distinct from of_version or c.state <> 'OPEN' then return 'moved'; end if;
    if office is not distinct from c.office_id or not app.takes_cases(office, supervisor, c.sensitivity = 'S4') then return 'office'; end if;
    until_when := clock.casework_now() + app.setting(case why when 'SAFETY' then 'transfer.answer.SAFETY' else 'transfer.answer' end);
    insert into vault.keys (id, scope, case_id, office_id, sensitivity, transfer_id, wrapped)
      values (key, 'TRANSFER', c.id, c.office_id, c.sensitivity, transfer, wrapped_key);
    insert into app.case_transfers (id, case_id, office_id, sensitivity, code, kind, from_office, to_office, to_supervisor, reason, told,
        offered_by, offered_as, answer_by, key_id, note)
      values (transfer, c.id, c.office_id, c.sensitivity, c.code, 'INTERNAL', c.office_id, office, supervisor, why, what_said,
        me, as_party, until_when, key, word);
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      values ('TRANSFER_WAITS', 'case', c.id, c.id, c.office_id, c.sensitivity, c.lead_id, until_when, why, me);
    perform app.note_transfer(c, 'offer-transfer', as_party, why);
    return 'done';
  end $$;

-- What the supervisor who is asked reads before deciding: who in general, how pressing, what runs. No name, no story, no concern.
create function app.offered_case(transfer uuid)
  returns table (sex text, birth_year integer, cercle text, risk text, languages text[], opened_at timestamptz, referrals integer, tasks integer)
  language sql stable security definer set search_path = ''
  as $$
    select p.sex, p.birth_year::integer, c.cercle, c.risk, p.languages, c.opened_at,
      (select count(*)::integer from app.referrals r join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED')
        where r.case_id = c.id and r.sent_at is not null),
      (select count(*)::integer from app.tasks t join app.task_kinds k on k.kind = t.kind and k.side = 'TEAM'
        where t.case_id = c.id and t.state = 'OPEN' and t.kind <> 'TRANSFER_WAITS')
    from app.case_transfers x join app.cases c on c.id = x.case_id join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
    where x.id = transfer and x.id = any(array(select access.offered_transfers())) $$;

-- The one move: office, lead and team change together. Answers done; moved; able = this colleague cannot lead it there; yours.
create function app.accept_transfer(transfer uuid, lead uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare x app.case_transfers; c app.cases; me uuid := access.actor_id(); moment timestamptz := clock.casework_now();
  begin
    -- The case first, as everywhere.
    select k.* into c from app.cases k where k.id = (select t.case_id from app.case_transfers t where t.id = transfer) for update;
    select t.* into x from app.case_transfers t where t.id = transfer for update;
    if x.id is null or x.state <> 'OFFERED' or c.state <> 'OPEN' then return 'moved'; end if;
    if x.id <> all(array(select access.offered_transfers())) then return 'yours'; end if;
    if not access.works(lead, x.to_office, 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER') then return 'able'; end if;
    -- A partner goes on at the base that received it.
    update app.referrals r set base_office_id = c.office_id where r.case_id = c.id and r.sent_at is not null and r.base_office_id is null;
    if c.sensitivity = 'S4' then
      insert into app.case_members (case_id, user_id, capacity, since) values (c.id, me, 'NAMED_SUPERVISOR', moment)
        on conflict (case_id, user_id, capacity) do update set until = null;
    end if;
    -- Whoever reads a file is who works on it: the old team is off it, and supervisors of the old office.
    update app.case_members m set until = moment where m.case_id = c.id and m.until is null
      and case when m.capacity = 'NAMED_SUPERVISOR' then not access.works(m.user_id, x.to_office, 'SUPERVISOR') else true end;
    insert into app.case_members (case_id, user_id, capacity, since) values (c.id, lead, 'LEAD', moment)
      on conflict (case_id, user_id, capacity) do update set until = null, since = excluded.since;
    update app.cases k set office_id = x.to_office, lead_id = lead, version = k.version + 1 where k.id = c.id;
    update app.case_transfers t set state = 'ACCEPTED', answered_by = me, answered_at = moment, to_lead = lead, version = t.version + 1
      where t.id = x.id;
    -- What was somebody's to do is the new lead's, or everybody's who decides there.
    update app.tasks t set holder_id = case when k.side = 'TEAM' then lead end from app.task_kinds k
      where k.kind = t.kind and t.case_id = c.id and t.state = 'OPEN' and t.holder_id is not null;
    perform app.end_transfer_task(c.id, 'TRANSFER_WAITS', 'DONE', 'TRANSFER_ACCEPTED');
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, opened_by)
      values ('TELL_NEW_TEAM', 'case', c.id, c.id, x.to_office, c.sensitivity, lead, moment + app.setting('transfer.tell'), me)
      on conflict (kind, subject_id) where state = 'OPEN' do update set holder_id = excluded.holder_id, due_at = excluded.due_at;
    c.version := c.version + 1;
    perform app.note_transfer(c, 'accept-transfer', 'supervisor', x.reason);
    return 'done';
  end $$;

-- No: the case stays where it is, and whoever offered it has a task.
create function app.refuse_transfer(transfer uuid, why text) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare x app.case_transfers; c app.cases; me uuid := access.actor_id(); moment timestamptz := clock.casework_now(); work text;
  begin
    select k.* into c from app.cases k where k.id = (select t.case_id from app.case_transfers t where t.id = transfer) for update;
    select t.* into x from app.case_transfers t where t.id = transfer for update;
    if x.id is null or x.state <> 'OFFERED' then return 'moved'; end if;
    if x.id <> all(array(select access.offered_transfers())) then return 'yours'; end if;
    update app.case_transfers t set state = 'REFUSED', answered_by = me, answered_at = moment, refusal = why, version = t.version + 1
      where t.id = x.id;
    perform app.end_transfer_task(c.id, 'TRANSFER_WAITS', 'DONE', 'TRANSFER_REFUSED');
    work := case x.offered_as when 'supervisor' then 'SEE_TRANSFER_REFUSED' else 'TRANSFER_REFUSED' end;
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      values (work, 'case', c.id, c.id, c.office_id, c.sensitivity,
        case when x.offered_as = 'supervisor' or app.able_colleague(x.offered_by, c.id) then x.offered_by else c.lead_id end,
        moment + app.setting('transfer.again'), why, me)
      on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
    perform app.note_transfer(c, 'refuse-transfer', 'supervisor', why);
    return 'done';
  end $$;

-- Whoever may offer may take the offer back, as long as nobody answered.
create function app.withdraw_transfer(transfer uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare x app.case_transfers; c app.cases; as_party text;
  begin
    select k.* into c from app.cases k where k.id = (select t.case_id from app.case_transfers t where t.id = transfer) for update;
    select t.* into x from app.case_transfers t where t.id = transfer for update;
    select p into as_party from unnest(access.parties(c.id, c.office_id, c.sensitivity)) p where p in ('lead', 'supervisor') order by p limit 1;
    if x.id is null or as_party is null then return 'yours'; end if;
    if x.state <> 'OFFERED' then return 'moved'; end if;
    update app.case_transfers t set state = 'WITHDRAWN', answered_by = access.actor_id(), answered_at = clock.casework_now(),
      version = t.version + 1 where t.id = x.id;
    perform app.end_transfer_task(c.id, 'TRANSFER_WAITS', 'DROPPED', 'TRANSFER_WITHDRAWN');
    perform app.note_transfer(c, 'withdraw-transfer', as_party, null);
    return 'done';
  end $$;

-- A case that waits, closes, is merged or wanted no more is offered to nobody; nor one that is closed to others.
create function app.transfer_ends() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    update app.case_transfers t set state = 'ENDED', answered_at = clock.casework_now(), version = t.version + 1
      where t.case_id = new.id and t.state = 'OFFERED';
    if found then
      perform app.end_transfer_task(new.id, 'TRANSFER_WAITS', 'DROPPED', 'TRANSFER_ENDED');
      perform app.note_transfer(new, 'end-transfer', 'system', null);
    end if;
    return null;
  end $$;
create trigger transfer_ends after update of state, sensitivity on app.cases for each row
  when (new.state <> 'OPEN' and old.state is distinct from new.state or old.sensitivity <> new.sensitivity)
  execute function app.transfer_ends();

-- Whoever is asked is logged with the case they are asked about.
set role relais_definer;
create or replace function audit.in_reach(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.cases c where c.id = of_case and (
      c.id in (select access.my_case_ids())
      or (c.sensitivity = 'S3' and c.office_id in (select access.supervised_offices()))
      or c.id in (select access.orphaned_case_ids())
      or (access.actor_role() = 'DPO')
      or exists (select from app.consent_confirmations f where f.case_id = c.id and f.by_id = access.actor_id() and app.is_now(f.at))
      or exists (select from app.consents w join app.consents_to_confirm() t on t.id = w.id where w.case_id = c.id)
      or exists (select from app.alerts a where a.case_id = c.id and a.raised_by = access.actor_id())
      or exists (select from app.case_transfers x where x.case_id = c.id
        and (x.id in (select access.offered_transfers()) or x.id in (select access.answered_transfers())))
      or (access.login() = 'partner' and exists (select from app.referrals r where r.case_id = c.id and r.sent_at is not null
        and r.partner_code = access.my_partner())))) $$;
reset role;

-- A closing waits for the answer, or for the offer to be taken back.
set role relais_definer;
create or replace function app.closing_blockers(of_case uuid, because text)
  returns table (kind text, subject_id uuid, leavable boolean, team boolean)
  language sql stable security definer set search_path = ''
  as $$
    select case s.life when 'SETTLED' then 'SETTLED_NOT_ASKED' else 'OPEN_REFERRAL' end, r.id, r.sent_at is not null, true
      from app.referrals r join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED') where r.case_id = of_case
    union all
    select case when t.kind = 'HARM' then 'HARM_OPEN' when t.kind in ('CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL') then 'CONFIRMATION_MISSING'
        else 'OPEN_TASK' end, t.id, k.side = 'TEAM', true
      from app.tasks t join app.task_kinds k on k.kind = t.kind
      where t.case_id = of_case and t.state = 'OPEN'
        and (t.kind in ('HARM', 'CONFIRM_BEST_INTERESTS', 'CONFIRM_VITAL')
          or (k.side = 'TEAM' and t.kind not in ('REVIEW_HOLD', 'CLOSURE_RETURNED', 'TRANSFER_WAITS')
            -- What a referral under way asks is the referral's own line.
            and not exists (select from app.referrals r join app.referral_states s on s.state = r.state and s.life in ('OPEN', 'SETTLED')
              where r.id = t.subject_id)))
    union all
    select 'TRANSFER_PENDING', x.id, false, true from app.case_transfers x where x.case_id = of_case and x.state = 'OFFERED'
    union all
    select 'SUICIDE_RISK', f.id, false, false from app.danger_flags f
      where f.case_id = of_case and f.lowered_at is null and f.code = 'SUICIDE'
        and f.raised_at < clock.casework_now() - app.setting('closure.suicide')
        and coalesce(because, '') not in ('DECEASED', 'TRANSFERRED', 'CONSENT_WITHDRAWN', 'LOST_CONTACT')
  $$;
reset role;

grant update (office_id) on app.cases to relais_definer;
do $$
declare f text;
begin
  foreach f in array array['access.offered_transfers()', 'access.answered_transfers()', 'app.offered_case(uuid)',
      'app.offer_to_office(uuid, uuid, int, text, uuid, text, text, uuid, bytea, bytea)', 'app.accept_transfer(uuid, uuid)',
      'app.refuse_transfer(uuid, text)', 'app.withdraw_transfer(uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to relais_web', f);
  end loop;
  foreach f in array array['app.note_transfer(app.cases, text, text, text)', 'app.end_transfer_task(uuid, text, text, text)',
      'app.takes_cases(text, uuid, boolean)', 'app.transfer_ends()'] loop
    execute format('revoke execute on function %s from public', f);
  end loop;
  -- Handed over last: the owner inherits nothing of the definer and could grant them no more.
  foreach f in array array['access.offered_transfers()', 'access.answered_transfers()', 'app.offered_case(uuid)',
      'app.offer_to_office(uuid, uuid, int, text, uuid, text, text, uuid, bytea, bytea)', 'app.accept_transfer(uuid, uuid)',
      'app.refuse_transfer(uuid, text)', 'app.withdraw_transfer(uuid)', 'app.note_transfer(app.cases, text, text, text)',
      'app.end_transfer_task(uuid, text, text, text)', 'app.takes_cases(text, uuid, boolean)', 'app.transfer_ends()'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
