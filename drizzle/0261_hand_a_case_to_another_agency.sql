-- A case is handed to another agency: the person's own consent to it first, then the offer; the agency's answer is recorded
-- with who gave it, how and when; then a supervisor who did not record it hands the case out. Nothing of it is read by the
-- agency here: it gets a paper with what the person agreed to.

alter table app.case_transfers drop constraint case_transfers_kind_check,
  add constraint case_transfers_kind_check check (kind in ('INTERNAL', 'EXTERNAL')),
  drop constraint case_transfers_state_check,
  add constraint case_transfers_state_check check (state in ('OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'ENDED', 'HANDED_OUT')),
  add column partner_code text references app.partners,
  add column consent_id uuid references app.consents,
  -- How the agency answered, on which day, and in sealed words who spoke for it.
  add column answer_how text check (answer_how in ('PHONE', 'PAPER', 'MEETING')),
  add column answer_on date,
  add column answer_words bytea check (octet_length(answer_words) <= 262144),
  add column handed_by uuid references access.users,
  add column handed_at timestamptz,
  -- What is knowingly left when the case is handed out, each with its reason: `id:CODE`.
  add column left_open text[] not null default '{}' check (pg_catalog.array_to_string(left_open, ' ') ~ '^([0-9a-f-]{36}:[A-Z_]{2,40} ?)*$'),
  -- The paper as it was handed over, sealed with the key of the word.
  add column summary bytea check (octet_length(summary) <= 262144),
  add constraint to_somebody check ((kind = 'EXTERNAL') = (partner_code is not null) and (kind = 'EXTERNAL') = (consent_id is not null)
    and (kind = 'INTERNAL') = (to_office is not null)),
  add constraint answered_how check (kind = 'EXTERNAL' or (answer_how is null and answer_on is null and answer_words is null)),
  add constraint handed_once check ((state = 'HANDED_OUT') = (handed_at is not null) and (handed_at is null) = (handed_by is null)
    and (handed_at is null) = (summary is null));
drop index app.one_transfer_waits;
create unique index one_transfer_waits on app.case_transfers (case_id)
  where state = 'OFFERED' or (state = 'ACCEPTED' and kind = 'EXTERNAL');
create index transfers_on_consent on app.case_transfers (consent_id) where consent_id is not null;
grant update (answer_how, answer_on, answer_words, handed_by, handed_at, left_open, summary) on app.case_transfers to relais_definer;
alter policy definer_answers on app.case_transfers using (state = 'OFFERED' or (state = 'ACCEPTED' and kind = 'EXTERNAL'));

select set_config('relais.maintenance', 'on', true);
insert into app.case_transitions (verb, from_state, to_state, by_party) values ('hand-out', 'OPEN', 'TRANSFERRED', 'supervisor');
select set_config('relais.maintenance', '', true);

-- Whether this is the person's newest word about this agency, still in force and confirmed by whoever had to.
create function app.agrees_to_transfer(consent uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.consents c where c.id = consent and c.purpose = 'TRANSFER' and c.partner_code is not null
    and app.consent_stands(c.id)
    and (c.confirm_by is null or exists (select from app.consent_confirmations f where f.consent_id = c.id and f.says = 'YES'))
    and not exists (select from app.consents n where n.case_id = c.case_id and n.purpose = 'TRANSFER' and n.partner_code = c.partner_code
      and n.given_at > c.given_at)) $$;

create function app.waits_for_others(of_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from app.case_transfers x where x.case_id = of_case
    and (x.state = 'OFFERED' or (x.state = 'ACCEPTED' and x.kind = 'EXTERNAL'))) $$;

-- Offers a case to another agency. done, moved, pending, yours; agreed = the person's word does not carry it; office = no agreement
-- on sharing with that agency is in force.
create function app.offer_to_agency(transfer uuid, of_case uuid, of_version int, consent uuid, why text, key uuid, wrapped_key bytea, word bytea)
  returns text language plpgsql volatile security definer set search_path = ''
  as $$
  declare c app.cases; me uuid := access.actor_id(); as_party text; until_when timestamptz; to_partner text;
  begin
    select x.* into c from app.cases x where x.id = of_case for update;
    select p into as_party from unnest(access.parties(c.id, c.office_id, c.sensitivity)) p where p in ('lead', 'supervisor') order by p limit 1;
    if c.id is null or me is null or as_party is null then return 'yours'; end if;
    if app.waits_for_others(c.id) then return 'pending'; end if;
    if c.version is distinct from of_version or c.state <> 'OPEN' then return 'moved'; end if;
    select s.partner_code into to_partner from app.consents s where s.id = consent and s.case_id = c.id;
    if to_partner is null or not app.agrees_to_transfer(consent) then return 'agreed'; end if;
    if not exists (select from app.partners p where p.code = to_partner and p.agreement_from <= app.today()
        and (p.agreement_until is null or p.agreement_until >= app.today())) then return 'office'; end if;
    until_when := clock.casework_now() + app.setting(case why when 'SAFETY' then 'transfer.answer.SAFETY' else 'transfer.answer' end);
    insert into vault.keys (id, scope, case_id, office_id, sensitivity, transfer_id, wrapped)
      values (key, 'TRANSFER', c.id, c.office_id, c.sensitivity, transfer, wrapped_key);
    insert into app.case_transfers (id, case_id, office_id, sensitivity, code, kind, from_office, partner_code, consent_id, reason, told,
        offered_by, offered_as, answer_by, key_id, note)
      values (transfer, c.id, c.office_id, c.sensitivity, c.code, 'EXTERNAL', c.office_id, to_partner, consent, why, 'AGREED',
        me, as_party, until_when, key, word);
    insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
      values ('TRANSFER_WAITS', 'case', c.id, c.id, c.office_id, c.sensitivity, c.lead_id, until_when, why, me);
    perform app.note_transfer(c, 'offer-transfer', as_party, why);
    return 'done';
  end $$;
grant insert (partner_code, consent_id) on app.case_transfers to relais_definer;

-- What the agency said, recorded by the lead or a supervisor. A yes leaves the case here until it is handed out.
create function app.record_agency_answer(transfer uuid, yes boolean, why_not text, how text, on_day date, words bytea) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare x app.case_transfers; c app.cases; me uuid := access.actor_id(); as_party text; moment timestamptz := clock.casework_now(); work text;
  begin
    select k.* into c from app.cases k where k.id = (select t.case_id from app.case_transfers t where t.id = transfer) for update;
    select t.* into x from app.case_transfers t where t.id = transfer for update;
    select p into as_party from unnest(access.parties(c.id, c.office_id, c.sensitivity)) p where p in ('lead', 'supervisor') order by p limit 1;
    if x.id is null or as_party is null then return 'yours'; end if;
    if x.kind <> 'EXTERNAL' or x.state <> 'OFFERED' then return 'moved'; end if;
    perform app.must_hold(on_day between x.offered_at::date and app.today(), 'no day on which they could answer');
    perform app.must_hold(how is not null and words is not null and yes = (why_not is null), 'an answer says who, how and when');
    update app.case_transfers t set state = case when yes then 'ACCEPTED' else 'REFUSED' end, answered_by = me, answered_at = moment,
      refusal = why_not, answer_how = how, answer_on = on_day, answer_words = words, version = t.version + 1 where t.id = x.id;
    perform app.end_transfer_task(c.id, 'TRANSFER_WAITS', 'DONE', case when yes then 'TRANSFER_ACCEPTED' else 'TRANSFER_REFUSED' end);
    if not yes then
      work := case x.offered_as when 'supervisor' then 'SEE_TRANSFER_REFUSED' else 'TRANSFER_REFUSED' end;
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, holder_id, due_at, reason, opened_by)
        values (work, 'case', c.id, c.id, c.office_id, c.sensitivity, case when x.offered_as = 'supervisor' then x.offered_by else c.lead_id end,
          moment + app.setting('transfer.again'), why_not, me)
        on conflict (kind, subject_id) where state = 'OPEN' do update set reason = excluded.reason, due_at = excluded.due_at;
    else
      -- The supervisor's to hand out, as soon as the agency has said yes.
      insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason, opened_by)
        values ('HAND_OUT', 'case', c.id, c.id, c.office_id, c.sensitivity, moment + app.setting('transfer.again'), x.reason, me)
        on conflict (kind, subject_id) where state = 'OPEN' do nothing;
    end if;
    perform app.note_transfer(c, case when yes then 'agency-accepts' else 'refuse-transfer' end, as_party, coalesce(why_not, x.reason));
    return 'done';
  end $$;
select set_config('relais.maintenance', 'on', true);
insert into app.task_kinds (kind, side, by_partner, ends_with_consent) values ('HAND_OUT', 'SUPERVISOR', false, true);
select set_config('relais.maintenance', '', true);

-- What is left and the paper that is handed over, as part of handing out: the case moves in the same transaction.
create function app.note_hand_out(transfer uuid, left_things text[], paper bytea) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare x app.case_transfers; c app.cases; me uuid := access.actor_id();
  begin
    select k.* into c from app.cases k where k.id = (select t.case_id from app.case_transfers t where t.id = transfer) for update;
    select t.* into x from app.case_transfers t where t.id = transfer for update;
    if x.id is null or not 'supervisor' = any(access.parties(c.id, c.office_id, c.sensitivity)) then return 'yours'; end if;
    if x.kind <> 'EXTERNAL' or x.state <> 'ACCEPTED' or c.state <> 'OPEN' then return 'moved'; end if;
    if x.answered_by = me then return 'own'; end if;
    if not app.agrees_to_transfer(x.consent_id) then return 'agreed'; end if;
    update app.case_transfers t set state = 'HANDED_OUT', handed_by = me, handed_at = clock.casework_now(), left_open = left_things,
      summary = paper, version = t.version + 1 where t.id = x.id;
    return 'done';
  end $$;
-- Both or neither.
create function app.hand_out_goes_along() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    perform app.must_hold(app.case_in(new.case_id, 'TRANSFERRED'), 'the case did not move with it');
    return null;
  end $$;
create constraint trigger e_goes_along after update on app.case_transfers deferrable initially deferred for each row
  when (new.state = 'HANDED_OUT' and old.state <> 'HANDED_OUT') execute function app.hand_out_goes_along();

-- A case is handed out on what was noted in this very transaction, with nothing that holds it back, and for how long it is kept.
create function app.hand_out_holds() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare x app.case_transfers; web boolean := access.login() <> '';
  begin
    select t.* into x from app.case_transfers t where t.case_id = old.id and t.state = 'HANDED_OUT' order by t.handed_at desc limit 1;
    perform app.must_hold(x.id is not null and x.handed_by = new.last_actor_id and (not web or app.is_now(x.handed_at)), 'nobody said that it is taken');
    perform app.must_hold(not exists (select from app.closing_blockers(old.id, 'TRANSFERRED') b
      where b.team and not (b.leavable and app.is_left(x.left_open, b.subject_id))), 'something holds it back');
    perform app.must_hold(app.retention_fits(old, new.retention_class, new.erase_on), 'not so long kept');
    new.closure_reason := 'TRANSFERRED';
    new.closure_asked_by := x.offered_by;
    new.closed_at := clock.casework_now();
    return new;
  end $$;
-- Before the machine writes its event.
create trigger c_hand_out_holds before update of state on app.cases for each row
  when (new.last_verb = 'hand-out' and old.state is distinct from new.state) execute function app.hand_out_holds();
create function app.handed_out() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    update app.tasks t set state = case t.kind when 'HAND_OUT' then 'DONE' else 'DROPPED' end, done_by = new.last_actor_id,
        done_at = clock.casework_now(), outcome = 'CASE_TRANSFERRED'
      where t.case_id = new.id and t.state = 'OPEN' and (t.kind = 'HAND_OUT' or t.kind in (select k.kind from app.task_kinds k where k.side = 'TEAM'));
    update app.referrals r set due_at = null, due_kind = null where r.case_id = new.id and r.due_at is not null;
    return null;
  end $$;
create trigger handed_out after update of state on app.cases for each row
  when (new.state = 'TRANSFERRED' and old.state is distinct from new.state) execute function app.handed_out();

-- An offer, or a yes of an agency that is not handed out yet, ends with its case and with the person's word.
set role relais_definer;
create or replace function app.transfer_ends() returns trigger
  language plpgsql security definer set search_path = ''
  as $$ begin
    update app.case_transfers t set state = 'ENDED', answered_at = coalesce(t.answered_at, clock.casework_now()), version = t.version + 1
      where t.case_id = new.id and (t.state = 'OFFERED' or (t.state = 'ACCEPTED' and t.kind = 'EXTERNAL'));
    if found then
      perform app.end_transfer_task(new.id, 'TRANSFER_WAITS', 'DROPPED', 'TRANSFER_ENDED');
      perform app.end_transfer_task(new.id, 'HAND_OUT', 'DROPPED', 'TRANSFER_ENDED');
      perform app.note_transfer(new, 'end-transfer', 'system', null);
    end if;
    return null;
  end $$;
create or replace function app.withdraw_transfer(transfer uuid) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare x app.case_transfers; c app.cases; as_party text;
  begin
    select k.* into c from app.cases k where k.id = (select t.case_id from app.case_transfers t where t.id = transfer) for update;
    select t.* into x from app.case_transfers t where t.id = transfer for update;
    select p into as_party from unnest(access.parties(c.id, c.office_id, c.sensitivity)) p where p in ('lead', 'supervisor') order by p limit 1;
    if x.id is null or as_party is null then return 'yours'; end if;
    if not (x.state = 'OFFERED' or (x.state = 'ACCEPTED' and x.kind = 'EXTERNAL')) then return 'moved'; end if;
    update app.case_transfers t set state = 'WITHDRAWN', answered_by = access.actor_id(), answered_at = clock.casework_now(),
      version = t.version + 1 where t.id = x.id;
    perform app.end_transfer_task(c.id, 'TRANSFER_WAITS', 'DROPPED', 'TRANSFER_WITHDRAWN');
    perform app.end_transfer_task(c.id, 'HAND_OUT', 'DROPPED', 'TRANSFER_WITHDRAWN');
    perform app.note_transfer(c, 'withdraw-transfer', as_party, null);
    return 'done';
  end $$;
reset role;
create function app.transfer_loses_consent() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare c app.cases;
  begin
    update app.case_transfers t set state = 'ENDED', answered_at = coalesce(t.answered_at, clock.casework_now()), version = t.version + 1
      where t.case_id = new.case_id and t.kind = 'EXTERNAL' and t.partner_code = new.partner_code and t.state in ('OFFERED', 'ACCEPTED');
    if found then
      select k.* into c from app.cases k where k.id = new.case_id;
      perform app.end_transfer_task(c.id, 'TRANSFER_WAITS', 'DROPPED', 'CONSENT_WITHDRAWN');
      perform app.end_transfer_task(c.id, 'HAND_OUT', 'DROPPED', 'CONSENT_WITHDRAWN');
      perform app.note_transfer(c, 'end-transfer', 'system', 'CONSENT_WITHDRAWN');
    end if;
    return null;
  end $$;
create trigger transfer_loses_consent after insert on app.consents for each row
  when (new.purpose = 'TRANSFER' and new.status = 'REFUSED') execute function app.transfer_loses_consent();
create trigger transfer_loses_its_consent after update of status on app.consents for each row
  when (new.purpose = 'TRANSFER' and new.status not in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and old.status is distinct from new.status)
  execute function app.transfer_loses_consent();

-- An agency's yes that is not handed out yet is pending too; handing out is what it waits for, and is not held back by it.
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
    select 'TRANSFER_PENDING', x.id, false, true from app.case_transfers x where x.case_id = of_case
      and (x.state = 'OFFERED' or (x.state = 'ACCEPTED' and x.kind = 'EXTERNAL')) and because is distinct from 'TRANSFERRED'
    union all
    select 'SUICIDE_RISK', f.id, false, false from app.danger_flags f
      where f.case_id = of_case and f.lowered_at is null and f.code = 'SUICIDE'
        and f.raised_at < clock.casework_now() - app.setting('closure.suicide')
        and coalesce(because, '') not in ('DECEASED', 'TRANSFERRED', 'CONSENT_WITHDRAWN', 'LOST_CONTACT')
  $$;
reset role;

-- A case handed out is over as a closed one is: its day of erasure is set, and a partner's late answer goes to the supervisor.
set role relais_definer;
do $$
declare
  one record; kept text;
begin
  for one in select * from (values
      ('app.cases_hold()', '(new.state = ''CLOSED'' and old.state <> ''CLOSED'')', '(new.state in (''CLOSED'', ''TRANSFERRED'') and old.state <> new.state)'),
      ('app.answers_late()', '(c.state = ''CLOSED'' and new.last_at >= c.closed_at)', '(c.state in (''CLOSED'', ''TRANSFERRED'') and new.last_at >= c.closed_at)'))
      x(name, said, says) loop
    kept := replace(pg_get_functiondef(one.name::regprocedure), one.said, one.says);
    if position(one.says in kept) = 0 then raise exception '% is not as it was understood', one.name; end if;
    execute kept;
  end loop;
end $$;
reset role;

do $$
declare f text;
begin
  foreach f in array array['app.offer_to_agency(uuid, uuid, int, uuid, text, uuid, bytea, bytea)',
      'app.record_agency_answer(uuid, boolean, text, text, date, bytea)', 'app.note_hand_out(uuid, text[], bytea)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to relais_web', f);
  end loop;
  foreach f in array array['app.agrees_to_transfer(uuid)', 'app.waits_for_others(uuid)', 'app.hand_out_goes_along()', 'app.hand_out_holds()',
      'app.handed_out()', 'app.transfer_loses_consent()'] loop
    execute format('revoke execute on function %s from public', f);
  end loop;
  -- Handed over last: the owner inherits nothing of the definer and could grant them no more.
  foreach f in array array['app.offer_to_agency(uuid, uuid, int, uuid, text, uuid, bytea, bytea)',
      'app.record_agency_answer(uuid, boolean, text, text, date, bytea)', 'app.note_hand_out(uuid, text[], bytea)',
      'app.agrees_to_transfer(uuid)', 'app.waits_for_others(uuid)', 'app.hand_out_goes_along()', 'app.hand_out_holds()',
      'app.handed_out()', 'app.transfer_loses_consent()'] loop
    execute format('alter function %s owner to relais_definer', f);
  end loop;
end $$;
